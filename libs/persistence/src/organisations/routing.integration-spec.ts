import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { localDate, type PostKind } from '@dialogue/domain';
import { anOrganisation } from '@dialogue/testing/builders';

import { createRegister, type Register } from '../reads/register.js';
import { appoint, openRegister, type TestRegister } from '../register.fixture.js';
import type { Routing, RoutingQuestion } from './routing.js';

let register: TestRegister;
let reads: Register;

beforeAll(async () => {
  register = await openRegister('reference');
  reads = createRegister(register.api);
});
afterAll(async () => register.close());

async function ask(organisation: string, on: string, host?: RoutingQuestion['host']): Promise<Routing | null> {
  const question = { organisation: anOrganisation(organisation), on: localDate(on) };
  return reads.routing({ ...question, ...(host === undefined ? {} : { host }) });
}

/** One person holds several posts, each in its organisation, from one day to another. */
async function holds(posts: readonly (readonly [string, PostKind])[], from: string, to: string): Promise<string> {
  const ids: string[] = [];
  for (const [organisationCode, kind] of posts) {
    const post = { organisationCode, kind, title: `${kind} ${from}`, validFrom: null };
    ids.push(await appoint(register.admin, post, { validFrom: localDate(from), validTo: to }));
  }
  await register.admin.query(
    `UPDATE post_holders SET person_id = (SELECT person_id FROM post_holders WHERE id = $1) WHERE id = ANY ($2)`,
    [ids[0], ids],
  );
  return ids[0] ?? '';
}

function codes(bodies: Routing['leads'] | Routing['coordinating'] | undefined): readonly (string | null)[] {
  return (bodies ?? []).map(({ body }) => body?.code ?? null);
}

describe('who prepares', () => {
  it.each([
    ['SL-TU', 'partySecretary', '2020-12-31', ['SL-VPTU', 'SL-VPHDND'], ['SL-BDV', 'SL-MTTQ', null]],
    [
      'SL-TU',
      'deputySecretaryChairingCouncil',
      '2026-03-02',
      ['SL-VPTU', 'SL-VPDBQHHDND'],
      ['SL-BTGDV', 'SL-MTTQ', null],
    ],
    ['SL-HDND', 'councilChair', '2026-03-02', ['SL-VPDBQHHDND'], ['SL-BTGDV', 'SL-MTTQ', null]],
    ['SL-UBND', 'committeeChair', '2025-02-28', ['SL-VPUBND'], ['SL-BDV', 'SL-MTTQ', null]],
    ['14', 'committeeChair', '2026-03-02', ['SL-VPUBND'], ['SL-BTGDV', 'SL-MTTQ', null]],
  ] as const)(
    'D7.1: %s with %s on %s: %j lead, %j coordinate, as in force then',
    async (code, post, on, leads, others) => {
      const answer = await ask(code, on, { post });

      expect(answer).toMatchObject({ level: 'province', row: { rule: 'D7.1' }, hostPosts: [] });
      expect([codes(answer?.leads), codes(answer?.coordinating)]).toEqual([leads, others]);
    },
  );

  it('D7.1: all that the host holds on the day decides: the row of the most senior post', async () => {
    const posts = [
      ['SL-HDND', 'councilChair'],
      ['SL-TU', 'deputySecretaryChairingCouncil'],
    ] as const;
    const holder = await holds(posts, '2015-01-01', '2015-12-31');
    await holds([['SL-HDND', 'councilChair']], '2016-01-01', '2016-12-31');

    const both = await ask('SL-HDND', '2015-06-01', { post: 'councilChair' });
    const byHolder = await ask('SL-HDND', '2015-06-01', { holder });
    const alone = await ask('SL-HDND', '2016-06-01', { post: 'councilChair' });

    expect([both?.row?.case, byHolder?.row?.case, alone?.row?.case]).toEqual([
      ...['provincePartyCommittee', 'provincePartyCommittee', 'provinceCouncilChair'],
    ]);
    expect(both?.hostPosts.map(({ organisation }) => organisation.code)).toEqual(['SL-HDND', 'SL-TU']);
    expect(await ask('SL-HDND', '2016-06-01', { holder })).toBeNull();
  });

  it('D7.1: whoever is in charge on the day comes before whom he stands in for', async () => {
    await holds([['SL-HDND', 'councilChair']], '2017-01-01', '2017-12-31');
    const acting = await holds(
      [
        ['SL-TU', 'deputySecretaryChairingCouncil'],
        ['SL-HDND', 'councilChair'],
      ],
      '2017-06-01',
      '2017-06-30',
    );
    await register.admin.query(
      `UPDATE post_holders SET is_acting = true WHERE person_id = (SELECT person_id FROM post_holders WHERE id = $1)`,
      [acting],
    );

    const rows = await Promise.all(
      ['2017-05-31', '2017-06-15'].map((day) => ask('SL-HDND', day, { post: 'councilChair' })),
    );

    expect(rows.map((answer) => answer?.row?.case)).toEqual(['provinceCouncilChair', 'provincePartyCommittee']);
  });

  it('D7.1: without a post it is the head, as far as the register knows one', async () => {
    await holds([['SL-UBND', 'committeeChair']], '2018-01-01', '2018-12-31');

    expect(await ask('SL-UBND', '2018-06-01')).toMatchObject({
      hostPost: 'committeeChair',
      row: { case: 'provinceCommitteeChair' },
    });
    expect(await ask('SL-UBND', '2014-06-01')).toMatchObject({ hostPost: null, row: null, leads: [] });
  });

  it('D7.2: the register has no offices of districts and says so; the board of the province it has', async () => {
    const secretary = await ask('118', '2024-06-03', { post: 'partySecretary' });
    const chair = await ask('118', '2024-06-03', { post: 'councilChair' });

    expect([secretary?.leads, codes(secretary?.coordinating)]).toEqual([
      [
        { role: 'partyCommitteeOffice', body: null },
        { role: 'jointOffice', body: null },
      ],
      [null, null, null],
    ]);
    expect([chair?.row?.rule, codes(chair?.leads), codes(chair?.coordinating)]).toEqual([
      ...['D7.2', [null], ['SL-BDV', null, null]],
    ]);
  });

  it.each([
    ['SL-STC', 'departmentHead', 'D7.3', 'host', 'SL-STC'],
    ['SL-BTGDV', 'partyBoardHead', 'D7.3', 'host', 'SL-BTGDV'],
    ['SL-DUCQD', 'partySecretary', 'D1', 'host', 'SL-DUCQD'],
    ['03703', 'committeeChair', 'D7.4', 'partySecretary', '03703'],
    ['03703', 'partySecretary', 'D7.4', 'partySecretary', '03703'],
  ] as const)('D7.3, D7.4: %s with %s: by %s, %s names, else %s prepares', async (code, post, rule, by, usual) => {
    expect(await ask(code, '2026-03-02', { post })).toMatchObject({
      row: { rule, prepare: { by } },
      leads: [],
      usualLeadOffice: { code: usual },
    });
  });

  it.each([
    ['SL-STC', { post: 'committeeChair' }, 'no committee there'],
    ['SL-UBND', { post: 'clerk' }, 'no host at all'],
  ] as const)('D1: %s with %j has no row: %s', async (code, host, _) => {
    expect(await ask(code, '2026-03-02', host)).toMatchObject({ row: null, leads: [] });
  });

  it('D7: nobody answers for an unknown organisation', async () => {
    expect(await ask('SL-KHONG-CO', '2026-03-02', { post: 'partySecretary' })).toBeNull();
  });
});

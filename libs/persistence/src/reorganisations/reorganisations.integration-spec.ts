import { randomUUID } from 'node:crypto';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { localDate, type OrganisationChanged, type Reorganisation } from '@dialogue/domain';
import { applied, at } from '@dialogue/testing/builders';

import { createContacts } from '../contacts/contacts.js';
import { createLedger } from '../ledger/ledger.js';
import { bodyInForce, organisationLines } from '../organisations/organisation-lines.js';
import { createPosts, type Posts } from '../posts/posts.js';
import {
  anAdmin,
  anEntry,
  openRegister,
  recordUntil,
  submitPetition,
  type Recorded,
  type TestRegister,
} from '../register.fixture.js';
import { reportBodies } from '../reports/report-lines.js';
import { createRolloutReads } from '../rollouts/rollout-reads.js';
import { createRollouts } from '../rollouts/rollouts.js';
import { sqlOf } from '../sql/sql.js';
import { asked, finance, merged, renamed, requested, today } from './reorganisation.fixture.js';
import { createReorganisations, rolloutOfReorganisation, type Reorganisations } from './reorganisations.js';

let register: TestRegister;
let reorganisations: Reorganisations;
let posts: Posts;
let accountId: string;

beforeEach(async () => {
  register = await openRegister();
  reorganisations = createReorganisations(register.api);
  posts = createPosts(register.api);
  accountId = await anAdmin(register);
});
afterEach(async () => register.close());

async function carriedOut(reorganisation: Reorganisation): Promise<string> {
  return requested(reorganisations, { reorganisation, accountId });
}

async function aPetition(): Promise<Recorded> {
  const id = await submitPetition(register.api);
  return recordUntil(register.worker, { id, stage: 'inProgress' });
}

describe('a reorganisation', () => {
  it('D11.3: is seen before it is written, with every open case by what passes of it', async () => {
    const { state } = await aPetition();

    const preview = await reorganisations.preview(asked([merged]), today);

    expect(preview).toEqual({
      problems: [],
      ending: [
        {
          ...{ code: 'SL-STC', name: 'Sở Tài chính', kind: 'merge', lastOn: '2026-03-19' },
          successors: [{ code: 'SL-SNV', name: 'Sở Nội vụ' }],
        },
      ],
      beginning: [],
      handovers: [
        { caseKind: 'petition', caseId: state.id, number: state.number, part: 'agency', from: 'SL-STC', to: 'SL-SNV' },
      ],
      carryOvers: [],
    });
    expect(await reorganisations.list()).toEqual([]);
    expect(await bodyInForce(sqlOf(register.api), finance, localDate('2026-03-20'))).toBe('SL-STC');
  });

  it('D11.3: ends bodies on the day before, tells their open cases on the day, and writes to whoever takes over', async () => {
    const { state, sequence } = await aPetition();
    const id = await carriedOut(asked([merged]));
    const rollout = rolloutOfReorganisation(id);
    const rollouts = createRollouts(register.worker);

    expect(await rollouts.loadRollout(rollout)).toEqual({
      kind: 'organisation',
      startsAt: at('2026-03-20', '00:00'),
    });
    expect(await rollouts.tellCases(rollout)).toEqual({ told: 1, lagging: 1 });
    const [told] = await register.admin.query<{ payload: OrganisationChanged }[]>(
      `SELECT payload FROM outbox WHERE case_id = $1 AND payload ->> 'kind' = 'organisationChanged'`,
      [state.id],
    );
    const change = applied(state, told!.payload, at('2026-03-20', '00:05'));
    await createLedger(register.worker).recordTransition(anEntry(change, { sequence: sequence + 1 }));

    expect(change).toMatchObject({ event: 'organisationChanged', facts: { 'agency.to': 'SL-SNV' } });
    const mails = await register.admin.query<{ address: string; body: string }[]>(
      `SELECT address, organisation_code AS body FROM mail_deliveries delivery JOIN letters ON letters.id = letter_id
       WHERE letters.kind = 'handover' AND letters.case_id = $1 ORDER BY address`,
      [state.id],
    );
    expect(mails).toEqual([
      { address: 'giamdoc@snv.sonla.example', body: 'SL-SNV' },
      { address: 'xuly@snv.sonla.example', body: 'SL-SNV' },
    ]);
    expect(await rollouts.tellCases(rollout)).toEqual({ told: 0, lagging: 0 });
    expect(await rollouts.finishRollout(rollout)).toEqual({ letters: 0 });
    expect(await createRolloutReads(register.api).rolloutStatus(rollout)).toMatchObject({ told: 1, lagging: 0 });
  });

  it.each([
    ['2026-03-19', 'SL-STC'],
    ['2026-03-20', 'SL-SNV'],
  ])('D11.3: on %s, %s answers for the code', async (on, code) => {
    await carriedOut(asked([merged]));

    expect(await bodyInForce(sqlOf(register.api), finance, localDate(on))).toBe(code);
  });

  it('D11.3: gives a new body the posts, people, addresses and lines of the one that it goes on from', async () => {
    const from = localDate('2026-01-01');
    const desk = { organisationCode: finance, kind: 'desk' as const, email: 'vanthu@stc.example', phone: null, from };
    await createContacts(register.api).set(desk);
    const { carryOvers } = await reorganisations.preview(asked([renamed]), today);
    const before = await posts.list(finance, localDate('2026-03-19'));
    const sql = sqlOf(register.api);
    const [day, dayBefore] = [localDate('2026-03-20'), localDate('2026-03-19')];
    const lines = await organisationLines(sql, finance, dayBefore);
    const reported = await reportBodies(sql, { code: finance, line: 'reportTo', on: dayBefore });

    await carriedOut(asked([renamed]));

    const after = await posts.list('SL-STCM', day);
    const people = (list: typeof after): readonly unknown[] =>
      list.map(({ kind, title, holders }) => ({ kind, title, people: holders.map(({ email }) => email) }));
    expect(carryOvers).toMatchObject([{ from: 'SL-STC', to: 'SL-STCM', contacts: [{ email: 'vanthu@stc.example' }] }]);
    expect(people(after)).toEqual(people(before));
    expect(after.map(({ validFrom }) => validFrom)).toEqual(after.map(() => '2026-03-20'));
    expect(await createContacts(register.api).list('SL-STCM', day)).toMatchObject([{ email: 'vanthu@stc.example' }]);
    // Before, it led its own work; so does its successor.
    const own = { organisation: 'SL-STCM', leadOffice: 'SL-STCM' };
    expect(await organisationLines(sql, finance, day)).toEqual({ ...lines, ...own });
    expect(reported).toEqual(['SL-TU', 'SL-UBND']);
    expect(await reportBodies(sql, { code: finance, line: 'reportTo', on: day })).toEqual(reported);
  });

  it('D11.3: carries nothing over to a body that is reached already', async () => {
    expect((await reorganisations.preview(asked([merged]), today)).carryOvers).toEqual([]);
  });
});

describe('the confirmation of a reorganisation', () => {
  it('D14.1: is refused where nobody would take over open work or a past, and nothing is written', async () => {
    await submitPetition(register.api, { organisation: finance, leadOffice: finance });
    const problems: unknown[] = [];
    const request = reorganisations.request({
      ...{
        id: randomUUID(),
        reorganisation: asked([{ kind: 'abolition', from: finance, into: null }]),
        accountId,
        today,
      },
      check(preview) {
        problems.push(...preview.problems);
        throw new Error('refused');
      },
    });

    await expect(request).rejects.toThrow('refused');
    expect(problems).toEqual([{ path: 'changes.0.into', code: 'reorganisation.successor_needed' }]);
    expect(await reorganisations.list()).toEqual([]);
  });

  it('D11.3: is carried out once, however often the same is asked for', async () => {
    await carriedOut(asked([merged]));

    const again = { id: randomUUID(), reorganisation: asked([merged]), accountId, today, check: () => undefined };

    expect(await reorganisations.request(again)).toBe(false);
    expect(await reorganisations.list()).toHaveLength(1);
  });

  it('is kept as it was decided', async () => {
    const id = await carriedOut(asked([renamed]));

    expect(await reorganisations.find(id)).toMatchObject({
      ...{ id, effectiveOn: '2026-03-20', document: { number: '15/NQ-HDND', signedOn: '2026-03-05' } },
      ...{ requestedBy: { username: 'lan' }, withdrawnAt: null },
      changes: [
        {
          ...{ kind: 'renaming', isMain: true, isNew: true, predecessor: { code: 'SL-STC' } },
          successor: { code: 'SL-STCM', name: 'Sở Tài chính mới' },
        },
      ],
    });
    expect(await reorganisations.find(randomUUID())).toBeNull();
  });
});

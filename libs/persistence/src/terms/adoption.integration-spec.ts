import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { applyTerms, localDate, type OrganisationCode } from '@dialogue/domain';
import {
  aCalendarSlice,
  aCommand,
  anOrganisation,
  applied,
  at,
  conferenceSteps,
  reportSteps,
} from '@dialogue/testing/builders';

import { createAccounts } from '../accounts/accounts.js';
import { holdConference } from '../conference.fixture.js';
import { createLedger } from '../ledger/ledger.js';
import {
  anEntry,
  openRegister,
  recordUntil,
  submitPetition,
  type Recorded,
  type TestRegister,
} from '../register.fixture.js';
import { createRelayStore, type OutboxRow } from '../relay/relay-store.js';
import { writeReport, yearPeriod } from '../report.fixture.js';
import type { AdoptingCase } from './adoption.js';
import { createLocalTerms, type LocalTerms } from './local-terms.js';

const organisation = anOrganisation('SL-STP');
const on = localDate('2026-03-10');
const own = { duties: { answer: { workingDays: 10 } } };

let register: TestRegister;
let terms: LocalTerms;
let admin: string;

beforeAll(async () => {
  register = await openRegister('sample');
  terms = createLocalTerms(register.api);
  const account = { username: 'quan.tri', passwordHash: 'x', role: 'admin', organisationCode: null } as const;
  admin = (await createAccounts(register.admin).create(account))?.id ?? '';
  await setBefore(organisation, { petition: own, conference: { cutOffDays: 7 }, report: { upwardsWorkingDays: 8 } });
});
afterAll(async () => register.close());

/** Set before there was a route: terms of the past, in which the cases of tests live. */
async function setBefore(
  code: OrganisationCode,
  {
    petition = null,
    conference = null,
    report = null,
  }: Partial<Record<'petition' | 'conference' | 'report', object | null>>,
): Promise<void> {
  await register.admin.query(
    `INSERT INTO terms (id, organisation_code, valid_from, petition, conference, report, reason)
     VALUES (gen_random_uuid(), $1, '2026-03-05', $2, $3, $4, 'x')`,
    [code, petition, conference, report],
  );
}

async function aPetitionOf(code: OrganisationCode): Promise<Recorded> {
  const id = await submitPetition(register.api, { organisation: code });
  return recordUntil(register.worker, { id, organisation: code, stage: 'inProgress' });
}

async function preview(code: OrganisationCode): Promise<readonly AdoptingCase[]> {
  return (await terms.previewAdoption({ organisation: code, on })).cases;
}

async function told(): Promise<readonly OutboxRow['message'][]> {
  const messages: OutboxRow['message'][] = [];
  const keep = async ({ message }: OutboxRow): Promise<void> => {
    messages.push(message);
    return Promise.resolve();
  };
  await createRelayStore(register.worker).claimOutbox(1000, keep);
  return messages;
}

describe('an adoption of terms', () => {
  it('D13.1: shows each open case that would go on by them, with what moves from when to when, and why', async () => {
    const { state } = await aPetitionOf(organisation);

    expect(await terms.previewAdoption({ organisation, on })).toEqual({
      versions: { petition: 'SL-STP/2026-03-05', conference: 'SL-STP/2026-03-05', report: 'SL-STP/2026-03-05' },
      cases: [
        {
          ...{ kind: 'petition', id: state.id, number: state.number, stage: 'inProgress', wasVersion: 'default-1' },
          changes: {
            limits: [
              {
                ...{ path: 'duties.answer.workingDays', rule: 'D11.1c', unit: 'workingDays', wasCount: 15, count: 10 },
              },
            ],
            ladders: [],
          },
          moves: [
            {
              ...{ duty: 'answer', rule: 'D11.1c', anchorOn: '2026-03-05' },
              ...{ wasDueOn: '2026-03-26', dueOn: '2026-03-19', isProvisional: false },
            },
          ],
        },
      ],
    });
  });

  it('D13.1: shows conferences and reports as well, and no case that has ended', async () => {
    const code = anOrganisation('SL-STC');
    await setBefore(code, { conference: { duties: { approvePlan: { count: { workingDays: -25 } } } }, report: {} });
    await holdConference(register, conferenceSteps.planning, { organisation: code });
    await createLedger(register.worker).openReports({ period: yearPeriod });
    await writeReport(register.worker, 'SL-STC/2026-Y', reportSteps.collecting);
    const ended = await submitPetition(register.api, { organisation: code });
    await recordUntil(register.worker, { id: ended, organisation: code, stage: 'closed' });

    expect(
      (await preview(code)).map(({ kind, moves }) => [kind, moves?.map(({ duty, dueOn }) => `${duty} ${dueOn}`)]),
    ).toEqual([
      ['conference', ['approvePlan 2026-03-12']],
      ['report', []],
    ]);
  });

  it('D13.1: loads as much calendar as the new days need', async () => {
    const code = anOrganisation('SL-SYT');
    await setBefore(code, { petition: { duties: { answer: { workingDays: 40 } } } });
    const id = await submitPetition(register.api, { organisation: code });
    const calendar = aCalendarSlice('2026-01-01', '2026-03-31');
    await recordUntil(register.worker, { id, organisation: code, stage: 'inProgress', calendar });

    expect((await preview(code))[0]?.moves).toMatchObject([{ wasDueOn: '2026-03-26', dueOn: '2026-05-05' }]);
  });

  it('D13.1: says so where the calendar of the new days is not published', async () => {
    const code = anOrganisation('SL-SXD');
    await setBefore(code, { petition: { duties: { answer: { workingDays: 60 } } } });
    const calendar = aCalendarSlice('2027-01-01', '2027-12-31');
    const id = await submitPetition(register.api, { organisation: code });
    const { state, sequence } = await recordUntil(register.worker, { id, organisation: code, stage: 'inProgress' });
    const duties = state.duties.map((duty) => ({ ...duty, anchorOn: localDate('2027-11-15') }));
    const late = { event: 'moved', at: at('2026-03-09'), rule: 'D11.1c', facts: {}, notices: [] } as const;
    await createLedger(register.worker).recordTransition(
      anEntry({ ...late, state: { ...state, duties, calendar } }, { sequence: sequence + 1 }),
    );

    expect((await preview(code)).map(({ moves }) => moves)).toEqual([null]);
  });
});

describe('the order to adopt terms', () => {
  const ordered = anOrganisation('SL-SCT');
  let petition: Recorded;

  beforeEach(async () => {
    petition = await aPetitionOf(ordered);
    await told();
  });

  function order(): ReturnType<LocalTerms['orderAdoption']> {
    return terms.orderAdoption({ organisation: ordered, on, reason: 'Thống nhất thời hạn.', orderedBy: admin });
  }

  it('D13.1: tells nobody when nothing has been set', async () => {
    expect(await order()).toEqual({
      versions: { petition: 'default-1', conference: 'default-1', report: 'default-1' },
      told: 0,
    });
    expect(await told()).toEqual([]);
  });

  it('D13.1: tells each open case the whole terms, once, and keeps who wanted it', async () => {
    await setBefore(ordered, { petition: own });
    const first = await order();
    const again = await order();

    const adopted = applyTerms('petition', own, 'SL-SCT/2026-03-05');
    expect([first.told, again.told]).toEqual([2, 0]);
    expect((await told()).filter(({ caseId }) => caseId === petition.state.id)).toEqual([
      {
        ...{ kind: 'signalCase', caseKind: 'petition', caseId: petition.state.id },
        command: { kind: 'adoptTerms', terms: adopted },
      },
    ]);
    expect(
      await register.admin.query<object[]>(
        'SELECT organisation_code, petition_version, told, reason, ordered_by FROM terms_adoptions',
      ),
    ).toEqual([
      {
        ...{ organisation_code: 'SL-SCT', petition_version: 'SL-SCT/2026-03-05', told: 2 },
        ...{ reason: 'Thống nhất thời hạn.', ordered_by: admin },
      },
    ]);
  });

  it('D13.1: leaves alone what has adopted them', async () => {
    const adopted = applyTerms('petition', own, 'SL-SCT/2026-03-05');
    const transition = applied(petition.state, aCommand('adoptTerms', { terms: adopted }), at('2026-03-10'));
    await createLedger(register.worker).recordTransition(anEntry(transition, { sequence: petition.sequence + 1 }));

    const { told: others } = await order();
    const messages = await told();

    expect(others).toBe(messages.length);
    expect(messages.map(({ caseId }) => caseId)).not.toContain(petition.state.id);
    expect((await preview(ordered)).map(({ id }) => id)).not.toContain(petition.state.id);
  });

  it('is never changed, and given by no worker', async () => {
    const { api, worker } = register;
    const other = `INSERT INTO terms_adoptions (id) VALUES ('${randomUUID()}')`;

    await expect(api.query(`UPDATE terms_adoptions SET reason = ''`)).rejects.toThrow('permission denied');
    await expect(worker.query(other)).rejects.toThrow('permission denied');
    await expect(register.admin.query('DELETE FROM terms_adoptions')).rejects.toThrow('rows are only ever added');
  });
});

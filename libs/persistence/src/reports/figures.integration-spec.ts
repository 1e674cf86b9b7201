import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  emptyFigures,
  localDate,
  type Petition,
  type PetitionStage,
  type ReportFigures,
  type ReportPeriod,
} from '@dialogue/domain';
import { aCommand, anOrganisation, applied, at, conferenceSteps, elapsed } from '@dialogue/testing/builders';

import { holdConference } from '../conference.fixture.js';
import { createLedger } from '../ledger/ledger.js';
import { anEntry, openRegister, recordUntil, submitPetition, type TestRegister } from '../register.fixture.js';
import { sqlOf } from '../sql/sql.js';
import { figuresOf } from './figures.js';

const period: ReportPeriod = {
  kind: 'extraordinary',
  code: '20260301-20260430',
  from: localDate('2026-03-01'),
  cutOn: localDate('2026-04-30'),
  dueOn: localDate('2026-05-15'),
};

describe('the figures of an organisation', () => {
  let register: TestRegister;

  beforeAll(async () => {
    register = await openRegister();
  });
  afterAll(async () => register.close());

  async function aPetitionOf(code: string, stage: PetitionStage, wishes: Partial<Petition> = {}): Promise<string> {
    const host = { organisation: anOrganisation(code), leadOffice: anOrganisation(code) };
    const id = await submitPetition(register.api, { ...host, ...wishes });
    if (stage !== 'submitted') await recordUntil(register.worker, { id, stage, ...host });
    return id;
  }

  /** The limit has passed; and perhaps the answer came after it. */
  async function missed(code: string, { isAnswered }: { readonly isAnswered: boolean }): Promise<void> {
    const host = { organisation: anOrganisation(code), leadOffice: anOrganisation(code) };
    const id = await submitPetition(register.api, host);
    let { state, sequence } = await recordUntil(register.worker, { id, stage: 'inProgress', ...host });
    const ledger = createLedger(register.worker);
    for (const transition of elapsed(state, at('2026-03-27', '00:00'))) {
      await ledger.recordTransition(anEntry(transition, { sequence: ++sequence }));
      state = transition.state;
    }
    if (!isAnswered) return;
    const late = applied(state, aCommand('answer'), at('2026-03-30'));
    await ledger.recordTransition(anEntry(late, { sequence: sequence + 1 }));
  }

  const figures = async (code: string): Promise<ReportFigures> =>
    figuresOf(sqlOf(register.api), anOrganisation(code), period);

  it('D14.1: each petition counts as what became of it, and stays so when it is closed', async () => {
    for (const stage of [
      'submitted',
      'received',
      'redirected',
      'withdrawn',
      'declined',
      'deferred',
      'referred',
    ] as const)
      await aPetitionOf('SL-SYT', stage);
    for (const stage of ['settled', 'assigned', 'inProgress', 'answered', 'resolved', 'closed'] as const)
      await aPetitionOf('SL-SYT', stage);
    await missed('SL-SYT', { isAnswered: false });
    await missed('SL-SYT', { isAnswered: true });

    expect(await figures('SL-SYT')).toEqual({
      ...emptyFigures,
      received: 15,
      redirected: 1,
      withdrawn: 1,
      settled: 1,
      assigned: 7,
      declined: 1,
      deferred: 1,
      referred: 1,
      answeredInTime: 3,
      answeredLate: 1,
      overdue: 1,
      resolved: 2,
      byField: { ...emptyFigures.byField, economy: 11 },
    });
  });

  it('D14.1: a settled petition that is closed was settled', async () => {
    const id = await aPetitionOf('SL-SNV', 'settled');
    const host = { organisation: anOrganisation('SL-SNV'), leadOffice: anOrganisation('SL-SNV') };
    const { state, sequence } = await register.admin
      .query<{ state: Petition; sequence: number }[]>('SELECT state, sequence FROM case_memory WHERE case_id = $1', [
        id,
      ])
      .then(([row]) => row ?? Promise.reject(new Error('No such case')));
    const told = applied({ ...state, ...host }, aCommand('recordNoticeSent'), at('2026-03-25'));
    const closed = applied(told.state, aCommand('close'), at('2026-03-26'));
    const ledger = createLedger(register.worker);
    await ledger.recordTransition(anEntry(told, { sequence: sequence + 1 }));
    await ledger.recordTransition(anEntry(closed, { sequence: sequence + 2 }));

    expect(await figures('SL-SNV')).toMatchObject({ received: 1, settled: 1, assigned: 0, resolved: 0 });
  });

  it.each([
    ['the first day', '2026-03-01', 1],
    ['the day at which figures are cut', '2026-04-30', 1],
    ['the day before', '2026-02-28', 0],
    ['the day after', '2026-05-01', 0],
  ])('D14.1: received on %s', async (_reason, receivedOn, received) => {
    const before = await figures('SL-SXD');
    await aPetitionOf('SL-SXD', 'submitted', { receivedOn: localDate(receivedOn) });

    expect((await figures('SL-SXD')).received - before.received).toBe(received);
  });

  it('D14.1: what was filed under a body that it took over from counts too', async () => {
    await aPetitionOf('SL-SNNPTNT', 'submitted');
    await aPetitionOf('SL-STNMT', 'submitted');
    await aPetitionOf('SL-SNNMT', 'submitted');

    expect((await figures('SL-SNNMT')).received).toBe(3);
    expect((await figures('SL-STP')).received).toBe(0);
  });

  it('D14.1: a committee answers for its unit, and for the units that this one took over from', async () => {
    await aPetitionOf('14', 'submitted');
    await aPetitionOf('116', 'submitted');

    expect((await figures('SL-UBND')).received).toBe(2);
  });

  it('D6.2, D14.1: conferences count by the day on which they were held, whatever was planned', async () => {
    const host = { organisation: anOrganisation('SL-SCT'), leadOffice: anOrganisation('SL-SCT') };
    await holdConference(register, conferenceSteps.held, host);
    await holdConference(register, conferenceSteps.closed, { ...host, kind: 'adHoc', field: 'economy' });
    await holdConference(register, conferenceSteps.preparing, host);
    await holdConference(register, conferenceSteps.cancelled, host);

    expect(await figures('SL-SCT')).toEqual({ ...emptyFigures, conferencesPeriodic: 1, conferencesAdHoc: 1 });
  });
});

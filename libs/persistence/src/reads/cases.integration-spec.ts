import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { localDate, type ConferenceStage } from '@dialogue/domain';
import {
  aConferenceCommand,
  anOrganisation,
  appliedToConference,
  at,
  conferenceSteps,
  reportSteps,
} from '@dialogue/testing/builders';

import { holdConference, planConference } from '../conference.fixture.js';
import { createLedger } from '../ledger/ledger.js';
import { anEntry, openRegister, type TestRegister } from '../register.fixture.js';
import { writeReport, yearPeriod } from '../report.fixture.js';
import { everyPage } from './pages.fixture.js';
import { createRegister, type Register } from './register.js';

describe('conferences', () => {
  let register: TestRegister;
  let reads: Register;
  const ids: Partial<Record<ConferenceStage, string>> = {};

  beforeAll(async () => {
    register = await openRegister('sample');
    reads = createRegister(register.api);
    const on = localDate('2026-06-01');
    const host = { organisation: anOrganisation('SL-STC'), leadOffice: anOrganisation('SL-STC') };
    ids.drafted = (await planConference(register.api, { ...host, on, title: 'Chợ đầu mối' })).command.caseId;
    for (const stage of ['planning', 'held', 'closed'] as const)
      ids[stage] = (await holdConference(register, conferenceSteps[stage])).state.id;
  });
  afterAll(async () => register.close());

  const listed = async (filter: Parameters<Register['conferences']>[0]): Promise<readonly string[]> =>
    (await reads.conferences(filter, { limit: 50, sort: 'newest' })).rows.map(({ id }) => id);

  it.each([
    ['by stage', { stage: ['held'] }, ['held']],
    ['before their workflow has taken them', { stage: ['drafted'] }, ['drafted']],
    ['by organisation', { organisations: ['SL-STC', 'SL-SYT'] }, ['drafted']],
    ['by their day', { from: localDate('2026-04-16'), to: localDate('2026-04-16') }, ['planning', 'held', 'closed']],
    ['not before their day', { to: localDate('2026-04-15') }, []],
    ['by kind', { kind: 'adHoc' }, []],
    ['by host', { host: 'SL-STC' }, ['drafted']],
    ['by a body that was asked, invited, or leads', { agency: ['SL-SYT', 'SL-STC'] }, ['drafted', 'held', 'closed']],
    ['by what falls due', { dueTo: localDate('2026-03-31'), stage: ['held'] }, []],
    ['by words of their title, without marks', { text: 'cho DAU moi' }, ['drafted']],
    ['within a scope of lead offices', { scope: ['SL-VPUBND'] }, ['planning', 'held', 'closed']],
    ['within a scope of bodies that were asked or invited', { scope: ['SL-SYT'] }, ['held', 'closed']],
    ['not outside of a scope', { scope: ['SL-SNV'] }, []],
  ] as const)('are listed %s', async (_way, filter, expected) => {
    expect(new Set(await listed(filter))).toEqual(new Set(expected.map((name) => ids[name])));
  });

  it('come page by page, each once, the latest day first', async () => {
    const all = await listed({});
    const seen = (await everyPage((page) => reads.conferences({}, { sort: 'newest', limit: 3, ...page }))).map(
      ({ id }) => id,
    );

    expect(seen).toEqual(all);
    expect(all[0]).toBe(ids.drafted);
    expect(new Set(all).size).toBe(4);
  });

  it('are known to a permission check with the day on which they stand', async () => {
    expect(await reads.conferenceScope(ids.held ?? '')).toMatchObject({
      stage: 'held',
      number: expect.stringMatching(/^HN-2026-/),
      on: '2026-04-16',
      heldOn: '2026-04-16',
      organisation: 'SL-UBND',
      leadOffice: 'SL-VPUBND',
      bodies: ['SL-MTTQ', 'SL-STC', 'SL-SYT'],
    });
    expect(await reads.conferenceScope(ids.drafted ?? '')).toMatchObject({ stage: 'drafted', sequence: 0, bodies: [] });
    expect(await reads.conferenceScope(randomUUID())).toBeNull();
    expect(await reads.conference(randomUUID())).toBeNull();
  });

  it('D11.3: say who answers for them since a reorganisation', async () => {
    const { state, sequence } = await holdConference(register, conferenceSteps.preparing);
    const { id: caseId } = state;
    expect(await reads.conference(caseId)).toMatchObject({
      answering: { host: { code: 'SL-UBND' }, leadOffice: { code: 'SL-VPUBND' } },
    });
    const changed = aConferenceCommand('organisationChanged', {
      successions: [{ from: anOrganisation('SL-VPUBND'), to: anOrganisation('SL-STC'), toName: 'after' }],
    });
    const transition = appliedToConference(state, changed, at('2026-04-02'));
    const place = { sequence: sequence + 1, caseKind: 'conference' } as const;
    await createLedger(register.worker).recordTransition(anEntry(transition, place));

    expect(await reads.conference(caseId)).toMatchObject({
      answering: { host: { code: 'SL-UBND' }, leadOffice: { code: 'SL-STC' } },
    });
    expect((await reads.conference(ids.drafted ?? ''))?.answering).toEqual({});
  });
});

describe('reports', () => {
  let register: TestRegister;
  let reads: Register;

  beforeAll(async () => {
    register = await openRegister('sample');
    reads = createRegister(register.api);
    await createLedger(register.worker).openReports({ period: yearPeriod });
    await writeReport(register.worker, 'SL-STC/2026-Y', reportSteps.sent);
    await writeReport(register.worker, 'SL-SYT/2026-Y', reportSteps.collecting);
  });
  afterAll(async () => register.close());

  it.each([
    ['by stage', { stage: ['sent'] }, ['SL-STC/2026-Y']],
    ['by organisation', { organisations: ['SL-SYT'] }, ['SL-SYT/2026-Y']],
    ['by period', { period: '2026-H1' }, []],
    ['by kind', { kind: ['halfYear'] }, []],
    ['by words of the body, without marks', { text: 'so tai chinh', stage: ['sent'] }, ['SL-STC/2026-Y']],
    ['within a scope', { scope: ['SL-STC', 'SL-SYT'] }, ['SL-SYT/2026-Y', 'SL-STC/2026-Y']],
    ['not for an empty scope', { scope: [] }, []],
  ] as const)('are listed %s', async (_way, filter, expected) => {
    const { rows } = await reads.reports(filter, { limit: 50, sort: 'newest' });

    expect(rows.map(({ id }) => id)).toEqual(expected);
  });

  it('come page by page, each once', async () => {
    const seen = (await everyPage((page) => reads.reports({}, { sort: 'newest', limit: 40, ...page }))).map(
      ({ id }) => id,
    );

    expect(seen.length).toBeGreaterThan(100);
    expect(new Set(seen).size).toBe(seen.length);
  });

  it('are known to a permission check', async () => {
    expect(await reads.reportScope('SL-STC/2026-Y')).toEqual({
      id: 'SL-STC/2026-Y',
      stage: 'sent',
      sequence: 4,
      organisation: 'SL-STC',
      leadOffice: 'SL-STC',
    });
    expect(await reads.reportScope('SL-STC/2030-Y')).toBeNull();
    expect(await reads.report('SL-STC/2030-Y')).toBeNull();
  });
});

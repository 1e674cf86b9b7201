import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aBody, aConferenceCommand, aDocument, at, conferenceSteps } from '@dialogue/testing/builders';

import { continueConference, holdConference, planConference } from '../conference.fixture.js';
import { createRegister, type Register } from '../reads/register.js';
import { openRegister, recordUntil, submitPetition, type TestRegister } from '../register.fixture.js';
import { createLedger } from './ledger.js';

const finance = aBody('SL-STC').code;

describe('what people read of the preparation of a conference', () => {
  let register: TestRegister;
  let reads: Register;

  beforeAll(async () => {
    register = await openRegister();
    reads = createRegister(register.api);
  });
  afterAll(async () => register.close());

  it('D8.1a, D8.1c, D8.1h, D13.3: holds each step with its day', async () => {
    const { state } = await holdConference(register, [
      ...conferenceSteps.planning,
      { command: aConferenceCommand('submitPlan'), at: at('2026-03-12') },
      ...conferenceSteps.held.slice(1),
    ]);

    expect((await reads.conference(state.id))?.steps).toEqual({
      ...{ demand: null, demandAnsweredOn: null, planVersions: 1, planSubmittedOn: '2026-03-12', announcedOn: null },
      ...{ aggregatedOn: '2026-04-01', briefedOn: '2026-04-09', helpersNamedOn: '2026-04-08', hostDecision: null },
      situationReportedBy: [{ code: 'SL-MTTQ', name: expect.stringContaining('Mặt trận') }],
    });
  });

  it('D8.1b, D10.3a: says of each body what it has answered, and asks again on another day', async () => {
    const recorded = await holdConference(register, [
      ...conferenceSteps.preparing,
      { command: aConferenceCommand('requestOpinions'), at: at('2026-03-20') },
      { command: aConferenceCommand('recordOpinionsReceived', { isNone: true }), at: at('2026-03-25') },
      { command: aConferenceCommand('sendInvitations'), at: at('2026-04-08') },
      { command: aConferenceCommand('confirmAttendance'), at: at('2026-04-09') },
    ]);
    const before = (await reads.conference(recorded.state.id))?.bodies;
    await continueConference(register.worker, recorded, [
      { command: aConferenceCommand('reschedule'), at: at('2026-04-09') },
    ]);
    const after = (await reads.conference(recorded.state.id))?.bodies;

    expect(before?.find(({ organisation }) => organisation.code === finance)).toMatchObject({
      ...{ opinionsOn: '2026-03-16', opinionsAreNone: true },
      ...{ attendance: 'confirmed', attendeeRank: 'head', attendanceOn: '2026-04-09', leftOn: null },
    });
    expect(before?.find(({ organisation }) => organisation.code === 'SL-SYT')).toMatchObject({ opinionsOn: null });
    expect(after?.find(({ organisation }) => organisation.code === finance)).toMatchObject({
      ...{ opinionsAreNone: true, attendance: null, attendeeRank: null, attendanceOn: null },
    });
  });

  it('D8.1c, D8.1d: says who prepares the answer to a petition, and when it was there; that body may read it all', async () => {
    const petitionId = await submitPetition(register.api);
    await recordUntil(register.worker, { id: petitionId, stage: 'accepted' });
    const allocations = [{ petitionId, agency: aBody('SL-CA'), urgency: 'pressing' as const }];
    const { state } = await holdConference(register, [
      ...conferenceSteps.preparing,
      { command: aConferenceCommand('petitionAttached', { petitionId }), at: at('2026-03-20') },
      { command: aConferenceCommand('issueAggregateReport', { allocations }), at: at('2026-04-01') },
      {
        command: aConferenceCommand('recordPreparedAnswer', { petitionId, agency: aBody('SL-CA') }),
        at: at('2026-04-07'),
      },
    ]);

    const read = await reads.conference(state.id);

    expect(read?.petitions).toMatchObject([
      { preparedBy: { code: 'SL-CA' }, preparedOn: '2026-04-07', urgency: 'pressing', isBeyondAuthority: false },
    ]);
    expect(read?.duties.filter(({ kind }) => kind === 'prepareAnswers')).toMatchObject([
      { body: { code: 'SL-CA' }, doneAt: at('2026-04-07') },
    ]);
    expect((await reads.conferenceScope(state.id))?.bodies).toContain('SL-CA');
  });

  it('D1: is of whoever hosts by a decision, in lists and rights, too', async () => {
    const { state } = await holdConference(register, [
      ...conferenceSteps.preparing,
      { command: aConferenceCommand('changeHost'), at: at('2026-04-01') },
    ]);

    const found = await reads.conferences({ organisations: ['SL-HDND'] }, { sort: 'newest', limit: 10 });

    expect(await reads.conference(state.id)).toMatchObject({
      ...{ organisation: { code: 'SL-HDND' }, hostPost: 'councilChair' },
      steps: { hostDecision: { number: '210/QĐ-UBND', signedOn: '2026-03-02' } },
    });
    expect(found.rows.map(({ id }) => id)).toContain(state.id);
    expect(await reads.conferenceScope(state.id)).toMatchObject({ organisation: 'SL-HDND' });
  });

  it('D8.3a: begins with the demand of another body, which stays', async () => {
    const demand = { by: aBody('SL-UBND').code, document: aDocument('315/UBND-TH', '2026-03-02') };
    const wishes = { kind: 'adHoc', field: 'economy', host: 'departmentHead', organisation: finance, demand } as const;
    const { command, caseNumber } = await planConference(register.api, wishes);

    expect(caseNumber).toMatch(/^HN-/);
    expect(await createLedger(register.worker).loadConferencePlan(command.caseId)).toMatchObject({ demand });
    expect((await reads.conference(command.caseId))?.steps.demand).toMatchObject({
      ...{ by: { code: 'SL-UBND' }, document: demand.document },
    });
  });
});

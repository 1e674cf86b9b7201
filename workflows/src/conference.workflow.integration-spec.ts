import { describe, expect, it } from '@jest/globals';
import { localDate } from '@dialogue/domain';
import { aBody, aConference, aDocument, at } from '@dialogue/testing/builders';
import { beginConference, type ConferenceBeginning, type ConferenceStory } from '@dialogue/testing/cases';

import { useStoryServer } from './case-stories.fixture.js';

const { server, told } = useStoryServer();
const petitionId = '7f0c6a52-93a8-4d53-8d0b-6a1d5a3c0001';

/** Planned on Monday 2 March 2026 for Thursday 16 April; no holiday lies between. */
async function planned(beginning: Partial<ConferenceBeginning> = {}): Promise<ConferenceStory> {
  const conference = told(await beginConference(server(), { on: '2026-03-02', ...beginning }));
  await conference.send('plan');
  return conference;
}

async function prepared(beginning: Partial<ConferenceBeginning> = {}): Promise<ConferenceStory> {
  const conference = await planned(beginning);
  await conference.until('2026-03-13');
  await conference.send('approvePlan');
  await conference.until('2026-03-20');
  await conference.send('requestOpinions');
  await conference.send('petitionAttached');
  for (const body of ['SL-STC', 'SL-SYT'].map((code) => aBody(code).code))
    await conference.send('recordOpinionsReceived', { body });
  await conference.send('recordSituationReport');
  await conference.send('issueAggregateReport', { allocations: [{ petitionId, agency: aBody('SL-STC') }] });
  await conference.send('recordPreparedAnswer', { petitionId });
  await conference.send('nameHelpers');
  await conference.until('2026-04-02');
  await conference.send('sendInvitations');
  await allConfirm(conference);
  await conference.until('2026-04-03');
  await conference.send('holdBriefing', { heldOn: localDate('2026-04-03') });
  return conference;
}

/** D10.3a: every guest says who comes. */
async function allConfirm(conference: ConferenceStory): Promise<void> {
  for (const body of ['SL-STC', 'SL-MTTQ'].map((code) => aBody(code).code))
    await conference.send('confirmAttendance', { body });
}

describe('a conference', () => {
  it('D8.1: that is prepared, held and followed up in time is urged to nothing', async () => {
    const conference = await prepared();
    await conference.until('2026-04-16', '11:00');
    await conference.send('recordHeld');
    await conference.send('conclude', {
      conclusions: [{ petitionId, conclusion: { kind: 'settle' } }],
    });
    await conference.until('2026-04-20');
    await conference.send('petitionFollowedUp');
    await conference.send('issueConclusionNotice');
    await conference.send('issueResultReport', { document: aDocument('99/BC-UBND', '2026-04-20') });
    await conference.send('recordInternalReview', { reviewedOn: localDate('2026-04-20') });
    await conference.send('close');
    await conference.handle.result();

    expect(conference.lines()).toEqual([
      '2026-03-02 08:30 planned',
      '2026-03-13 09:00 planApproved',
      '2026-03-20 09:00 opinionsRequested',
      '2026-03-20 09:00 petitionAttached',
      '2026-03-20 09:00 opinionsReceived',
      '2026-03-20 09:00 opinionsReceived',
      '2026-03-20 09:00 situationReported',
      '2026-03-20 09:00 aggregateReportIssued',
      '2026-03-20 09:00 answerPrepared',
      '2026-03-20 09:00 helpersNamed',
      '2026-04-02 09:00 invitationsSent',
      '2026-04-02 09:00 attendanceConfirmed',
      '2026-04-02 09:00 attendanceConfirmed',
      '2026-04-03 09:00 briefingHeld',
      '2026-04-16 11:00 held',
      '2026-04-16 11:00 concluded',
      '2026-04-20 09:00 petitionFollowedUp',
      '2026-04-20 09:00 conclusionNoticeIssued',
      '2026-04-20 09:00 resultReportIssued',
      '2026-04-20 09:00 internalReviewRecorded',
      '2026-04-20 09:00 closed',
    ]);
    expect(conference.book.entries.at(-1)?.state).toMatchObject({ stage: 'closed', hasFinding: false, duties: [] });
  });

  it('D8.1e, D8.1g: whose briefing and invitations are missed is reminded, recorded and escalated', async () => {
    const conference = await planned();
    await conference.until('2026-03-13');
    await conference.send('approvePlan');
    await conference.send('requestOpinions');

    await conference.until('2026-04-15');

    // Invitations: the 5th working day before, Thursday 9 April. Briefing: the 5th day before is a Saturday, so the 10th.
    expect(conference.lines().slice(3)).toEqual([
      // D8.1b: each of two bodies, until the cut-off, Saturday 11 April.
      '2026-04-02 08:00 urged reportSituation -2',
      '2026-04-02 08:00 urged issueAggregateReport -2',
      '2026-04-06 08:00 urged sendInvitations -3',
      '2026-04-06 08:00 urged supplyOpinions.SL-STC -5',
      '2026-04-06 08:00 urged supplyOpinions.SL-SYT -5',
      '2026-04-07 00:00 deadlineMissed reportSituation',
      '2026-04-07 00:00 deadlineMissed issueAggregateReport',
      '2026-04-07 08:00 urged reportSituation 1',
      '2026-04-07 08:00 urged issueAggregateReport 1',
      '2026-04-07 08:00 urged holdBriefing -3',
      '2026-04-08 08:00 urged sendInvitations -1',
      '2026-04-08 08:00 urged nameHelpers -1',
      '2026-04-09 08:00 urged holdBriefing -1',
      '2026-04-09 08:00 urged supplyOpinions.SL-STC -2',
      '2026-04-09 08:00 urged supplyOpinions.SL-SYT -2',
      '2026-04-10 00:00 deadlineMissed sendInvitations',
      '2026-04-10 00:00 deadlineMissed nameHelpers',
      '2026-04-10 08:00 urged sendInvitations 1',
      '2026-04-10 08:00 urged nameHelpers 1',
      '2026-04-11 00:00 deadlineMissed holdBriefing',
      '2026-04-12 00:00 deadlineMissed supplyOpinions.SL-STC',
      '2026-04-12 00:00 deadlineMissed supplyOpinions.SL-SYT',
      '2026-04-13 08:00 urged holdBriefing 1',
      '2026-04-14 08:00 urged reportSituation 6',
      '2026-04-14 08:00 urged issueAggregateReport 6',
    ]);
    const missed = conference.book.entries.filter(({ event }) => event === 'deadlineMissed');
    expect(missed.filter(({ facts }) => facts['isFinding'] === true).map(({ rule }) => rule)).toEqual([
      'D8.1g',
      'D8.1e',
    ]);
    expect(conference.book.entries.at(-1)?.state.hasFinding).toBe(true);
  });

  it('D8.1: that is moved counts every open day anew, and forgets those of the old day', async () => {
    const conference = await prepared({ plan: { on: localDate('2026-04-16') } });
    await conference.until('2026-04-06');

    await conference.send('reschedule', { on: localDate('2026-05-14'), startsAt: '08:00' });
    // D10.3a: who comes is asked again for another day.
    await allConfirm(conference);
    await conference.until('2026-05-16');

    // Outcome: Friday 15 May. Nothing was urged between, since what is prepared stays prepared.
    expect(conference.lines().slice(14)).toEqual([
      '2026-04-06 09:00 rescheduled',
      '2026-04-06 09:00 attendanceConfirmed',
      '2026-04-06 09:00 attendanceConfirmed',
      '2026-05-15 08:00 urged recordOutcome 0',
      '2026-05-16 00:00 deadlineMissed recordOutcome',
    ]);
    expect(conference.book.entries[14]?.tells).toMatchObject([
      { caseKind: 'petition', command: { kind: 'conferenceMoved' } },
    ]);
  });

  it('D8.1: that is cancelled owes nothing more, tells its petitions and ends', async () => {
    const conference = await prepared();
    await conference.until('2026-04-06');

    await conference.send('cancel');
    await conference.handle.result();

    expect(conference.lines().at(-1)).toBe('2026-04-06 09:00 cancelled');
    const { state, tells } = conference.book.entries.at(-1)!;
    expect(state).toMatchObject({ stage: 'cancelled', duties: [] });
    expect(tells).toMatchObject([{ caseKind: 'petition', command: { kind: 'conferenceEnded' } }]);
  });
});

describe('a conference out of the ordinary', () => {
  it('D8.1: that was planned too late owes everything at once, marked so, and drops nothing', async () => {
    const conference = told(await beginConference(server(), { on: '2026-04-13' }));
    await conference.send('plan');
    await conference.until('2026-04-14');

    const [entry] = conference.book.entries;
    const belated = entry?.state.duties.filter(({ isBelated }) => isBelated === true).map(({ kind }) => kind);
    expect(belated).toEqual([
      ...['approvePlan', 'requestOpinions', 'reportSituation', 'issueAggregateReport'],
      ...['holdBriefing', 'sendInvitations', 'nameHelpers'],
    ]);
    expect(conference.lines().filter((line) => line.includes('deadlineMissed'))).toHaveLength(7);
  });

  it('D11.1b: that is held and not followed up in five working days is a finding', async () => {
    const memory = { state: aConference({ stage: 'followUp' }), lastAt: at('2026-04-17') };
    const conference = told(await beginConference(server(), { on: '2026-04-20', memory }));
    await conference.send('petitionAttached', { isRaised: true, path: 'written' });

    await conference.until('2026-04-24', '09:00');

    const missed = conference.lines().filter((line) => line.includes('deadlineMissed'));
    expect(missed).toContain('2026-04-24 00:00 deadlineMissed followUpPetitions');
    expect(conference.book.entries.at(-1)?.state.hasFinding).toBe(true);
  });

  it('D11.1b: that is over still hears of its petitions, and ends again', async () => {
    const memory = { state: aConference({ stage: 'closed' }), lastAt: at('2026-04-22') };
    const conference = told(await beginConference(server(), { on: '2026-04-27', memory }));

    await conference.send('petitionAttached');
    await conference.handle.result();

    expect(conference.book.entries.at(-1)?.tells).toMatchObject([{ command: { kind: 'conferenceEnded' } }]);
  });

  it('D8.1: keeps its days over many short runs', async () => {
    const conference = await planned({ historyLimit: 10 });

    await conference.until('2026-03-24');

    expect(conference.lines()).toEqual([
      '2026-03-02 08:30 planned',
      '2026-03-16 08:00 urged approvePlan -3',
      '2026-03-20 00:00 deadlineMissed approvePlan',
      '2026-03-20 08:00 urged approvePlan 1',
      '2026-03-24 08:00 urged requestOpinions -2',
    ]);
    expect(conference.book.calls.loadCase).toBe(1);
  });
});

import { localDate } from '@dialogue/domain';
import { aBody, aDocument } from '@dialogue/testing/builders';
import { beginConference, type ConferenceStory, type WorkflowServer } from '@dialogue/testing/cases';

import { over } from './beginnings.js';
import type { Path } from './paths.js';

const petitionId = '7f0c6a52-93a8-4d53-8d0b-6a1d5a3c0001';
const laterId = '7f0c6a52-93a8-4d53-8d0b-6a1d5a3c0002';

/** The ways of a conference (D8.1, D9, D11.1b): planned on 2 March 2026 for Thursday 16 April. */
export const conferencePaths: Readonly<Record<string, Path>> = {
  'conference-held': async (server) => {
    const conference = await prepared(server);
    await conference.until('2026-04-16', '11:00');
    await conference.send('recordHeld');
    await conference.send('conclude', { conclusions: [{ petitionId, conclusion: { kind: 'assign' } }] });
    await conference.until('2026-04-20');
    await conference.send('petitionFollowedUp');
    await conference.send('issueConclusionNotice');
    await conference.send('issueResultReport', { document: aDocument('99/BC-UBND', '2026-04-20') });
    await conference.send('recordInternalReview', { reviewedOn: localDate('2026-04-20') });
    await conference.send('close');
    return over(conference);
  },
  'conference-prepared': async (server) => {
    const conference = await planned(server);
    await conference.until('2026-03-10');
    await conference.send('submitPlan');
    await conference.send('returnPlan');
    await conference.send('submitPlan');
    await conference.until('2026-03-17');
    await conference.send('approvePlan', { asSubmitted: true });
    await conference.send('announce', { announcedOn: localDate('2026-03-17') });
    await conference.send('requestOpinions');
    await conference.send('petitionAttached');
    await conference.until('2026-04-02');
    await conference.send('recordOpinionsReceived');
    await conference.send('recordSituationReport');
    const allocations = [{ petitionId, agency: aBody('SL-STC') }];
    await conference.send('issueAggregateReport', { allocations });
    await conference.send('recordPreparedAnswer', { petitionId });
    await conference.send('nameHelpers');
    await conference.send('sendInvitations');
    await conference.send('confirmAttendance');
    await conference.send('holdBriefing', { heldOn: localDate('2026-04-02') });
    await conference.send('petitionAttached', { petitionId: laterId, number: 'KN-2026-000002' });
    await conference.send('changeHost');
    await conference.send('organisationChanged');
    await conference.until('2026-04-06');
    await conference.send('reschedule', { on: localDate('2026-05-14'), startsAt: '14:00' });
    await conference.send('declineAttendance', { body: aBody('SL-MTTQ').code });
    await conference.until('2026-05-14');
    await conference.send('cancel');
    return over(conference);
  },
  'conference-demanded': async (server) => {
    const demand = { by: aBody('SL-UBND').code, document: aDocument('315/UBND-TH', '2026-02-27') };
    const plan = { kind: 'adHoc', field: 'economy', host: 'departmentHead', demand } as const;
    const conference = await beginConference(server, { on: '2026-03-02', plan });
    await conference.send('demandAdHoc');
    await conference.send('approvePlan');
    await conference.until('2026-03-09');
    await conference.send('answerDemand', { on: localDate('2026-04-24') });
    await conference.send('approvePlan', { document: aDocument('45/KH-STC', '2026-03-09') });
    await conference.until('2026-04-01');
    return over(conference);
  },
  'conference-overdue': async (server) => {
    const conference = await planned(server);
    await conference.until('2026-04-16', '11:00');
    await conference.send('approvePlan');
    await conference.send('petitionAttached');
    await conference.send('recordHeld');
    await conference.send('conclude', { conclusions: [{ petitionId, conclusion: { kind: 'settle' } }] });
    await conference.until('2026-05-06');
    return over(conference);
  },
  'conference-rescheduled': async (server) => {
    const conference = await prepared(server);
    await conference.until('2026-04-06');
    await conference.send('reschedule', { on: localDate('2026-05-14'), startsAt: '14:00' });
    await conference.until('2026-05-16');
    return over(conference);
  },
  'conference-cancelled': async (server) => {
    const conference = await prepared(server);
    await conference.send('cancel');
    return over(conference);
  },
};

async function planned(server: WorkflowServer): Promise<ConferenceStory> {
  const conference = await beginConference(server, { on: '2026-03-02' });
  await conference.send('plan');
  return conference;
}

async function prepared(server: WorkflowServer): Promise<ConferenceStory> {
  const conference = await planned(server);
  await conference.until('2026-03-17');
  await conference.send('approvePlan');
  await conference.send('requestOpinions');
  await conference.send('petitionAttached');
  await conference.until('2026-04-02');
  await conference.send('sendInvitations');
  await conference.send('holdBriefing', { heldOn: localDate('2026-04-02') });
  return conference;
}

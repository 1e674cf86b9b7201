import { localDate } from '@dialogue/domain';
import { aConferenceReference, aDocument, anOrganisation } from '@dialogue/testing/builders';
import { beginConference, beginStory, type ConferenceStory, type WorkflowServer } from '@dialogue/testing/cases';

import { over } from './beginnings.js';
import type { Path } from './paths.js';

const petitionId = '7f0c6a52-93a8-4d53-8d0b-6a1d5a3c0001';

/** From the day of a conference on, without a day, and when it failed (D8.1a, D8.3b, D9, D10.3b, D11.1a). */
export const conferenceDayPaths: Readonly<Record<string, Path>> = {
  'conference-postponed': async (server) => {
    const conference = await preparing(server);
    await conference.send('postpone');
    await conference.until('2026-04-18');
    await conference.send('reschedule', { on: localDate('2026-05-14'), startsAt: '08:00' });
    await conference.until('2026-05-06');
    await conference.settle();
    return conference.handle;
  },
  'conference-failed': async (server) => {
    const conference = await preparing(server);
    await conference.send('petitionAttached');
    await conference.until('2026-04-16', '16:00');
    await conference.send('recordFailed');
    await conference.send('petitionDetached');
    await conference.until('2026-04-28');
    await conference.send('recordDirection');
    await conference.until('2026-05-14', '16:00');
    await conference.send('recordFailed', {
      failedOn: localDate('2026-05-14'),
      document: aDocument('99/BC-UBND', '2026-05-14'),
    });
    await conference.send('recordDirection', {
      document: aDocument('15/CV-TU', '2026-05-14'),
      direction: { kind: 'close' },
    });
    await conference.settle();
    return conference.handle;
  },
  'conference-documented': async (server) => {
    const conference = await preparing(server);
    await conference.send('registerSpeaker');
    await conference.until('2026-04-16', '11:00');
    await conference.send('recordHeld', { hasMinutes: true });
    await conference.send('saveMinutes');
    await conference.send('signMinutes', { version: 2, signedOn: localDate('2026-04-16') });
    await conference.send('conclude');
    await conference.send('recordPolicyProposal');
    await conference.until('2026-04-20');
    await conference.send('issueConclusionNotice');
    await conference.send('issueResultReport', { document: aDocument('99/BC-UBND', '2026-04-20') });
    await conference.send('recordInternalReview', { reviewedOn: localDate('2026-04-20') });
    await conference.send('close');
    await conference.send('recordSupervision');
    await conference.settle();
    return conference.handle;
  },
  'conference-without-day': async (server) => {
    const conference = aConferenceReference();
    const petition = await beginStory(server, { on: '2026-03-02' });
    await petition.send('register');
    await petition.send('accept');
    await petition.send('attachToConference', { conference });
    await petition.send('conferencePostponed');
    await petition.until('2026-03-06');
    await petition.send('conferenceMoved');
    await petition.send('conferencePostponed', { failedOn: localDate('2026-03-06') });
    await petition.until('2026-03-10');
    await petition.send('conferenceEnded');
    await petition.until('2026-03-14');
    await petition.settle();
    return petition.handle;
  },
  'conference-given-up': async (server) => {
    const conference = await withPetition(server);
    await conference.send('postpone');
    await conference.send('petitionAttached', { petitionId: '7f0c6a52-93a8-4d53-8d0b-6a1d5a3c0002' });
    await conference.until('2026-04-18');
    await conference.send('reschedule', { on: localDate('2026-05-21') });
    await conference.until('2026-04-21');
    await conference.send('postpone');
    await conference.send('cancel');
    return over(conference);
  },
  'conference-reviewed': async (server) => {
    const conference = await withPetition(server);
    await conference.send('registerSpeaker', { petitionId });
    await conference.until('2026-04-16', '11:00');
    await conference.send('recordHeld', { absent: [anOrganisation('SL-STC')], hasMinutes: true });
    await conference.send('registerSpeaker');
    await conference.send('signMinutes', { signedOn: localDate('2026-04-16') });
    await conference.send('conclude', { conclusions: [{ petitionId, conclusion: { kind: 'settle' } }] });
    await conference.until('2026-04-17');
    await conference.send('petitionFollowedUp', { on: localDate('2026-04-17') });
    await conference.send('saveMinutes');
    await conference.send('signMinutes', { version: 2 });
    await conference.send('recordPolicyProposal');
    await conference.until('2026-04-21');
    await conference.send('issueConclusionNotice');
    await conference.send('issueResultReport');
    await conference.send('close');
    await conference.send('recordInternalReview');
    await conference.send('recordSupervision');
    await conference.send('close');
    return over(conference);
  },
};

async function preparing(server: WorkflowServer): Promise<ConferenceStory> {
  const conference = await beginConference(server, { on: '2026-03-02' });
  await conference.send('plan');
  await conference.until('2026-03-17');
  await conference.send('approvePlan');
  await conference.send('requestOpinions');
  await conference.send('sendInvitations');
  await conference.send('holdBriefing', { heldOn: localDate('2026-03-17') });
  return conference;
}

/** Less prepared than it should be, with a petition. */
async function withPetition(server: WorkflowServer): Promise<ConferenceStory> {
  const conference = await beginConference(server, { on: '2026-03-02' });
  await conference.send('plan');
  await conference.until('2026-03-17');
  await conference.send('approvePlan');
  await conference.send('requestOpinions');
  await conference.send('petitionAttached');
  await conference.until('2026-04-07');
  await conference.send('sendInvitations');
  return conference;
}

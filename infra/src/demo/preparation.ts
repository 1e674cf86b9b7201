import { raised, conferenceWords, cancelledConferenceWords, petitions } from './story.vi.js';
import { told } from './demo.vi.js';
import { bodyOf, known, petitionOf, type Chapter, type Stage, type TrackedCase } from './stage.js';
import type { StoryPetition } from './story.js';
import { dateOf, today } from './story-days.js';

/** The petitions come in, and those that are none of this regulation's go where they belong (D2.1). */
export const intake: Chapter = async (stage) => {
  stage.narrator.chapter(told.intake);
  for (const petition of petitions) {
    const { clerk } = stage.people;
    const answer = await clerk.post('/v1/petitions', registrationOf(stage, petition));
    const tracked = await trackPetition(stage, answer, petition);
    stage.narrator.step(told.registered(petition.title), tracked);
    if (petition.key === 'redirected') continue;
    await clerk.post(`${tracked.path}/accept`, { field: petition.field });
  }
};

/** A conference is planned and approved, opinions are asked for, the petitions come onto its list (D8.1a, D8.1b, D8.1e). */
export const planning: Chapter = async (stage) => {
  const { clerk, host } = stage.people;
  const { narrator, commune } = stage;
  const { contents, place, programme, participants, publicity } = conferenceWords;
  narrator.chapter(told.planning);
  const conference = await planConference(stage, {
    ...{ kind: 'periodic', on: dateOf(stage.conferenceDay), startsAt: '08:00' },
    ...{ title: conferenceWords.title(commune.name), contents, place, programme },
  });
  stage.conference = conference;
  narrator.step(told.planned(dateOf(stage.conferenceDay)), conference);
  await clerk.post(`${conference.path}/submit-plan`, { contents, place, programme, participants, publicity });
  await host.post(`${conference.path}/approve-plan`, { document: { number: '12-KH/DU', signedOn: today() } });
  narrator.step(told.planApproved, conference);
  const bodies = ['PKT', 'PVHXH', 'CA', 'MTTQ'].map((part) => bodyOf(stage, part));
  await clerk.post(`${conference.path}/request-opinions`, { bodies, content: conferenceWords.request });
  narrator.step(told.opinionsRequested(bodies.length), conference);
  for (const { key } of petitions) {
    if (key === 'redirected' || key === 'afterCutOff') continue;
    await clerk.post(`${petitionOf(stage, key).path}/attach-to-conference`, { conference: conference.id });
  }
  narrator.step(told.attached(petitions.length - 2), conference);
};

/** A second one, on one matter and at once: what comes in now is answered in writing; then it is given up (D6.2b, D8.1f). */
export const cancelled: Chapter = async (stage) => {
  const { clerk, host } = stage.people;
  const { narrator, commune } = stage;
  narrator.chapter(told.cancelling);
  const conference = await planConference(stage, {
    ...{ kind: 'adHoc', field: 'cultureAndSociety', on: dateOf(3), startsAt: '14:00' },
    ...{ title: cancelledConferenceWords.title(commune.name), contents: cancelledConferenceWords.contents },
    place: cancelledConferenceWords.place,
  });
  stage.cancelledConference = conference;
  narrator.step(told.plannedAdHoc, conference);
  const petition = petitionOf(stage, 'afterCutOff');
  await clerk.post(`${petition.path}/attach-to-conference`, { conference: conference.id });
  narrator.step(told.attachedLate, petition);
  await host.post(`${conference.path}/cancel`, { reason: cancelledConferenceWords.reason });
  narrator.step(told.cancelled, conference);
};

/** The weeks before the conference: briefing and invitations in time (D8.1e, D8.1g), one petition is withdrawn. */
export const weeksBefore: Chapter = async (stage) => {
  const { clerk } = stage.people;
  const { narrator, clocks, conferenceDay } = stage;
  const conference = known(stage.conference, 'conference');
  narrator.chapter(told.weeksBefore);
  // Far enough before the conference that no long holiday in between makes the invitations late.
  const briefingDay = conferenceDay - 20;
  await clocks.moveTo(conference.workflowId, briefingDay);
  narrator.step(told.clockMoved(dateOf(briefingDay)), conference);
  await clerk.post(`${conference.path}/hold-briefing`, { heldOn: dateOf(briefingDay), handlings: handlings(stage) });
  narrator.step(told.briefed, conference);
  const guests = ['PKT', 'PVHXH', 'CA', 'MTTQ'].map((part) => bodyOf(stage, part));
  await clerk.post(`${conference.path}/send-invitations`, { guests });
  narrator.step(told.invited(guests.length), conference);
};

function handlings(stage: Stage): readonly object[] {
  return (['settled', 'inTime'] as const).map((fate) => ({
    petition: petitionOf(stage, fate).id,
    handling: 'settle',
    note: raised.title,
  }));
}

function registrationOf({ commune }: Stage, { title, content, petitioner }: StoryPetition): object {
  return { title, content, source: 'outsideConference', category: 'resident', organisation: commune.code, petitioner };
}

async function planConference(stage: Stage, plan: object): Promise<TrackedCase> {
  const { clerk } = stage.people;
  const answer = await clerk.post('/v1/conferences', { host: 'levelHead', organisation: stage.commune.code, ...plan });
  const id = idOf(answer);
  const { number } = await clerk.get(`/v1/conferences/${id}`);
  return { id, number: String(number), path: `/v1/conferences/${id}`, workflowId: `conference/${id}` };
}

/** Remembers a petition under its fate. */
export async function trackPetition(stage: Stage, answer: object, { key }: StoryPetition): Promise<TrackedCase> {
  const id = idOf(answer);
  const { number } = await stage.people.clerk.get(`/v1/petitions/${id}`);
  const tracked = { id, number: String(number), path: `/v1/petitions/${id}`, workflowId: `petition/${id}` };
  stage.petitions.set(key, tracked);
  return tracked;
}

function idOf(answer: object): string {
  if ('id' in answer && typeof answer.id === 'string' && answer.id !== '') return answer.id;
  throw new Error('The API answered without an id');
}

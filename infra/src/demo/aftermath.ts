import { actWords, conferenceWords, petitions, raised } from './story.vi.js';
import { told } from './demo.vi.js';
import { bodyOf, known, petitionOf, type Chapter, type Stage, type TrackedCase } from './stage.js';
import type { Fate } from './story.js';
import { dateOf } from './story-days.js';

/** What was settled, declined, put off or passed on is told and ended (D10.1b, D10.1c, D11.1b). */
export const settledOnes: Chapter = async (stage) => {
  const { clerk } = stage.people;
  const { narrator, clocks, conferenceDay: day } = stage;
  narrator.chapter(told.settledOnes);
  const byPost = petitionOf(stage, 'settledByPost');
  await clerk.post(`${byPost.path}/record-notice-sent`, { number: '35/TB-UBND', sentOn: dateOf(day), means: 'post' });
  narrator.step(told.toldByPost, byPost);
  for (const fate of ['settled', 'settledByPost', 'declined'] as const) {
    await clerk.post(`${petitionOf(stage, fate).path}/close`, {});
    narrator.step(told.closed, petitionOf(stage, fate));
  }
  const deferred = petitionOf(stage, 'deferred');
  await clocks.moveTo(deferred.workflowId, day + 31);
  narrator.step(told.cameBack, deferred);
  await clerk.post(`${petitionOf(stage, 'redirected').path}/redirect`, {
    procedure: 'complaint',
    reason: actWords.redirect,
  });
  narrator.step(told.redirected, petitionOf(stage, 'redirected'));
};

/** What was assigned: answered in time, late, never; sent back once; in writing where it was promised (D11.1c). */
export const assigned: Chapter = async (stage) => {
  const { narrator, conferenceDay: day } = stage;
  narrator.chapter(told.assignedOnes);
  for (const fate of ['inTime', 'late', 'never', 'sentBack', 'raised'] as const) await assign(stage, fate, day);
  await answeredInTime(stage, 'inTime', day);
  await answeredInTime(stage, 'raised', day);
  await sentBackOnce(stage, day);
  await answeredLate(stage, day);
  await neverAnswered(stage, day);
  await inWriting(stage);
};

/** D8.1f: what came too late for a conference, or lost it, takes the written path; here on the day after. */
async function inWriting(stage: Stage): Promise<void> {
  await stage.clocks.moveTo(petitionOf(stage, 'afterCutOff').workflowId, 1);
  await assign(stage, 'afterCutOff', 1);
  await answeredInTime(stage, 'afterCutOff', 1);
}

async function assign(stage: Stage, fate: Fate, day: number): Promise<void> {
  const petition = petitionOf(stage, fate);
  const agency = bodyOf(stage, officeOf(fate));
  const document = { number: `${String(40 + stage.petitions.size)}/UBND-${fate}`, signedOn: dateOf(day) };
  await stage.people.clerk.post(`${petition.path}/assign`, { agency, document, remark: actWords.assign });
  stage.narrator.step(told.assigned(agency), petition);
}

async function answeredInTime(stage: Stage, fate: Fate, day: number): Promise<void> {
  const petition = petitionOf(stage, fate);
  await acknowledge(stage, fate, day);
  await answer(stage, fate, { day, text: actWords.answer });
  stage.narrator.step(told.answeredInTime, petition);
  await finish(stage, petition, { fate, day });
}

/** D10.1a: the host answers for every reply; a first answer that came in time stays in time. */
async function sentBackOnce(stage: Stage, day: number): Promise<void> {
  const petition = petitionOf(stage, 'sentBack');
  await acknowledge(stage, 'sentBack', day);
  await answer(stage, 'sentBack', { day, text: actWords.vagueAnswer });
  await stage.people.host.post(`${petition.path}/send-back-answer`, { reason: actWords.sendBack });
  stage.narrator.step(told.sentBack, petition);
  await answer(stage, 'sentBack', { day, text: actWords.answer });
  stage.narrator.step(told.answeredInTime, petition);
  await finish(stage, petition, { fate: 'sentBack', day });
}

async function answeredLate(stage: Stage, day: number): Promise<void> {
  const petition = petitionOf(stage, 'late');
  await acknowledge(stage, 'late', day);
  const lateDay = day + 45;
  await stage.clocks.moveTo(petition.workflowId, lateDay);
  stage.narrator.step(told.overdue(dateOf(lateDay)), petition);
  await answer(stage, 'late', { day: lateDay, text: actWords.answer });
  stage.narrator.step(told.answeredLate, petition);
  await finish(stage, petition, { fate: 'late', day: lateDay });
}

/** Nobody acknowledges, nobody answers: deemed received, reminded, overdue, escalated level by level (D11.1c, D11.3). */
async function neverAnswered(stage: Stage, day: number): Promise<void> {
  const petition = petitionOf(stage, 'never');
  for (const [days, text] of [
    [14, told.deemed],
    [34, told.reminded],
    [60, told.escalated],
  ] as const) {
    await stage.clocks.moveTo(petition.workflowId, day + days);
    stage.narrator.step(text, petition);
  }
}

async function acknowledge(stage: Stage, fate: Fate, day: number): Promise<void> {
  const petition = petitionOf(stage, fate);
  const body = { arrivalNumber: '128', receivedOn: dateOf(day) };
  await agencyOf(stage, fate).post(`${petition.path}/acknowledge`, body);
  stage.narrator.step(told.acknowledged, petition);
}

async function answer(
  stage: Stage,
  fate: Fate,
  { day, text }: { readonly day: number; readonly text: string },
): Promise<void> {
  const document = { number: `56/BC-${officeOf(fate)}`, signedOn: dateOf(day) };
  await agencyOf(stage, fate).post(`${petitionOf(stage, fate).path}/answer`, { answer: 'measure', document, text });
}

/** Approved, resolved with evidence, the person told, closed. */
async function finish(
  stage: Stage,
  petition: TrackedCase,
  at: { readonly fate: Fate; readonly day: number },
): Promise<void> {
  const { clerk, host } = stage.people;
  const on = dateOf(at.day);
  await host.post(`${petition.path}/approve-answer`, {});
  const evidence = { number: '07/BBNT', signedOn: on, signatory: actWords.resolution };
  await agencyOf(stage, at.fate).post(`${petition.path}/record-resolution`, { evidence });
  await clerk.post(`${petition.path}/record-notice-sent`, { number: '60/TB-UBND', sentOn: on, means: 'email' });
  await clerk.post(`${petition.path}/close`, {});
  stage.narrator.step(told.closed, petition);
}

function agencyOf(stage: Stage, fate: Fate): Stage['people']['clerk'] {
  return known(stage.people.agencies[officeOf(fate)] ?? null, `account of ${officeOf(fate)}`);
}

function officeOf(fate: Fate): string {
  const office = [...petitions, raised].find(({ key }) => key === fate)?.office;
  return known(office ?? null, `office for ${fate}`);
}

/** The result report is forgotten, urged, and then sent; the conference is closed (D8.1i, D11.2b). */
export const conferenceEnd: Chapter = async (stage) => {
  const { clerk } = stage.people;
  const { narrator, clocks, conferenceDay: day } = stage;
  const conference = known(stage.conference, 'conference');
  narrator.chapter(told.conferenceEnd);
  const lateDay = day + 24;
  await clocks.moveTo(conference.workflowId, lateDay);
  narrator.step(told.resultForgotten, conference);
  const document = { number: '61/BC-UBND', signedOn: dateOf(lateDay) };
  await clerk.post(`${conference.path}/issue-result-report`, { document, text: conferenceWords.resultText });
  narrator.step(told.resultReported, conference);
  await clerk.post(`${conference.path}/close`, {});
  narrator.step(told.conferenceClosed, conference);
};

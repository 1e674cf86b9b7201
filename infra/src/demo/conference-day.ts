import { actWords, conferenceWords, petitions, raised } from './story.vi.js';
import { told } from './demo.vi.js';
import { trackPetition } from './preparation.js';
import { bodyOf, known, petitionOf, type Chapter, type Stage } from './stage.js';
import type { Fate } from './story.js';
import { dateOf, today } from './story-days.js';

/** The day itself: held, one petition raised, each concluded (D8.1f, D9, D10.1b, D10.1c). */
export const conferenceDay: Chapter = async (stage) => {
  const { clerk, host } = stage.people;
  const { narrator, clocks, conferenceDay: day } = stage;
  const conference = known(stage.conference, 'conference');
  narrator.chapter(told.theDay);
  await clerk.post(`${petitionOf(stage, 'withdrawn').path}/withdraw`, {
    reason: actWords.withdraw,
    evidence: { number: '01/DX', signedOn: today(), signatory: actWords.withdrawal },
  });
  narrator.step(told.withdrawn, petitionOf(stage, 'withdrawn'));
  await clocks.moveTo(conference.workflowId, day);
  for (const fate of attachedFates()) await clocks.moveTo(petitionOf(stage, fate).workflowId, day);
  narrator.step(told.clockMoved(dateOf(day)), conference);
  await clerk.post(`${conference.path}/record-held`, heldBody(stage, day));
  narrator.step(told.held, conference);
  const { title, content, field, petitioner } = raised;
  const answer = await clerk.post(`${conference.path}/record-opinion-raised`, {
    ...{ title, content, field, petitioner, category: 'resident' },
  });
  const tracked = await trackPetition(stage, answer, raised);
  await clocks.moveTo(tracked.workflowId, day);
  narrator.step(told.raised(title), tracked);
  await isOnTheList(stage, tracked.id);
  await host.post(`${conference.path}/conclude`, { conclusions: conclusions(stage, day) });
  narrator.step(told.concluded, conference);
  const notice = { document: { number: '34-TB/DU', signedOn: dateOf(day) }, text: conferenceWords.conclusionText };
  await clerk.post(`${conference.path}/issue-conclusion-notice`, notice);
  narrator.step(told.conclusionNotice, conference);
  const review = { reviewedOn: dateOf(day), note: conferenceWords.reviewText };
  await clerk.post(`${conference.path}/record-internal-review`, review);
  narrator.step(told.reviewed, conference);
};

/** The petitions that are still on the list on the day. */
function attachedFates(): readonly Fate[] {
  const gone: readonly Fate[] = ['redirected', 'afterCutOff', 'withdrawn'];
  return petitions.map(({ key }) => key).filter((key) => !gone.includes(key));
}

function heldBody(stage: Stage, day: number): object {
  return {
    heldOn: dateOf(day),
    attendance: {
      people: 120,
      present: ['PKT', 'PVHXH', 'MTTQ'].map((part) => bodyOf(stage, part)),
      absent: [bodyOf(stage, 'CA')],
    },
    speakers: [conferenceWords.speaker],
    minutes: actWords.minutes,
  };
}

/** The news of a petition travels to its conference by itself; the host concludes when it is there. */
async function isOnTheList(stage: Stage, petitionId: string): Promise<void> {
  const { path } = known(stage.conference, 'conference');
  for (let look = 0; look < 240; look += 1) {
    const { petitions: listed } = await stage.people.clerk.get(path);
    if (Array.isArray(listed) && listed.some((row: unknown) => hasHeardOf(row, petitionId))) return;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error('The petition that was raised did not come onto the list of the conference');
}

/** The list shows a petition before the news of it arrived; only then it has the day on which it was attached. */
function hasHeardOf(row: unknown, petitionId: string): boolean {
  if (typeof row !== 'object' || row === null || !('id' in row) || !('attachedOn' in row)) return false;
  return row.id === petitionId && row.attachedOn !== null;
}

function conclusions(stage: Stage, day: number): readonly object[] {
  const row = (fate: Fate, conclusion: object, words: string): object => ({
    ...{ petition: petitionOf(stage, fate).id, words },
    ...conclusion,
  });
  const assign = { conclusion: 'assign' };
  return [
    row('settled', { conclusion: 'settle' }, actWords.settle),
    row('settledByPost', { conclusion: 'settle' }, actWords.settle),
    row('declined', { conclusion: 'decline' }, actWords.decline),
    row('deferred', { conclusion: 'defer', reviewOn: dateOf(day + 30) }, actWords.defer),
    row('referred', { conclusion: 'refer', to: 'SL-SNNMT' }, actWords.refer),
    ...(['inTime', 'late', 'never', 'sentBack', 'raised'] as const).map((fate) => row(fate, assign, actWords.assign)),
  ];
}

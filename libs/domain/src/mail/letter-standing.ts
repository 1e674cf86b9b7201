import type { AnyCaseState } from '../cases/case-states.js';
import type { Duty } from '../cases/duty.js';
import type { DutyKind, Letter } from '../cases/letter.js';
import type { Conference, ConferenceStage } from '../conferences/conference.js';
import type { OrganisationCode } from '../organisations/organisation-code.js';
import type { RecipientRole } from '../organisations/recipients.js';
import type { Petition, PetitionStage } from '../petitions/petition.js';
import type { DropReason } from './drop-reason.js';

/** How a letter and its case stand when the letter is about to leave. */
export interface LetterStanding {
  /** The letter's key in its case: tells the rounds of an assignment apart. */
  readonly key: string;
  /** To whom it goes. */
  readonly role: RecipientRole;
  readonly state: AnyCaseState;
  /** While the letter waited, a newer one about the same duty was owed to the same address. */
  readonly isSuperseded: boolean;
}

/** What must still be so when a letter leaves; null: it is, else why the letter is not sent. */
type Condition = (letter: Letter, standing: LetterStanding) => DropReason | null;

/** What letters live on, each by itself; `letterPurposes` says which letter lives on what. */
export const conditions = {
  /** Its case is open. */
  case: (_letter, { state }) => (state.endedAt === null ? null : 'caseEnded'),
  /** D11.3: the same duty of the same body is still open, and due on the same day. */
  duty: dutyGone,
  /** D11.1b: the petition is in the round of which it speaks. */
  round: (_letter, { state, key }) => (isPetition(state) && !isRound(state, key) ? 'bodyChanged' : null),
  /** D11.1b: what tells a person who has the petition lasts while nobody has, but not beside who has it now. */
  noLaterRound: (_letter, { state, key }) =>
    isPetition(state) && state.assignment !== null && !isRound(state, key) ? 'bodyChanged' : null,
  /** D11.1b: who leads has the petition still, in the round of which it speaks; whoever only hears of it hears it anyhow. */
  lead: (letter, standing) => (isForAgency(standing) ? leadGone(letter, standing) : null),
  /** D11.1b: who cooperates does so in the round of which it speaks, and has not contributed. */
  cooperation: cooperationGone,
  /** D11.1c: it is the agency's to work on, now or once it is taken up again: the text that it was sent comes once. */
  work: (_letter, { state }) => (isPetition(state) && !atWork.includes(state.stage) ? 'dutyDone' : null),
  /** D11.1c: the day of receipt is the one that it tells. */
  receipt: (letter, { state }) =>
    isPetition(state) && letter.kind === 'receiptRecorded' && state.assignment?.receivedOn !== letter.receivedOn
      ? 'dutyMoved'
      : null,
  /** D11.1c: the host has not decided on the request. */
  request: (_letter, { state }) => (isPetition(state) && state.assignment?.extension == null ? 'dutyDone' : null),
  /** It takes place, and is still to come. */
  conference: conferenceGone,
  /** D8.1g: it takes place on the day of which it speaks; that it has moved is another letter's to say, to the same people. */
  conferenceDay: conferenceMoved,
  /** D8.1a: it has no day yet; of its new day another letter has spoken. */
  noDay: (_letter, { state }) =>
    isConference(state) && state.endedAt === null && state.stage !== 'postponed' ? 'conferenceMoved' : null,
  /** D8.1b: the body is asked, and has not answered. */
  opinions: opinionsGone,
  /** D8.1d: the body has an answer to prepare. */
  preparation: preparationGone,
  /** D8.1e: the petition is on the list of the briefing. */
  briefing: (letter, { state }) =>
    isConference(state) && letter.kind === 'addedToBriefing' && !isOnList(state, letter.petitionNumber)
      ? 'dutyDone'
      : null,
  /** D8.1a: the plan lies where the letter says: with the host, or with the office. */
  plan: planGone,
  /** D14.1: the report lies with whoever approves it. */
  submission: (_letter, { state }) => ('submissions' in state && state.stage !== 'submitted' ? 'dutyDone' : null),
  /** D14.1: the report lies with whoever drafts it. */
  drafting: (_letter, { state }) => ('submissions' in state && state.stage !== 'drafting' ? 'dutyDone' : null),
} as const satisfies Readonly<Record<string, Condition>>;

export type ConditionName = keyof typeof conditions;

const atWork: readonly PetitionStage[] = ['assigned', 'inProgress', 'deferred'];
const beforeItsDay: readonly ConferenceStage[] = ['drafted', 'planning', 'preparing'];
const beforeApproval: readonly ConferenceStage[] = ['drafted', 'planning', 'postponed'];

function isPetition(state: AnyCaseState): state is Petition {
  return 'assignment' in state;
}

function isConference(state: AnyCaseState): state is Conference {
  return 'guests' in state;
}

function isForAgency({ role }: LetterStanding): boolean {
  return role === 'handler' || role === 'agencyHead';
}

function bodyOf(letter: Letter): OrganisationCode | null {
  return 'agency' in letter ? (letter.agency ?? null) : null;
}

function isAmong(letter: Letter, bodies: readonly OrganisationCode[]): boolean {
  return bodies.some((body) => body === bodyOf(letter));
}

/** The number of the round stands second in the keys of letters that speak of one: `assigned/2`. */
function isRound({ assignment }: Petition, key: string): boolean {
  return assignment !== null && key.split('/')[1] === String(assignment.round);
}

function leadGone(letter: Letter, { state, key }: LetterStanding): DropReason | null {
  if (!isPetition(state)) return null;
  // The end of a deferral is counted by deferrals, not by rounds.
  const isSameRound = letter.kind === 'deferralEnded' || letter.kind === 'answerSentBack' || isRound(state, key);
  return isSameRound && state.assignment?.agency === bodyOf(letter) ? null : 'bodyChanged';
}

function cooperationGone(letter: Letter, { state, key }: LetterStanding): DropReason | null {
  if (!isPetition(state)) return null;
  const cooperation = isRound(state, key)
    ? state.assignment?.cooperating?.find(({ agency }) => agency === bodyOf(letter))
    : undefined;
  if (cooperation === undefined) return 'bodyChanged';
  if (cooperation.contributedOn !== null) return 'dutyDone';
  // Told again since: then the letter of that day is the one that goes.
  const isOlder = letter.kind === 'contributionDue' && key.split('/')[3] !== String(cooperation.timesTold);
  return isOlder ? 'dutyMoved' : null;
}

function dutyGone(letter: Letter, { state, isSuperseded }: LetterStanding): DropReason | null {
  if (letter.kind !== 'dutyReminder' && letter.kind !== 'dutyOverdue') return null;
  const { duty: wanted } = letter;
  const duties: readonly Duty<DutyKind>[] = state.duties;
  const ofKind = duties.filter(({ kind, body }) => kind === wanted && (body === undefined || isAmong(letter, [body])));
  if (ofKind.length === 0) return 'dutyDone';
  if (!ofKind.some(({ dueOn }) => dueOn === letter.dueOn)) return 'dutyMoved';
  if (ofKind.every(({ body }) => body === undefined) && isAnothers(letter, state)) return 'bodyChanged';
  return isSuperseded ? 'superseded' : null;
}

function isAnothers(letter: Letter, state: AnyCaseState): boolean {
  const body = bodyOf(letter);
  if (!isPetition(state) || state.assignment === null || body === null) return false;
  return state.assignment.agency !== body;
}

function conferenceGone(_letter: Letter, { state }: LetterStanding): DropReason | null {
  if (!isConference(state)) return null;
  return state.endedAt !== null || !beforeItsDay.includes(state.stage) ? 'conferenceOff' : null;
}

function conferenceMoved(letter: Letter, { state }: LetterStanding): DropReason | null {
  if (!isConference(state)) return null;
  return 'conferenceOn' in letter && letter.conferenceOn !== state.on ? 'conferenceMoved' : null;
}

function opinionsGone(letter: Letter, { state }: LetterStanding): DropReason | null {
  if (!isConference(state)) return null;
  if (!isAmong(letter, state.asked)) return 'bodyChanged';
  return state.opinions?.some(({ body }) => isAmong(letter, [body])) === true ? 'dutyDone' : null;
}

function preparationGone(letter: Letter, { state }: LetterStanding): DropReason | null {
  if (!isConference(state) || letter.kind !== 'answersToPrepare') return null;
  const own = state.petitions.flatMap(({ preparation }) =>
    preparation?.agency != null && isAmong(letter, [preparation.agency]) ? [preparation] : [],
  );
  if (own.length === 0) return 'bodyChanged';
  // Where nothing was left to prepare already, it only tells what the report says.
  return letter.dueOn !== null && own.every(({ preparedOn }) => preparedOn !== null) ? 'dutyDone' : null;
}

function isOnList({ petitions }: Conference, petitionNumber: string): boolean {
  return petitions.some(({ number, path }) => number === petitionNumber && path === 'briefing');
}

function planGone(letter: Letter, { state }: LetterStanding): DropReason | null {
  if (!isConference(state) || (letter.kind !== 'planSubmitted' && letter.kind !== 'planReturned')) return null;
  const { plan, stage } = state;
  const isWithHost = plan !== undefined && plan.submittedOn !== null;
  const isSame = plan?.versions === letter.version && isWithHost === (letter.kind === 'planSubmitted');
  return isSame && beforeApproval.includes(stage) ? null : 'dutyDone';
}

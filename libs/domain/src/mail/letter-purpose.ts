import type { AnyCaseState } from '../cases/case-states.js';
import type { Duty } from '../cases/duty.js';
import type { DutyKind, Letter, LetterKind } from '../cases/letter.js';
import type { ConferenceStage } from '../conferences/conference.js';
import type { OrganisationCode } from '../organisations/organisation-code.js';
import type { LocalDate } from '../time/local-date.js';

/** Why a letter was not sent: a closed set, as the register keeps it. */
export const dropReasons = [
  /** What it reminds of is done, or owed by nobody any more. */
  'dutyDone',
  /** What it reminds of is due on another day. */
  'dutyMoved',
  /** Somebody else has it now. */
  'bodyChanged',
  'caseEnded',
  'conferenceOff',
  'conferenceMoved',
  /** A newer one about the same duty says it better. */
  'superseded',
  /** There is nobody to write to any more. */
  'nobodyLeft',
  /** Of a digest: nothing that was to be in it had a purpose any more. */
  'nothingLeft',
] as const;
export type DropReason = (typeof dropReasons)[number];

/** How the case of a letter stands when the letter is about to leave. */
export interface LetterStanding {
  readonly isEnded: boolean;
  readonly duties: readonly OpenDuty[];
  /** Who has a petition; null where nobody has, or for another kind of case. */
  readonly agency: OrganisationCode | null;
  /** Of a conference: its day; null while it has none. Absent for another kind of case. */
  readonly conferenceOn?: LocalDate | null;
  /** While the letter waited, a newer one about the same duty was owed to the same address. */
  readonly isSuperseded: boolean;
}

interface OpenDuty {
  readonly kind: DutyKind;
  readonly dueOn: LocalDate;
  /** Where several bodies owe one of its kind. */
  readonly body: OrganisationCode | null;
}

/**
 * What a letter lives on: `duty`: the very duty is open; `case`: its case is open; `conference`: the conference takes place on
 * the very day; `lasting`: it says what stays true.
 */
type Purpose = 'duty' | 'case' | 'conference' | 'lasting';

/** D11.3: what asks for something is checked just before it goes; what tells of something goes all the same. */
export const letterPurposes: Readonly<Record<LetterKind, Purpose>> = {
  dutyReminder: 'duty',
  dutyOverdue: 'duty',
  assigned: 'case',
  assignmentCopy: 'case',
  cooperationAsked: 'case',
  contributionDue: 'case',
  extensionRequested: 'case',
  answerSentBack: 'case',
  planSubmitted: 'case',
  planReturned: 'case',
  answersToPrepare: 'conference',
  addedToBriefing: 'conference',
  opinionsRequested: 'conference',
  invitation: 'conference',
  conferenceMoved: 'conference',
  registered: 'lasting',
  accepted: 'lasting',
  redirected: 'lasting',
  assignmentTold: 'lasting',
  receiptRecorded: 'lasting',
  contributionReceived: 'lasting',
  assignmentReturned: 'lasting',
  extensionGranted: 'lasting',
  extensionRefused: 'lasting',
  answerReceived: 'lasting',
  answerApproved: 'lasting',
  outcomeTold: 'lasting',
  dutyEnded: 'lasting',
  deferralEnded: 'lasting',
  reopened: 'lasting',
  handover: 'lasting',
  deadlinesMoved: 'lasting',
  deliveryTrouble: 'lasting',
  conclusionTold: 'lasting',
  merged: 'lasting',
  unmerged: 'lasting',
  conferencePostponed: 'lasting',
  conferenceCancelled: 'lasting',
  absencesReported: 'lasting',
  failureReport: 'lasting',
  directionGiven: 'lasting',
  supervisionRemark: 'lasting',
  planApproved: 'lasting',
  adHocDemanded: 'lasting',
  demandAnswered: 'lasting',
  aggregateReport: 'lasting',
  situationReported: 'lasting',
  hostChanged: 'lasting',
  conclusionNotice: 'lasting',
  resultReport: 'lasting',
  reportOpened: 'case',
  reportSubmitted: 'case',
  reportReturned: 'case',
  reportApproved: 'lasting',
  periodReport: 'lasting',
  bodySilent: 'lasting',
  // Its parts are asked, each by itself.
  digest: 'lasting',
};

/** How a case stands for its letters, as the register knows it now. */
export function standingOf(
  state: AnyCaseState,
  { isSuperseded }: Pick<LetterStanding, 'isSuperseded'>,
): LetterStanding {
  const duties: readonly Duty<DutyKind>[] = state.duties;
  return {
    isEnded: state.endedAt !== null,
    duties: duties.map(({ kind, dueOn, body = null }) => ({ kind, dueOn, body })),
    agency: 'assignment' in state ? (state.assignment?.agency ?? null) : null,
    ...('guests' in state ? { conferenceOn: beforeItsDay.includes(state.stage) ? state.on : null } : {}),
    isSuperseded,
  };
}

const beforeItsDay: readonly ConferenceStage[] = ['drafted', 'planning', 'preparing'];

/** Why a letter is not sent any more; null: it still has its purpose. */
export function pointlessBecause(letter: Letter, standing: LetterStanding): DropReason | null {
  const purpose = letterPurposes[letter.kind];
  if (purpose === 'lasting') return null;
  if (purpose === 'conference') return conferenceGone(letter, standing);
  if (standing.isEnded) return 'caseEnded';
  return purpose === 'duty' ? dutyGone(letter, standing) : null;
}

function conferenceGone(letter: Letter, { isEnded, conferenceOn = null }: LetterStanding): DropReason | null {
  if (isEnded || conferenceOn === null) return 'conferenceOff';
  return 'conferenceOn' in letter && letter.conferenceOn !== conferenceOn ? 'conferenceMoved' : null;
}

/** D11.3: the same duty of the same body is still open, and due on the same day. */
function dutyGone(letter: Letter, { duties, agency, isSuperseded }: LetterStanding): DropReason | null {
  if (!('duty' in letter)) return null;
  const ofKind = duties.filter(({ kind, body }) => kind === letter.duty && (body === null || body === letter.agency));
  if (ofKind.length === 0) return 'dutyDone';
  if (!ofKind.some(({ dueOn }) => dueOn === letter.dueOn)) return 'dutyMoved';
  const isAnothers = ofKind.every(({ body }) => body === null) && agency !== null && letter.agency !== agency;
  if (isAnothers && letter.agency !== null) return 'bodyChanged';
  return isSuperseded ? 'superseded' : null;
}

import type { CaseState } from '../cases/case-machine.js';
import type { Duty, DutyTerms } from '../cases/duty.js';
import type { PetitionPath } from '../conferences/conference.js';
import type { ConclusionKind } from '../conferences/conclusion.js';
import type { OrganisationCode } from '../organisations/organisation-code.js';
import type { Instant } from '../time/instant.js';
import type { LocalDate } from '../time/local-date.js';
import type { PetitionMarks } from './petition-marks.js';
import type { PetitionRelations } from './petition-relations.js';

/** `submitted`: written at the door, not yet taken by its workflow. The rest as in the life cycle. */
export const petitionStages = [
  'submitted',
  'received',
  'accepted',
  'assigned',
  'inProgress',
  'answered',
  'resolved',
  'settled',
  'declined',
  'deferred',
  'referred',
  'closed',
  'redirected',
  'withdrawn',
  'merged',
] as const;
export type PetitionStage = (typeof petitionStages)[number];

/** How it came (D8.1e, D8.1f); late ones and those raised at a conference must be answered in writing. */
export const petitionSources = ['beforeCutOff', 'late', 'atConference', 'outsideConference'] as const;
export type PetitionSource = (typeof petitionSources)[number];

export const answerKinds = ['measure', 'result', 'advice', 'progress'] as const;
export type AnswerKind = (typeof answerKinds)[number];

export const noticeMeans = ['email', 'post', 'byHand'] as const;
export type NoticeMeans = (typeof noticeMeans)[number];

/** Which procedure applies to what is out of scope (D2.1). */
export const otherProcedures = ['complaint', 'denunciation', 'citizenReception'] as const;
export type OtherProcedure = (typeof otherProcedures)[number];

/** How far it has come: an answer that the host stands by is not yet a matter that is resolved (D11.1c). */
export const petitionProgress = ['unanswered', 'answered', 'resolved'] as const;
export type PetitionProgress = (typeof petitionProgress)[number];

export const petitionFlags = [
  'overdue',
  'breached',
  'deemedReceipt',
  'provisional',
  'mailTrouble',
  'urgent',
  'beyondAuthority',
  'restricted',
  'protected',
  'abusive',
] as const;
export type PetitionFlag = (typeof petitionFlags)[number];

export const petitionDutyKinds = [
  'screen',
  'assign',
  'receipt',
  'answer',
  'approve',
  'resolve',
  'review',
  'followReferral',
  'tell',
  'close',
  'decideExtension',
  'reportProgress',
  'contribute',
] as const;
export type PetitionDutyKind = (typeof petitionDutyKinds)[number];
export type PetitionDuty = Duty<PetitionDutyKind>;

/** A document by which an act is known: its number and the day on it. */
export interface DocumentReference {
  readonly number: string;
  readonly signedOn: LocalDate;
}

/** One round of giving the petition to an agency (D11.1b, D11.1c). */
export interface Assignment {
  readonly round: number;
  readonly agency: OrganisationCode;
  readonly document: DocumentReference;
  readonly assignedOn: LocalDate;
  /** The day of receipt, from which the working days count; null until acknowledged or deemed. */
  readonly receivedOn: LocalDate | null;
  readonly isReceiptDeemed: boolean;
  /** The due date of the answer when it passed unanswered. Stays after the answer came. */
  readonly breachedOn: LocalDate | null;
  /** The first answer decides whether the agency was in time. */
  readonly firstAnsweredOn: LocalDate | null;
  readonly isFirstAnswerLate: boolean;
  /** Working days by which the limit of the answer moved while the matter was put off (D10.1b). */
  readonly suspendedWorkingDays?: number;
  /** What the agency has asked for and the host has not decided yet. */
  readonly extension?: ExtensionRequest | null;
  readonly extensionsAsked?: number;
  readonly extensionsGranted?: number;
  /** The day to which the host has moved the limit of the first answer; as long as it holds, it stays that day. */
  readonly extendedTo?: LocalDate | null;
  /** Who supports the agency with a part of its own; absent: nobody (D11.1b). */
  readonly cooperating?: readonly Cooperation[];
}

/** D11.1b: a body that contributes to the answer of the agency that leads. */
export interface Cooperation {
  readonly agency: OrganisationCode;
  /** By which it has contributed; null while it has not. */
  readonly document: DocumentReference | null;
  readonly contributedOn: LocalDate | null;
  readonly isLate: boolean;
  /** How often it was told until when; tells those letters apart. */
  readonly timesTold: number;
}

/** D11.1c: more time, as an agency has asked for it. */
export interface ExtensionRequest {
  readonly number: number;
  readonly requestedOn: LocalDate;
  readonly wantedOn: LocalDate;
}

export interface Answer {
  readonly number: number;
  readonly round: number;
  readonly kind: AnswerKind;
  readonly document: DocumentReference;
  readonly answeredOn: LocalDate;
  readonly isLate: boolean;
  readonly isApproved: boolean;
}

/** The conference that a petition is attached to, and what it concluded (D8.1e, D8.1f, D9). */
export interface ConferenceLink {
  readonly id: string;
  readonly number: string;
  readonly on: LocalDate;
  /** D13.1: by which its path is decided; absent: the regulation's own five days. */
  readonly cutOffDays?: number;
  readonly path: PetitionPath;
  readonly isRaised: boolean;
  readonly conclusion: ConclusionKind | null;
  /** The conference has no day now: the petition is to be assigned unless it gets one (D8.1f, D11.1b). */
  readonly isPostponed?: boolean;
  /** The conference knows that the person was told and the rest assigned (D11.1b). */
  readonly isFollowedUp: boolean;
}

/** D10.1b: what was put off, and what it comes back to: the stage and the working days that were left. */
export interface Deferral {
  readonly number: number;
  readonly reviewOn: LocalDate;
  readonly stage: PetitionStage;
  /** Of the duty of that stage; null when none was running. */
  readonly workingDaysLeft: number | null;
  /** Of the progress report that is due although the limit of the answer was moved (D11.1c). */
  readonly progressDaysLeft?: number;
}

/** D10.1c: who has been asked, beyond the authority of the host. */
export interface Referral {
  readonly number: number;
  readonly to: OrganisationCode;
  readonly referredOn: LocalDate;
  /** By which the other authority has answered the person; null while it has not. */
  readonly answer: DocumentReference | null;
}

/** The days and ladders that a petition counts with, taken when it began (D13.1). */
export interface PetitionTerms {
  readonly version: string;
  readonly duties: Readonly<Record<PetitionDutyKind, DutyTerms>>;
  /** Months after closing within which the host may reopen. */
  readonly reopeningMonths: number;
  /** For an answer that was sent back, unless the first limit leaves more. */
  readonly reworkWorkingDays: number;
  /** D11.1b: from the conference until the person is told, and the rest assigned; absent: as the regulation says. */
  readonly followUpWorkingDays?: number;
  /** D11.1c: how often an agency may be given more time in a round; absent: as by default. */
  readonly extensionCount?: number;
  /** D11.1c: by how many working days at most each time; absent: as by default. */
  readonly extensionWorkingDays?: number;
}

/** Everything that decides what becomes of a petition: ids, codes and dates; JSON only. */
export interface Petition extends CaseState, PetitionMarks, PetitionRelations {
  readonly id: string;
  readonly number: string;
  readonly stage: PetitionStage;
  readonly source: PetitionSource;
  readonly receivedOn: LocalDate;
  /** Whose head answers for every reply (D10.1a). */
  readonly organisation: OrganisationCode;
  readonly leadOffice: OrganisationCode;
  /** Names of the bodies of this case as they were when they came into it, by their codes. */
  readonly names: Readonly<Record<string, string>>;
  /** Once promised it stays promised (D8.1f). */
  readonly isWrittenAnswerRequired: boolean;
  readonly isReachableByMail: boolean;
  readonly assignment: Assignment | null;
  readonly rounds: number;
  /** Rounds that are over and were breached: given back, or taken away, it stays (D11.1c). */
  readonly breachedRounds?: number;
  readonly answer: Answer | null;
  readonly answers: number;
  readonly duties: readonly PetitionDuty[];
  readonly dutiesSoFar: number;
  /** Null while it belongs to no conference. States recorded before there were conferences lack it. */
  readonly conference?: ConferenceLink | null;
  readonly deferral?: Deferral | null;
  readonly deferrals?: number;
  readonly referral?: Referral | null;
  readonly referrals?: number;
  /** The day on which it was settled or declined: there is an outcome to tell from then (D11.1b). */
  readonly concludedOn?: LocalDate | null;
  readonly reopenings: number;
  readonly noticesSent: number;
  /** When the person was told the outcome; forgotten by a reopening. */
  readonly toldOn: LocalDate | null;
  readonly endedAt: Instant | null;
  readonly lettersInTrouble: readonly string[];
  /** How often the lead office was told of such a letter; tells those letters apart. */
  readonly troublesTold: number;
  readonly terms: PetitionTerms;
}

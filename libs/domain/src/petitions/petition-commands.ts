import type { DeliveryNote } from '../cases/mail-trouble.js';
import type { Surroundings } from '../cases/surroundings.js';
import type { Conclusion } from '../conferences/conclusion.js';
import type { NamedBody } from '../conferences/conference-commands.js';
import type { FieldCode } from '../fields/field.js';
import type { OrganisationCode } from '../organisations/organisation-code.js';
import type { LocalDate } from '../time/local-date.js';
import type {
  PetitionAuthority,
  PetitionUrgency,
  Protection,
  Protector,
  TextClassification,
} from './petition-marks.js';
import { mergeableStages, type PetitionOutcome, type PetitionReference } from './petition-relations.js';
import {
  petitionStages,
  type AnswerKind,
  type DocumentReference,
  type NoticeMeans,
  type OtherProcedure,
  type PetitionStage,
  type PetitionTerms,
} from './petition.js';

/** What people and the system may want of a petition: ids, codes and dates; the words stay in the register. */
export type PetitionCommand =
  | RegisterPetition
  | { readonly kind: 'accept'; readonly field: FieldCode }
  | { readonly kind: 'redirect'; readonly procedure: OtherProcedure }
  | {
      readonly kind: 'assign';
      readonly agency: OrganisationCode;
      readonly agencyName: string;
      readonly document: DocumentReference;
      /** Who contributes to its answer; absent: nobody. */
      readonly cooperating?: readonly NamedBody[];
    }
  /** `receivedOn` is the ngay den of the agency; a clerk may correct a deemed receipt with it. */
  | {
      readonly kind: 'acknowledge';
      readonly arrivalNumber: string;
      readonly receivedOn: LocalDate;
      /** A document that proves the day came with it, and was checked at the door; a deemed receipt yields to nothing less. */
      readonly isEvidenced: boolean;
    }
  | {
      readonly kind: 'answer';
      readonly answer: AnswerKind;
      readonly document: DocumentReference;
      /** The day on which a paper answer reached the lead office, proven by its arrival stamp; null when given here. */
      readonly arrivedOn: LocalDate | null;
      /** Of a progress report: when the next one comes. */
      readonly nextReportOn: LocalDate | null;
    }
  /** "Not ours": why, the words say. */
  | { readonly kind: 'returnAssignment' }
  | {
      readonly kind: 'reassign';
      readonly agency: OrganisationCode;
      readonly agencyName: string;
      readonly document: DocumentReference;
      readonly cooperating?: readonly NamedBody[];
    }
  /** Of a cooperating body, to the agency that leads; `arrivedOn` as of an answer. */
  | {
      readonly kind: 'contribute';
      readonly agency: OrganisationCode;
      readonly document: DocumentReference;
      readonly arrivedOn: LocalDate | null;
    }
  | { readonly kind: 'requestExtension'; readonly wantedOn: LocalDate }
  /** `newOn`: null grants what was asked for. A progress report stays due at the first limit unless the legal basis says otherwise. */
  | { readonly kind: 'grantExtension'; readonly newOn: LocalDate | null; readonly isProgressReportDue: boolean }
  | { readonly kind: 'refuseExtension' }
  /** `isDecided`: the words say what the host decides, as approving advice needs; commands written before do not say. */
  | { readonly kind: 'approveAnswer'; readonly isDecided?: boolean }
  | { readonly kind: 'sendBackAnswer' }
  | { readonly kind: 'recordResolution' }
  | {
      readonly kind: 'recordNoticeSent';
      readonly number: string;
      readonly sentOn: LocalDate;
      readonly means: NoticeMeans;
    }
  | { readonly kind: 'attachToConference'; readonly conference: ConferenceReference }
  | { readonly kind: 'detach' }
  /** Settled by the host, at a conference or outside of one. */
  | { readonly kind: 'settle' }
  | { readonly kind: 'decline' }
  | { readonly kind: 'defer'; readonly reviewOn: LocalDate }
  | { readonly kind: 'resume' }
  | { readonly kind: 'refer'; readonly to: OrganisationCode; readonly toName: string }
  /** `answered`: the other authority has answered the person; `returned`: it is ours after all. */
  | { readonly kind: 'recordReferralOutcome'; readonly outcome: ReferralOutcome; readonly document: DocumentReference }
  | { readonly kind: 'withdraw' }
  | { readonly kind: 'merge'; readonly into: PetitionReference }
  | { readonly kind: 'unmerge' }
  /** The ids of the petitions that begin with it, one for each other matter. */
  | { readonly kind: 'split'; readonly parts: readonly string[] }
  /** Of what is not given nothing is said; the words of the reason stay in the register. */
  | {
      readonly kind: 'classify';
      readonly field?: FieldCode;
      readonly urgency?: PetitionUrgency;
      readonly authority?: PetitionAuthority;
      readonly classification?: TextClassification;
    }
  | { readonly kind: 'markAbusive'; readonly isAbusive: boolean }
  | { readonly kind: 'protectIdentity'; readonly by: Protector }
  | { readonly kind: 'liftProtection'; readonly by: Protector }
  /** Who it is stays sealed in the register; the case knows whether a letter reaches them. */
  | { readonly kind: 'changeRepresentative'; readonly isReachableByMail: boolean }
  | { readonly kind: 'close' }
  | { readonly kind: 'reopen' }
  | PetitionNews
  | Surroundings<PetitionTerms>
  | DeliveryNote;

/**
 * `raised`: at a conference, where the minutes secretary takes it down and it is accepted as it comes (D8.1f). `splitFrom`:
 * another matter of the letter of that petition, on its own since that day.
 */
export interface RegisterPetition {
  readonly kind: 'register';
  readonly raised?: { readonly conference: ConferenceReference; readonly field: FieldCode };
  readonly splitFrom?: PetitionReference & { readonly on: LocalDate; readonly protection?: Protection };
}

/** A conference as a petition knows it. */
export interface ConferenceReference {
  readonly id: string;
  readonly number: string;
  readonly on: LocalDate;
  /** D13.1: where the terms of the conference differ from the regulation's own five days. */
  readonly cutOffDays?: number;
}

export const referralOutcomes = ['answered', 'returned'] as const;
export type ReferralOutcome = (typeof referralOutcomes)[number];

/** What a petition hears from its conference, and from petitions that belong together with it. */
export type PetitionNews =
  | {
      readonly kind: 'conferenceConcluded';
      readonly conferenceId: string;
      readonly heldOn: LocalDate;
      readonly conclusion: Conclusion;
    }
  | ({ readonly kind: 'conferenceMoved'; readonly conferenceId: string } & Pick<
      ConferenceReference,
      'on' | 'cutOffDays'
    >)
  /** It has no day now: nobody has asked for another yet, or the dialogue failed on that day (D8.3b). */
  | { readonly kind: 'conferencePostponed'; readonly conferenceId: string; readonly failedOn: LocalDate | null }
  /** Cancelled or over: the written-answer path (D8.1f). */
  | { readonly kind: 'conferenceEnded'; readonly conferenceId: string }
  | { readonly kind: 'followerJoined'; readonly petition: PetitionReference }
  | { readonly kind: 'followerLeft'; readonly petitionId: string }
  /** Null: what came of it before no longer holds. */
  | { readonly kind: 'leadingOutcome'; readonly leadingId: string; readonly outcome: PetitionOutcome | null }
  /** Withdrawn, or out of scope: it leads nobody any more. */
  | { readonly kind: 'leadingEnded'; readonly leadingId: string };

export type PetitionCommandKind = PetitionCommand['kind'];

const ends: readonly PetitionStage[] = ['closed', 'redirected', 'withdrawn', 'merged'];
const begun: readonly PetitionStage[] = petitionStages.filter((stage) => stage !== 'submitted');
/** Whatever has begun and not ended. */
const open: readonly PetitionStage[] = begun.filter((stage) => !ends.includes(stage));
/** Whatever may owe something, or owe it again. */
const kept: readonly PetitionStage[] = [...open, 'merged'];
/** Where others may follow a petition: what came of it is what they are told, also once it is closed. */
const leading: readonly PetitionStage[] = [...open, 'closed'];
/** Where a petition may be that a conference has. */
const screened: readonly PetitionStage[] = open.filter((stage) => stage !== 'received');

/** From where each command may come. Reading this table is reading the process. */
export const allowedFrom: Readonly<Record<PetitionCommandKind, readonly PetitionStage[]>> = {
  register: ['submitted'],
  accept: ['received'],
  redirect: open,
  attachToConference: ['accepted'],
  detach: ['accepted'],
  settle: ['accepted', 'assigned', 'inProgress'],
  decline: ['accepted', 'assigned'],
  assign: ['accepted', 'deferred', 'referred'],
  acknowledge: ['assigned', 'inProgress'],
  returnAssignment: ['assigned', 'inProgress'],
  reassign: ['assigned', 'inProgress'],
  contribute: ['assigned', 'inProgress'],
  requestExtension: ['inProgress'],
  grantExtension: ['inProgress'],
  refuseExtension: ['inProgress'],
  answer: ['assigned', 'inProgress'],
  approveAnswer: ['answered'],
  sendBackAnswer: ['answered'],
  recordResolution: ['answered'],
  defer: ['accepted', 'assigned', 'inProgress'],
  resume: ['deferred'],
  refer: open,
  recordReferralOutcome: ['referred'],
  recordNoticeSent: begun,
  withdraw: [...open, 'merged'],
  merge: mergeableStages,
  unmerge: ['merged'],
  split: mergeableStages,
  classify: open,
  markAbusive: begun,
  protectIdentity: begun,
  liftProtection: begun,
  changeRepresentative: open,
  close: ['resolved', 'settled', 'declined'],
  reopen: ['closed', 'resolved', 'settled', 'declined'],
  conferenceConcluded: screened,
  conferenceMoved: screened,
  conferencePostponed: screened,
  conferenceEnded: screened,
  followerJoined: begun,
  followerLeft: leading,
  leadingOutcome: ['merged'],
  leadingEnded: ['merged'],
  calendarChanged: kept,
  organisationChanged: kept,
  adoptTerms: kept,
  noteDelivery: begun,
};

import type { DeliveryNote } from '../cases/mail-trouble.js';
import type { Surroundings } from '../cases/surroundings.js';
import type { OrganisationCode } from '../organisations/organisation-code.js';
import type { PostKind } from '../organisations/recipients.js';
import type { DocumentReference } from '../petitions/petition.js';
import type { LocalDate } from '../time/local-date.js';
import type { ConferenceHost, ConferenceStage, ConferenceTerms, PetitionPath } from './conference.js';
import type { ConferenceDayCommand } from './conference-day-commands.js';
import type { PetitionConclusion } from './conclusion.js';
import type { AttendeeRank, ContentUrgency } from './preparation.js';

/** A body as a command names it: its code, and its name on the day. */
export interface NamedBody {
  readonly code: OrganisationCode;
  readonly name: string;
}

/** What people and the system may want of a conference: ids, codes and dates; the words stay in the register. */
export type ConferenceCommand =
  /** Begins the case (D8.1a). */
  | { readonly kind: 'plan' }
  /** `asSubmitted`: by the host himself, who approves what lies before him; an office has the document that proves it. */
  | { readonly kind: 'approvePlan'; readonly document: DocumentReference; readonly asSubmitted?: true }
  /** D8.1b: to each body a request; bodies that were asked before are not asked again. */
  | { readonly kind: 'requestOpinions'; readonly bodies: readonly NamedBody[] }
  /** D8.1e: the agreed handling of each petition on the list stays in the register. */
  | { readonly kind: 'holdBriefing'; readonly heldOn: LocalDate }
  /** D8.1g: to each guest one; guests that were invited before are not invited again. */
  | { readonly kind: 'sendInvitations'; readonly guests: readonly NamedBody[] }
  | { readonly kind: 'reschedule'; readonly on: LocalDate; readonly startsAt: string }
  | { readonly kind: 'cancel' }
  /** D9, D10.3a, D10.3b: attendance, speakers and minutes stay in the register. */
  | {
      readonly kind: 'recordHeld';
      readonly heldOn: LocalDate;
      /** Bodies that sent nobody, to be reported to the host. */
      readonly absent?: readonly OrganisationCode[];
      /** The first version of the minutes came with it. */
      readonly hasMinutes?: boolean;
    }
  /** D9: one conclusion for each petition of the conference. */
  | { readonly kind: 'conclude'; readonly conclusions: readonly PetitionConclusion[] }
  /** D8.1i, D11.1b. */
  | { readonly kind: 'issueConclusionNotice'; readonly document: DocumentReference }
  /** D8.2b, D11.2b. */
  | { readonly kind: 'issueResultReport'; readonly document: DocumentReference }
  | { readonly kind: 'close' }
  | PreparationCommand
  | ConferenceDayCommand
  | ConferenceNews
  | Surroundings<ConferenceTerms>
  | DeliveryNote;

/** Who studies one petition, as the aggregated report proposes (D8.1c); nobody where it is beyond the host's authority (D8.2a). */
export interface Allocation {
  readonly petitionId: string;
  readonly agency: NamedBody | null;
  readonly urgency?: ContentUrgency;
}

interface AttendanceAnswered {
  readonly body: OrganisationCode;
  readonly rank: AttendeeRank;
}

/** How a conference is prepared, beyond what binds every one of them. */
export type PreparationCommand =
  /** D8.1a: programme, contents, place, participants and publicity stay in the register. */
  | { readonly kind: 'submitPlan' }
  | { readonly kind: 'returnPlan' }
  /** D8.3a: begins the case; by which document it is demanded stands in its master row. */
  | { readonly kind: 'demandAdHoc'; readonly by: NamedBody }
  | {
      readonly kind: 'answerDemand';
      readonly on: LocalDate;
      readonly startsAt: string;
      readonly document: DocumentReference;
    }
  | { readonly kind: 'announce'; readonly announcedOn: LocalDate }
  | {
      readonly kind: 'recordOpinionsReceived';
      readonly body: OrganisationCode;
      readonly receivedOn: LocalDate;
      readonly isNone: boolean;
    }
  | {
      readonly kind: 'issueAggregateReport';
      readonly document: DocumentReference;
      readonly allocations: readonly Allocation[];
    }
  | { readonly kind: 'recordPreparedAnswer'; readonly petitionId: string; readonly agency: NamedBody }
  | { readonly kind: 'recordSituationReport'; readonly by: NamedBody; readonly document: DocumentReference }
  /** D8.1h: names stay in the register. */
  | { readonly kind: 'nameHelpers'; readonly helpers: number }
  /** D10.3a: who comes, and of what rank; whoever declines names another. */
  | ({ readonly kind: 'confirmAttendance' } & AttendanceAnswered)
  | ({ readonly kind: 'declineAttendance' } & AttendanceAnswered)
  | {
      readonly kind: 'changeHost';
      readonly organisation: NamedBody;
      readonly host: ConferenceHost;
      readonly hostPost: PostKind;
      readonly document: DocumentReference;
    };

/** What a conference hears from its petitions. */
export type ConferenceNews =
  | {
      readonly kind: 'petitionAttached';
      readonly petitionId: string;
      readonly number: string;
      readonly path: PetitionPath;
      readonly isRaised: boolean;
      /** The day of the conference that the petition knows; the conference corrects it when it has moved since. */
      readonly conferenceOn: LocalDate;
    }
  /** Detached, withdrawn, redirected: no longer of this conference. */
  | { readonly kind: 'petitionDetached'; readonly petitionId: string }
  /** D11.1b: the person was told and, where it was concluded so, an agency assigned. */
  | { readonly kind: 'petitionFollowedUp'; readonly petitionId: string; readonly on: LocalDate };

export type ConferenceCommandKind = ConferenceCommand['kind'];

const open: readonly ConferenceStage[] = [
  'planning',
  'preparing',
  'postponed',
  'held',
  'followUp',
  'awaitingDirection',
];
const begun: readonly ConferenceStage[] = [...open, 'closed', 'cancelled'];

/** From where each command may come. Reading this table is reading the process. */
export const conferenceAllowedFrom: Readonly<Record<ConferenceCommandKind, readonly ConferenceStage[]>> = {
  plan: ['drafted'],
  demandAdHoc: ['drafted'],
  answerDemand: ['planning'],
  submitPlan: ['planning'],
  returnPlan: ['planning'],
  approvePlan: ['planning'],
  announce: ['preparing'],
  requestOpinions: ['preparing'],
  recordOpinionsReceived: ['preparing'],
  issueAggregateReport: ['preparing'],
  recordPreparedAnswer: ['preparing'],
  recordSituationReport: ['preparing'],
  nameHelpers: ['preparing'],
  holdBriefing: ['preparing'],
  sendInvitations: ['preparing'],
  confirmAttendance: ['preparing'],
  declineAttendance: ['preparing'],
  changeHost: open,
  postpone: ['planning', 'preparing'],
  reschedule: ['planning', 'preparing', 'postponed'],
  cancel: ['planning', 'preparing', 'postponed'],
  registerSpeaker: ['preparing', 'held'],
  recordHeld: ['preparing'],
  recordFailed: ['preparing', 'held'],
  recordDirection: ['awaitingDirection'],
  saveMinutes: ['held', 'followUp'],
  signMinutes: ['held', 'followUp'],
  conclude: ['held'],
  issueConclusionNotice: ['followUp'],
  issueResultReport: ['followUp'],
  recordInternalReview: ['followUp'],
  recordSupervision: ['followUp', 'closed'],
  recordPolicyProposal: ['followUp'],
  close: ['followUp'],
  petitionAttached: begun,
  petitionDetached: begun,
  petitionFollowedUp: begun,
  calendarChanged: open,
  organisationChanged: open,
  adoptTerms: open,
  noteDelivery: begun,
};

/** D8.3a: what waits until a unit that was to hold a dialogue has answered with a day. */
export const waitsForDemand: readonly ConferenceCommandKind[] = [
  ...(['submitPlan', 'approvePlan'] as const),
  // Without a day that the unit has given there is none to put off, or to move.
  ...(['postpone', 'reschedule'] as const),
];

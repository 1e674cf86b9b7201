import type { DeliveryNote } from '../cases/mail-trouble.js';
import type { Surroundings } from '../cases/surroundings.js';
import type { OrganisationCode } from '../organisations/organisation-code.js';
import type { DocumentReference } from '../petitions/petition.js';
import type { LocalDate } from '../time/local-date.js';
import type { ConferenceStage, ConferenceTerms, PetitionPath } from './conference.js';
import type { PetitionConclusion } from './conclusion.js';

/** A body as a command names it: its code, and its name on the day. */
export interface NamedBody {
  readonly code: OrganisationCode;
  readonly name: string;
}

/** What people and the system may want of a conference: ids, codes and dates; the words stay in the register. */
export type ConferenceCommand =
  /** Begins the case (D8.1a). */
  | { readonly kind: 'plan' }
  | { readonly kind: 'approvePlan'; readonly document: DocumentReference }
  /** D8.1b: to each body a request; bodies that were asked before are not asked again. */
  | { readonly kind: 'requestOpinions'; readonly bodies: readonly NamedBody[] }
  /** D8.1e: the agreed handling of each petition on the list stays in the register. */
  | { readonly kind: 'holdBriefing'; readonly heldOn: LocalDate }
  /** D8.1g: to each guest one; guests that were invited before are not invited again. */
  | { readonly kind: 'sendInvitations'; readonly guests: readonly NamedBody[] }
  | { readonly kind: 'reschedule'; readonly on: LocalDate; readonly startsAt: string }
  | { readonly kind: 'cancel' }
  /** D9, D10.3b: attendance and speakers stay in the register. */
  | { readonly kind: 'recordHeld'; readonly heldOn: LocalDate }
  /** D9: one conclusion for each petition of the conference. */
  | { readonly kind: 'conclude'; readonly conclusions: readonly PetitionConclusion[] }
  /** D8.1i, D11.1b. */
  | { readonly kind: 'issueConclusionNotice'; readonly document: DocumentReference }
  /** D8.2b, D11.2b. */
  | { readonly kind: 'issueResultReport'; readonly document: DocumentReference }
  | { readonly kind: 'close' }
  | ConferenceNews
  | Surroundings<ConferenceTerms>
  | DeliveryNote;

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

const open: readonly ConferenceStage[] = ['planning', 'preparing', 'held', 'followUp'];
const begun: readonly ConferenceStage[] = [...open, 'closed', 'cancelled'];

/** From where each command may come. Reading this table is reading the process. */
export const conferenceAllowedFrom: Readonly<Record<ConferenceCommandKind, readonly ConferenceStage[]>> = {
  plan: ['drafted'],
  approvePlan: ['planning'],
  requestOpinions: ['preparing'],
  holdBriefing: ['preparing'],
  sendInvitations: ['preparing'],
  reschedule: ['planning', 'preparing'],
  cancel: ['planning', 'preparing'],
  recordHeld: ['preparing'],
  conclude: ['held'],
  issueConclusionNotice: ['followUp'],
  issueResultReport: ['followUp'],
  close: ['followUp'],
  petitionAttached: begun,
  petitionDetached: begun,
  petitionFollowedUp: begun,
  calendarChanged: open,
  organisationChanged: open,
  adoptTerms: open,
  noteDelivery: begun,
};

import type { OrganisationCode } from '../organisations/organisation-code.js';
import type { DocumentReference } from '../petitions/petition.js';
import type { LocalDate } from '../time/local-date.js';

/** The entry in the calendar of a guest, as far as the case decides it (RFC 5545): its sequence rises with each change. */
export interface GuestEvent {
  readonly sequence: number;
  readonly startsAt: string;
}

/** The letters of a conference; `agency` is the body that the letter goes to. Place and programme come from the register. */
export type ConferenceLetter =
  | {
      readonly kind: 'opinionsRequested';
      readonly agency: OrganisationCode;
      readonly conferenceOn: LocalDate;
      /** The last day on which opinions still come to the briefing (D8.1e). */
      readonly cutOffOn: LocalDate;
    }
  | {
      readonly kind: 'invitation';
      readonly agency: OrganisationCode;
      readonly conferenceOn: LocalDate;
      readonly startsAt: string;
      /** Letters written before have none. */
      readonly event?: GuestEvent;
    }
  | {
      readonly kind: 'conferenceMoved';
      readonly agency: OrganisationCode;
      readonly wasOn: LocalDate;
      readonly conferenceOn: LocalDate;
      readonly startsAt: string;
      /** Of a guest. */
      readonly event?: GuestEvent;
    }
  /** D8.1a: there is no day for the time being. */
  | {
      readonly kind: 'conferencePostponed';
      readonly agency: OrganisationCode;
      readonly wasOn: LocalDate;
      /** Of a guest: the entry of the old day goes; the next day brings it back under the same id. */
      readonly event?: GuestEvent;
    }
  | {
      readonly kind: 'conferenceCancelled';
      readonly agency: OrganisationCode;
      readonly conferenceOn: LocalDate;
      readonly event?: GuestEvent;
    }
  | PreparationLetter
  | { readonly kind: 'planApproved'; readonly conferenceOn: LocalDate; readonly document: DocumentReference }
  /** D11.1b: copies of what was concluded, to supervise it. */
  | { readonly kind: 'conclusionNotice'; readonly conferenceOn: LocalDate; readonly document: DocumentReference }
  /** D10.3a: who was invited and sent nobody. */
  | {
      readonly kind: 'absencesReported';
      readonly conferenceOn: LocalDate;
      readonly absent: readonly OrganisationCode[];
    }
  /** D8.3b: to the superior, who is asked for a direction; `conferenceOn` is the day of the dialogue that failed. */
  | { readonly kind: 'failureReport'; readonly conferenceOn: LocalDate; readonly document: DocumentReference }
  | {
      readonly kind: 'directionGiven';
      readonly conferenceOn: LocalDate;
      /** Null where the dialogue is not held again. */
      readonly newOn: LocalDate | null;
      readonly document: DocumentReference;
    }
  /** D13.3: its words stay in the register. */
  | { readonly kind: 'supervisionRemark'; readonly conferenceOn: LocalDate }
  /** D8.2b, D11.2b: the results, reported to the Standing Board of the provincial committee. */
  | { readonly kind: 'resultReport'; readonly conferenceOn: LocalDate; readonly document: DocumentReference };

type PreparationLetter =
  /** D8.1a: the loop of the plan between office and host. */
  | { readonly kind: 'planSubmitted'; readonly conferenceOn: LocalDate; readonly version: number }
  | { readonly kind: 'planReturned'; readonly conferenceOn: LocalDate; readonly version: number }
  /** D8.3a: to the unit, which is to hold a dialogue by that day. */
  | {
      readonly kind: 'adHocDemanded';
      readonly conferenceOn: LocalDate;
      readonly demandedOn: LocalDate;
      readonly by: OrganisationCode;
      readonly document: DocumentReference;
      /** Until when it is to answer. */
      readonly dueOn: LocalDate | null;
    }
  /** D8.3a: to whoever has demanded it. */
  | {
      readonly kind: 'demandAnswered';
      readonly agency: OrganisationCode;
      readonly conferenceOn: LocalDate;
      readonly startsAt: string;
      readonly document: DocumentReference;
      readonly isAfterDemanded: boolean;
    }
  /** D8.1c: to the host. */
  | { readonly kind: 'aggregateReport'; readonly conferenceOn: LocalDate; readonly document: DocumentReference }
  /** D8.1c, D8.1d: to a body that is to prepare answers. */
  | {
      readonly kind: 'answersToPrepare';
      readonly agency: OrganisationCode;
      readonly conferenceOn: LocalDate;
      readonly document: DocumentReference;
      readonly petitions: number;
      readonly dueOn: LocalDate | null;
      readonly isProvisional: boolean;
    }
  /** D13.3. */
  | {
      readonly kind: 'situationReported';
      readonly conferenceOn: LocalDate;
      readonly by: OrganisationCode;
      readonly document: DocumentReference;
    }
  /** D8.1e: a petition that came in time, but after the briefing. */
  | { readonly kind: 'addedToBriefing'; readonly conferenceOn: LocalDate; readonly petitionNumber: string }
  /** D1: to whoever was asked or invited, and to the new host. */
  | {
      readonly kind: 'hostChanged';
      readonly agency: OrganisationCode;
      readonly conferenceOn: LocalDate;
      readonly document: DocumentReference;
      readonly event?: GuestEvent;
    };

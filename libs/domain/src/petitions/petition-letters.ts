import type { OrganisationCode } from '../organisations/organisation-code.js';
import type { LocalDate } from '../time/local-date.js';
import type { ConclusionKind } from '../conferences/conclusion.js';
import type { AnswerKind, DocumentReference, OtherProcedure } from './petition.js';

/** Why an agency no longer owes anything, for good or (deferred) for a while. */
export const dutyEndReasons = [
  'withdrawn',
  'redirected',
  'settled',
  'declined',
  'deferred',
  'referred',
  'reassigned',
  'returned',
  'answered',
] as const;
export type DutyEndReason = (typeof dutyEndReasons)[number];

/** The letters of a petition. */
export type PetitionLetter =
  | { readonly kind: 'registered'; readonly receivedOn: LocalDate; readonly dueOn: LocalDate }
  | { readonly kind: 'accepted' }
  | { readonly kind: 'redirected'; readonly procedure: OtherProcedure }
  | {
      readonly kind: 'assigned';
      readonly agency: OrganisationCode;
      readonly document: DocumentReference;
      readonly receiptDueOn: LocalDate;
      readonly workingDays: number;
    }
  | {
      readonly kind: 'assignmentCopy';
      readonly agency: OrganisationCode;
      readonly document: DocumentReference;
      readonly workingDays: number;
    }
  | {
      readonly kind: 'assignmentTold';
      readonly agency: OrganisationCode;
      readonly assignedOn: LocalDate;
      readonly workingDays: number;
    }
  | {
      readonly kind: 'receiptRecorded';
      readonly agency: OrganisationCode;
      readonly receivedOn: LocalDate;
      readonly isDeemed: boolean;
      readonly dueOn: LocalDate;
      readonly isProvisional: boolean;
    }
  | {
      readonly kind: 'answerReceived';
      readonly agency: OrganisationCode;
      readonly answer: AnswerKind;
      readonly document: DocumentReference;
      readonly isLate: boolean;
      readonly approvalDueOn: LocalDate | null;
    }
  /** To a body that is to contribute to the answer of another: so many working days before its limit. */
  | {
      readonly kind: 'cooperationAsked';
      readonly agency: OrganisationCode;
      readonly lead: OrganisationCode;
      readonly document: DocumentReference;
      readonly workingDays: number;
    }
  /** Until when it is to contribute, once the limit of the agency that leads is known, or has moved. */
  | {
      readonly kind: 'contributionDue';
      readonly agency: OrganisationCode;
      readonly lead: OrganisationCode;
      /** The limit of the agency that leads. */
      readonly anchorOn: LocalDate;
      readonly dueOn: LocalDate;
      readonly isProvisional: boolean;
    }
  /** To the agency that leads: what another has contributed. */
  | {
      readonly kind: 'contributionReceived';
      readonly agency: OrganisationCode;
      readonly from: OrganisationCode;
      readonly document: DocumentReference;
      readonly isLate: boolean;
    }
  /** Not theirs, an agency says: to be assigned again. */
  | {
      readonly kind: 'assignmentReturned';
      readonly agency: OrganisationCode;
      /** By when it is to be assigned again; null where a conference has it. */
      readonly dueOn: LocalDate | null;
      readonly isProvisional: boolean;
    }
  | {
      readonly kind: 'extensionRequested';
      readonly agency: OrganisationCode;
      readonly wasDueOn: LocalDate;
      readonly wantedOn: LocalDate;
      readonly decisionDueOn: LocalDate;
    }
  | {
      readonly kind: 'extensionGranted';
      readonly agency: OrganisationCode;
      readonly anchorOn: LocalDate;
      readonly wasDueOn: LocalDate;
      readonly dueOn: LocalDate;
      readonly isProvisional: boolean;
      /** By when a report on the progress is due all the same. */
      readonly progressDueOn: LocalDate | null;
    }
  /** `isLapsed`: nobody had decided when the deadline came; it counts. */
  | {
      readonly kind: 'extensionRefused';
      readonly agency: OrganisationCode;
      readonly anchorOn: LocalDate;
      readonly dueOn: LocalDate;
      readonly isProvisional: boolean;
      readonly isLapsed: boolean;
    }
  | { readonly kind: 'answerSentBack'; readonly agency: OrganisationCode; readonly dueOn: LocalDate }
  | { readonly kind: 'answerApproved'; readonly agency: OrganisationCode; readonly document: DocumentReference }
  | {
      readonly kind: 'outcomeTold';
      readonly number: string;
      readonly sentOn: LocalDate;
      readonly document: DocumentReference | null;
    }
  | { readonly kind: 'dutyEnded'; readonly agency: OrganisationCode; readonly because: DutyEndReason }
  /** D10.1b: what was put off has come back; for the lead office, and for the agency that has it. */
  | {
      readonly kind: 'deferralEnded';
      readonly agency: OrganisationCode | null;
      /** By when the duty of the stage is due that it came back to; null where a conference has it. */
      readonly dueOn: LocalDate | null;
      readonly isProvisional: boolean;
    }
  | { readonly kind: 'reopened' }
  /** To the author of a petition that is answered with another one, and when it is so no longer. */
  | { readonly kind: 'merged'; readonly leadingNumber: string }
  | { readonly kind: 'unmerged'; readonly leadingNumber: string }
  /** What the conference concluded, for the person (D11.1b). */
  | {
      readonly kind: 'conclusionTold';
      readonly conclusion: ConclusionKind;
      readonly conferenceOn: LocalDate;
      /** Of a deferred one: when it comes back. */
      readonly reviewOn: LocalDate | null;
    };

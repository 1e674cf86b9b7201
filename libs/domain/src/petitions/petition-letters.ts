import type { OrganisationCode } from '../organisations/organisation-code.js';
import type { RuleId } from '../regulation/rule-id.js';
import type { LocalDate } from '../time/local-date.js';
import type { AnswerKind, DocumentReference, OtherProcedure, PetitionDutyKind } from './petition.js';

/** A letter by what it says, in ids, codes and dates; `libs/mail` puts it into Vietnamese. */
export type Letter =
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
  | ({ readonly kind: 'dutyReminder' } & DutyFacts)
  | ({ readonly kind: 'dutyOverdue' } & DutyFacts)
  | {
      readonly kind: 'answerReceived';
      readonly agency: OrganisationCode;
      readonly answer: AnswerKind;
      readonly document: DocumentReference;
      readonly isLate: boolean;
      readonly approvalDueOn: LocalDate | null;
    }
  | { readonly kind: 'answerSentBack'; readonly agency: OrganisationCode; readonly dueOn: LocalDate }
  | { readonly kind: 'answerApproved'; readonly agency: OrganisationCode; readonly document: DocumentReference }
  | {
      readonly kind: 'outcomeTold';
      readonly number: string;
      readonly sentOn: LocalDate;
      readonly document: DocumentReference | null;
    }
  | { readonly kind: 'dutyEnded'; readonly agency: OrganisationCode; readonly because: 'withdrawn' | 'redirected' }
  | { readonly kind: 'reopened' }
  | {
      readonly kind: 'deliveryTrouble';
      readonly deliveryId: string;
      readonly outcome: 'unaddressed' | 'refused' | 'uncertain';
    };

/** What a reminder or a warning says of a duty. */
export interface DutyFacts {
  readonly duty: PetitionDutyKind;
  readonly rule: RuleId;
  readonly anchorOn: LocalDate;
  readonly dueOn: LocalDate;
  /** Working days from the day of the letter to the due date; negative when it has passed. */
  readonly workingDaysLeft: number;
  readonly isProvisional: boolean;
  /** The agency, where there is one. */
  readonly agency: OrganisationCode | null;
}

export type LetterKind = Letter['kind'];

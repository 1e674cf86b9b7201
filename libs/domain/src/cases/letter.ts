import type { ConferenceDutyKind } from '../conferences/conference.js';
import type { ConferenceLetter } from '../conferences/conference-letters.js';
import type { OrganisationCode } from '../organisations/organisation-code.js';
import type { PetitionLetter } from '../petitions/petition-letters.js';
import type { DocumentReference, PetitionDutyKind } from '../petitions/petition.js';
import type { RuleId } from '../regulation/rule-id.js';
import type { ReportDutyKind } from '../reports/report.js';
import type { ReportLetter } from '../reports/report-letters.js';
import type { LocalDate } from '../time/local-date.js';
import type { BodyPart } from './surroundings.js';

/** Every kind of duty; no two cases share a name. */
export type DutyKind = PetitionDutyKind | ConferenceDutyKind | ReportDutyKind;

/** What a reminder or a warning says of a duty. */
export interface DutyFacts {
  readonly duty: DutyKind;
  readonly rule: RuleId;
  readonly anchorOn: LocalDate;
  readonly dueOn: LocalDate;
  /** Working days from the day of the letter to the due date; negative when it has passed. */
  readonly workingDaysLeft: number;
  readonly isProvisional: boolean;
  /** The agency, where there is one. */
  readonly agency: OrganisationCode | null;
}

/** A deadline that has moved, with the case that it belongs to. */
export interface MovedDeadline {
  readonly caseNumber: string;
  readonly duty: DutyKind;
  readonly rule: RuleId;
  /** Day 0 of the count, for its working; null once the duty is done. */
  readonly anchorOn: LocalDate | null;
  readonly wasDueOn: LocalDate;
  readonly dueOn: LocalDate;
  /** Whether it touches a year that may still change; letters written before do not say. */
  readonly isProvisional?: boolean;
}

/** An open duty of a body that is silent. */
export interface OwedBySilent {
  readonly caseNumber: string;
  readonly duty: DutyKind;
  readonly rule: RuleId;
  readonly anchorOn: LocalDate;
  readonly dueOn: LocalDate;
  readonly isProvisional: boolean;
}

/** Why a letter needs a person: nobody could be addressed, final refusal, come back, or unknown arrival. */
export type DeliveryTrouble = 'unaddressed' | 'refused' | 'bounced' | 'uncertain';

/** The letters that every case may owe. */
export type CaseLetter =
  | ({ readonly kind: 'dutyReminder' } & DutyFacts)
  | ({ readonly kind: 'dutyOverdue' } & DutyFacts)
  /** To whoever takes over the work of a body that has been merged, split, abolished or renamed. */
  | {
      readonly kind: 'handover';
      readonly part: BodyPart;
      readonly from: OrganisationCode;
      readonly to: OrganisationCode;
      readonly changedOn: LocalDate;
      readonly document: DocumentReference;
      /** Who takes over what one of several bodies owes. */
      readonly agency?: OrganisationCode;
      /** The first open deadline of the case, and how it is counted. */
      readonly dueOn: LocalDate | null;
      readonly counted: { readonly rule: RuleId; readonly anchorOn: LocalDate } | null;
      /** Whether that deadline touches a year that may still change; letters written before do not say. */
      readonly isProvisional?: boolean;
    }
  /** To one person: every deadline of theirs that another edition of the calendar has moved (D11.1c). */
  | { readonly kind: 'deadlinesMoved'; readonly edition: number; readonly moves: readonly MovedDeadline[] }
  /** To the superior of a body that has not stirred: since which day, and what it owes meanwhile (D11.3). */
  | {
      readonly kind: 'bodySilent';
      readonly agency: OrganisationCode;
      readonly sinceOn: LocalDate;
      readonly workingDays: number;
      /** Some of what it owes, what is due first. */
      readonly owed: readonly OwedBySilent[];
      /** All of it. */
      readonly duties: number;
    }
  /** To one address: everything that waited for the morning of that day; what is in it, the register knows. */
  | { readonly kind: 'digest'; readonly on: LocalDate }
  | {
      readonly kind: 'deliveryTrouble';
      readonly deliveryId: string;
      readonly outcome: DeliveryTrouble;
    };

/** A letter by what it says, in ids, codes and dates; `libs/mail` puts it into Vietnamese. */
export type Letter = (CaseLetter | PetitionLetter | ConferenceLetter | ReportLetter) & {
  /** The edition of the calendar that its case held when the ledger wrote it; letters written before know none. */
  readonly edition?: number;
};

export type LetterKind = Letter['kind'];

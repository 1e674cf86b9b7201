import type {
  CalendarEvent,
  CalendarSlice,
  Letter,
  LetterKind,
  LocalDate,
  NamedField,
  OrganisationCode,
  RecipientRole,
  ReportFigures,
  RuleId,
} from '@dialogue/domain';

/** A letter owed to one addressee, with the names that its codes stand for on the day. */
export interface LetterRequest {
  readonly letter: Letter;
  readonly recipientRole: RecipientRole;
  /** Title of the post that is addressed; null for the petitioner. */
  readonly salutation: string | null;
  /** Whoever holds that post is away, and the letter goes to who stands in. */
  readonly isToDeputy?: boolean;
  /** Only ever set for the petitioner's own letter (D11.1d). */
  readonly petitionerName: string | null;
  /** Names of the codes that the letter mentions; a code without a name stands for itself. */
  readonly organisationNames: Readonly<Record<OrganisationCode, string>>;
  readonly caseNumber: string;
  /** What the register alone holds of the case; null for a petition. */
  readonly details: LetterDetails | null;
  /** Null where the petitioner is protected: a title may betray the person (D11.1d). */
  readonly caseTitle: string | null;
  readonly leadOfficeName: string;
  /** How the lead office is reached on the day; null where the register knows no address of its own. */
  readonly leadOfficeContact: OfficeContact | null;
  readonly link: string;
  /** A page for the body that gets this letter, where it may act once and without an account; absent or null: none. */
  readonly actionLink?: string | null;
  /** Where people reach the API: there each deadline is explained, to everybody. */
  readonly publicUrl: string;
  readonly sentOn: LocalDate;
  /** On which the working days left of a deadline are counted, where its letter does not say them. */
  readonly calendar: CalendarSlice;
  /** In which language the letter begins; absent: in Vietnamese. */
  readonly salutationLanguage?: SalutationLanguage;
}

/** Whom to call: an address of the office itself, never of a person. */
export interface OfficeContact {
  readonly phone: string | null;
  readonly email: string | null;
}

/** Vietnamese, or Vietnamese with English beside it; the letter itself is always Vietnamese. */
export type SalutationLanguage = 'vi' | 'vi+en';

/** Words and figures of a case that its letters need besides ids, codes and dates. */
export type LetterDetails =
  | {
      readonly kind: 'conference';
      readonly place: string;
      readonly contents: string;
      readonly programme: string | null;
      /** Whose head hosts. */
      readonly hostName: string;
    }
  | {
      readonly kind: 'report';
      readonly figures: ReportFigures | null;
      /** In the order in which they are listed, each behind its field of article 5 (D5). */
      readonly fields: readonly NamedField[];
      readonly text: string;
      readonly reporterName: string;
    }
  | { readonly kind: 'digest'; readonly entries: readonly DigestEntry[] };

/** One letter among those of a morning: what it says, as its own letter would. */
export interface DigestEntry {
  readonly caseNumber: string;
  readonly topic: string;
  readonly paragraphs: readonly string[];
  readonly deadline: Deadline | null;
  /** Where its deadline is explained; null where it has none. */
  readonly workingUrl: string | null;
  readonly rules: readonly RuleId[];
  /** Where its body answers, or its case is seen. */
  readonly link: { readonly label: string; readonly href: string };
}

/** A letter ready for the post: one subject, and the same words as plain text and as HTML. */
export interface ComposedLetter {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** What it puts into the calendar of whoever gets it; absent: nothing. */
  readonly event?: CalendarEvent;
}

export type LetterByKind = { readonly [Kind in LetterKind]: Extract<Letter, { readonly kind: Kind }> };

/** What one kind of letter says; the frame around it (number, link, whom to call) is the same for all. */
export interface LetterDraft {
  /** What stands in the place of the number of the case, where the letter is about several. */
  readonly reference?: string;
  /** What the link leads to, where that is no case and no calendar. */
  readonly linkLabel?: string;
  /** The subject, after the number of the case. */
  readonly topic: string;
  /** What happened, and what is asked of whom. */
  readonly paragraphs: readonly string[];
  readonly facts: readonly Fact[];
  readonly deadline: Deadline | null;
  readonly rules: readonly RuleId[];
  /** Where each fact leads to its own case, and there is no one to show. */
  readonly hasNoCase?: boolean;
}

/** One line of the table of a letter. */
export interface Fact {
  readonly label: string;
  readonly value: string;
  /** What the eye is to find first. */
  readonly isStrong?: boolean;
  /** Of a deadline among others: where it is explained. */
  readonly link?: { readonly label: string; readonly href: string };
}

export interface Deadline {
  readonly label: string;
  readonly on: LocalDate;
  /** As the case counted them on the day of the letter, negative when passed; absent: counted when it is written. */
  readonly workingDaysLeft?: number;
  /** Whether it touches a year that may still change, as its case knew; absent: known when it is written. */
  readonly isProvisional?: boolean | undefined;
  /** By which rule it is counted, and from which day (D11.1c): so the letter can link to its working. */
  readonly counted: { readonly rule: RuleId; readonly anchorOn: LocalDate };
}

/** Writes one kind of letter. */
export type LetterWriter<Kind extends LetterKind> = (letter: LetterByKind[Kind], request: LetterRequest) => LetterDraft;

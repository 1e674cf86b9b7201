import type {
  CaseKind,
  ConferencePlan,
  ConferenceTerms,
  DomainErrorCode,
  Instant,
  LocalDate,
  OrganisationCode,
  PetitionClassification,
  PetitionSource,
  PetitionTerms,
  PostKind,
  ReportOpening,
  ReportPeriod,
  ReportTerms,
  RoutingCase,
  RuleId,
} from '@dialogue/domain';

import type { Uploader } from '../files/room.js';

/** What takes commands through the door: cases, and letters of which nobody knows whether they arrived. */
export type DoorKind = CaseKind | 'mail';

/** Names one receiver of commands: `petition/9f…`, `report/SL-STC/2026-Y`, `mail/3c…`. */
export interface DoorReference {
  readonly caseKind: DoorKind;
  readonly caseId: string;
}

/** A command as the API hands it in. */
export interface ArrivingCommand extends DoorReference {
  /** Hash of account, case, route and idempotency key. */
  readonly id: string;
  readonly kind: string;
  /** D11.1d: from `bodyMark`. Anything else is of a command of before there was a key: nobody knows its body any more. */
  readonly bodyHash: string;
  /** What the signal carries, with its `kind`: ids, codes and dates. */
  readonly payload: Readonly<Record<string, unknown>>;
  /** Words and names of files: they never leave the register. */
  readonly words: Readonly<Record<string, unknown>> | null;
  readonly actorId: string | null;
  /** The link by which a body acts without an account; absent: nobody does. */
  readonly linkId?: string | null;
  readonly receivedAt: Instant;
}

/** What the register decided about a command. `at` is the instant that the case passed, not the clock of the database. */
export type Outcome =
  | { readonly kind: 'accepted'; readonly sequence: number | null; readonly at: Instant }
  | { readonly kind: 'refused'; readonly code: DomainErrorCode; readonly rule: RuleId; readonly at: Instant };

/** A command as the register keeps it. */
export interface StoredCommand extends ArrivingCommand {
  /** Order of arrival; within one case the order in which its signals go. */
  readonly arrival: number;
  /** The case runs in virtual time: `receivedAt` stays out of the signal. */
  readonly isVirtual: boolean;
  readonly signalledAt: Instant | null;
  readonly outcome: Outcome | null;
}

/** Who may speak (D2.2). */
export const petitionerCategories = ['cadre', 'worker', 'member', 'armedForces', 'resident', 'investor'] as const;
export type PetitionerCategory = (typeof petitionerCategories)[number];

/** The master row of a new petition; its number is given by the register. */
export interface NewSubmission {
  readonly id: string;
  readonly title: string;
  readonly content: string;
  readonly category: PetitionerCategory;
  readonly isCollective: boolean;
  readonly source: PetitionSource;
  readonly organisation: OrganisationCode;
  readonly leadOffice: OrganisationCode;
  readonly receivedOn: LocalDate;
  readonly isWrittenAnswerRequired: boolean;
  readonly isReachableByMail: boolean;
  /** D4.1; absent: normal. */
  readonly classification?: PetitionClassification;
  /** Of a state secret, instead of its text: the number of the document, and who keeps it (D4.1). */
  readonly stub?: SecretStub;
}

/** What the register knows of a state secret (D4.1). */
export interface SecretStub {
  readonly number: string;
  readonly keeper: string;
}

/** Another matter of a letter that is split: a petition of its own once the command is accepted. */
export interface NewPart {
  readonly id: string;
  readonly title: string;
  readonly content: string;
  /** The same person, sealed for this petition; null where nobody is known. */
  readonly sealedIdentity: Uint8Array | null;
}

/** What comes with a command and counts only once its case has accepted it. */
export interface CommandSupplement {
  /** Who stands behind the petition from then on (D2.2). */
  readonly sealedIdentity?: Uint8Array;
  readonly parts?: readonly NewPart[];
  readonly files?: NamedFiles;
}

/** The files that a command names. */
export interface NamedFiles {
  readonly ids: readonly string[];
  /** D11.1d: whether the agencies of the case may read them from then on. */
  readonly isForAgency: boolean;
  /** Whose files these are. */
  readonly of: Uploader;
  /** What the case has already may be named as well, whoever sent it: the office marks it for agencies. */
  readonly isOfCaseToo: boolean;
}

/** The master row of a new conference (D8.1a); its number is given by the register. */
export interface NewConferencePlan extends Omit<ConferencePlan, 'number' | 'names'> {
  readonly title: string;
  /** What is to be spoken of. */
  readonly contents: string;
  readonly place: string;
  readonly programme: string | null;
  readonly preparation: ConferencePreparation;
}

/** Who prepares a conference besides the lead office, and why it leads (D7). */
export interface ConferencePreparation {
  /** As which the host speaks; null: nobody has said. */
  readonly hostPost: PostKind | null;
  /** The row of article 7 that applied when it was planned; null: none did. */
  readonly routingCase: RoutingCase | null;
  /** The second of two offices that lead (D7.1, D7.2). */
  readonly coLeadOffice: OrganisationCode | null;
  readonly coordinating: readonly OrganisationCode[];
  /** Why another office leads than article 7 names. */
  readonly leadOfficeReason: string | null;
  /** Who named it, by the title of an office, where the text leaves it to somebody (D7.3, D7.4). */
  readonly leadOfficeNamedBy: string | null;
}

/** The master row of a report on demand (D14.2). One that is there already stays as it is, and refuses to open again. */
export interface NewReportOpening {
  readonly organisation: OrganisationCode;
  readonly leadOffice: OrganisationCode;
  readonly period: ReportPeriod;
}

/** What is written together with the first command of a case. */
export type NewCase =
  | {
      readonly caseKind: 'petition';
      readonly submission: NewSubmission;
      /** From `sealIdentity`: nobody reads it but through the one path that leaves a trace. */
      readonly sealedIdentity: Uint8Array | null;
      /** From `fingerprintsOf`: by what the person is known again. */
      readonly fingerprints?: readonly Uint8Array[];
    }
  | { readonly caseKind: 'conference'; readonly plan: NewConferencePlan }
  | { readonly caseKind: 'report'; readonly opening: NewReportOpening };

export interface Arrival {
  /** False when the same command had already arrived: `command` is then the stored one, with its first case id. */
  readonly isNew: boolean;
  readonly command: StoredCommand;
  /** The number of the case that this command began (of a report its id), also on repetition; null for every other. */
  readonly caseNumber: string | null;
}

/** A petition as it came in: what its first state is built from. */
export interface PetitionSubmission extends NewSubmission {
  readonly number: string;
  readonly submittedAt: Instant;
  /** Terms that its organisation has set for itself by that day (D13.1); null: the regulation's own. */
  readonly terms: PetitionTerms | null;
  /** Names, by code, of its organisation and lead office. */
  readonly names: Readonly<Record<string, string>>;
}

/** A conference as it was planned: what its first state is built from. */
export interface StoredConferencePlan extends ConferencePlan {
  readonly plannedAt: Instant;
  /** Terms that its organisation has set for itself by the day of the plan (D13.1); null: the regulation's own. */
  readonly terms: ConferenceTerms | null;
}

/** A report as its period, or a request, opened it: what its first state is built from. */
export interface StoredReportOpening extends ReportOpening {
  readonly openedAt: Instant;
  /** Terms that its organisation has set for itself by that day (D13.1); null: the regulation's own. */
  readonly terms: ReportTerms | null;
}

/** Begins whatever marks a body with a key. */
export const bodyMarkPrefix = 'k1:';

/** What is kept of a body, from a fingerprint of it. */
export function bodyMark(fingerprint: string): string {
  return `${bodyMarkPrefix}${fingerprint}`;
}

/** The same for a row of a file, whose fingerprint is made in another way: never that of a body. */
export function rowMark(fingerprint: string): string {
  return bodyMark(`row/${fingerprint}`);
}

/** Whether a command that comes again has the body that it came with, as far as that is still known. */
export function hasSameBody({ bodyHash: known }: Pick<StoredCommand, 'bodyHash'>, bodyHash: string): boolean {
  return !known.startsWith(bodyMarkPrefix) || known === bodyHash;
}

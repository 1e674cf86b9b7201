import type {
  CaseKind,
  DropReason,
  DutyKind,
  Facts,
  Instant,
  Letter,
  LocalDate,
  RecipientRole,
  RuleId,
} from '@dialogue/domain';

import type { AccountRole } from '../accounts/accounts.js';
import type { DeliveryState, NamedOrganisation } from '../deliveries/delivery.js';
import type { BounceRow, DelayRow, FallbackRow } from './delivery-troubles.js';

/** What every case shows of itself, whatever its kind. */
export interface CaseRecord<Kind extends DutyKind = DutyKind> {
  readonly duties: readonly DutyRow<Kind>[];
  /** The newest events, oldest first: all of them, unless there are very many. */
  readonly history: readonly HistoryRow[];
  readonly hasOlderHistory: boolean;
  readonly documents: readonly CaseDocumentRow[];
  readonly files: readonly CaseFileRow[];
  readonly letters: readonly LetterRow[];
  readonly answering: Answering;
}

/** D11.3: the bodies that answer for a case now; nobody while it has not begun. */
export interface Answering {
  readonly host?: NamedOrganisation;
  readonly leadOffice?: NamedOrganisation;
}

export interface NamedAccount {
  readonly id: string;
  readonly username: string;
}

/** Who acted, by the account that was used. */
export interface ActorRow extends NamedAccount {
  readonly role: AccountRole;
  /** Null: of the whole system. */
  readonly organisation: NamedOrganisation | null;
}

/** Somebody was urged: a reminder before the due date, or an escalation after it. */
export interface RungRow {
  /** From the due date, before it when negative. */
  readonly workingDays: number;
  /** The due date that it was climbed for, which may have moved since. */
  readonly dueOn: LocalDate;
  readonly at: Instant;
  readonly recipients: readonly RecipientRole[];
  readonly letterId: string;
}

/** Something that is, or was, owed in a case. */
export interface DutyRow<Kind extends DutyKind = DutyKind> {
  readonly number: number;
  readonly kind: Kind;
  readonly rule: RuleId;
  /** Who owes it, where several bodies owe one of its kind. */
  readonly body: NamedOrganisation | null;
  readonly anchorOn: LocalDate;
  readonly dueOn: LocalDate;
  /** Of the calendar that the case holds; null once it is done, for the case may have counted on another then. */
  readonly edition: number | null;
  readonly isProvisional: boolean;
  /** Its day had passed before it began: due at once. */
  readonly isBelated: boolean;
  readonly missedAt: Instant | null;
  /** Null while somebody still owes it. */
  readonly doneAt: Instant | null;
  /** In the order in which they were climbed. */
  readonly rungs: readonly RungRow[];
}

/** Who acted by the link of a letter: a body without an account (D11.1c). */
export interface LinkActorRow {
  readonly organisation: NamedOrganisation;
  readonly letterKind: Letter['kind'];
  /** Where the letter went, as far as one address may be told from another. */
  readonly maskedAddress: string | null;
}

export interface HistoryRow {
  readonly sequence: number;
  readonly event: string;
  readonly at: Instant;
  readonly rule: RuleId;
  readonly facts: Facts;
  /** Null: time itself, the system, or a body by a link. */
  readonly actor: ActorRow | null;
  /** Null: nobody by a link. */
  readonly link: LinkActorRow | null;
  /** The kind of command that made it happen, of a person or of the system; null: time itself. */
  readonly command: string | null;
  readonly commandId: string | null;
  readonly recordedAt: Instant;
  /** Words that came with the command, e.g. a reason. */
  readonly words: Readonly<Record<string, unknown>> | null;
}

/** In which order, how many, and behind which event; absent: from the first one. */
export interface HistoryRequest {
  readonly limit: number;
  readonly order: 'oldest' | 'newest';
  readonly after?: number;
}

export interface HistoryPage {
  readonly rows: readonly HistoryRow[];
  /** The event behind which the next page begins; null: there is none. */
  readonly next: number | null;
}

/** A document by which an act is known, or which proves it. */
export interface CaseDocumentRow extends Pick<
  HistoryRow,
  'sequence' | 'event' | 'at' | 'rule' | 'actor' | 'link' | 'command'
> {
  readonly number: string;
  readonly signedOn: string;
  readonly signatory: string | null;
  /** What it is in its command: `document`, `evidence`, `request`. */
  readonly part: string;
}

/** A file that a command of the case has brought. */
export interface CaseFileRow {
  readonly id: string;
  readonly name: string;
  readonly contentType: string;
  readonly bytes: number;
  readonly createdAt: Instant;
  /** D11.1d: whether the agencies of the case may read it. */
  readonly isForAgency: boolean;
  /** The first that named it. */
  readonly command: string;
}

export interface LetterRow {
  readonly id: string;
  readonly key: string;
  readonly kind: Letter['kind'];
  readonly content: Letter;
  readonly sequence: number;
  readonly owedAt: Instant;
  readonly rule: RuleId;
  readonly deliveries: readonly DeliveryRow[];
}

export interface DeliveryRow {
  readonly id: string;
  readonly role: RecipientRole;
  readonly organisation: NamedOrganisation | null;
  readonly postTitle: string | null;
  readonly fullName: string | null;
  readonly address: string | null;
  readonly state: DeliveryState;
  readonly attempts: number;
  readonly smtpCode: number | null;
  /** What the mail server said, in its own words; they may name the address. */
  readonly smtpAnswer: string | null;
  readonly queuedAt: Instant;
  /** Not before that instant; null: at once. */
  readonly sendAfter: Instant | null;
  readonly droppedBecause: DropReason | null;
  /** The delivery of the digest that it goes with. */
  readonly digestId: string | null;
  readonly sentAt: Instant | null;
  readonly updatedAt: Instant;
  readonly bounce: BounceRow | null;
  readonly delay: DelayRow | null;
  readonly fallback: FallbackRow | null;
}

/** A row's place in a list, as PostgreSQL writes it: what the list is ordered by, then the id. */
export interface Place {
  readonly sortedBy: string;
  readonly id: string;
}

export interface PageRequest<Sort extends string = string> {
  readonly limit: number;
  readonly sort: Sort;
  /** Begins behind this place; absent: with the first row. */
  readonly after?: Place;
}

export interface Page<Row> {
  readonly rows: readonly Row[];
  /** Behind which the next page begins; null: there is none. */
  readonly next: Place | null;
}

/** A delivery as far as a permission check needs it. */
export interface DeliveryScope {
  readonly id: string;
  readonly caseKind: CaseKind;
  readonly caseId: string;
  readonly state: DeliveryState;
}

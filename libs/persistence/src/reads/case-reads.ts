import type { CaseKind, DutyKind, Facts, Instant, Letter, LocalDate, RecipientRole, RuleId } from '@dialogue/domain';

import type { DeliveryState, NamedOrganisation } from '../deliveries/delivery.js';

/** What every case shows of itself, whatever its kind. */
export interface CaseRecord<Kind extends DutyKind = DutyKind> {
  readonly duties: readonly DutyRow<Kind>[];
  readonly history: readonly HistoryRow[];
  readonly letters: readonly LetterRow[];
}

export interface NamedAccount {
  readonly id: string;
  readonly username: string;
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
}

export interface HistoryRow {
  readonly sequence: number;
  readonly event: string;
  readonly at: Instant;
  readonly rule: RuleId;
  readonly facts: Facts;
  /** Null: time itself, or the system. */
  readonly actor: NamedAccount | null;
  readonly commandId: string | null;
  readonly recordedAt: Instant;
  /** Words that came with the command, e.g. a reason. */
  readonly words: Readonly<Record<string, unknown>> | null;
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
  readonly sentAt: Instant | null;
  readonly updatedAt: Instant;
}

export interface PageRequest {
  readonly limit: number;
  readonly cursor?: string;
}

export interface Page<Row> {
  readonly rows: readonly Row[];
  readonly nextCursor: string | null;
}

/** A delivery as far as a permission check needs it. */
export interface DeliveryScope {
  readonly id: string;
  readonly caseKind: CaseKind;
  readonly caseId: string;
  readonly state: DeliveryState;
}

import type {
  AnswerKind,
  CaseKind,
  DocumentReference,
  Facts,
  Instant,
  Letter,
  LocalDate,
  OrganisationCode,
  PetitionDutyKind,
  PetitionField,
  PetitionFlag,
  PetitionSource,
  PetitionStage,
  RecipientRole,
  RuleId,
} from '@dialogue/domain';

import type { DeliveryState, NamedOrganisation } from '../deliveries/delivery.js';
import type { PetitionerCategory } from '../door/command.js';

/** One line of a list. */
export interface PetitionSummary {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly stage: PetitionStage;
  readonly source: PetitionSource;
  readonly category: PetitionerCategory;
  readonly field: PetitionField | null;
  readonly organisation: NamedOrganisation;
  readonly leadOffice: NamedOrganisation;
  readonly agency: NamedOrganisation | null;
  readonly flags: readonly PetitionFlag[];
  readonly receivedOn: LocalDate;
  readonly nextDueOn: LocalDate | null;
  readonly nextDueRule: RuleId | null;
  readonly submittedAt: Instant;
  readonly endedAt: Instant | null;
}

export interface PetitionDetail extends PetitionSummary {
  readonly content: string;
  readonly isCollective: boolean;
  readonly isWrittenAnswerRequired: boolean;
  readonly isReachableByMail: boolean;
  readonly sequence: number;
  readonly toldOn: LocalDate | null;
  readonly submittedBy: NamedAccount | null;
  readonly assignments: readonly AssignmentRow[];
  readonly answers: readonly AnswerRow[];
  readonly duties: readonly DutyRow[];
  readonly history: readonly HistoryRow[];
  readonly letters: readonly LetterRow[];
}

export interface NamedAccount {
  readonly id: string;
  readonly username: string;
}

export interface AssignmentRow {
  readonly round: number;
  readonly agency: NamedOrganisation;
  readonly document: DocumentReference;
  readonly assignedOn: LocalDate;
  readonly receivedOn: LocalDate | null;
  readonly isReceiptDeemed: boolean;
  readonly dueOn: LocalDate | null;
  readonly breachedOn: LocalDate | null;
  readonly firstAnsweredOn: LocalDate | null;
  readonly isFirstAnswerLate: boolean;
  readonly endedOn: LocalDate | null;
}

export interface AnswerRow {
  readonly number: number;
  readonly round: number;
  readonly kind: AnswerKind;
  readonly document: DocumentReference;
  readonly answeredOn: LocalDate;
  readonly isLate: boolean;
  readonly isApproved: boolean;
}

export interface DutyRow {
  readonly number: number;
  readonly kind: PetitionDutyKind;
  readonly rule: RuleId;
  readonly anchorOn: LocalDate;
  readonly dueOn: LocalDate;
  readonly isProvisional: boolean;
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

export interface PetitionFilter {
  readonly stage?: PetitionStage;
  readonly agency?: string;
  /** Petitions to the head of this body. */
  readonly organisation?: string;
  readonly flag?: PetitionFlag;
  /** Something falls due before this day, or already has. */
  readonly dueBefore?: LocalDate;
  /** Part of number or title, with or without Vietnamese marks. */
  readonly text?: string;
  /** What the reader may see: petitions of which one of these is the organisation, lead office or an agency, past ones included. Absent: all. */
  readonly scope?: readonly string[];
}

export interface PageRequest {
  readonly limit: number;
  readonly cursor?: string;
}

export interface Page<Row> {
  readonly rows: readonly Row[];
  readonly nextCursor: string | null;
}

/** A petition as far as a permission check needs it. */
export interface PetitionScope {
  readonly id: string;
  readonly stage: PetitionStage;
  readonly sequence: number;
  readonly organisation: OrganisationCode;
  readonly leadOffice: OrganisationCode;
  /** Today's agency. */
  readonly agency: OrganisationCode | null;
  /** Agencies of all rounds. */
  readonly agencies: readonly OrganisationCode[];
}

/** A delivery as far as a permission check needs it. */
export interface DeliveryScope {
  readonly id: string;
  readonly caseKind: CaseKind;
  readonly caseId: string;
  readonly state: DeliveryState;
}

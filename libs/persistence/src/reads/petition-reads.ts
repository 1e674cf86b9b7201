import type {
  AnswerKind,
  ConclusionKind,
  DocumentReference,
  FieldCode,
  Instant,
  LocalDate,
  OrganisationCode,
  PetitionAuthority,
  PetitionClassification,
  PetitionDutyKind,
  PetitionFlag,
  PetitionPath,
  PetitionProgress,
  PetitionSource,
  PetitionStage,
  PetitionUrgency,
  PostKind,
} from '@dialogue/domain';

import type { NamedOrganisation } from '../deliveries/delivery.js';
import type { PetitionerCategory, SecretStub } from '../door/command.js';
import type { CaseRecord, NamedAccount } from './case-reads.js';
import type { NextDue } from './next-count.js';
import type { RelatedPetitions } from './petition-relations.js';

/** One line of a list. */
export interface PetitionSummary extends NextDue {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly stage: PetitionStage;
  readonly source: PetitionSource;
  readonly category: PetitionerCategory;
  readonly field: FieldCode | null;
  readonly fieldName: string | null;
  readonly organisation: NamedOrganisation;
  readonly leadOffice: NamedOrganisation;
  readonly agency: NamedOrganisation | null;
  readonly flags: readonly PetitionFlag[];
  readonly receivedOn: LocalDate;
  /** The day of the answer that the host stands by; answered is not resolved (D11.1c). */
  readonly answeredOn: LocalDate | null;
  readonly resolvedOn: LocalDate | null;
  readonly submittedAt: Instant;
  readonly endedAt: Instant | null;
}

export interface PetitionDetail extends PetitionSummary, CaseRecord<PetitionDutyKind>, RelatedPetitions {
  readonly classification: PetitionClassification;
  /** Null where nobody has said (D8.2a). */
  readonly urgency: PetitionUrgency | null;
  readonly authority: PetitionAuthority | null;
  /** Of a state secret, instead of its text (D4.1). */
  readonly stub: SecretStub | null;
  readonly content: string;
  readonly isCollective: boolean;
  readonly isWrittenAnswerRequired: boolean;
  readonly isReachableByMail: boolean;
  readonly sequence: number;
  readonly toldOn: LocalDate | null;
  /** What the host has concluded, at a conference or outside of one; stays when the petition ends. */
  readonly conclusion: ConclusionKind | null;
  readonly submittedBy: NamedAccount | null;
  readonly assignments: readonly AssignmentRow[];
  readonly answers: readonly AnswerRow[];
  /** Null while it belongs to no conference (D8.1e, D8.1f). */
  readonly conference: AttachedConference | null;
}

/** The conference that a petition is attached to, and what it concluded (D9). */
export interface AttachedConference {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly on: LocalDate;
  readonly startsAt: string;
  readonly path: PetitionPath;
  readonly isRaised: boolean;
  readonly conclusion: ConclusionKind | null;
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
  /** The day that the agency has asked for and the host has not decided on. */
  readonly extensionWantedOn: LocalDate | null;
  readonly extendedTo: LocalDate | null;
  readonly endedOn: LocalDate | null;
  readonly contributions: readonly ContributionRow[];
}

/** D11.1b: what a cooperating body owes, or has given, to the agency that leads. */
export interface ContributionRow {
  readonly agency: NamedOrganisation;
  readonly dueOn: LocalDate | null;
  readonly contributedOn: LocalDate | null;
  readonly isLate: boolean;
  readonly document: DocumentReference | null;
  /** When a successor took it over. */
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

/** How a list of petitions may be ordered: `due` is what falls due first, what owes nothing last. */
export const petitionSorts = ['newest', 'oldest', 'due', 'number'] as const;
export type PetitionSort = (typeof petitionSorts)[number];

export interface PetitionFilter {
  readonly stage?: readonly PetitionStage[];
  /** Petitions to the heads of these bodies. */
  readonly organisations?: readonly string[];
  /** Petitions to the head of this body. */
  readonly host?: string;
  /** Petitions of a conference hosted by one of these posts. */
  readonly hostPost?: readonly PostKind[];
  /** Today's agency. */
  readonly agency?: readonly string[];
  readonly conference?: string;
  /** Of one of these, or of one that stands under it. */
  readonly field?: readonly FieldCode[];
  readonly source?: readonly PetitionSource[];
  readonly category?: readonly PetitionerCategory[];
  /** All of these. */
  readonly flag?: readonly PetitionFlag[];
  readonly progress?: readonly PetitionProgress[];
  /** Days on which the first open duty falls due, both included. */
  readonly dueFrom?: LocalDate;
  readonly dueTo?: LocalDate;
  readonly receivedFrom?: LocalDate;
  readonly receivedTo?: LocalDate;
  /** Words of number, title or content that stand together, with or without Vietnamese marks; the sealed person is not among them (D11.1d). */
  readonly text?: string;
  /** The same, for a reader from whom the words of petitions with one of these flags are withheld; not the number. */
  readonly openText?: { readonly text: string; readonly withheld: readonly PetitionFlag[] };
  /** What the reader may see: petitions of which one of these is the organisation, lead office or an agency, past ones included. Absent: all. */
  readonly scope?: readonly string[];
}

/** A petition as far as a permission check needs it. */
export interface PetitionScope {
  readonly id: string;
  readonly number: string;
  readonly isCollective: boolean;
  /** Only named roles read who stands behind it (D11.1d). */
  readonly isProtected: boolean;
  readonly stage: PetitionStage;
  readonly sequence: number;
  readonly organisation: OrganisationCode;
  readonly leadOffice: OrganisationCode;
  /** Today's agency. */
  readonly agency: OrganisationCode | null;
  /** Agencies of all rounds. */
  readonly agencies: readonly OrganisationCode[];
  /** Who cooperates with today's agency, and who ever has. */
  readonly cooperating: readonly OrganisationCode[];
  readonly contributors: readonly OrganisationCode[];
}

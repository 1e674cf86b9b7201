import type {
  DocumentReference,
  Instant,
  LocalDate,
  NamedField,
  OrganisationCode,
  ReportDutyKind,
  ReportFigures,
  ReportFlag,
  ReportKind,
  ReportPeriod,
  ReportStage,
} from '@dialogue/domain';

import type { NamedOrganisation } from '../deliveries/delivery.js';
import type { CaseRecord, NamedAccount } from './case-reads.js';
import type { PolicyProposal } from '../reports/policy-proposals.js';
import type { NextDue } from './next-count.js';

/** One line of a list of period reports (D14.1). */
export interface ReportSummary extends NextDue {
  /** `<organisation>/<period>`. */
  readonly id: string;
  readonly period: ReportPeriod;
  readonly stage: ReportStage;
  readonly organisation: NamedOrganisation;
  readonly leadOffice: NamedOrganisation;
  readonly hasSuperior: boolean;
  readonly flags: readonly ReportFlag[];
  readonly openedAt: Instant;
  readonly sentAt: Instant | null;
}

export interface ReportDetail extends ReportSummary, CaseRecord<ReportDutyKind> {
  readonly sequence: number;
  /** Null: opened by its period (D14.1), not on demand (D14.2). */
  readonly openedBy: NamedAccount | null;
  /** The organisation's own work with that of the level below. */
  readonly figures: ReportFigures;
  readonly ownFigures: ReportFigures;
  /** The list of fields, by whose names the figures are told (D5). */
  readonly fields: readonly NamedField[];
  /** When they were taken: from its submission on they stand still. Null: counted at this moment. */
  readonly figuresTakenAt: Instant | null;
  /** The words of the newest submission. */
  readonly text: string | null;
  readonly document: DocumentReference | null;
  readonly below: readonly ReportBelow[];
  /** D11.2a: what hosts have proposed at conferences of the period, own ones and those of the level below. */
  readonly policyProposals: readonly PolicyProposal[];
}

/** A body that reports to this one, and how far its report of the same period is. */
export interface ReportBelow {
  readonly id: string;
  readonly organisation: NamedOrganisation;
  /** Null: it has none of this period. */
  readonly stage: ReportStage | null;
  readonly isOverdue: boolean;
  readonly sentAt: Instant | null;
  /** What it has sent; null before. */
  readonly figures: ReportFigures | null;
}

/** How a list of reports may be ordered: by the limit of their period, or by what falls due first. */
export const reportSorts = ['newest', 'oldest', 'due'] as const;
export type ReportSort = (typeof reportSorts)[number];

export interface ReportFilter {
  readonly stage?: readonly ReportStage[];
  readonly kind?: readonly ReportKind[];
  /** The code of the period: `2026-H1`. */
  readonly period?: string;
  readonly organisations?: readonly string[];
  /** All of these. */
  readonly flag?: readonly ReportFlag[];
  /** Days on which the first open duty falls due, both included. */
  readonly dueFrom?: LocalDate;
  readonly dueTo?: LocalDate;
  /** Words of the id, the body's name or the number of the document, with or without Vietnamese marks. */
  readonly text?: string;
  /** What the reader may see: one of these is the organisation or the lead office. Absent: all. */
  readonly scope?: readonly string[];
}

/** A report as far as a permission check needs it. */
export interface ReportScope {
  readonly id: string;
  readonly stage: ReportStage;
  readonly sequence: number;
  readonly organisation: OrganisationCode;
  readonly leadOffice: OrganisationCode;
}

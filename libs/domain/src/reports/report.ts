import type { CaseState } from '../cases/case-machine.js';
import type { Duty, Ladder } from '../cases/duty.js';
import type { MailTrouble } from '../cases/mail-trouble.js';
import type { OrganisationCode } from '../organisations/organisation-code.js';
import type { Instant } from '../time/instant.js';
import type { LocalDate } from '../time/local-date.js';

/** `planned`: known to the register, not yet taken by its workflow. The rest as in the life cycle. */
export const reportStages = ['planned', 'collecting', 'drafting', 'submitted', 'approved', 'sent'] as const;
export type ReportStage = (typeof reportStages)[number];

/** D14.1: half-year and year; D14.2: on demand. */
export const reportKinds = ['halfYear', 'year', 'extraordinary'] as const;
export type ReportKind = (typeof reportKinds)[number];

export const reportFlags = ['overdue', 'finding', 'provisional', 'mailTrouble'] as const;
export type ReportFlag = (typeof reportFlags)[number];

/** `sendUpwards`: in time for the superior's own report, a habit of the office. `sendReport`: the limit itself. */
export const reportDutyKinds = ['sendUpwards', 'sendReport'] as const;
export type ReportDutyKind = (typeof reportDutyKinds)[number];
export type ReportDuty = Duty<ReportDutyKind>;

/** The time that a report speaks of. */
export interface ReportPeriod {
  readonly kind: ReportKind;
  /** `2026-H1`, `2026-Y`; of an extraordinary one its days: `20260101-20260331`. Unique per organisation. */
  readonly code: string;
  readonly from: LocalDate;
  /** The day at which figures are cut (ngay chot so lieu), included. */
  readonly cutOn: LocalDate;
  /** The last lawful day: "before 20/6" is 19 June or the working day before it. */
  readonly dueOn: LocalDate;
}

/** The days and ladders that a report counts with (D13.1). */
export interface ReportTerms {
  readonly version: string;
  readonly duties: Readonly<Record<ReportDutyKind, { readonly ladder: Ladder }>>;
  /** So many working days before the superior's own limit, for whoever has a superior to report to. */
  readonly upwardsWorkingDays: number;
}

/** Everything that decides what becomes of a report: ids, codes and dates; JSON only. Figures stay in the register. */
export interface Report extends CaseState, MailTrouble {
  /** `<organisation>/<period>`: the id of the case. */
  readonly id: string;
  readonly stage: ReportStage;
  readonly organisation: OrganisationCode;
  readonly leadOffice: OrganisationCode;
  readonly names: Readonly<Record<string, string>>;
  readonly period: ReportPeriod;
  /** Another body builds its own report from this one. */
  readonly hasSuperior: boolean;
  readonly submissions: number;
  readonly hasFinding: boolean;
  readonly duties: readonly ReportDuty[];
  readonly dutiesSoFar: number;
  readonly endedAt: Instant | null;
  readonly terms: ReportTerms;
}

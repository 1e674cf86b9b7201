import type { PeriodicReportKind, ReportPeriod } from '@dialogue/domain';

/** The argument of `reportOpenerWorkflow`. */
export interface ReportOpenerStart {
  readonly kind: PeriodicReportKind;
}

/** The step of a period's opener, on the queue `report`. */
export interface ReportOpenerActivities {
  /**
   * D14.1: every reporting organisation has a report of this period, and each report is told to open. Unique by
   * organisation and period: what there was stays, so the step may run again.
   */
  readonly openReports: (opening: { readonly period: ReportPeriod }) => Promise<OpenedReports>;
}

/** How many organisations report, and for how many of them the report was new. */
export interface OpenedReports {
  readonly reporting: number;
  readonly opened: number;
}

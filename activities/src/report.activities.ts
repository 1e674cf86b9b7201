import type { OpenedReports, ReportOpenerActivities } from '@dialogue/contracts';
import type { ReportPeriod } from '@dialogue/domain';

import { alarmed } from './alarm.js';

/** What the opener of a period needs of the register. */
export interface ReportPort {
  /** In one transaction; what there is of the period stays as it is. */
  readonly openReports: (opening: { readonly period: ReportPeriod }) => Promise<OpenedReports>;
}

/** The step of a period's opener, on the queue `report`; it may run twice (D14.1). */
export function createReportActivities(register: ReportPort): ReportOpenerActivities {
  return { openReports: (opening) => alarmed(() => register.openReports(opening)) };
}

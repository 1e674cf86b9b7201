import type { PeriodicReportKind } from '@dialogue/domain';

import type { ReportOpenerStart } from './report-activities.js';
import { taskQueues } from './task-queues.js';
import { workflowTypes } from './workflow-ids.js';

/** The opener of one kind of period: the Schedule that starts it, and what it starts. */
export interface ReportOpener {
  readonly scheduleId: string;
  /** Temporal appends the instant: `report-opener/year-2026-10-01T00:00:00Z`. */
  readonly workflowId: string;
  readonly workflowType: string;
  readonly taskQueue: string;
  readonly args: readonly [ReportOpenerStart];
}

/** One Schedule per period (D14.1). */
export const reportOpeners: Readonly<Record<PeriodicReportKind, ReportOpener>> = {
  halfYear: openerOf('halfYear', 'half-year'),
  year: openerOf('year', 'year'),
};

/** Whether a workflow id is that of an opener: it belongs to no case of the register. */
export function isReportOpener(workflowId: string): boolean {
  return Object.values(reportOpeners).some((opener) => workflowId.startsWith(opener.workflowId));
}

function openerOf(kind: PeriodicReportKind, name: string): ReportOpener {
  return {
    scheduleId: `report-${name}`,
    workflowId: `report-opener/${name}`,
    workflowType: workflowTypes.reportOpener,
    taskQueue: taskQueues.report,
    args: [{ kind }],
  };
}

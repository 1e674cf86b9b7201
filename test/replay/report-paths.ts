import { randomUUID } from 'node:crypto';

import { reportOpeners } from '@dialogue/contracts';
import { atHour, dateAt, localDate, yearOf } from '@dialogue/domain';
import { aDocument } from '@dialogue/testing/builders';
import { beginReport, type ReportStory, type WorkflowServer } from '@dialogue/testing/cases';
import type { WorkflowHandle } from '@temporalio/client';

import type { Path } from './paths.js';

/** The ways of a period report and of the opener of its period (D14.1). */
export const reportPaths: Readonly<Record<string, Path>> = {
  'report-sent': async (server) => {
    const report = await opened(server);
    await report.until('2026-12-01');
    await report.send('submit');
    await report.send('return');
    await report.send('submit');
    await report.send('approve');
    await report.send('send', { document: aDocument('210/BC-STC', '2026-12-01') });
    await report.settle();
    return report.handle;
  },
  'report-overdue': async (server) => {
    const report = await opened(server);
    await report.until('2026-12-22');
    await report.send('submit');
    await report.settle();
    return report.handle;
  },
  'reports-opened': anOpener,
};

async function opened(server: WorkflowServer): Promise<ReportStory> {
  const report = await beginReport(server, { on: '2026-11-10' });
  await report.send('open');
  return report;
}

/** Started by the Schedule on a 1 October, it waits for the twentieth working day before the limit. */
async function anOpener({ env, serve }: WorkflowServer): Promise<WorkflowHandle> {
  const plain = { edition: 1, daysOff: [], workedRestDays: [], unconfirmedYears: [] };
  serve({
    ledger: { loadCalendar: async (range) => Promise.resolve({ ...plain, ...range }) },
    report: { openReports: async () => Promise.resolve({ reporting: 90, opened: 90 }) },
  });
  const year = String(yearOf(dateAt(await env.currentTimeMs())) + 1);
  await env.sleep(atHour(localDate(`${year}-10-01`), 7) - (await env.currentTimeMs()));
  const { workflowType, workflowId, taskQueue, args } = reportOpeners.year;
  const options = { workflowId: `${workflowId}-${randomUUID()}`, taskQueue, args: [...args] };
  const handle = await env.client.workflow.start(workflowType, options);
  await env.sleep('60 days');
  return handle;
}

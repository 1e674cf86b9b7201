import { defaultReportTerms, planned, type Report, type ReportCommand, type ReportOpening } from '@dialogue/domain';

import { aReportCommand, aReportOpening } from '../builders/report.builder.js';
import { beginCase, type CaseBeginning, type CaseStory } from './case-story.js';
import type { WorkflowServer } from './workflow-server.js';

/** What a test says of a report before it begins; every day as the story tells it. */
export interface ReportBeginning extends CaseBeginning<Report> {
  readonly opening?: Partial<ReportOpening>;
}

/** One period report on the server, told in the days of the story. */
export type ReportStory = CaseStory<Report, ReportCommand>;

/** Begins the story of a report. Its id says organisation and period, so one story of it goes at a time. */
export async function beginReport(server: WorkflowServer, beginning: ReportBeginning): Promise<ReportStory> {
  const opening = aReportOpening(beginning.opening);
  return beginCase<Report, ReportCommand>(
    server,
    {
      kind: 'report',
      first: (calendar) => planned(opening, { terms: defaultReportTerms, calendar }),
      command: aReportCommand,
    },
    beginning,
  );
}

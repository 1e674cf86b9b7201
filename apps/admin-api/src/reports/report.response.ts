import { figuresWithout, reportDuties } from '@dialogue/domain';
import type { ReportDetail, ReportSummary } from '@dialogue/persistence';

import { reportStageNames } from '../cases/case-sentences.vi.js';
import { iso, isoOrNull, toCaseRecord, toNext, type View, type WorkflowLinks } from '../cases/case.response.js';
import type { ReportResponse, ReportSummaryResponse } from './report.response-schemas.js';

/** A report as the API shows it: its figures, the reports that it is built from, who owes it, what has happened (AP6). */
export function toReportResponse(report: ReportDetail, view: View): ReportResponse {
  const { id, sequence, openedBy, figures, ownFigures, figuresTakenAt, text, document } = report;
  const { leadOffice, organisation } = report;
  return {
    ...toReportSummary(report, view.links),
    ...{ sequence, openedBy, figuresTakenAt: isoOrNull(figuresTakenAt), text, document },
    figures: { own: ownFigures, lower: figuresWithout(figures, ownFigures), total: figures },
    fields: report.fields.map(({ code, name, root }) => ({ code, name, root })),
    policyProposals: report.policyProposals.map((each) => ({ ...each })),
    below: report.below.map((each) => ({
      ...each,
      stageName: each.stage === null ? null : reportStageNames[each.stage],
      sentAt: isoOrNull(each.sentAt),
    })),
    ...toCaseRecord(
      { ...report, reference: { caseKind: 'report', caseId: id } },
      { definitions: reportDuties, debtors: { agency: null, leadOffice, host: organisation } },
      view,
    ),
  };
}

/** One line of a list of reports. */
export function toReportSummary(report: ReportSummary, links: WorkflowLinks): ReportSummaryResponse {
  const { id, period, stage, organisation, leadOffice, hasSuperior, flags } = report;
  return {
    ...{ id, period: { ...period }, stage, stageName: reportStageNames[stage] },
    ...{ organisation, leadOffice, hasSuperior, flags: [...flags] },
    next: toNext(report, links),
    openedAt: iso(report.openedAt),
    sentAt: isoOrNull(report.sentAt),
  };
}

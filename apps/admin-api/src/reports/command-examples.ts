import { exampleTexts } from '../http/example-texts.vi.js';
import type { ReportRouteKind } from './report-row.js';

/** A body of each command, as the documentation shows it. */
export const reportExamples: Readonly<Record<ReportRouteKind, Readonly<Record<string, unknown>>>> = {
  submit: { text: exampleTexts.periodReport },
  return: { reason: exampleTexts.returnReason },
  approve: { remark: exampleTexts.approveRemark },
  send: { document: { number: '310/BC-UBND', signedOn: '2026-12-08' } },
  adoptTerms: { reason: exampleTexts.adoptTermsReason },
};

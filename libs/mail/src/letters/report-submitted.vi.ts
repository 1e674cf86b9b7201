import { ruleOfPeriod } from '@dialogue/domain';
import type { LetterWriter } from './letter-request.js';
import { figureFacts, reportDeadline, reportFacts, reportName } from './report-frame.vi.js';

/** Asks the head to approve the report (D14.1). */
export const reportSubmittedLetter: LetterWriter<'reportSubmitted'> = ({ period }, request) => ({
  topic: `Trình duyệt ${reportName(period)}`,
  paragraphs: [
    `Kính trình đồng chí xem xét, phê duyệt ${reportName(period)} về kết quả đối thoại và giải quyết kiến nghị của nhân dân.`,
  ],
  facts: [...reportFacts(period, request), ...figureFacts(request)],
  deadline: reportDeadline(period),
  rules: [ruleOfPeriod(period)],
});

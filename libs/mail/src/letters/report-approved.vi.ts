import { ruleOfPeriod } from '@dialogue/domain';
import type { LetterWriter } from './letter-request.js';
import { reportDeadline, reportFacts, reportName } from './report-frame.vi.js';

/** The report may go out (D14.1). */
export const reportApprovedLetter: LetterWriter<'reportApproved'> = ({ period }, request) => ({
  topic: `Đã duyệt ${reportName(period)}`,
  paragraphs: [
    `Người đứng đầu cơ quan đã duyệt ${reportName(period)}. Đề nghị quý cơ quan lấy số, ngày văn bản và gửi báo cáo.`,
  ],
  facts: reportFacts(period, request),
  deadline: reportDeadline(period),
  rules: [ruleOfPeriod(period)],
});

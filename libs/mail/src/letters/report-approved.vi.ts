import type { LetterWriter } from './letter-request.js';
import { reportFacts, reportName } from './report-frame.vi.js';

/** The report may go out (D14.1). */
export const reportApprovedLetter: LetterWriter<'reportApproved'> = ({ period }, request) => ({
  topic: `Đã duyệt ${reportName(period)}`,
  paragraphs: [`Người đứng đầu cơ quan đã duyệt ${reportName(period)}. Đề nghị lấy số, ngày văn bản và gửi báo cáo.`],
  facts: reportFacts(period, request),
  deadline: { label: 'Hạn gửi báo cáo', on: period.dueOn, workingDaysLeft: null, isProvisional: false },
  rules: [period.kind === 'extraordinary' ? 'D14.2' : 'D14.1'],
});

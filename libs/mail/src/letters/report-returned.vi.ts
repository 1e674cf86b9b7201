import { ruleOfPeriod } from '@dialogue/domain';
import type { LetterWriter } from './letter-request.js';
import { reportDeadline, reportFacts, reportName } from './report-frame.vi.js';

/** The head wants the report done again (D14.1). */
export const reportReturnedLetter: LetterWriter<'reportReturned'> = ({ period }, request) => ({
  topic: `Đề nghị hoàn thiện ${reportName(period)}`,
  paragraphs: [
    `Người đứng đầu cơ quan đề nghị hoàn thiện ${reportName(period)}; nội dung cụ thể nêu trong hồ sơ.`,
    'Đề nghị quý cơ quan bổ sung và trình lại; thời hạn gửi báo cáo không thay đổi.',
  ],
  facts: reportFacts(period, request),
  deadline: reportDeadline(period),
  rules: [ruleOfPeriod(period)],
});

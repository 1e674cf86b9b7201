import type { LetterWriter } from './letter-request.js';
import { reportFacts, reportName } from './report-frame.vi.js';

/** The head wants the report done again (D14.1). */
export const reportReturnedLetter: LetterWriter<'reportReturned'> = ({ period }, request) => ({
  topic: `Đề nghị hoàn thiện ${reportName(period)}`,
  paragraphs: [
    `Người đứng đầu cơ quan đề nghị hoàn thiện ${reportName(period)}; nội dung cụ thể nêu trong hồ sơ.`,
    'Đề nghị bổ sung và trình lại; thời hạn gửi báo cáo không thay đổi.',
  ],
  facts: reportFacts(period, request),
  deadline: { label: 'Hạn gửi báo cáo', on: period.dueOn, workingDaysLeft: null, isProvisional: false },
  rules: [period.kind === 'extraordinary' ? 'D14.2' : 'D14.1'],
});

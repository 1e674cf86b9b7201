import { ruleOfPeriod } from '@dialogue/domain';
import type { LetterWriter } from './letter-request.js';
import { reportDeadline, reportFacts, reportName, upwardsDeadline } from './report-frame.vi.js';

/** A report is due: who writes it, from which figures, by when (D14.1, D14.2). */
export const reportOpenedLetter: LetterWriter<'reportOpened'> = ({ period, upwardsOn }, request) => ({
  topic: `Chuẩn bị ${reportName(period)} về kết quả đối thoại`,
  paragraphs: [
    `Đề nghị quý cơ quan chuẩn bị ${reportName(period)} về kết quả đối thoại và giải quyết kiến nghị của nhân dân.`,
    'Số liệu được tổng hợp từ sổ đăng ký; sau ngày chốt số liệu, đề nghị kiểm tra, bổ sung phần lời, trình người đứng đầu duyệt và gửi báo cáo.',
  ],
  facts: reportFacts(period, request),
  deadline: upwardsOn === null ? reportDeadline(period) : upwardsDeadline(period, upwardsOn),
  rules: [ruleOfPeriod(period)],
});

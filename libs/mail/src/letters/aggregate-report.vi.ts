import { documentMark, formatDay } from '@dialogue/domain';
import { conferenceFacts } from './conference-frame.vi.js';
import type { LetterWriter } from './letter-request.js';

/** The aggregated report of opinions and petitions, to the host and the office that prepares (D8.1c). */
export const aggregateReportLetter: LetterWriter<'aggregateReport'> = (letter, request) => ({
  topic: 'Báo cáo tổng hợp ý kiến, kiến nghị trước hội nghị đối thoại',
  paragraphs: [
    `Đã có báo cáo tổng hợp ý kiến, kiến nghị phục vụ hội nghị đối thoại vào ${formatDay(letter.conferenceOn)}, kèm đề xuất cơ quan nghiên cứu, chuẩn bị trả lời từng nội dung.`,
    'Báo cáo và đề xuất đối với từng kiến nghị có trong hồ sơ.',
  ],
  facts: [...conferenceFacts(letter, request), { label: 'Báo cáo tổng hợp', value: documentMark(letter.document) }],
  deadline: null,
  rules: ['D8.1c'],
});

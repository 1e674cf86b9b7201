import { documentMark, formatDay } from '@dialogue/domain';
import { conferenceFacts } from './conference-frame.vi.js';
import type { LetterWriter } from './letter-request.js';

/** What the superior has directed after a dialogue that failed (D8.3b). */
export const directionGivenLetter: LetterWriter<'directionGiven'> = (letter, request) => ({
  topic: 'Ý kiến chỉ đạo của cấp trên về cuộc đối thoại không thành',
  paragraphs: [
    letter.newOn === null
      ? `Theo văn bản ${documentMark(letter.document)} của cấp trên, cuộc đối thoại ${formatDay(letter.conferenceOn)} không tổ chức lại. Ý kiến, kiến nghị đã tiếp nhận được giao cơ quan có thẩm quyền trả lời bằng văn bản.`
      : `Theo văn bản ${documentMark(letter.document)} của cấp trên, cuộc đối thoại ${formatDay(letter.conferenceOn)} được tổ chức lại vào ${formatDay(letter.newOn)}. Các mốc chuẩn bị được tính lại từ ngày này.`,
  ],
  facts: [...conferenceFacts(letter, request), { label: 'Văn bản chỉ đạo', value: documentMark(letter.document) }],
  deadline: null,
  rules: ['D8.3b'],
});

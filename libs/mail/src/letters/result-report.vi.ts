import { documentMark, formatDay } from '@dialogue/domain';
import { conferenceDetails, conferenceFacts } from './conference-frame.vi.js';
import type { LetterWriter } from './letter-request.js';

/** The results of one conference, on their way to the Standing Board of the provincial committee (D8.2b, D11.2b). */
export const resultReportLetter: LetterWriter<'resultReport'> = (letter, request) => ({
  topic: 'Báo cáo kết quả hội nghị đối thoại',
  paragraphs: [
    `${conferenceDetails(request).hostName} đã ban hành Báo cáo ${documentMark(letter.document)} về kết quả hội nghị đối thoại trực tiếp với nhân dân ${formatDay(letter.conferenceOn)}.`,
    'Kính gửi quý cơ quan để tổng hợp, báo cáo Thường trực Tỉnh ủy.',
  ],
  facts: [...conferenceFacts(letter, request), { label: 'Báo cáo kết quả', value: documentMark(letter.document) }],
  deadline: null,
  rules: ['D11.2b'],
});

import { documentMark, formatDay } from '@dialogue/domain';
import { conferenceDetails, conferenceFacts } from './conference-frame.vi.js';
import type { LetterWriter } from './letter-request.js';

/** Somebody else hosts than was planned, by a decision (D1, D10.1a). */
export const hostChangedLetter: LetterWriter<'hostChanged'> = (letter, request) => ({
  topic: 'Thay đổi người chủ trì hội nghị đối thoại',
  paragraphs: [
    `Hội nghị đối thoại trực tiếp với nhân dân vào ${formatDay(letter.conferenceOn)} do người đứng đầu ${conferenceDetails(request).hostName} chủ trì.`,
    'Giấy mời, văn bản đề nghị đã gửi vẫn có giá trị, trừ người chủ trì.',
  ],
  facts: [...conferenceFacts(letter, request), { label: 'Văn bản quyết định', value: documentMark(letter.document) }],
  deadline: null,
  rules: ['D1', 'D10.1a'],
});

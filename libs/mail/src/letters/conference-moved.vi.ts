import { formatDay, hourWords } from '@dialogue/domain';
import { conferenceFacts } from './conference-frame.vi.js';
import type { LetterWriter } from './letter-request.js';

/** Tells whoever was asked or invited that the conference has another day or hour (D8.1g). */
export const conferenceMovedLetter: LetterWriter<'conferenceMoved'> = (letter, request) => ({
  topic: `Thay đổi thời gian hội nghị đối thoại: ${formatDay(letter.conferenceOn)}`,
  paragraphs: [
    `Hội nghị đối thoại trực tiếp với nhân dân dự kiến vào ${formatDay(letter.wasOn)} được chuyển sang lúc ${hourWords(letter.startsAt)}, ${formatDay(letter.conferenceOn)}.`,
    'Giấy mời, văn bản đề nghị đã gửi vẫn có giá trị, trừ thời gian nêu trên.',
  ],
  facts: [...conferenceFacts(letter, request), { label: 'Thời gian', value: hourWords(letter.startsAt) }],
  deadline: null,
  rules: ['D8.1a', 'D8.1g'],
});

import { formatDay } from '@dialogue/domain';
import { conferenceFacts, dayLabel } from './conference-frame.vi.js';
import type { LetterWriter } from './letter-request.js';

/** Tells whoever was asked or invited that the conference has no day for the time being (D8.1a). */
export const conferencePostponedLetter: LetterWriter<'conferencePostponed'> = (letter, request) => ({
  topic: 'Hoãn hội nghị đối thoại',
  paragraphs: [
    `Hội nghị đối thoại trực tiếp với nhân dân dự kiến vào ${formatDay(letter.wasOn)} được hoãn. Ngày tổ chức mới sẽ được thông báo sau.`,
    'Các thông báo trước đây về thời gian tổ chức hội nghị này không còn giá trị; văn bản đề nghị, giấy mời đã gửi vẫn có giá trị khi có ngày tổ chức mới.',
  ],
  facts: conferenceFacts({ conferenceOn: letter.wasOn }, request).filter(({ label }) => label !== dayLabel),
  deadline: null,
  rules: ['D8.1a', 'D8.1g'],
});

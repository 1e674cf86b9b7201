import { formatDay } from '@dialogue/domain';
import { conferenceFacts } from './conference-frame.vi.js';
import type { LetterWriter } from './letter-request.js';

/** Tells whoever was asked or invited that there will be no conference. */
export const conferenceCancelledLetter: LetterWriter<'conferenceCancelled'> = (letter, request) => ({
  topic: 'Hủy hội nghị đối thoại',
  paragraphs: [
    `Hội nghị đối thoại trực tiếp với nhân dân dự kiến vào ${formatDay(letter.conferenceOn)} không tổ chức.`,
    'Giấy mời và các thông báo trước đây về thời gian tổ chức hội nghị này không còn giá trị.',
    'Ý kiến, kiến nghị đã tiếp nhận được giao cơ quan có thẩm quyền xem xét và trả lời bằng văn bản.',
  ],
  facts: conferenceFacts(letter, request),
  deadline: null,
  rules: ['D8.1a', 'D8.1f'],
});

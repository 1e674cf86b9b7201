import { documentMark, formatDay } from '@dialogue/domain';
import { conferenceFacts } from './conference-frame.vi.js';
import type { LetterWriter } from './letter-request.js';

/** A copy of what the host concluded, for those who supervise it (D8.1i, D11.1b). */
export const conclusionNoticeLetter: LetterWriter<'conclusionNotice'> = (letter, request) => ({
  topic: 'Thông báo kết luận hội nghị đối thoại',
  paragraphs: [
    `Người chủ trì đã ban hành Thông báo kết luận ${documentMark(letter.document)} về hội nghị đối thoại trực tiếp với nhân dân ${formatDay(letter.conferenceOn)}.`,
    'Kính gửi quý cơ quan để theo dõi, giám sát việc thực hiện.',
  ],
  facts: [...conferenceFacts(letter, request), { label: 'Thông báo kết luận', value: documentMark(letter.document) }],
  deadline: null,
  rules: ['D8.1i', 'D11.1b'],
});

import { formatDay } from '@dialogue/domain';
import { conferenceFacts } from './conference-frame.vi.js';
import type { LetterWriter } from './letter-request.js';

/** The Front or an organisation has remarked on what was concluded; its words stay in the register (D13.3). */
export const supervisionRemarkLetter: LetterWriter<'supervisionRemark'> = (letter, request) => ({
  topic: 'Có ý kiến giám sát việc thực hiện kết luận đối thoại',
  paragraphs: [
    `Hồ sơ hội nghị đối thoại ${formatDay(letter.conferenceOn)} có ý kiến giám sát mới của Mặt trận Tổ quốc, tổ chức chính trị - xã hội.`,
    'Đề nghị người chủ trì xem nội dung trong hồ sơ và chỉ đạo thực hiện.',
  ],
  facts: conferenceFacts(letter, request),
  deadline: null,
  rules: ['D13.3'],
});

import type { LetterWriter } from './letter-request.js';
import { agencyFact } from './words.vi.js';

/** Tells that what was put off has come back, and by when the next step is due (D10.1b). */
export const deferralEndedLetter: LetterWriter<'deferralEnded'> = (letter, request) => ({
  topic: 'Tiếp tục xem xét kiến nghị, phản ánh đã tạm dừng',
  paragraphs: [
    'Kiến nghị, phản ánh nêu dưới đây đã tạm dừng trả lời nay được tiếp tục xem xét, giải quyết.',
    letter.agency === null
      ? 'Đề nghị chuyên viên được phân công trình người chủ trì cho ý kiến giải quyết.'
      : 'Đề nghị cơ quan được giao tiếp tục giải quyết và báo cáo theo thời hạn còn lại.',
  ],
  facts: letter.agency === null ? [] : [agencyFact(letter.agency, request)],
  deadline:
    letter.dueOn === null
      ? null
      : {
          label: 'Thời hạn',
          on: letter.dueOn,
          isProvisional: letter.isProvisional,
          counted: { rule: letter.agency === null ? 'D11.1b' : 'D11.1c', anchorOn: request.sentOn },
        },
  rules: ['D10.1b'],
});

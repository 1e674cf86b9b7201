import type { LetterWriter } from './letter-request.js';
import { agencyFact, agencyName } from './words.vi.js';

/** Tells that an agency has given an assignment back as not its own, to be assigned again (D11.1b). */
export const assignmentReturnedLetter: LetterWriter<'assignmentReturned'> = (letter, request) => ({
  topic: 'Cơ quan được giao trả lại kiến nghị, phản ánh, cần giao lại',
  paragraphs: [
    `${agencyName(letter.agency, request)} báo cáo nội dung nêu dưới đây không thuộc thẩm quyền, nhiệm vụ của mình và trả lại để giao cơ quan, đơn vị khác. Lý do cụ thể được lưu tại hồ sơ.`,
    letter.dueOn === null
      ? 'Kiến nghị, phản ánh thuộc hội nghị đối thoại; người chủ trì kết luận tại hội nghị.'
      : `${request.recipientRole === 'host' ? 'Kính đề nghị đồng chí' : 'Đề nghị quý cơ quan trình người chủ trì'} giao cơ quan, đơn vị có thẩm quyền theo thời hạn nêu dưới đây; nội dung vượt thẩm quyền thì chuyển cấp có thẩm quyền.`,
  ],
  facts: [agencyFact(letter.agency, request)],
  deadline:
    letter.dueOn === null
      ? null
      : {
          label: 'Hạn giao việc',
          on: letter.dueOn,
          isProvisional: letter.isProvisional,
          counted: { rule: 'D11.1b', anchorOn: request.sentOn },
        },
  rules: ['D11.1b', 'D10.1c'],
});

import { formatDay } from '@dialogue/domain';
import type { LetterWriter } from './letter-request.js';
import { isPetitioner } from './words.vi.js';

/** Confirms that a petition has come in, and says until when it is screened (D2.1). */
export const registeredLetter: LetterWriter<'registered'> = (letter, request) => {
  const receivedOn = formatDay(letter.receivedOn);
  return {
    topic: isPetitioner(request) ? 'Xác nhận đã tiếp nhận kiến nghị, phản ánh' : 'Kiến nghị, phản ánh mới tiếp nhận',
    paragraphs: isPetitioner(request)
      ? [
          `${request.leadOfficeName} đã tiếp nhận kiến nghị, phản ánh của Ông (Bà) vào ${receivedOn}.`,
          'Nội dung sẽ được xem xét về phạm vi và phân loại theo thời hạn nêu dưới đây; Ông (Bà) sẽ được thông báo kết quả.',
        ]
      : [
          `Kiến nghị, phản ánh nêu dưới đây đã được tiếp nhận vào ${receivedOn}.`,
          'Đề nghị chuyên viên được phân công xem xét phạm vi, phân loại kiến nghị, phản ánh theo thời hạn nêu dưới đây.',
        ],
    facts: [{ label: 'Ngày tiếp nhận', value: receivedOn }],
    deadline: {
      label: 'Hạn xem xét, phân loại',
      on: letter.dueOn,
      counted: { rule: 'D2.1', anchorOn: letter.receivedOn },
    },
    rules: ['D2.1'],
  };
};

import type { LetterWriter } from './letter-request.js';
import { agencyFact, agencyName } from './words.vi.js';

/** Tells that the deadline stays, since more time was refused, or not decided on before it came (D11.1c). */
export const extensionRefusedLetter: LetterWriter<'extensionRefused'> = (letter, request) => ({
  topic: letter.isLapsed ? 'Đề nghị gia hạn hết hiệu lực' : 'Không đồng ý gia hạn trả lời',
  paragraphs: [
    letter.isLapsed
      ? 'Đã hết thời hạn trả lời mà chưa có ý kiến về đề nghị gia hạn; thời hạn trả lời giữ nguyên.'
      : 'Người chủ trì không đồng ý gia hạn trả lời kiến nghị, phản ánh nêu dưới đây. Lý do cụ thể được lưu tại hồ sơ.',
    `Đề nghị ${agencyName(letter.agency, request)} báo cáo theo thời hạn nêu dưới đây; nếu đã quá hạn thì báo cáo ngay.`,
  ],
  facts: [agencyFact(letter.agency, request)],
  deadline: {
    label: 'Hạn trả lời',
    on: letter.dueOn,
    isProvisional: letter.isProvisional,
    counted: { rule: 'D11.1c', anchorOn: letter.anchorOn },
  },
  rules: ['D11.1c', 'D10.1a'],
});

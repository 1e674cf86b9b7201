import type { LetterWriter } from './letter-request.js';
import { agencyFact, agencyName } from './words.vi.js';

/** Asks an agency to complete its answer by a day (D10.1a, D11.1c). */
export const answerSentBackLetter: LetterWriter<'answerSentBack'> = (letter, request) => ({
  topic: 'Đề nghị bổ sung, hoàn thiện nội dung trả lời',
  paragraphs: [
    'Người chủ trì đã xem xét nội dung trả lời và đề nghị bổ sung, hoàn thiện.',
    `Đề nghị ${agencyName(letter.agency, request)} báo cáo lại theo thời hạn nêu dưới đây. Ý kiến cụ thể được lưu tại hồ sơ.`,
  ],
  facts: [agencyFact(letter.agency, request)],
  deadline: {
    label: 'Hạn trả lời',
    on: letter.dueOn,
    counted: { rule: 'D11.1c', anchorOn: request.sentOn },
  },
  rules: ['D11.1c', 'D10.1a'],
});

import type { LetterWriter } from './letter-request.js';
import { agencyFact, agencyName } from './words.vi.js';

/** Tells an agency that nothing more is expected of it, and why. */
export const dutyEndedLetter: LetterWriter<'dutyEnded'> = (letter, request) => ({
  topic: 'Kết thúc việc giao giải quyết kiến nghị, phản ánh',
  paragraphs: [
    letter.because === 'withdrawn'
      ? 'Người nêu kiến nghị đã rút kiến nghị, phản ánh nêu dưới đây.'
      : 'Nội dung của hồ sơ nêu dưới đây được xác định không thuộc phạm vi điều chỉnh của Quy định về đối thoại trực tiếp và đã được hướng dẫn thực hiện theo thủ tục khác.',
    `${agencyName(letter.agency, request)} không phải báo cáo tiếp về việc này; các thời hạn đã thông báo không còn áp dụng.`,
  ],
  facts: [agencyFact(letter.agency, request)],
  deadline: null,
  rules: letter.because === 'withdrawn' ? ['D11.1c'] : ['D2.1'],
});

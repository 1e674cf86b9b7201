import type { LetterWriter } from './letter-request.js';

/** Tells the author that the petition is answered with another one of the same matter (D8.1c, D11.1b). */
export const mergedLetter: LetterWriter<'merged'> = ({ leadingNumber }) => ({
  topic: 'Kiến nghị, phản ánh được xem xét cùng kiến nghị khác',
  paragraphs: [
    `Kiến nghị, phản ánh của Ông (Bà) có cùng nội dung với kiến nghị số ${leadingNumber} nên được xem xét, giải quyết chung.`,
    'Khi có kết quả, Ông (Bà) được thông báo riêng. Trường hợp cho rằng nội dung khác nhau, đề nghị Ông (Bà) liên hệ cơ quan nêu dưới đây.',
  ],
  facts: [{ label: 'Xem xét cùng', value: leadingNumber }],
  deadline: null,
  rules: ['D8.1c', 'D11.1b'],
});

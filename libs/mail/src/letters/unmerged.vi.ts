import type { LetterWriter } from './letter-request.js';

/** Tells the author that the petition is considered on its own again (D8.1c, D11.1b). */
export const unmergedLetter: LetterWriter<'unmerged'> = ({ leadingNumber }) => ({
  topic: 'Kiến nghị, phản ánh được xem xét riêng',
  paragraphs: [
    `Kiến nghị, phản ánh của Ông (Bà) không còn được xem xét chung với kiến nghị số ${leadingNumber} và được xem xét, giải quyết riêng.`,
    'Khi có kết quả, Ông (Bà) được thông báo để biết.',
  ],
  facts: [{ label: 'Trước đây xem xét cùng', value: leadingNumber }],
  deadline: null,
  rules: ['D8.1c', 'D11.1b'],
});

import type { LetterWriter } from './letter-request.js';
import { isPetitioner } from './words.vi.js';

/** Tells that a petition lies within the scope and goes on to an agency (D2.1, D11.1b). */
export const acceptedLetter: LetterWriter<'accepted'> = (_letter, request) => ({
  topic: 'Kiến nghị, phản ánh được đưa vào xem xét, giải quyết',
  paragraphs: isPetitioner(request)
    ? [
        'Kiến nghị, phản ánh của Ông (Bà) thuộc phạm vi điều chỉnh của Quy định về đối thoại trực tiếp và được đưa vào xem xét, giải quyết.',
        'Khi việc giải quyết được giao cho cơ quan, đơn vị có thẩm quyền, Ông (Bà) sẽ được thông báo để biết.',
      ]
    : [
        'Kiến nghị, phản ánh nêu dưới đây thuộc phạm vi điều chỉnh của Quy định về đối thoại trực tiếp và được đưa vào xem xét, giải quyết.',
      ],
  facts: [],
  deadline: null,
  rules: ['D2.1', 'D11.1b'],
});

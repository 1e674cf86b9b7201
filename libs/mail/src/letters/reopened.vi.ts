import type { LetterWriter } from './letter-request.js';
import { isPetitioner } from './words.vi.js';

/** Tells that a finished petition is taken up again (D11.3). */
export const reopenedLetter: LetterWriter<'reopened'> = (_letter, request) => ({
  topic: 'Xem xét lại kiến nghị, phản ánh',
  paragraphs: isPetitioner(request)
    ? [
        'Theo quyết định của người chủ trì, kiến nghị, phản ánh của Ông (Bà) được xem xét lại.',
        'Khi việc giải quyết được giao cho cơ quan, đơn vị có thẩm quyền, Ông (Bà) sẽ được thông báo để biết.',
      ]
    : [
        'Theo quyết định của người chủ trì, kiến nghị, phản ánh nêu dưới đây được xem xét lại.',
        'Đề nghị chuyên viên được phân công trình người chủ trì giao cơ quan, đơn vị giải quyết.',
      ],
  facts: [],
  deadline: null,
  rules: ['D11.1b', 'D11.3'],
});

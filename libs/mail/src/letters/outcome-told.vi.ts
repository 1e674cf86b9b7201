import { documentMark, formatDate } from '@dialogue/domain';
import type { Fact, LetterWriter } from './letter-request.js';

/** The notice by which the person learns the measure, result or progress (D11.1c). */
export const outcomeToldLetter: LetterWriter<'outcomeTold'> = (letter, request) => {
  const answer: readonly Fact[] =
    letter.document === null ? [] : [{ label: 'Văn bản trả lời', value: documentMark(letter.document) }];
  return {
    topic: 'Thông báo về việc giải quyết kiến nghị, phản ánh',
    paragraphs: [
      `${request.leadOfficeName} gửi đến Ông (Bà) Thông báo số ${letter.number} ngày ${formatDate(letter.sentOn)} về biện pháp giải quyết hoặc kết quả, tiến độ giải quyết kiến nghị, phản ánh của Ông (Bà).`,
      'Trường hợp cần trao đổi thêm về nội dung thông báo, đề nghị Ông (Bà) liên hệ cơ quan nêu dưới đây.',
    ],
    facts: [{ label: 'Thông báo', value: `số ${letter.number} ngày ${formatDate(letter.sentOn)}` }, ...answer],
    deadline: null,
    rules: ['D11.1c'],
  };
};

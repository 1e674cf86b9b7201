import { formatDay, type ConclusionKind, type RuleId } from '@dialogue/domain';
import type { LetterWriter } from './letter-request.js';

/** Tells the person what the conference concluded on their petition (D9, D10.1b, D10.1c, D11.1b). */
export const conclusionToldLetter: LetterWriter<'conclusionTold'> = (letter) => {
  const { words, rule } = conclusions[letter.conclusion];
  const reviewed = letter.reviewOn === null ? [] : [`Nội dung này được xem xét lại vào ${formatDay(letter.reviewOn)}.`];
  return {
    topic: 'Thông báo kết luận về kiến nghị, phản ánh',
    paragraphs: [
      `Tại hội nghị đối thoại ${formatDay(letter.conferenceOn)}, người chủ trì đã kết luận về kiến nghị, phản ánh của Ông (Bà): ${words}.`,
      ...reviewed,
      'Trường hợp cần trao đổi thêm, đề nghị Ông (Bà) liên hệ cơ quan nêu dưới đây.',
    ],
    facts: [{ label: 'Ngày đối thoại', value: formatDay(letter.conferenceOn) }],
    deadline: null,
    rules: ['D11.1b', rule],
  };
};

const conclusions: Readonly<Record<ConclusionKind, { readonly words: string; readonly rule: RuleId }>> = {
  settle: { words: 'đã giải quyết, giải thích tại hội nghị', rule: 'D9' },
  assign: { words: 'giao cơ quan có thẩm quyền giải quyết', rule: 'D9' },
  decline: {
    words:
      'không trả lời, vì nội dung đang trong quá trình điều tra, xác minh hoặc chưa có kết luận chính thức của cơ quan có thẩm quyền',
    rule: 'D10.1b',
  },
  defer: { words: 'chưa trả lời ngay và sẽ trả lời sau', rule: 'D10.1b' },
  refer: { words: 'không thuộc thẩm quyền; đã ghi nhận và kiến nghị cấp có thẩm quyền giải quyết', rule: 'D10.1c' },
};

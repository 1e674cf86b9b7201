import type { RuleId } from '@dialogue/domain';
import type { LetterByKind, LetterWriter } from './letter-request.js';
import { agencyFact, agencyName } from './words.vi.js';

/** Tells an agency that nothing more is expected of it, and why. */
export const dutyEndedLetter: LetterWriter<'dutyEnded'> = (letter, request) => ({
  topic: 'Kết thúc việc giao giải quyết kiến nghị, phản ánh',
  paragraphs: [
    reasons[letter.because].words,
    `${agencyName(letter.agency, request)} không phải báo cáo tiếp về việc này; các thời hạn đã thông báo không còn áp dụng.`,
  ],
  facts: [agencyFact(letter.agency, request)],
  deadline: null,
  rules: [reasons[letter.because].rule],
});

const reasons = {
  withdrawn: { words: 'Người nêu kiến nghị đã rút kiến nghị, phản ánh nêu dưới đây.', rule: 'D11.1c' },
  redirected: {
    words:
      'Nội dung của hồ sơ nêu dưới đây được xác định không thuộc phạm vi điều chỉnh của Quy định về đối thoại trực tiếp và đã được hướng dẫn thực hiện theo thủ tục khác.',
    rule: 'D2.1',
  },
  settled: {
    words: 'Người chủ trì đối thoại đã giải quyết, giải thích và kết luận về kiến nghị, phản ánh nêu dưới đây.',
    rule: 'D9',
  },
  deferred: {
    words: 'Người chủ trì đối thoại đã tạm dừng việc trả lời kiến nghị, phản ánh nêu dưới đây và sẽ xem xét lại.',
    rule: 'D10.1b',
  },
  declined: {
    words: 'Người chủ trì đối thoại đã từ chối trả lời kiến nghị, phản ánh nêu dưới đây.',
    rule: 'D10.1b',
  },
  reassigned: {
    words: 'Việc giải quyết kiến nghị, phản ánh nêu dưới đây đã được giao cho cơ quan, đơn vị khác.',
    rule: 'D11.1b',
  },
  returned: {
    words:
      'Cơ quan chủ trì đã trả lại việc được giao; kiến nghị, phản ánh nêu dưới đây được giao lại cho cơ quan, đơn vị khác.',
    rule: 'D11.1b',
  },
  answered: {
    words: 'Cơ quan chủ trì đã trả lời kiến nghị, phản ánh nêu dưới đây mà không chờ thêm ý kiến phối hợp.',
    rule: 'D11.1c',
  },
  referred: {
    words: 'Kiến nghị, phản ánh nêu dưới đây đã được chuyển đến cấp có thẩm quyền.',
    rule: 'D10.1c',
  },
} as const satisfies Readonly<Record<LetterByKind['dutyEnded']['because'], { words: string; rule: RuleId }>>;

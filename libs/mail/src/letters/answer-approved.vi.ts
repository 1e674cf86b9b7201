import { documentMark } from '@dialogue/domain';
import type { LetterWriter } from './letter-request.js';
import { agencyFact, isAgency } from './words.vi.js';

/** Tells that an answer stands: the agency goes on to carry it out, the lead office tells the person (D10.1a, D11.1c). */
export const answerApprovedLetter: LetterWriter<'answerApproved'> = (letter, request) => ({
  topic: 'Nội dung trả lời đã được phê duyệt',
  paragraphs: [
    'Người chủ trì đã phê duyệt nội dung trả lời kiến nghị, phản ánh nêu dưới đây.',
    isAgency(request)
      ? 'Đề nghị quý cơ quan tiếp tục thực hiện biện pháp giải quyết đã báo cáo và cập nhật kết quả vào hồ sơ.'
      : 'Đề nghị quý cơ quan thông báo biện pháp giải quyết hoặc kết quả, tiến độ giải quyết đến người nêu kiến nghị và tiếp tục theo dõi đến khi giải quyết xong.',
  ],
  facts: [agencyFact(letter.agency, request), { label: 'Văn bản trả lời', value: documentMark(letter.document) }],
  deadline: null,
  rules: ['D10.1a', 'D11.1c'],
});

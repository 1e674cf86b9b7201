import type { LetterWriter } from './letter-request.js';
import { agencyFact, agencyName, assignmentDocument, assignmentFact, documentWords } from './words.vi.js';

/** Gives the petition to an agency: receipt first, then the days from receipt (D11.1b, D11.1c). */
export const assignedLetter: LetterWriter<'assigned'> = (letter, request) => ({
  // The day in the subject is that of the receipt, not of the answer.
  topic: 'Giao giải quyết kiến nghị, phản ánh; đề nghị xác nhận số đến, ngày đến',
  paragraphs: [
    `Theo ${documentWords(assignmentDocument, letter.document)}, ${agencyName(letter.agency, request)} được giao xem xét giải quyết theo thẩm quyền hoặc tham mưu giải quyết kiến nghị, phản ánh nêu dưới đây.`,
    'Đề nghị quý cơ quan xác nhận đã nhận được văn bản giao việc (số đến, ngày đến) theo thời hạn nêu dưới đây. Hết thời hạn này mà chưa có xác nhận, văn bản được coi là đã nhận vào ngày cuối cùng của thời hạn.',
    `Trong thời gian ${String(letter.workingDays)} ngày làm việc kể từ khi nhận được văn bản giao việc, đề nghị quý cơ quan báo cáo biện pháp giải quyết hoặc kết quả, tiến độ giải quyết để thông báo cho cá nhân, tổ chức kiến nghị biết.`,
  ],
  facts: [
    agencyFact(letter.agency, request),
    assignmentFact(letter.document),
    {
      label: 'Thời gian giải quyết',
      value: `${String(letter.workingDays)} ngày làm việc kể từ ngày đến của văn bản giao việc`,
    },
  ],
  deadline: {
    label: 'Hạn xác nhận số đến, ngày đến',
    on: letter.receiptDueOn,
    counted: { rule: 'D11.1c', anchorOn: request.sentOn },
  },
  rules: ['D11.1b', 'D11.1c'],
});

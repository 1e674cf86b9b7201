import type { LetterWriter } from './letter-request.js';
import { agencyName, assignmentDocument, documentWords } from './words.vi.js';

/** Asks a body to contribute to the answer of the agency that leads, so many working days before its limit (D11.1b). */
export const cooperationAskedLetter: LetterWriter<'cooperationAsked'> = (letter, request) => {
  const [body, lead] = [agencyName(letter.agency, request), agencyName(letter.lead, request)];
  return {
    topic: 'Phối hợp giải quyết kiến nghị, phản ánh',
    paragraphs: [
      `Theo ${documentWords(assignmentDocument, letter.document)}, ${lead} được giao chủ trì giải quyết kiến nghị, phản ánh nêu dưới đây; ${body} phối hợp.`,
      `Đề nghị quý cơ quan gửi ý kiến phối hợp cho ${lead} trước thời hạn trả lời của cơ quan chủ trì ${String(letter.workingDays)} ngày làm việc. Ngày cụ thể được thông báo khi cơ quan chủ trì xác nhận đã nhận văn bản giao việc.`,
    ],
    facts: [
      { label: 'Cơ quan chủ trì', value: lead },
      { label: 'Cơ quan phối hợp', value: body },
      { label: 'Văn bản giao việc', value: documentWords(assignmentDocument, letter.document) },
    ],
    deadline: null,
    rules: ['D11.1b', 'D11.1c'],
  };
};

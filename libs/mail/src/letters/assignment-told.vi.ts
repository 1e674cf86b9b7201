import { formatDay } from '@dialogue/domain';
import type { LetterWriter } from './letter-request.js';
import { agencyFact, agencyName } from './words.vi.js';

/** Tells the person to which agency the matter was given (D11.1b). */
export const assignmentToldLetter: LetterWriter<'assignmentTold'> = (letter, request) => ({
  topic: 'Thông báo việc giao giải quyết kiến nghị, phản ánh',
  paragraphs: [
    `Kiến nghị, phản ánh của Ông (Bà) đã được giao cho ${agencyName(letter.agency, request)} xem xét, giải quyết vào ${formatDay(letter.assignedOn)}.`,
    `Trong thời gian ${String(letter.workingDays)} ngày làm việc kể từ khi nhận được văn bản giao việc, cơ quan được giao báo cáo biện pháp giải quyết hoặc kết quả, tiến độ giải quyết; Ông (Bà) sẽ được thông báo để biết.`,
  ],
  facts: [
    agencyFact(letter.agency, request),
    { label: 'Ngày giao', value: formatDay(letter.assignedOn) },
    {
      label: 'Thời gian giải quyết',
      value: `${String(letter.workingDays)} ngày làm việc kể từ khi cơ quan được giao nhận được văn bản giao việc`,
    },
  ],
  deadline: null,
  rules: ['D11.1b', 'D11.1c'],
});

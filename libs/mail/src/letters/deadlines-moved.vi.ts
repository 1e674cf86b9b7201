import { citationOf, dutyNames, formatDay, workingUrlOf } from '@dialogue/domain';
import { daysLeftWords } from './days-left.vi.js';
import type { LetterWriter } from './letter-request.js';
import { workingLabel } from './words.vi.js';

/** One letter with all the deadlines of one person that another edition of the working calendar has moved. */
export const deadlinesMovedLetter: LetterWriter<'deadlinesMoved'> = ({ edition, moves }, request) => ({
  reference: `Lịch làm việc, bản số ${String(edition)}`,
  topic: `${String(moves.length)} thời hạn được tính lại theo lịch làm việc mới`,
  paragraphs: [
    'Lịch làm việc (ngày nghỉ lễ, nghỉ bù, hoán đổi ngày làm việc) đã được điều chỉnh. Các thời hạn nêu dưới đây được tính lại từ ngày bắt đầu của từng thời hạn; thời hạn cũ không còn áp dụng.',
    'Các lời nhắc đã gửi không gửi lại.',
  ],
  facts: moves.map(({ caseNumber, duty, rule, anchorOn, wasDueOn, dueOn, isProvisional = false }) => ({
    label: `${caseNumber}: ${dutyNames[duty]}`,
    value: `${formatDay(dueOn)}${isProvisional ? ' (tạm tính)' : ''} (trước đây: ${formatDay(wasDueOn)})${daysLeftWords(dueOn, request)}, theo ${citationOf(rule)}`,
    // D11.1c: each of them links to its own working.
    ...(anchorOn === null
      ? {}
      : { link: { label: workingLabel, href: workingUrlOf(request.publicUrl, { rule, anchorOn, dueOn, edition }) } }),
  })),
  deadline: null,
  rules: ['D11.1c'],
});

import { formatDay } from '@dialogue/domain';
import { dutyWords } from './duties.vi.js';
import { dutyDeadline, dutyFactLines, dutyRules } from './duty-frame.vi.js';
import type { LetterWriter } from './letter-request.js';

/** Reminds of a duty whose day comes near; what only follows up may come after it (D11.1c, D11.3). */
export const dutyReminderLetter: LetterWriter<'dutyReminder'> = (letter, request) => {
  const { topic, whom, ask, missing } = dutyWords[letter.duty];
  const opening = `Thời hạn ${topic} là ${formatDay(letter.dueOn)}.`;
  return {
    topic: `Nhắc việc: ${topic}`,
    paragraphs: [letter.workingDaysLeft < 0 ? `${opening} Đến nay, ${missing}.` : opening, `Đề nghị ${whom} ${ask}.`],
    facts: dutyFactLines(letter, request),
    deadline: dutyDeadline(letter),
    rules: dutyRules(letter, request),
  };
};

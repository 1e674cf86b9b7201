import { formatDay } from '@dialogue/domain';
import { conferenceFacts } from './conference-frame.vi.js';
import type { LetterWriter } from './letter-request.js';

/** The host has sent the plan back (D8.1a). */
export const planReturnedLetter: LetterWriter<'planReturned'> = (letter, request) => ({
  topic: 'Kế hoạch đối thoại được trả lại để hoàn thiện',
  paragraphs: [
    `Người chủ trì trả lại kế hoạch đối thoại vào ${formatDay(letter.conferenceOn)}, lần trình thứ ${String(letter.version)}. Ý kiến của người chủ trì có trong hồ sơ.`,
    'Đề nghị cơ quan chủ trì tham mưu hoàn thiện và trình lại.',
  ],
  facts: conferenceFacts(letter, request),
  deadline: null,
  rules: ['D8.1a'],
});

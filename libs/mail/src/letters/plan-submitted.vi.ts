import { formatDay } from '@dialogue/domain';
import { conferenceFacts } from './conference-frame.vi.js';
import type { LetterWriter } from './letter-request.js';

/** The plan lies before the host (D8.1a). */
export const planSubmittedLetter: LetterWriter<'planSubmitted'> = (letter, request) => ({
  topic: 'Trình phê duyệt kế hoạch đối thoại',
  paragraphs: [
    `${request.leadOfficeName} trình kế hoạch đối thoại trực tiếp với nhân dân vào ${formatDay(letter.conferenceOn)}, lần trình thứ ${String(letter.version)}.`,
    'Kính đề nghị người chủ trì xem xét, phê duyệt hoặc trả lại kèm ý kiến để hoàn thiện.',
  ],
  facts: conferenceFacts(letter, request),
  deadline: null,
  rules: ['D8.1a'],
});

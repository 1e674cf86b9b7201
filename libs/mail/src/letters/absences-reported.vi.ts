import { formatDay } from '@dialogue/domain';
import { conferenceFacts } from './conference-frame.vi.js';
import type { LetterWriter } from './letter-request.js';
import { agencyName } from './words.vi.js';

/** Who was invited and sent nobody, reported to the host and to whoever supervises (D10.3a). */
export const absencesReportedLetter: LetterWriter<'absencesReported'> = (letter, request) => ({
  topic: 'Báo cáo cơ quan, đơn vị vắng mặt tại hội nghị đối thoại',
  paragraphs: [
    `Tại hội nghị đối thoại trực tiếp với nhân dân ${formatDay(letter.conferenceOn)}, các cơ quan, đơn vị sau đây không cử lãnh đạo dự: ${letter.absent.map((code) => agencyName(code, request)).join('; ')}.`,
    'Kính báo cáo để người chủ trì xem xét, nhắc nhở theo quy định.',
  ],
  facts: conferenceFacts(letter, request),
  deadline: null,
  rules: ['D10.3a'],
});

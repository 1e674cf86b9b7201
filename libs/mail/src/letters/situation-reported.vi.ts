import { documentMark, formatDay } from '@dialogue/domain';
import { conferenceFacts } from './conference-frame.vi.js';
import type { LetterWriter } from './letter-request.js';
import { agencyName } from './words.vi.js';

/** The Front or an organisation has reported on the situation of the people before a conference (D13.3). */
export const situationReportedLetter: LetterWriter<'situationReported'> = (letter, request) => ({
  topic: 'Báo cáo tình hình nhân dân trước hội nghị đối thoại',
  paragraphs: [
    `${agencyName(letter.by, request)} báo cáo tình hình nhân dân, những vấn đề bức xúc, nổi cộm trước hội nghị đối thoại vào ${formatDay(letter.conferenceOn)}.`,
    'Nội dung báo cáo có trong hồ sơ.',
  ],
  facts: [...conferenceFacts(letter, request), { label: 'Báo cáo', value: documentMark(letter.document) }],
  deadline: null,
  rules: ['D13.3'],
});

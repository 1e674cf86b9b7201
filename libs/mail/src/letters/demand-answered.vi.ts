import { documentMark, formatDay, hourWords } from '@dialogue/domain';
import { conferenceDetails, conferenceFacts } from './conference-frame.vi.js';
import type { LetterWriter } from './letter-request.js';

/** Tells whoever demanded an ad hoc dialogue when the unit holds it (D8.3a). */
export const demandAnsweredLetter: LetterWriter<'demandAnswered'> = (letter, request) => ({
  topic: `Trả lời yêu cầu tổ chức đối thoại đột xuất: ${formatDay(letter.conferenceOn)}`,
  paragraphs: [
    `${conferenceDetails(request).hostName} tổ chức đối thoại đột xuất theo yêu cầu vào lúc ${hourWords(letter.startsAt)}, ${formatDay(letter.conferenceOn)}.`,
    ...(letter.isAfterDemanded ? ['Ngày này sau ngày chậm nhất đã yêu cầu.'] : []),
  ],
  facts: [...conferenceFacts(letter, request), { label: 'Văn bản trả lời', value: documentMark(letter.document) }],
  deadline: null,
  rules: ['D8.3a'],
});

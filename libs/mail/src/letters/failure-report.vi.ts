import { documentMark, formatDay } from '@dialogue/domain';
import { conferenceDetails, conferenceFacts } from './conference-frame.vi.js';
import type { LetterWriter } from './letter-request.js';

/** Reports a dialogue that failed to the superior, and asks for a direction (D8.3b). */
export const failureReportLetter: LetterWriter<'failureReport'> = (letter, request) => ({
  topic: 'Báo cáo đối thoại không thành, xin ý kiến chỉ đạo',
  paragraphs: [
    `${conferenceDetails(request).hostName} báo cáo: cuộc đối thoại trực tiếp với nhân dân ${formatDay(letter.conferenceOn)} không thành; đã lập biên bản và có Báo cáo ${documentMark(letter.document)}.`,
    'Kính đề nghị cấp trên xem xét, cho ý kiến chỉ đạo: tổ chức lại vào ngày khác hoặc không tổ chức nữa.',
  ],
  facts: [...conferenceFacts(letter, request), { label: 'Báo cáo', value: documentMark(letter.document) }],
  deadline: null,
  rules: ['D8.3b'],
});

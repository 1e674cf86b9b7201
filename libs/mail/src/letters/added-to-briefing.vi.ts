import { formatDay } from '@dialogue/domain';
import { conferenceFacts } from './conference-frame.vi.js';
import type { LetterWriter } from './letter-request.js';

/** A petition that came in time, but after the briefing was held (D8.1e). */
export const addedToBriefingLetter: LetterWriter<'addedToBriefing'> = (letter, request) => ({
  topic: 'Bổ sung kiến nghị vào danh sách đã họp thống nhất',
  paragraphs: [
    `Kiến nghị ${letter.petitionNumber} đến trong thời hạn nhận ý kiến nhưng sau cuộc họp thống nhất nội dung, nên được bổ sung vào danh sách đưa ra hội nghị đối thoại vào ${formatDay(letter.conferenceOn)}.`,
    'Đề nghị cơ quan chủ trì tham mưu báo cáo người chủ trì cách giải quyết hoặc giải thích kiến nghị này trước hội nghị.',
  ],
  facts: [...conferenceFacts(letter, request), { label: 'Kiến nghị bổ sung', value: letter.petitionNumber }],
  deadline: null,
  rules: ['D8.1e'],
});

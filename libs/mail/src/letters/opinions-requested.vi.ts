import { formatDay } from '@dialogue/domain';
import { conferenceFacts } from './conference-frame.vi.js';
import type { LetterWriter } from './letter-request.js';

/** Asks a body for the opinions and petitions of the people that it serves (D8.1b, D8.1e). */
export const opinionsRequestedLetter: LetterWriter<'opinionsRequested'> = (letter, request) => ({
  topic: 'Đề nghị tổng hợp ý kiến, kiến nghị phục vụ hội nghị đối thoại',
  paragraphs: [
    `${request.leadOfficeName} chuẩn bị hội nghị đối thoại trực tiếp với nhân dân vào ${formatDay(letter.conferenceOn)}.`,
    'Đề nghị quý cơ quan tổng hợp ý kiến, kiến nghị, phản ánh của nhân dân thuộc lĩnh vực, địa bàn quản lý và gửi về cơ quan nêu dưới đây; trường hợp không có, đề nghị trả lời là không có.',
    'Ý kiến, kiến nghị nhận được sau thời hạn nêu dưới đây vẫn được tiếp nhận và được trả lời bằng văn bản.',
  ],
  facts: conferenceFacts(letter, request),
  deadline: {
    label: 'Hạn gửi ý kiến, kiến nghị',
    on: letter.cutOffOn,
    counted: { rule: 'D8.1f', anchorOn: letter.conferenceOn },
  },
  rules: ['D8.1b', 'D8.1e', 'D8.1f'],
});

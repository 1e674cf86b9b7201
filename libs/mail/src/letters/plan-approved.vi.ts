import { documentMark, formatDay } from '@dialogue/domain';
import { conferenceFacts } from './conference-frame.vi.js';
import type { LetterWriter } from './letter-request.js';

/** The plan stands: preparation begins (D8.1a). */
export const planApprovedLetter: LetterWriter<'planApproved'> = (letter, request) => ({
  topic: 'Kế hoạch đối thoại đã được phê duyệt',
  paragraphs: [
    `Kế hoạch đối thoại trực tiếp với nhân dân vào ${formatDay(letter.conferenceOn)} đã được phê duyệt.`,
    'Đề nghị cơ quan chủ trì tham mưu triển khai các bước chuẩn bị theo kế hoạch và thông tin, tuyên truyền về hội nghị.',
  ],
  facts: [...conferenceFacts(letter, request), { label: 'Văn bản phê duyệt', value: documentMark(letter.document) }],
  deadline: null,
  rules: ['D8.1a'],
});

import { formatDay } from '@dialogue/domain';

import type { LetterWriter } from './letter-request.js';
import { agencyFact, agencyName } from './words.vi.js';

/** Tells until when an agency has more time, and whether it reports on the progress before (D11.1c). */
export const extensionGrantedLetter: LetterWriter<'extensionGranted'> = (letter, request) => ({
  topic: 'Đồng ý gia hạn trả lời',
  paragraphs: [
    `Người chủ trì đồng ý gia hạn để ${agencyName(letter.agency, request)} trả lời kiến nghị, phản ánh nêu dưới đây.`,
    'Đề nghị cơ quan được giao trả lời theo thời hạn mới nêu dưới đây.',
    letter.progressDueOn === null
      ? 'Theo căn cứ của việc gia hạn, không phải báo cáo tiến độ trước thời hạn mới.'
      : `Tiến độ giải quyết vẫn phải được báo cáo chậm nhất ${formatDay(letter.progressDueOn)} để thông báo cho cá nhân, tổ chức kiến nghị biết.`,
  ],
  facts: [
    agencyFact(letter.agency, request),
    { label: 'Hạn trả lời trước đây', value: formatDay(letter.wasDueOn) },
    ...(letter.progressDueOn === null
      ? []
      : [{ label: 'Hạn báo cáo tiến độ', value: formatDay(letter.progressDueOn) }]),
  ],
  deadline: {
    label: 'Hạn trả lời sau khi gia hạn',
    on: letter.dueOn,
    isProvisional: letter.isProvisional,
    counted: { rule: 'D11.1c', anchorOn: letter.anchorOn },
  },
  rules: ['D11.1c', 'D10.1a'],
});

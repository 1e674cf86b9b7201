import { formatDay } from '@dialogue/domain';

import type { LetterWriter } from './letter-request.js';
import { agencyFact, agencyName } from './words.vi.js';

/** Asks the host to decide, before the deadline comes, whether an agency gets more time (D11.1c). */
export const extensionRequestedLetter: LetterWriter<'extensionRequested'> = (letter, request) => ({
  topic: 'Đề nghị gia hạn trả lời, cần cho ý kiến',
  paragraphs: [
    `${agencyName(letter.agency, request)} đề nghị gia hạn trả lời kiến nghị, phản ánh nêu dưới đây. Lý do và căn cứ được lưu tại hồ sơ.`,
    request.recipientRole === 'host'
      ? 'Kính trình người chủ trì cho ý kiến đồng ý hoặc không đồng ý theo thời hạn nêu dưới đây. Chưa có ý kiến khi hết thời hạn trả lời thì thời hạn đó giữ nguyên.'
      : 'Đề nghị quý cơ quan trình người chủ trì cho ý kiến theo thời hạn nêu dưới đây. Chưa có ý kiến khi hết thời hạn trả lời thì thời hạn đó giữ nguyên.',
  ],
  facts: [
    agencyFact(letter.agency, request),
    { label: 'Hạn trả lời hiện nay', value: formatDay(letter.wasDueOn) },
    { label: 'Đề nghị gia hạn đến', value: formatDay(letter.wantedOn) },
  ],
  deadline: {
    label: 'Hạn cho ý kiến về việc gia hạn',
    on: letter.decisionDueOn,
    counted: { rule: 'D11.1c', anchorOn: request.sentOn },
  },
  rules: ['D11.1c', 'D10.1a'],
});

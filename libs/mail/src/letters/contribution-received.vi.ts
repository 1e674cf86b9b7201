import { documentMark } from '@dialogue/domain';
import type { LetterWriter } from './letter-request.js';
import { agencyFact, agencyName, documentWords } from './words.vi.js';

/** Tells the agency that leads what another has contributed (D11.1b). */
export const contributionReceivedLetter: LetterWriter<'contributionReceived'> = (letter, request) => ({
  topic: 'Đã có ý kiến phối hợp',
  paragraphs: [
    `${agencyName(letter.from, request)} đã gửi ý kiến phối hợp tại ${documentWords('văn bản', letter.document)}. Nội dung được lưu tại hồ sơ.`,
    'Thời hạn trả lời của cơ quan chủ trì không thay đổi.',
  ],
  facts: [
    agencyFact(letter.agency, request),
    { label: 'Cơ quan phối hợp', value: agencyName(letter.from, request) },
    { label: 'Văn bản phối hợp', value: documentMark(letter.document) },
    { label: 'Thời điểm gửi', value: letter.isLate ? 'sau thời hạn' : 'trong thời hạn' },
  ],
  deadline: null,
  rules: ['D11.1b', 'D11.1c'],
});

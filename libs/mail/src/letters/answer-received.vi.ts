import { documentMark, type AnswerKind } from '@dialogue/domain';
import type { LetterWriter } from './letter-request.js';
import { agencyFact, agencyName, documentWords } from './words.vi.js';

/** Tells that an agency has answered, in time or after it, and asks the host to approve (D11.1c, D10.1a). */
export const answerReceivedLetter: LetterWriter<'answerReceived'> = (letter, request) => {
  const what = answerWords[letter.answer];
  return {
    topic: letter.approvalDueOn === null ? `Đã nhận ${what}` : `Đã nhận ${what}, cần phê duyệt`,
    paragraphs: [
      `${agencyName(letter.agency, request)} đã gửi ${what} tại ${documentWords('văn bản', letter.document)}.`,
      letter.approvalDueOn === null ? noApproval : approval[request.recipientRole === 'host' ? 'host' : 'others'],
    ],
    facts: [
      agencyFact(letter.agency, request),
      { label: 'Văn bản trả lời', value: documentMark(letter.document) },
      { label: 'Thời điểm trả lời', value: letter.isLate ? 'sau thời hạn' : 'trong thời hạn' },
    ],
    deadline:
      letter.approvalDueOn === null
        ? null
        : {
            label: 'Hạn phê duyệt nội dung trả lời',
            on: letter.approvalDueOn,
            counted: { rule: 'D10.1a', anchorOn: request.sentOn },
          },
    rules: letter.approvalDueOn === null ? ['D11.1c'] : ['D11.1c', 'D10.1a'],
  };
};

const answerWords: Readonly<Record<AnswerKind, string>> = {
  measure: 'báo cáo biện pháp giải quyết',
  result: 'báo cáo kết quả giải quyết',
  advice: 'ý kiến tham mưu giải quyết',
  progress: 'báo cáo tiến độ giải quyết',
};

const noApproval =
  'Báo cáo tiến độ đáp ứng thời hạn trả lời; cơ quan được giao tiếp tục giải quyết và báo cáo theo thời hạn tiếp theo đã nêu trong báo cáo.';

const approval = {
  host: 'Kính trình người chủ trì xem xét, phê duyệt hoặc cho ý kiến về nội dung trả lời theo thời hạn nêu dưới đây.',
  others:
    'Đề nghị quý cơ quan trình người chủ trì xem xét, phê duyệt hoặc cho ý kiến về nội dung trả lời theo thời hạn nêu dưới đây.',
} as const;

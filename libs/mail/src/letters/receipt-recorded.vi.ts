import { formatDay } from '@dialogue/domain';
import type { LetterWriter } from './letter-request.js';
import { agencyFact, agencyName } from './words.vi.js';

/** Says from which day the days count and when they end; a deemed receipt says how to correct it (D11.1c). */
export const receiptRecordedLetter: LetterWriter<'receiptRecorded'> = (letter, request) => {
  const receivedOn = formatDay(letter.receivedOn);
  const agency = agencyName(letter.agency, request);
  return {
    topic: letter.isDeemed ? 'Văn bản giao việc được coi là đã nhận' : 'Đã ghi nhận ngày đến của văn bản giao việc',
    paragraphs: letter.isDeemed
      ? [
          `Đến hết hạn xác nhận, hồ sơ chưa có số đến, ngày đến của văn bản giao việc gửi ${agency}. Văn bản được coi là đã nhận vào ${receivedOn} và thời gian giải quyết được tính từ ngày này.`,
          'Đề nghị cơ quan được giao báo cáo biện pháp giải quyết hoặc kết quả, tiến độ giải quyết theo thời hạn nêu dưới đây.',
          `Trường hợp ngày nhận thực tế khác, đề nghị cung cấp số đến, ngày đến kèm tài liệu chứng minh cho ${request.leadOfficeName}; thời hạn sẽ được tính lại.`,
        ]
      : [
          `${agency} đã nhận văn bản giao việc vào ${receivedOn}. Thời gian giải quyết được tính từ ngày đến; ngày làm việc thứ nhất là ngày làm việc liền sau ngày đến.`,
          'Đề nghị cơ quan được giao báo cáo biện pháp giải quyết hoặc kết quả, tiến độ giải quyết theo thời hạn nêu dưới đây.',
        ],
    facts: [
      agencyFact(letter.agency, request),
      { label: letter.isDeemed ? 'Ngày được coi là đã nhận' : 'Ngày đến', value: receivedOn },
    ],
    deadline: {
      label: 'Hạn trả lời',
      on: letter.dueOn,
      isProvisional: letter.isProvisional,
      counted: { rule: 'D11.1c', anchorOn: letter.receivedOn },
    },
    rules: ['D11.1c'],
  };
};

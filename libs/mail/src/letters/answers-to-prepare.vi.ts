import { documentMark, formatDay } from '@dialogue/domain';
import { conferenceFacts } from './conference-frame.vi.js';
import type { LetterWriter } from './letter-request.js';
import { agencyName } from './words.vi.js';

/** Asks a body to prepare the answers that the aggregated report gives to it (D8.1c, D8.1d). */
export const answersToPrepareLetter: LetterWriter<'answersToPrepare'> = (letter, request) => {
  const { dueOn, conferenceOn, isProvisional } = letter;
  return {
    topic: 'Chuẩn bị trả lời ý kiến, kiến nghị tại hội nghị đối thoại',
    paragraphs: [
      `Theo báo cáo tổng hợp trước hội nghị đối thoại vào ${formatDay(conferenceOn)}, ${agencyName(letter.agency, request)} nghiên cứu, chuẩn bị trả lời ${String(letter.petitions)} kiến nghị.`,
      'Đề nghị quý cơ quan gửi nội dung trả lời đối với từng kiến nghị để cơ quan chủ trì tham mưu tổng hợp, báo cáo người chủ trì.',
    ],
    facts: [...conferenceFacts(letter, request), { label: 'Báo cáo tổng hợp', value: documentMark(letter.document) }],
    deadline: dueOn && {
      ...{ label: 'Hạn gửi nội dung trả lời', on: dueOn, isProvisional },
      counted: { rule: 'D8.1d', anchorOn: conferenceOn },
    },
    rules: ['D8.1c', 'D8.1d'],
  };
};

import { documentMark, formatDay } from '@dialogue/domain';
import { conferenceDetails } from './conference-frame.vi.js';
import type { LetterWriter } from './letter-request.js';
import { agencyName } from './words.vi.js';

/** Demands of a unit that it hold an ad hoc dialogue, and asks for its day (D8.3a). */
export const adHocDemandedLetter: LetterWriter<'adHocDemanded'> = (letter, request) => {
  const { contents, hostName } = conferenceDetails(request);
  const { dueOn, demandedOn: anchorOn } = letter;
  return {
    topic: 'Yêu cầu tổ chức đối thoại đột xuất',
    paragraphs: [
      `Người đứng đầu ${agencyName(letter.by, request)} yêu cầu ${hostName} tổ chức đối thoại đột xuất với nhân dân, chậm nhất vào ${formatDay(letter.conferenceOn)}.`,
      'Đề nghị đơn vị chuẩn bị nội dung đối thoại và trả lời bằng văn bản về ngày, giờ, địa điểm tổ chức.',
    ],
    facts: [
      { label: 'Nội dung đối thoại', value: contents },
      { label: 'Văn bản yêu cầu', value: documentMark(letter.document) },
      { label: 'Tổ chức chậm nhất', value: formatDay(letter.conferenceOn) },
    ],
    deadline: dueOn && {
      ...{ label: 'Hạn trả lời', on: dueOn },
      counted: { rule: 'D8.3a', anchorOn },
    },
    rules: ['D8.3a'],
  };
};

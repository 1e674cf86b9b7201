import { formatDay } from '@dialogue/domain';

import type { LetterWriter } from './letter-request.js';
import { agencyName } from './words.vi.js';

/** Tells a cooperating body until when it contributes, once that is known or has moved (D11.1b, D11.1c). */
export const contributionDueLetter: LetterWriter<'contributionDue'> = (letter, request) => {
  const [body, lead] = [agencyName(letter.agency, request), agencyName(letter.lead, request)];
  return {
    topic: 'Thời hạn gửi ý kiến phối hợp',
    paragraphs: [
      `Thời hạn trả lời của ${lead}, cơ quan chủ trì giải quyết kiến nghị, phản ánh nêu dưới đây, là ${formatDay(letter.anchorOn)}.`,
      `Đề nghị ${body} gửi ý kiến phối hợp cho cơ quan chủ trì theo thời hạn nêu dưới đây.`,
    ],
    facts: [
      { label: 'Cơ quan chủ trì', value: lead },
      { label: 'Cơ quan phối hợp', value: body },
    ],
    deadline: {
      label: 'Hạn gửi ý kiến phối hợp',
      on: letter.dueOn,
      isProvisional: letter.isProvisional,
      counted: { rule: 'D11.1c', anchorOn: letter.anchorOn },
    },
    rules: ['D11.1c', 'D11.1b'],
  };
};

import { formatDay, type BodyPart } from '@dialogue/domain';
import type { LetterWriter } from './letter-request.js';
import { agencyName, documentWords } from './words.vi.js';

/** Tells whoever takes over from a body that was reorganised which work has come to them, and until when it is owed. */
export const handoverLetter: LetterWriter<'handover'> = (letter, request) => {
  const [from, to] = [agencyName(letter.from, request), agencyName(letter.to, request)];
  return {
    topic: 'Bàn giao hồ sơ do sắp xếp tổ chức bộ máy',
    paragraphs: [
      `Từ ${formatDay(letter.changedOn)}, ${to} kế thừa nhiệm vụ của ${from}. ${parts[letter.part]} hồ sơ nêu dưới đây được chuyển cho ${to}.`,
      'Việc bàn giao không làm thay đổi thời hạn đang tính. Đề nghị cơ quan tiếp nhận thực hiện tiếp các việc còn lại của hồ sơ.',
    ],
    facts: [
      { label: 'Cơ quan bàn giao', value: from },
      { label: 'Cơ quan tiếp nhận', value: to },
      { label: 'Văn bản sắp xếp', value: documentWords('Văn bản', letter.document) },
    ],
    deadline:
      letter.dueOn === null || letter.counted === null
        ? null
        : {
            label: 'Thời hạn gần nhất',
            on: letter.dueOn,
            isProvisional: letter.isProvisional,
            counted: letter.counted,
          },
    rules: ['D11.3'],
  };
};

const parts: Readonly<Record<BodyPart, string>> = {
  organisation: 'Trách nhiệm của người đứng đầu đối với',
  leadOffice: 'Việc theo dõi, đôn đốc',
  agency: 'Việc giải quyết',
  body: 'Phần việc được phân công trong',
};

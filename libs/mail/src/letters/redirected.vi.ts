import type { OtherProcedure } from '@dialogue/domain';
import type { LetterWriter } from './letter-request.js';
import { isPetitioner } from './words.vi.js';

/** Tells that a matter is out of scope, and which law it goes by (D2.1). */
export const redirectedLetter: LetterWriter<'redirected'> = (letter, request) => {
  const { matter, law, advice } = procedures[letter.procedure];
  const subject = isPetitioner(request) ? 'Nội dung Ông (Bà) gửi đến' : 'Nội dung của hồ sơ nêu dưới đây';
  return {
    topic: 'Hướng dẫn thực hiện theo thủ tục khác',
    paragraphs: [
      `${subject} được xác định là ${matter}, không thuộc phạm vi điều chỉnh của Quy định về đối thoại trực tiếp mà được thực hiện theo ${law}.`,
      ...(isPetitioner(request) ? [advice] : []),
    ],
    facts: [{ label: 'Thủ tục áp dụng', value: law }],
    deadline: null,
    rules: ['D2.1'],
  };
};

interface ProcedureWords {
  readonly matter: string;
  readonly law: string;
  readonly advice: string;
}

const procedures: Readonly<Record<OtherProcedure, ProcedureWords>> = {
  complaint: {
    matter: 'khiếu nại',
    law: 'Luật Khiếu nại',
    advice:
      'Đề nghị Ông (Bà) gửi đơn khiếu nại đến cơ quan, người có thẩm quyền giải quyết theo quy định của Luật Khiếu nại.',
  },
  denunciation: {
    matter: 'tố cáo',
    law: 'Luật Tố cáo',
    advice:
      'Đề nghị Ông (Bà) thực hiện việc tố cáo với cơ quan, cá nhân có thẩm quyền giải quyết theo quy định của Luật Tố cáo.',
  },
  citizenReception: {
    matter: 'nội dung thuộc việc tiếp công dân',
    law: 'Luật Tiếp công dân',
    advice:
      'Đề nghị Ông (Bà) đến trụ sở, địa điểm tiếp công dân của cơ quan có thẩm quyền theo quy định của Luật Tiếp công dân.',
  },
};

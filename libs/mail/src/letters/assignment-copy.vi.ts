import type { LetterWriter } from './letter-request.js';
import { agencyFact, agencyName, assignmentDocument, assignmentFact, documentWords } from './words.vi.js';

/** The copy by which the Front supervises and the monitor follows (D11.1b, D11.3). */
export const assignmentCopyLetter: LetterWriter<'assignmentCopy'> = (letter, request) => {
  const isFront = request.recipientRole === 'front';
  return {
    topic: isFront
      ? 'Gửi để giám sát việc giải quyết kiến nghị, phản ánh'
      : 'Gửi để theo dõi, đôn đốc việc giải quyết kiến nghị, phản ánh',
    paragraphs: [
      `Theo ${documentWords(assignmentDocument, letter.document)}, ${agencyName(letter.agency, request)} được giao giải quyết kiến nghị, phản ánh nêu dưới đây trong thời gian ${String(letter.workingDays)} ngày làm việc kể từ khi nhận được văn bản giao việc.`,
      isFront
        ? 'Kính gửi quý cơ quan để giám sát thực hiện.'
        : 'Kính gửi quý cơ quan để phối hợp theo dõi, đôn đốc việc thực hiện.',
    ],
    facts: [agencyFact(letter.agency, request), assignmentFact(letter.document)],
    deadline: null,
    rules: isFront ? ['D11.1b'] : ['D11.1b', 'D11.3'],
  };
};

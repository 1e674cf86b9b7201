import { formatDay, type DutyKind, type RecipientRole } from '@dialogue/domain';
import { dutyWords } from './duties.vi.js';
import { dutyDeadline, dutyFactLines, dutyRules } from './duty-frame.vi.js';
import type { LetterWriter } from './letter-request.js';

/** States that a day has passed and what is not there yet; asks each reader for what lies in his hands (D11.1c, D11.3, D10.1a). */
export const dutyOverdueLetter: LetterWriter<'dutyOverdue'> = (letter, request) => {
  const { topic, whom, ask, missing } = dutyWords[letter.duty];
  const isAgencys = agencyDuties.includes(letter.duty);
  return {
    topic: `Quá hạn: ${topic}`,
    paragraphs: [
      `Thời hạn ${topic} là ${formatDay(letter.dueOn)}. Đến nay, ${missing}.`,
      `Đề nghị ${whom} ${ask}; trường hợp đã thực hiện, đề nghị cập nhật vào hồ sơ.`,
      ...(isAgencys ? readerAsks[request.recipientRole] : []),
    ],
    facts: dutyFactLines(letter, request),
    deadline: dutyDeadline(letter),
    rules: dutyRules(letter, request),
  };
};

/** D11.1c: what an agency owes of its assignment, and others follow. */
const agencyDuties: readonly DutyKind[] = ['answer', 'receipt', 'reportProgress', 'contribute'];

/** What a reader other than the one who owes it may do about an agency's answer. */
const readerAsks: Readonly<Record<RecipientRole, readonly string[]>> = {
  handler: [],
  agencyHead: [],
  leadOffice: ['Kính gửi quý cơ quan để theo dõi, đôn đốc việc thực hiện.'],
  monitor: ['Kính gửi quý cơ quan để phối hợp theo dõi, đôn đốc việc thực hiện.'],
  front: ['Kính gửi quý cơ quan để giám sát thực hiện.'],
  host: ['Kính báo cáo đồng chí, là người chủ trì chịu trách nhiệm về việc trả lời, để xem xét, chỉ đạo.'],
  superior: ['Kính báo cáo đồng chí, là người đứng đầu cơ quan cấp trên của cơ quan được giao, để xem xét, chỉ đạo.'],
  reportAddressee: [],
  reportCopy: [],
  resultAddressee: [],
  petitioner: [],
};

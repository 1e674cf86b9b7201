import { citationOf, dutyNames, formatDate, formatDay, workingUrlOf } from '@dialogue/domain';
import { daysLeftWords } from './days-left.vi.js';
import type { LetterWriter } from './letter-request.js';
import { workingLabel } from './words.vi.js';

/** Tells the superior of a body that it has not stirred since a letter asked something of it (D11.3). */
export const bodySilentLetter: LetterWriter<'bodySilent'> = (letter, request) => {
  const { organisationNames, publicUrl } = request;
  const { agency, sinceOn, workingDays, owed, duties, edition = null } = letter;
  const name = organisationNames[agency] ?? agency;
  const more = duties - owed.length;
  return {
    reference: name,
    linkLabel: 'Xem danh sách cơ quan chưa phản hồi',
    topic: `Chưa có phản hồi trong ${String(workingDays)} ngày làm việc`,
    paragraphs: [
      `Từ ngày ${formatDate(sinceOn)}, ${name} đã được gửi thư đề nghị thực hiện nhiệm vụ nhưng đến nay chưa mở thư, chưa xác nhận, chưa trả lời bằng bất kỳ hình thức nào được ghi nhận trên hệ thống (${String(workingDays)} ngày làm việc).`,
      'Chỉ tính thư đã gửi thành công; ngày nghỉ không tính. Đề nghị đồng chí kiểm tra, chỉ đạo cơ quan cấp dưới nêu trên thực hiện.',
      ...(more > 0 ? [`Ngoài các nhiệm vụ nêu dưới đây còn ${String(more)} nhiệm vụ khác chưa hoàn thành.`] : []),
    ],
    facts: owed.map(({ caseNumber, duty, rule, anchorOn, dueOn, isProvisional }) => ({
      label: `${caseNumber}: ${dutyNames[duty]}`,
      value: `${formatDay(dueOn)}${isProvisional ? ' (tạm tính)' : ''}${daysLeftWords(dueOn, request)}, theo ${citationOf(rule)}`,
      link: { label: workingLabel, href: workingUrlOf(publicUrl, { rule, anchorOn, dueOn, edition }) },
    })),
    deadline: null,
    rules: ['D11.3'],
  };
};

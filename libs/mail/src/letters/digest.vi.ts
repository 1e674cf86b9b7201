import { citationOf, formatDay } from '@dialogue/domain';
import { daysLeftWords, mayMove } from './days-left.vi.js';
import type { Deadline, DigestEntry, Fact, LetterRequest, LetterWriter } from './letter-request.js';
import { actionLabel, workingLabel } from './words.vi.js';

/** The letter of a morning: everything that waited for one address, the most urgent first. */
export const digestLetter: LetterWriter<'digest'> = ({ on }, request) => {
  const { details } = request;
  const entries = details?.kind === 'digest' ? details.entries.toSorted(byDeadline) : [];
  return {
    reference: `Thư tổng hợp ${formatDay(on)}`,
    topic: `${String(entries.length)} nội dung cần xem, cần xử lý`,
    paragraphs: [
      `Dưới đây là các nội dung gửi đến quý cơ quan tính đến sáng ${formatDay(on)}, xếp theo thời hạn. Đề nghị quý cơ quan mở từng hồ sơ để xem đầy đủ và xử lý.`,
      'Quý cơ quan đã chọn nhận thư tổng hợp vào 07 giờ 30 ngày làm việc. Nội dung mà thời hạn không cho phép chờ vẫn được gửi ngay bằng thư riêng.',
      `Liên kết “${actionLabel}” (nếu có) dành riêng cho cơ quan nhận thư; mỗi liên kết chỉ dùng để thực hiện một lần và có thời hạn. Đề nghị không chuyển tiếp thư này.`,
    ],
    facts: entries.flatMap((entry) => entryFacts(entry, request)),
    deadline: null,
    rules: ['D11.3'],
    hasNoCase: true,
  };
};

/** What is asked and by which article, where to answer; then the deadline, and where it is explained (D11.1c). */
function entryFacts(entry: DigestEntry, request: LetterRequest): readonly Fact[] {
  const { caseNumber, topic, paragraphs, rules, deadline, workingUrl, link } = entry;
  const value = [...paragraphs, `Căn cứ: ${rules.map(citationOf).join('; ')}.`].join(' ');
  const asked: Fact = { label: `${caseNumber}: ${topic}`, value, link };
  if (deadline === null || workingUrl === null) return [asked];
  const due = { label: deadline.label, value: dueWords(deadline, request), isStrong: true };
  return [asked, { ...due, link: { label: workingLabel, href: workingUrl } }];
}

/** With the working days left on the morning of the digest, whatever they were when its letter was owed. */
function dueWords(deadline: Deadline, request: LetterRequest): string {
  const { on } = deadline;
  return `${formatDay(on)}${mayMove(deadline, request) ? ' (tạm tính)' : ''}${daysLeftWords(on, request)}`;
}

/** What has no day comes last, in the order in which it was owed. */
function byDeadline(one: DigestEntry, other: DigestEntry): number {
  const [first, second] = [one.deadline?.on ?? '9999', other.deadline?.on ?? '9999'];
  return first < second ? -1 : first > second ? 1 : 0;
}

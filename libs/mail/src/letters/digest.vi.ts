import { formatDay } from '@dialogue/domain';
import { daysLeftWords } from './days-left.vi.js';
import type { Deadline, DigestEntry, Fact, LetterRequest, LetterWriter } from './letter-request.js';

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
    ],
    facts: entries.map((entry) => entryFact(entry, request)),
    deadline: null,
    rules: ['D11.3'],
    hasNoCase: true,
  };
};

function entryFact({ caseNumber, topic, paragraphs, deadline, link }: DigestEntry, request: LetterRequest): Fact {
  const until = deadline === null ? [] : [deadlineWords(deadline, request)];
  return {
    label: `${caseNumber}: ${topic}`,
    value: [...paragraphs, ...until].join(' '),
    link: { label: 'Xem hồ sơ', href: link },
  };
}

/** With the working days left on the morning of the digest, whatever they were when its letter was owed. */
function deadlineWords({ label, on, isProvisional }: Deadline, request: LetterRequest): string {
  return `${label}: ${formatDay(on)}${isProvisional === true ? ' (tạm tính)' : ''}${daysLeftWords(on, request)}.`;
}

/** What has no day comes last, in the order in which it was owed. */
function byDeadline(one: DigestEntry, other: DigestEntry): number {
  const [first, second] = [one.deadline?.on ?? '9999', other.deadline?.on ?? '9999'];
  return first < second ? -1 : first > second ? 1 : 0;
}

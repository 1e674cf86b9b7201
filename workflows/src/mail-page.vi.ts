import type { MailPlan } from '@dialogue/contracts';
import { dateAt, formatDay, timeAt, type Instant, type Sending } from '@dialogue/domain';

type Waiting = Extract<Sending, { readonly kind: 'later' }>;

/** What the Temporal UI shows beside the steps of a letter. */
export const mailSummary = {
  deliver: 'Gửi thư',
  plan: 'Xem thư có được gửi ngay không',
  record: 'Ghi kết quả gửi thư',
  waits: (waiting: Waiting): string => `${waitingFor[waiting.because]}: ${moment(waiting.sendAfter)}`,
} as const;

const waitingFor: Readonly<Record<Waiting['because'], string>> = {
  quiet: 'Chờ đến giờ làm việc để gửi thư',
  digest: 'Chờ thư tổng hợp buổi sáng',
};

/** The page of a letter in the Temporal UI while it waits; afterwards there is nothing to say. */
export function waitingPage(waiting: MailPlan): string {
  if (waiting.kind !== 'later') return '';
  const again = `Sẽ xem lại lịch làm việc và cách nhận thư lúc ${moment(waiting.askAgainAt)}.`;
  return `**${waitingFor[waiting.because]}:** ${moment(waiting.sendAfter)}\n\n${again}`;
}

function moment(at: Instant): string {
  return `${timeAt(at)}, ${formatDay(dateAt(at))}`;
}

import type { BounceRound } from '@dialogue/contracts';

/** What the Temporal UI shows beside the steps of a reading. */
export const bouncesSummary = {
  read: 'Đọc hộp thư báo trả lại',
  rest: 'Chưa cài đặt hộp thư báo trả lại; xem lại sau một giờ',
} as const;

/** The page of a reading of the mailbox in the Temporal UI. */
export function bouncesPage(round: BounceRound): string {
  const title = '### Hộp thư báo trả lại';
  if (round.kind === 'off') return [title, 'Chưa cài đặt hộp thư (IMAP_URL).'].join('\n\n');
  const { bounced, delayed, aside, others } = round;
  const lines = [
    `- Thư bị trả lại: ${String(bounced)}`,
    `- Thư bị chậm: ${String(delayed)}`,
    `- Báo cáo không làm thay đổi gì: ${String(aside)}`,
    `- Thư khác: ${String(others)}`,
  ];
  return [title, lines.join('\n')].join('\n\n');
}

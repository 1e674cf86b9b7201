import type { Rollout, RolloutKind, RolloutProgress, RolloutStart } from '@dialogue/contracts';
import { dateAt, formatDay } from '@dialogue/domain';

/** Beside the steps of a rollout. */
export const rolloutSummary = {
  step: 'Báo cho các hồ sơ đang mở',
  untilItsDay: 'Chờ đến ngày có hiệu lực',
  pause: ({ lagging }: RolloutProgress): string => `Còn ${String(lagging)} hồ sơ`,
} as const;

/** How far a rollout has come: not begun, under way, or over. */
export type RolloutShown = RolloutProgress | { readonly letters: number } | null;

/** The page of a rollout in the Temporal UI: what is told, from when, how many cases are left. */
export function rolloutPage({ rolloutId }: RolloutStart, { kind, startsAt }: Rollout, shown: RolloutShown): string {
  return [`### ${subjects[kind]} (${rolloutId})`, stateLine(shown, formatDay(dateAt(startsAt)))].join('\n\n');
}

const subjects: Readonly<Record<RolloutKind, string>> = {
  calendar: 'Áp dụng lịch làm việc mới cho các hồ sơ đang mở',
  organisation: 'Bàn giao các hồ sơ đang mở cho cơ quan kế thừa',
};

function stateLine(shown: RolloutShown, startsOn: string): string {
  if (shown === null) return `**Đang chờ:** ${startsOn}`;
  if ('letters' in shown) return `**Đã xong.** Số thư thông báo đã lập: ${String(shown.letters)}`;
  return `**Đang thực hiện:** còn ${String(shown.lagging)} hồ sơ chưa cập nhật`;
}

import { formatDay, type LocalDate } from '@dialogue/domain';

/** Beside the steps of a morning's digests. */
export const digestSummary = {
  calendar: 'Đọc lịch làm việc',
  gather: 'Gom thư đang chờ thành thư tổng hợp',
} as const;

/** The page of a morning's digests in the Temporal UI; null: nobody works on that day. */
export function digestPage(
  on: LocalDate,
  gathered: { readonly digests: number; readonly letters: number } | null,
): string {
  const done =
    gathered === null
      ? 'Ngày nghỉ: không có thư tổng hợp.'
      : `**Đã gom:** ${String(gathered.letters)} thư thành ${String(gathered.digests)} thư tổng hợp.`;
  return [`### Thư tổng hợp ${formatDay(on)}`, done].join('\n\n');
}

import type { ImportProgress, ImportStart } from '@dialogue/contracts';

/** Beside the steps of an import. */
export const importSummary = {
  step: 'Ghi nhận các kiến nghị của tệp',
  pause: ({ waiting, starting }: ImportProgress): string =>
    `Còn ${String(waiting)} dòng chờ ghi nhận, ${String(starting)} hồ sơ đang khởi tạo`,
} as const;

/** The page of an import in the Temporal UI: numbers only. Null: there is no such import. */
export function importPage({ importId }: ImportStart, progress: ImportProgress | null): string {
  const title = `### Nhập kiến nghị từ tệp (${importId})`;
  if (progress === null) return [title, '**Không có lần nhập này.**'].join('\n\n');
  const state = stateOf(progress);
  return [title, `**${state}**`, lines(progress).join('\n')].join('\n\n');
}

function stateOf({ isFinished, cancelled }: ImportProgress): string {
  if (!isFinished) return 'Đang thực hiện';
  return cancelled > 0 ? 'Đã dừng theo yêu cầu' : 'Đã xong';
}

function lines(progress: ImportProgress): readonly string[] {
  const counted: readonly (readonly [string, number])[] = [
    ['Số dòng của tệp', progress.read],
    ['Đã ghi nhận', progress.registered],
    ['Hồ sơ đang chạy', progress.running],
    ['Chờ ghi nhận', progress.waiting],
    ['Không nhận được', progress.refused],
    ['Trùng với kiến nghị đã có', progress.duplicate],
    ['Đã bỏ', progress.cancelled],
  ];
  return counted.map(([name, count]) => `- ${name}: ${String(count)}`);
}

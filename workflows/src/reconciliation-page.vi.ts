import type { ReconciliationCounts, ReconciliationPhase } from '@dialogue/contracts';

/** Beside the steps of a reconciliation. */
export const reconciliationSummary = {
  step: 'Đối chiếu sổ đăng ký với các hồ sơ đang chạy',
  pause: ({ looked }: ReconciliationCounts): string => `Đã xem ${String(looked)}`,
} as const;

/** How far it has come: what is being gone through, another one under way, or over. */
type Standing = ReconciliationPhase | 'busy' | { readonly forPeople: number };

/** The page of a reconciliation in the Temporal UI. */
export function reconciliationPage({ looked, found }: ReconciliationCounts, standing: Standing): string {
  const counted = `Đã xem ${String(looked)}, có vấn đề ${String(found)}`;
  return ['### Đối chiếu hằng đêm', counted, lineOf(standing)].join('\n\n');
}

function lineOf(standing: Standing): string {
  if (standing === 'busy') return '**Không chạy:** một lần đối chiếu khác đang chạy';
  if (typeof standing === 'string') return `**Đang xem:** ${phases[standing]}`;
  const { forPeople } = standing;
  return forPeople === 0
    ? '**Đã xong.**'
    : `**Đã xong.** Cần người xem: ${String(forPeople)} (GET /v1/reconciliations)`;
}

const phases: Readonly<Record<ReconciliationPhase, string>> = {
  cases: 'hồ sơ đang mở',
  beginnings: 'hồ sơ chưa bắt đầu',
  letters: 'thư chưa gửi xong',
  rollouts: 'thay đổi chưa áp dụng hết',
  imports: 'tệp đang nhập',
  runs: 'hồ sơ đang chạy trong Temporal',
};

import type { SilenceRound } from '@dialogue/contracts';

/** What the Temporal UI shows beside the steps of a night's look. */
export const silencesSummary = { tell: 'Tìm cơ quan im lặng và báo cấp trên' } as const;

/** The page of a night's look at the bodies in the Temporal UI. */
export function silencesPage({ silent, told }: SilenceRound): string {
  const lines = [`- Cơ quan im lặng: ${String(silent)}`, `- Báo cấp trên lần này: ${String(told)}`];
  return ['### Cơ quan im lặng', lines.join('\n')].join('\n\n');
}

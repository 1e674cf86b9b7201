import { LocalProblem } from './local-problem.js';

const unitMs = { d: 86_400_000, h: 3_600_000, m: 60_000 } as const;
const longestMs = 3660 * unitMs.d;

/**
 * Milliseconds of a length of time as it is typed on the command line: `15d`, `12h`, `90m`.
 * @throws LocalProblem `advance.duration_malformed`, also for nothing at all and for more than ten years.
 */
export function parseDurationMs(text: string): number {
  const match = /^(?<count>\d{1,6})(?<unit>[dhm])$/.exec(text);
  const ms = Number(match?.groups?.['count']) * factorOf(match?.groups?.['unit']);
  if (!Number.isFinite(ms) || ms <= 0 || ms > longestMs)
    throw new LocalProblem({ code: 'advance.duration_malformed', text });
  return ms;
}

function factorOf(unit: string | undefined): number {
  return unit === 'd' || unit === 'h' || unit === 'm' ? unitMs[unit] : Number.NaN;
}

import type { Duty } from './duty.js';

/** Under which key a rung's letter is owed: once for a duty, its due date and the rung (D11.3). */
export function rungKey({ kind, number, dueOn }: Pick<Duty, 'kind' | 'number' | 'dueOn'>, workingDays: number): string {
  return `${beginningOf({ kind, number })}${dueOn}/${String(workingDays)}`;
}

/** The rung whose letter has this key, in working days from the due date; null where it is none of this duty. */
export function rungOfKey(key: string, duty: Pick<Duty, 'kind' | 'number'>): number | null {
  const workingDays = Number(key.split('/').at(-1));
  return key.startsWith(beginningOf(duty)) && Number.isInteger(workingDays) ? workingDays : null;
}

function beginningOf({ kind, number }: Pick<Duty, 'kind' | 'number'>): string {
  return `${kind}/${String(number)}/`;
}

import type { RuleId } from '../regulation/rule-id.js';
import type { LocalDate } from '../time/local-date.js';

/** A deadline as it is shown somewhere. */
export interface ShownDeadline {
  readonly rule: RuleId;
  readonly anchorOn: LocalDate;
  readonly dueOn: LocalDate;
  /** The edition on which it was counted, where that is known. */
  readonly edition?: number | null;
}

/** Where the API explains a deadline for people to read; the same without the last part for programs. */
export const explainPagePath = '/v1/deadlines/explain/page';

/** D11.1c: the address at which exactly this deadline is explained; `publicUrl` is where people reach the API. */
export function workingUrlOf(publicUrl: string, { rule, anchorOn, dueOn, edition }: ShownDeadline): string {
  const query = [`rule=${rule}`, `anchor=${anchorOn}`, `due=${dueOn}`];
  if (edition != null) query.push(`edition=${String(edition)}`);
  return `${publicUrl.replace(/\/+$/, '')}${explainPagePath}?${query.join('&')}`;
}

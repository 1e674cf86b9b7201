import type { RuleId } from '../regulation/rule-id.js';
import { reportLines } from './recipients.js';

/** How one body stands to others: who leads, watches and supervises for it, who is above it, whom it reports to. */
export const lineKinds = ['leadOffice', 'monitor', 'front', 'superior', ...reportLines] as const;
export type LineKind = (typeof lineKinds)[number];

interface LineDefinition {
  readonly rule: RuleId;
  /** One body, or several. */
  readonly leadsTo: 'one' | 'many';
  /** Goes up: nobody is, over others, above itself. */
  readonly climbs: boolean;
  /** A body may lead its own work and the board its own watching; nobody stands above itself or writes to itself. */
  readonly mayBeItself: boolean;
}

/** What holds of each kind of line. */
export const lineDefinitions: Readonly<Record<LineKind, LineDefinition>> = {
  // D11.3: the lead office tracks and urges, with the board of the same level's committee.
  leadOffice: { rule: 'D11.3', leadsTo: 'one', climbs: false, mayBeItself: true },
  monitor: { rule: 'D11.3', leadsTo: 'one', climbs: false, mayBeItself: true },
  front: { rule: 'D11.1b', leadsTo: 'one', climbs: false, mayBeItself: true },
  superior: { rule: 'D11.3', leadsTo: 'one', climbs: true, mayBeItself: false },
  // D14.1, D15: up to the Standing Committee of the province.
  reportTo: { rule: 'D14.1', leadsTo: 'many', climbs: true, mayBeItself: false },
  copyTo: { rule: 'D14.1', leadsTo: 'many', climbs: false, mayBeItself: false },
  resultTo: { rule: 'D11.2b', leadsTo: 'many', climbs: false, mayBeItself: false },
};

/** Lines of one kind on one day: from whom to whom. */
export type LineOrder<Code extends string> = ReadonlyMap<Code, ReadonlySet<Code>>;

/** Whether one comes from one body to another by going from line to line. */
export function reaches<Code extends string>(order: LineOrder<Code>, from: Code, to: Code): boolean {
  const seen = new Set<Code>([from]);
  for (const body of seen) for (const next of order.get(body) ?? []) seen.add(next);
  // Whoever comes back to where he began has gone in a circle, which is not what is asked.
  seen.delete(from);
  return seen.has(to);
}

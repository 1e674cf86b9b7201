import type { RuleId } from '../regulation/rule-id.js';

/** Why terms cannot be set as they were written. */
export const termsProblemCodes = [
  'terms.nothingSet',
  'days.notWhole',
  'days.notPositive',
  'days.tooMany',
  'days.notSettable',
  'days.otherUnit',
  'days.longerThanRegulation',
  'days.differFromRegulation',
  'rung.twice',
  'rung.outOfOrder',
  'rung.beforeBeginning',
  'recipients.empty',
  'recipient.twice',
  'recipient.unfit',
  'recipient.tooEarly',
  'ladder.empty',
  'ladder.ends',
  'ladder.neverEscalates',
  'hostKind.twice',
  'hostKind.unfit',
] as const;
export type TermsProblemCode = (typeof termsProblemCodes)[number];

/** One thing that is wrong with the terms of an office. */
export interface TermsProblem {
  /** Where in the document: `petition.duties.answer.workingDays`. */
  readonly path: string;
  readonly code: TermsProblemCode;
  readonly rule: RuleId;
  /** The number that it may not pass, where there is one. */
  readonly limit: number | null;
}

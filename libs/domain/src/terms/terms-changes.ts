import type { CaseKind } from '../cases/ledger-entry.js';
import type { DutyKind } from '../cases/letter.js';
import type { RuleId } from '../regulation/rule-id.js';
import { defaultTerms, type TermsByKind } from './local-terms.js';
import { laddersOf, sameLadder } from './terms-ladders.js';
import { limitsOf, type LimitUnit } from './terms-limits.js';

/** What a case that adopts terms counts and urges by that it did not before (D13.1). */
export interface TermsChanges {
  readonly limits: readonly LimitChange[];
  /** Duties that urge others, or on other days. */
  readonly ladders: readonly DutyKind[];
}

/** One number, before and after. */
export interface LimitChange {
  readonly path: string;
  readonly rule: RuleId;
  readonly unit: LimitUnit;
  readonly wasCount: number;
  readonly count: number;
}

/** The difference between the terms of a case and those that it would adopt. */
export function termsChanges<Kind extends CaseKind>(
  kind: Kind,
  was: TermsByKind[Kind],
  next: TermsByKind[Kind],
): TermsChanges {
  const complete: (terms: TermsByKind[Kind]) => TermsByKind[Kind] = completers[kind];
  const before = complete(was);
  const counts = new Map(limitsOf(kind, before).map(({ path, count }) => [path, count]));
  const ladders = new Map(laddersOf(kind, before).map(({ duty, ladder }) => [duty, ladder]));
  return {
    limits: limitsOf(kind, next).flatMap(({ path, rule, unit, count }) => {
      const wasCount = counts.get(path) ?? count;
      return wasCount === count ? [] : [{ path, rule, unit, wasCount, count }];
    }),
    ladders: laddersOf(kind, next).flatMap(({ duty, ladder }) => {
      const wasLadder = ladders.get(duty) ?? ladder;
      return sameLadder(wasLadder, ladder) ? [] : [duty];
    }),
  };
}

/** Terms that a case took before there was some kind of duty know nothing of it: the defaults do. */
const completers: { readonly [Kind in CaseKind]: (terms: TermsByKind[Kind]) => TermsByKind[Kind] } = {
  petition: (terms) => ({ ...terms, duties: { ...defaultTerms.petition.duties, ...terms.duties } }),
  conference: (terms) => ({ ...terms, duties: { ...defaultTerms.conference.duties, ...terms.duties } }),
  report: (terms) => ({ ...terms, duties: { ...defaultTerms.report.duties, ...terms.duties } }),
};

import type { CaseKind } from '../cases/ledger-entry.js';
import type { DutyDefinition, Ladder } from '../cases/duty.js';
import type { DutyKind } from '../cases/letter.js';
import { conferenceMilestones } from '../conferences/conference-terms.js';
import { conferenceDutyKinds } from '../conferences/conference.js';
import { petitionDuties } from '../petitions/petition-terms.js';
import { petitionDutyKinds } from '../petitions/petition.js';
import { reportDuties } from '../reports/report-terms.js';
import { reportDutyKinds } from '../reports/report.js';
import type { RuleId } from '../regulation/rule-id.js';
import { defaultTerms, type TermsByKind } from './local-terms.js';

/** Whom a duty urges, and when, by some terms. */
export interface TermsLadder {
  readonly duty: DutyKind;
  readonly rule: RuleId;
  readonly ladder: Ladder;
  /** What holds where no office has set anything. */
  readonly isStandard: boolean;
}

/** The ladder of every duty of a kind of case by these terms (D11.3, D13.1). */
export function laddersOf<Kind extends CaseKind>(kind: Kind, terms: TermsByKind[Kind]): readonly TermsLadder[] {
  const ladders: (terms: TermsByKind[Kind]) => readonly TermsLadder[] = laddersByKind[kind];
  return ladders(terms);
}

const laddersByKind: { readonly [Kind in CaseKind]: (terms: TermsByKind[Kind]) => readonly TermsLadder[] } = {
  petition: ({ duties }) =>
    petitionDutyKinds.map((duty) =>
      ladderOf(duty, petitionDuties[duty], [duties[duty], defaultTerms.petition.duties[duty]]),
    ),
  conference: ({ duties }) =>
    conferenceDutyKinds.map((duty) =>
      ladderOf(duty, conferenceMilestones[duty], [duties[duty], defaultTerms.conference.duties[duty]]),
    ),
  report: ({ duties }) =>
    reportDutyKinds.map((duty) => ladderOf(duty, reportDuties[duty], [duties[duty], defaultTerms.report.duties[duty]])),
};

function ladderOf(
  duty: DutyKind,
  { rule }: DutyDefinition,
  [own, standard]: readonly [{ readonly ladder: Ladder }, { readonly ladder: Ladder }],
): TermsLadder {
  return { duty, rule, ladder: own.ladder, isStandard: sameLadder(own.ladder, standard.ladder) };
}

/** Whether two ladders urge the same people on the same days. */
export function sameLadder(own: Ladder, standard: Ladder): boolean {
  const text = ({ rungs, thenEvery }: Ladder): string =>
    JSON.stringify(
      [...rungs, thenEvery].map((rung) => (rung === null ? null : [rung.workingDays, ...rung.recipients])),
    );
  return text(own) === text(standard);
}

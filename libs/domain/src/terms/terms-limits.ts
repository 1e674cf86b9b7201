import type { CaseKind } from '../cases/ledger-entry.js';
import { conferenceMilestones, defaultConferenceTerms } from '../conferences/conference-terms.js';
import { conferenceDutyKinds, type ConferenceDutyKind, type MilestoneCount } from '../conferences/conference.js';
import { defaultExtension, followUpWorkingDays, petitionDuties } from '../petitions/petition-terms.js';
import type { PetitionDutyKind } from '../petitions/petition.js';
import { reportOpeningWorkingDays } from '../reports/report-periods.js';
import type { RuleId } from '../regulation/rule-id.js';
import { defaultTerms, type TermsByKind } from './local-terms.js';

/** Whose a limit is: the regulation's own, longer only on a legal basis, or a habit of the office (D13.1). */
export type LimitOwner = 'regulation' | 'office';

/**
 * What is shorter, and so free: of days counted on from an event (`after`) fewer; of days counted back from a day
 * (`before`) more, since nearer to that day is later. `exact`: whatever differs takes something from somebody.
 */
export type LimitDirection = 'after' | 'before' | 'exact';

export const limitUnits = ['workingDays', 'days', 'months', 'times'] as const;
export type LimitUnit = (typeof limitUnits)[number];

/** One number of the terms: where it stands, its rule, whose it is, and which way it counts. */
export interface TermsLimit<Kind extends CaseKind = CaseKind> {
  /** As in the document of an office, below the kind of case: `duties.answer.workingDays`. */
  readonly path: string;
  readonly rule: RuleId;
  readonly whose: LimitOwner;
  readonly direction: LimitDirection;
  readonly unit: LimitUnit;
  /** Nothing that is counted lies farther away. */
  readonly atMost: number;
  /** Nothing less can be set; absent: one. */
  readonly atLeast?: number;
  /** How many, in the direction of the count. */
  readonly countIn: (terms: TermsByKind[Kind]) => number;
}

/** Farther than any habit of an office, and near enough for the calendar that a case holds. */
const farthest = 60;

/** A receipt that is deemed later begins the regulation's own fifteen working days later (D11.1c). */
const farthestReceipt = 10;

/** A contribution is due after it was asked for, at least one working day. */
const farthestContribution = 14;

/** More would make of the limit none (D11.1c). */
const farthestExtensions = 5;

/** D13.1: every number that an office may set. What stands in no row, such as the days of D14.1, is not to be set. */
export const termsLimits: { readonly [Kind in CaseKind]: readonly TermsLimit<Kind>[] } = {
  petition: [
    ofPetition('screen', 'office'),
    ofPetition('assign', 'office'),
    { ...ofPetition('receipt', 'office'), atMost: farthestReceipt },
    ofPetition('answer', 'regulation'),
    ofPetition('approve', 'office'),
    ofPetition('resolve', 'office'),
    ofPetition('followReferral', 'office'),
    ofPetition('tell', 'office'),
    ofPetition('close', 'office'),
    ofPetition('decideExtension', 'office'),
    // Counted back from a limit that is the regulation's own fifteen days after its beginning (D11.1c).
    { ...ofPetition('contribute', 'office'), direction: 'before', atMost: farthestContribution },
    {
      ...{ path: 'extensionCount', rule: 'D11.1c', whose: 'office', direction: 'after', unit: 'times' },
      // An office may grant none at all.
      ...{ atLeast: 0, atMost: farthestExtensions },
      countIn: (terms) => terms.extensionCount ?? defaultExtension.count,
    },
    {
      ...{ path: 'extensionWorkingDays', rule: 'D11.1c', whose: 'office', direction: 'after' },
      ...{ unit: 'workingDays', atMost: farthest },
      countIn: (terms) => terms.extensionWorkingDays ?? defaultExtension.workingDays,
    },
    {
      ...{ path: 'followUpWorkingDays', rule: 'D11.1b', whose: 'regulation', direction: 'after' },
      ...{ unit: 'workingDays', atMost: farthest },
      countIn: (terms) => terms.followUpWorkingDays ?? followUpWorkingDays,
    },
    {
      ...{ path: 'reworkWorkingDays', rule: 'D10.1a', whose: 'office', direction: 'after' },
      ...{ unit: 'workingDays', atMost: farthest },
      countIn: (terms) => terms.reworkWorkingDays,
    },
    {
      ...{ path: 'reopeningMonths', rule: 'D11.3', whose: 'office', direction: 'after' },
      ...{ unit: 'months', atMost: farthest },
      countIn: (terms) => terms.reopeningMonths,
    },
  ],
  conference: [
    // D8.1b, D8.1f: opinions are owed until the cut-off, which has its own row.
    ...conferenceDutyKinds.filter((kind) => kind !== 'supplyOpinions').map(ofConference),
    {
      // D8.1e gives whoever came in time a place in the briefing, D8.1f everybody after that an answer in writing.
      ...{ path: 'cutOffDays', rule: 'D8.1e', whose: 'regulation', direction: 'exact', unit: 'days', atMost: farthest },
      countIn: (terms) => terms.cutOffDays,
    },
  ],
  report: [
    {
      ...{ path: 'upwardsWorkingDays', rule: 'D14.1', whose: 'office', direction: 'before', unit: 'workingDays' },
      // It is owed after it has opened.
      atMost: reportOpeningWorkingDays - 1,
      countIn: (terms) => terms.upwardsWorkingDays,
    },
  ],
};

/** A limit of the terms with what it is, and what it is by default. */
export interface CountedLimit extends Omit<TermsLimit, 'countIn'> {
  readonly count: number;
  readonly standard: number;
  /** D13.1: longer than the regulation's own, which wants a legal basis. */
  readonly isLonger: boolean;
}

/** Every limit of these terms, in the order of the table. */
export function limitsOf<Kind extends CaseKind>(kind: Kind, terms: TermsByKind[Kind]): readonly CountedLimit[] {
  const limits: readonly TermsLimit<Kind>[] = termsLimits[kind];
  const standards: TermsByKind[Kind] = defaultTerms[kind];
  return limits.map(({ countIn, ...limit }) => {
    const [count, standard] = [countIn(terms), countIn(standards)];
    const isLonger = limit.whose === 'regulation' && isLaxer(limit.direction, count - standard);
    return { ...limit, count, standard, isLonger };
  });
}

/** Whether somebody has more time, or a right less, than by default. */
function isLaxer(direction: LimitDirection, difference: number): boolean {
  const laxer: Readonly<Record<LimitDirection, boolean>> = {
    after: difference > 0,
    before: difference < 0,
    exact: difference !== 0,
  };
  return laxer[direction];
}

function ofPetition(kind: PetitionDutyKind, whose: LimitOwner): TermsLimit<'petition'> {
  return {
    path: `duties.${kind}.workingDays`,
    rule: petitionDuties[kind].rule,
    whose,
    direction: 'after',
    unit: 'workingDays',
    atMost: farthest,
    countIn: ({ duties }) => duties[kind].workingDays,
  };
}

/** D8.1: that a limit binds only periodic conferences of level heads makes it no less the regulation's own. */
function ofConference(kind: ConferenceDutyKind): TermsLimit<'conference'> {
  const { count } = defaultConferenceTerms.duties[kind];
  const direction = signed(count) < 0 ? 'before' : 'after';
  const unit = 'days' in count ? 'days' : 'workingDays';
  return {
    path: `duties.${kind}.count.${unit}`,
    rule: conferenceMilestones[kind].rule,
    whose: conferenceMilestones[kind].binds === 'none' ? 'office' : 'regulation',
    direction,
    unit,
    atMost: farthest,
    countIn: ({ duties }) => (direction === 'before' ? -1 : 1) * signed(duties[kind].count),
  };
}

function signed(count: MilestoneCount): number {
  return 'days' in count ? count.days : count.workingDays;
}

import { caseKinds, type CaseKind } from '../cases/ledger-entry.js';
import { conferenceMilestones, defaultConferenceTerms } from '../conferences/conference-terms.js';
import { conferenceDutyKinds } from '../conferences/conference.js';
import type { PostKind } from '../organisations/recipients.js';
import { defaultPetitionTerms, petitionDuties } from '../petitions/petition-terms.js';
import { petitionDutyKinds } from '../petitions/petition.js';
import { defaultReportTerms, reportDuties } from '../reports/report-terms.js';
import { reportDutyKinds } from '../reports/report.js';
import { ladderProblems, type OwnLadder } from './ladder-problems.js';
import { applyTerms, type ConferenceOverrides, type TermsOverrides } from './local-terms.js';
import { limitsOf, type CountedLimit } from './terms-limits.js';
import type { TermsProblem, TermsProblemCode } from './terms-problem.js';

/** What else bears on whether terms may be set. */
export interface TermsGrounds {
  /** A document allows longer limits than the regulation's own (D13.1). */
  readonly hasLegalBasis: boolean;
}

/** Every problem of the terms that an office wants to set; none: the machines take them. */
export function termsProblems(overrides: TermsOverrides, grounds: TermsGrounds): readonly TermsProblem[] {
  if (caseKinds.every((kind) => overrides[kind] === undefined))
    return [{ path: '', code: 'terms.nothingSet', rule: 'D13.1', limit: null }];
  return [
    ...unsettable(overrides),
    ...otherUnits(overrides.conference ?? {}),
    ...caseKinds.flatMap((kind) => limitProblems(kind, overrides, grounds)),
    ...ownLadders(overrides).flatMap(ladderProblems),
    ...hostProblems(overrides.conference?.hostKinds ?? []),
  ];
}

function limitProblems(
  kind: CaseKind,
  overrides: TermsOverrides,
  { hasLegalBasis }: TermsGrounds,
): readonly TermsProblem[] {
  const own = overrides[kind];
  if (own === undefined) return [];
  return limitsOf(kind, applyTerms(kind, own, '')).flatMap((limit) =>
    countCodes(limit, hasLegalBasis).map((code) => ({
      path: `${kind}.${limit.path}`,
      code,
      rule: limit.rule,
      limit: code === 'days.tooMany' ? limit.atMost : limit.standard,
    })),
  );
}

/** D13.1: shorter is free, longer than the regulation's own wants a legal basis. */
function countCodes(limit: CountedLimit, hasLegalBasis: boolean): readonly TermsProblemCode[] {
  const { count, atLeast = 1, atMost, direction, isLonger } = limit;
  if (!Number.isInteger(count)) return ['days.notWhole'];
  if (count < atLeast) return ['days.notPositive'];
  if (count > atMost) return ['days.tooMany'];
  if (!isLonger || hasLegalBasis) return [];
  return [direction === 'exact' ? 'days.differFromRegulation' : 'days.longerThanRegulation'];
}

/**
 * D10.1b, D11.1c: the day of a review is given, not counted; a report on the progress has the days of the answer. D8.1f:
 * opinions are owed until the cut-off, which has its own days.
 */
function unsettable({ petition, conference }: TermsOverrides): readonly TermsProblem[] {
  const ofPetition = (['review', 'reportProgress'] as const).flatMap((kind): readonly TermsProblem[] => {
    if (petition?.duties?.[kind]?.workingDays === undefined) return [];
    const { rule } = petitionDuties[kind];
    return [{ path: `petition.duties.${kind}.workingDays`, code: 'days.notSettable', rule, limit: null }];
  });
  if (conference?.duties?.supplyOpinions?.count === undefined) return ofPetition;
  const path = 'conference.duties.supplyOpinions.count';
  return [...ofPetition, { path, code: 'days.notSettable', rule: 'D8.1f', limit: null }];
}

/** Calendar days stay calendar days, and working days working days: five of the one are not five of the other. */
function otherUnits({ duties = {} }: ConferenceOverrides): readonly TermsProblem[] {
  return conferenceDutyKinds.flatMap((kind) => {
    const count = duties[kind]?.count;
    if (count === undefined || 'days' in count === 'days' in defaultConferenceTerms.duties[kind].count) return [];
    const { rule } = conferenceMilestones[kind];
    return [{ path: `conference.duties.${kind}.count`, code: 'days.otherUnit', rule, limit: null }] as const;
  });
}

function ownLadders({ petition, conference, report }: TermsOverrides): readonly OwnLadder[] {
  const ofPetition = petitionDutyKinds.flatMap((kind) => {
    const { ladder, workingDays } = petition?.duties?.[kind] ?? {};
    const standard = defaultPetitionTerms.duties[kind];
    return ladderAt(`petition.duties.${kind}`, {
      ...{ ladder, duty: petitionDuties[kind], standard: standard.ladder },
      workingDays: workingDays ?? standard.workingDays,
    });
  });
  const ofConference = conferenceDutyKinds.flatMap((kind) =>
    ladderAt(`conference.duties.${kind}`, {
      ladder: conference?.duties?.[kind]?.ladder,
      duty: conferenceMilestones[kind],
      standard: defaultConferenceTerms.duties[kind].ladder,
      workingDays: null,
    }),
  );
  const ofReport = reportDutyKinds.flatMap((kind) =>
    ladderAt(`report.duties.${kind}`, {
      ladder: report?.duties?.[kind]?.ladder,
      duty: reportDuties[kind],
      standard: defaultReportTerms.duties[kind].ladder,
      workingDays: null,
    }),
  );
  return [...ofPetition, ...ofConference, ...ofReport];
}

function ladderAt(
  path: string,
  { ladder, ...own }: Omit<OwnLadder, 'path' | 'ladder'> & { readonly ladder: OwnLadder['ladder'] | undefined },
): readonly OwnLadder[] {
  return ladder === undefined ? [] : [{ ...own, path: `${path}.ladder`, ladder }];
}

const staff: readonly PostKind[] = ['clerk', 'handler'];

/** D1, D13.1: other heads may host as well; whoever heads nothing may not. */
function hostProblems(kinds: readonly PostKind[]): readonly TermsProblem[] {
  return kinds.flatMap((kind, place) => {
    const codes: readonly TermsProblemCode[] = [
      ...(kinds.indexOf(kind) < place ? (['hostKind.twice'] as const) : []),
      ...(staff.includes(kind) ? (['hostKind.unfit'] as const) : []),
    ];
    return codes.map(
      (code) => ({ path: `conference.hostKinds.${String(place)}`, code, rule: 'D1', limit: null }) as const,
    );
  });
}

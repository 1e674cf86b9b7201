import type { DayCount } from '../calendar/day-walk.js';
import type { DutyKind } from '../cases/letter.js';
import { defaultConferenceTerms } from '../conferences/conference-terms.js';
import type { ConferenceDutyKind, ConferenceTerms } from '../conferences/conference.js';
import { defaultPetitionTerms, followUpWorkingDays } from '../petitions/petition-terms.js';
import type { PetitionDutyKind, PetitionTerms } from '../petitions/petition.js';
import type { RuleId } from '../regulation/rule-id.js';
import { periodicReportKinds, type PeriodicReportKind } from '../reports/report-periods.js';
import { defaultReportTerms } from '../reports/report-terms.js';
import type { ReportTerms } from '../reports/report.js';

/**
 * Whose limit it is: the regulation's own; its own, but for periodic conferences of level heads only (D8.1); or a habit
 * of the office, whose miss is urged and is no finding.
 */
export type DeadlineLimit = 'regulation' | 'periodicConferences' | 'office';

/**
 * How a deadline is found: counted from its anchor; fixed by the year, before a day of it (D14.1); or given by whoever
 * promised it or asked for it, and then not counted at all (D10.1b, D14.2).
 */
export type DeadlineCount = DayCount | { readonly beforeDayOf: readonly PeriodicReportKind[] } | 'given';

/** The days that an organisation counts with, by kind of case (D13.1). */
export interface DeadlineTerms {
  readonly petition: PetitionTerms;
  readonly conference: ConferenceTerms;
  readonly report: ReportTerms;
}

export const defaultDeadlineTerms: DeadlineTerms = {
  petition: defaultPetitionTerms,
  conference: defaultConferenceTerms,
  report: defaultReportTerms,
};

/** What a rule's days are for: a duty, or the day up to which opinions come to the briefing (D8.1f). */
export type CountedMatter = DutyKind | 'cutOff';

/** One use of a rule that counts. The number itself stands in the terms of its kind of case, and nowhere else. */
export interface DeadlineRule {
  readonly matter: CountedMatter;
  readonly limit: DeadlineLimit;
  readonly count: (terms: DeadlineTerms) => DeadlineCount;
}

/** Every rule that counts, by what it counts for; the first of its rows is what the rule itself is about. */
export const deadlineRules: Readonly<Partial<Record<RuleId, readonly [DeadlineRule, ...DeadlineRule[]]>>> = {
  'D2.1': [petition('screen', 'office')],
  'D8.1a': [milestone('approvePlan', 'office'), milestone('setNewDate', 'office')],
  'D8.1b': [
    milestone('requestOpinions', 'office'),
    {
      matter: 'supplyOpinions',
      limit: 'office',
      count: ({ conference }) => ({ calendarDays: -conference.cutOffDays }),
    },
  ],
  'D8.1c': [milestone('issueAggregateReport', 'office')],
  'D8.1d': [milestone('prepareAnswers', 'office')],
  'D8.1e': [milestone('holdBriefing', 'periodicConferences')],
  'D8.1f': [
    { matter: 'cutOff', limit: 'regulation', count: ({ conference }) => ({ calendarDays: -conference.cutOffDays }) },
    followUp('office'),
  ],
  'D8.1g': [milestone('sendInvitations', 'periodicConferences')],
  'D8.1h': [milestone('nameHelpers', 'office')],
  'D8.1i': [milestone('issueConclusionNotice', 'office')],
  'D8.3a': [milestone('answerDemand', 'office')],
  'D8.3b': [milestone('awaitDirection', 'office')],
  D9: [milestone('recordOutcome', 'office')],
  'D10.1a': [petition('approve', 'office')],
  'D10.1b': [{ matter: 'review', limit: 'office', count: () => 'given' }, petition('tell', 'office')],
  'D10.1c': [petition('followReferral', 'office')],
  'D10.3a': [milestone('confirmAttendance', 'office')],
  'D11.1a': [milestone('recordInternalReview', 'office')],
  'D11.1b': [milestone('followUpPetitions', 'regulation'), followUp('regulation'), petition('assign', 'office')],
  'D11.1c': [
    petition('answer', 'regulation'),
    // Whatever more the answer was given, the person hears of the progress within its own days.
    { ...petition('answer', 'regulation'), matter: 'reportProgress' },
    petition('receipt', 'office'),
    petition('tell', 'office'),
    petition('decideExtension', 'office'),
    // Counted back from the limit of the agency that leads.
    {
      ...{ matter: 'contribute', limit: 'office' },
      count: ({ petition: { duties } }) => ({ workingDays: -duties.contribute.workingDays }),
    },
  ],
  'D11.2b': [milestone('issueResultReport', 'office')],
  'D11.3': [petition('resolve', 'office'), petition('close', 'office')],
  'D13.3': [milestone('reportSituation', 'office')],
  'D14.1': [
    { matter: 'sendReport', limit: 'regulation', count: () => ({ beforeDayOf: periodicReportKinds }) },
    { matter: 'sendUpwards', limit: 'office', count: ({ report }) => ({ workingDays: -report.upwardsWorkingDays }) },
  ],
  'D14.2': [{ matter: 'sendReport', limit: 'office', count: () => 'given' }],
};

/** Working days after an event of a petition. */
function petition(matter: PetitionDutyKind, limit: DeadlineLimit): DeadlineRule {
  return { matter, limit, count: (terms) => ({ workingDays: terms.petition.duties[matter].workingDays }) };
}

/** Counted from the day of the conference. */
function milestone(matter: ConferenceDutyKind, limit: DeadlineLimit): DeadlineRule {
  return { matter, limit, count: (terms) => terms.conference.duties[matter].count };
}

/** D11.1b: what a conference concluded is told within its own days, whatever else the office has set. */
function followUp(limit: DeadlineLimit): DeadlineRule {
  return { matter: 'tell', limit, count: () => ({ workingDays: followUpWorkingDays }) };
}

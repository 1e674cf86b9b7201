import { describe, expect, it } from '@jest/globals';

import { conferenceMilestones } from '../conferences/conference-terms.js';
import { briefingCutOffDays, defaultPetitionTerms, petitionDuties } from '../petitions/petition-terms.js';
import { ruleIds, type RuleId } from '../regulation/rule-id.js';
import { isFindingWhenMissed, reportDuties } from '../reports/report-terms.js';
import {
  deadlineRules,
  defaultDeadlineTerms,
  type CountedMatter,
  type DeadlineCount,
  type DeadlineLimit,
} from './deadline-rules.js';

type Row = readonly [RuleId, CountedMatter, DeadlineCount, DeadlineLimit];

/** What is counted by which rule, as `docs/regulation/rules.md` and the life cycles say it. */
const expected: readonly Row[] = [
  ['D2.1', 'screen', { workingDays: 3 }, 'office'],
  ['D8.1a', 'approvePlan', { workingDays: -20 }, 'office'],
  ['D8.1a', 'setNewDate', { workingDays: 10 }, 'office'],
  ['D8.1b', 'requestOpinions', { workingDays: -15 }, 'office'],
  ['D8.1e', 'holdBriefing', { days: -5 }, 'periodicConferences'],
  ['D8.1f', 'cutOff', { calendarDays: -5 }, 'regulation'],
  ['D8.1f', 'tell', { workingDays: 5 }, 'office'],
  ['D8.1g', 'sendInvitations', { workingDays: -5 }, 'periodicConferences'],
  ['D8.1i', 'issueConclusionNotice', { workingDays: 5 }, 'office'],
  ['D8.3b', 'awaitDirection', { workingDays: 5 }, 'office'],
  ['D9', 'recordOutcome', { workingDays: 1 }, 'office'],
  ['D10.1a', 'approve', { workingDays: 3 }, 'office'],
  ['D10.1b', 'review', 'given', 'office'],
  ['D10.1b', 'tell', { workingDays: 5 }, 'office'],
  ['D10.1c', 'followReferral', { workingDays: 15 }, 'office'],
  ['D8.1b', 'supplyOpinions', { calendarDays: -5 }, 'office'],
  ['D8.1c', 'issueAggregateReport', { workingDays: -8 }, 'office'],
  ['D8.1d', 'prepareAnswers', { workingDays: -6 }, 'office'],
  ['D8.1h', 'nameHelpers', { workingDays: -5 }, 'office'],
  ['D8.3a', 'answerDemand', { workingDays: 3 }, 'office'],
  ['D10.3a', 'confirmAttendance', { workingDays: -2 }, 'office'],
  ['D13.3', 'reportSituation', { workingDays: -8 }, 'office'],
  ['D11.1a', 'recordInternalReview', { workingDays: 5 }, 'office'],
  ['D11.1b', 'followUpPetitions', { workingDays: 5 }, 'regulation'],
  ['D11.1b', 'tell', { workingDays: 5 }, 'regulation'],
  ['D11.1b', 'assign', { workingDays: 5 }, 'office'],
  ['D11.1c', 'answer', { workingDays: 15 }, 'regulation'],
  ['D11.1c', 'reportProgress', { workingDays: 15 }, 'regulation'],
  ['D11.1c', 'receipt', { workingDays: 3 }, 'office'],
  ['D11.1c', 'decideExtension', { workingDays: 3 }, 'office'],
  ['D11.1c', 'contribute', { workingDays: -5 }, 'office'],
  ['D11.1c', 'tell', { workingDays: 5 }, 'office'],
  ['D11.2b', 'issueResultReport', { workingDays: 5 }, 'office'],
  ['D11.3', 'resolve', { workingDays: 15 }, 'office'],
  ['D11.3', 'close', { workingDays: 5 }, 'office'],
  ['D14.1', 'sendReport', { beforeDayOf: ['halfYear', 'year'] }, 'regulation'],
  ['D14.1', 'sendUpwards', { workingDays: -5 }, 'office'],
  ['D14.2', 'sendReport', 'given', 'office'],
];

const table: readonly Row[] = ruleIds.flatMap((rule) =>
  (deadlineRules[rule] ?? []).map((use): Row => [rule, use.matter, use.count(defaultDeadlineTerms), use.limit]),
);

describe('the rules that count', () => {
  it('D8.1e, D8.1g, D11.1b, D11.1c, D14.1: count as the regulation says', () => {
    expect(table).toHaveLength(expected.length);
    for (const row of expected) expect(table).toContainEqual(row);
  });

  it.each(Object.entries({ ...petitionDuties, ...conferenceMilestones, ...reportDuties }))(
    'have a row for %s under the rule that asks for it',
    (kind, { rule }) => {
      expect(deadlineRules[rule]?.map(({ matter }) => matter)).toContain(kind);
    },
  );

  it('D8.1: say of each milestone whose limit it is as its conference does', () => {
    const limits = {
      everyConference: 'regulation',
      periodicOfLevelHeads: 'periodicConferences',
      none: 'office',
    } as const;

    for (const [kind, { rule, binds }] of Object.entries(conferenceMilestones)) {
      expect(deadlineRules[rule]?.find(({ matter }) => matter === kind)?.limit).toBe(limits[binds]);
    }
  });

  it('D14.1, D14.2: say of each report whose limit it is as its findings do', () => {
    for (const [rule, kind] of [['D14.1', 'year'] as const, ['D14.2', 'extraordinary'] as const]) {
      for (const { matter, limit } of deadlineRules[rule] ?? []) {
        const isOwn = isFindingWhenMissed(matter === 'sendUpwards' ? 'sendUpwards' : 'sendReport', { kind });
        expect(limit === 'regulation').toBe(isOwn);
      }
    }
  });

  it('D8.1e, D8.1f: cut off petitions on the day on which the conference does', () => {
    expect(briefingCutOffDays).toBe(defaultDeadlineTerms.conference.cutOffDays);
  });

  it('D13.1: take the days of an organisation from its terms', () => {
    const { duties } = defaultPetitionTerms;
    const terms = {
      ...defaultDeadlineTerms,
      petition: { ...defaultPetitionTerms, duties: { ...duties, answer: { ...duties.answer, workingDays: 10 } } },
    };

    expect(deadlineRules['D11.1c']?.[0].count(terms)).toEqual({ workingDays: 10 });
  });
});

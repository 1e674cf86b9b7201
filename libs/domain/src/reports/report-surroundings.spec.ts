import { describe, expect, it } from '@jest/globals';

import { aCalendar, appliedToReport, aReport, aReportCommand, at } from '@dialogue/testing/builders';

import { localDate } from '../time/local-date.js';
import { reportCase } from './report-facts.js';
import { extraordinaryPeriod } from './report-periods.js';
import { defaultReportTerms } from './report-terms.js';
import type { Report } from './report.js';

/** Edition 2: Wednesday 9 December 2026 is free after all: the last working day before the 10th is the 8th. */
const longer = aCalendar({ edition: 2, daysOff: [...aCalendar().daysOff, localDate('2026-12-09')] });

describe('another edition of the calendar, for a report', () => {
  it('D14.1: moves the limit to the last working day before the day of the regulation, and the way upwards with it', () => {
    const { state, facts } = heard(aReport(), '2026-11-20');

    expect(state.period.dueOn).toBe('2026-12-08');
    expect(facts).toMatchObject({
      moved: 2,
      'sendReport.wasDueOn': '2026-12-09',
      'sendReport.dueOn': '2026-12-08',
      'sendUpwards.wasDueOn': '2026-12-02',
      'sendUpwards.dueOn': '2026-12-01',
    });
  });

  it('D14.2: leaves the days that whoever asked for it has named', () => {
    const days = { from: localDate('2026-07-01'), cutOn: localDate('2026-09-30'), dueOn: localDate('2026-12-09') };
    const { state, facts } = heard(aReport({ period: extraordinaryPeriod(days) }), '2026-11-20');

    expect(state.period.dueOn).toBe('2026-12-09');
    expect(facts).toMatchObject({ moved: 0 });
  });
});

describe('other terms, for a report', () => {
  it('D13.1: say how long before the limit the superior waits for it', () => {
    const terms = { ...defaultReportTerms, version: 'local-1', upwardsWorkingDays: 7 };
    const { state } = appliedToReport(aReport(), aReportCommand('adoptTerms', { terms }), at('2026-11-20'));

    expect(reportCase.dutyOf(state, 'sendUpwards')?.dueOn).toBe('2026-11-30');
    expect(reportCase.dutyOf(state, 'sendReport')?.dueOn).toBe('2026-12-09');
  });
});

describe('other bodies, for a report', () => {
  it('D14.1: owe the report of the body that they took over from', () => {
    const { state, notices } = appliedToReport(aReport(), aReportCommand('organisationChanged'), at('2026-11-20'));

    expect(state).toMatchObject({ id: 'SL-STC/2026-Y', organisation: 'SL-STCM', leadOffice: 'SL-STCM' });
    expect(notices.map(({ recipients }) => recipients)).toEqual([['host'], ['leadOffice']]);
  });
});

function heard(state: Report, day: string): ReturnType<typeof appliedToReport> {
  return appliedToReport({ ...state, calendar: longer }, aReportCommand('calendarChanged', { edition: 2 }), at(day));
}

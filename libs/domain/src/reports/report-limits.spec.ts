import { describe, expect, it } from '@jest/globals';

import { aCalendarSlice, appliedToReport, aReport, aReportCommand, at, valueOf } from '@dialogue/testing/builders';

import type { Instant } from '../time/instant.js';
import { localDate } from '../time/local-date.js';
import { reportFlagsOf } from './report-facts.js';
import { calendarForReport, extraordinaryPeriod } from './report-periods.js';
import { reportMachine } from './report.machine.js';
import type { Report } from './report.js';

/** What the Standing Committee wants to know of the first quarter by Friday 10 April 2026. */
const quarter = extraordinaryPeriod({
  from: localDate('2026-01-01'),
  cutOn: localDate('2026-03-31'),
  dueOn: localDate('2026-04-10'),
});

describe('a limit that passes', () => {
  it('D14.1: the day for the superior is missed without a finding, the limit of the regulation with one', () => {
    const missed = valueOf(reportMachine.elapse(aReport(), at('2026-12-10', '00:00')));

    expect(missed).toMatchObject([
      {
        event: 'deadlineMissed',
        at: at('2026-12-03', '00:00'),
        facts: { duty: 'sendUpwards', dueOn: '2026-12-02', isFinding: false },
        state: { hasFinding: false },
      },
      {
        event: 'deadlineMissed',
        at: at('2026-12-10', '00:00'),
        facts: { duty: 'sendReport', dueOn: '2026-12-09', period: '2026-Y', isFinding: true },
        state: { hasFinding: true },
      },
    ]);
  });

  it('D14.1: is not missed on the last lawful day itself', () => {
    expect(valueOf(reportMachine.elapse(aReport({ hasSuperior: false }), at('2026-12-09', '23:59')))).toEqual([]);
  });

  it('D14.1: the finding stays when the report is sent after it', () => {
    const late = later(aReport({ stage: 'approved' }), at('2026-12-11'));
    const sent = appliedToReport(late, aReportCommand('send'), at('2026-12-11'));

    expect(reportFlagsOf(late)).toEqual(['overdue', 'finding']);
    expect(reportFlagsOf(sent.state)).toEqual(['finding']);
  });

  it('D14.2: a day that was asked for is overdue, but no finding', () => {
    const planned = aReport({ stage: 'planned', period: quarter });
    const { state } = appliedToReport(planned, aReportCommand('open'), at('2026-03-25'));

    const late = later(state, at('2026-04-13'));

    expect(valueOf(reportMachine.elapse(state, at('2026-04-13')))).toMatchObject([
      { rule: 'D14.2', facts: { duty: 'sendReport', isFinding: false } },
    ]);
    expect(reportFlagsOf(late)).toEqual(['overdue']);
  });
});

describe('who is urged for a report', () => {
  it('D14.1: the lead office before each day, then level by level until it is sent', () => {
    const urged = livedUntil(aReport(), at('2026-12-31'));

    expect(urged).toEqual([
      // Five, two and one working days before Wednesday 2 December; Tuesday 24 November is a holiday.
      '2026-11-25 sendUpwards dutyReminder leadOffice',
      '2026-11-30 sendUpwards dutyReminder leadOffice',
      '2026-12-01 sendUpwards dutyReminder leadOffice',
      // The first working day after it; and five, two and one before Wednesday 9 December.
      '2026-12-02 sendReport dutyReminder leadOffice',
      '2026-12-03 sendUpwards dutyOverdue host leadOffice monitor',
      '2026-12-07 sendReport dutyReminder leadOffice',
      '2026-12-08 sendReport dutyReminder leadOffice',
      '2026-12-10 sendReport dutyOverdue host leadOffice monitor',
      '2026-12-14 sendReport dutyOverdue superior',
      // Every five working days after the last rung.
      '2026-12-21 sendReport dutyOverdue host',
      '2026-12-28 sendReport dutyOverdue host',
    ]);
  });

  it('D14.1: counts within the calendar that a report begins with, though it was opened behind its limit', () => {
    const openedOn = localDate('2026-12-14');
    const { period } = aReport();
    const { from, until } = calendarForReport(period, openedOn);
    const planned = aReport({ stage: 'planned', calendar: aCalendarSlice(from, until) });

    const { state } = appliedToReport(planned, aReportCommand('open'), at(openedOn));

    expect(livedUntil(state, at('2026-12-22'))).toEqual([
      // Of reminders that the time has overtaken only the newest is sent.
      '2026-12-14 sendUpwards dutyReminder leadOffice',
      '2026-12-14 sendReport dutyReminder leadOffice',
      '2026-12-15 sendUpwards dutyOverdue host leadOffice monitor',
      '2026-12-15 sendReport dutyOverdue host leadOffice monitor',
      '2026-12-17 sendReport dutyOverdue superior',
    ]);
  });

  /** Every urging of a case whose worker is never away, from the instant that it was opened. */
  function livedUntil(opened: Report, until: Instant): readonly string[] {
    const letters: string[] = [];
    let state = opened;
    let next: Instant | null = valueOf(reportMachine.nextDueAt(state));
    while (next !== null && next <= until) {
      // A reminder that is due since before the opening waits for it.
      const when = Math.max(next, at(String(opened.duties.at(-1)?.anchorOn)));
      state = later(state, when);
      for (const { state: after, notices } of valueOf(reportMachine.urge(state, when))) {
        state = after;
        for (const { letter, recipients } of notices) letters.push(line(letter, recipients, when));
      }
      next = valueOf(reportMachine.nextDueAt(state));
    }
    return letters;
  }

  function line(letter: object, recipients: readonly string[], when: Instant): string {
    const { kind, duty } = letter as { kind: string; duty: string };
    return [new Date(when + 7 * 3_600_000).toISOString().slice(0, 10), duty, kind, ...recipients].join(' ');
  }
});

function later(state: Report, until: Instant): Report {
  return valueOf(reportMachine.elapse(state, until)).at(-1)?.state ?? state;
}

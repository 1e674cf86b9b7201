import { describe, expect, it } from '@jest/globals';

import {
  aCalendar,
  aDocument,
  anOrganisation,
  appliedToReport,
  aReport,
  aReportCommand,
  at,
  decidedOfReport,
} from '@dialogue/testing/builders';

import type { Instant } from '../time/instant.js';
import { localDate } from '../time/local-date.js';
import { reportAllowedFrom, type ReportCommandKind } from './report-commands.js';
import { nextReportDuty, reportFlagsOf } from './report-facts.js';
import { extraordinaryPeriod } from './report-periods.js';
import { reportMachine } from './report.machine.js';
import { reportStages, type ReportStage } from './report.js';

const around = ' calendarChanged organisationChanged adoptTerms';

/** What may be asked in each stage, said a second time and the other way round than in the code. */
const mayCome: Readonly<Record<ReportStage, string>> = {
  planned: 'open',
  collecting: `submit noteDelivery${around}`,
  drafting: `submit noteDelivery${around}`,
  submitted: `return approve noteDelivery${around}`,
  approved: `return send noteDelivery${around}`,
  sent: 'noteDelivery',
};

const now = at('2026-12-02', '10:00');
const kinds = Object.keys(reportAllowedFrom) as ReportCommandKind[];
const cells = reportStages.flatMap((stage) =>
  kinds.map((kind) => [stage, kind, mayCome[stage].split(' ').includes(kind)] as const),
);

/** What the Standing Committee wants to know of the first quarter by Friday 10 April 2026. */
const quarter = extraordinaryPeriod({
  from: localDate('2026-01-01'),
  cutOn: localDate('2026-03-31'),
  dueOn: localDate('2026-04-10'),
});

describe('every command from every stage of a report', () => {
  it.each(cells.filter(([, , may]) => may))('%s: %s is accepted', (stage, kind) => {
    const state = aReport({ stage });
    const before = JSON.stringify(state);

    expect(decidedOfReport(state, aReportCommand(kind), now)).toHaveProperty('accepted');
    expect(JSON.stringify(state)).toBe(before);
  });

  it.each(cells.filter(([, , may]) => !may))('%s: %s is refused and changes nothing', (stage, kind) => {
    const state = aReport({ stage });
    const before = JSON.stringify(state);

    expect(decidedOfReport(state, aReportCommand(kind), now)).toEqual({
      refused: { code: 'report.transition_refused', rule: 'D14.1' },
    });
    expect(JSON.stringify(state)).toBe(before);
  });

  it('D14.2: a refusal names the rule that asks for this report', () => {
    const state = aReport({ stage: 'planned', period: quarter });

    expect(decidedOfReport(state, aReportCommand('submit'), now)).toEqual({
      refused: { code: 'report.transition_refused', rule: 'D14.2' },
    });
  });
});

describe('open', () => {
  it('D14.1: the lead office owes the report by the last lawful day, and upwards five working days before it', () => {
    const opened = appliedToReport(aReport({ stage: 'planned' }), aReportCommand('open'), at('2026-11-10', '08:00'));

    expect(opened).toMatchObject({
      event: 'opened',
      rule: 'D14.1',
      facts: { period: '2026-Y', dueOn: '2026-12-09', upwardsOn: '2026-12-02', isBelated: false },
      state: {
        stage: 'collecting',
        duties: [
          { kind: 'sendUpwards', rule: 'D14.1', anchorOn: '2026-12-09', dueOn: '2026-12-02', isProvisional: false },
          { kind: 'sendReport', rule: 'D14.1', anchorOn: '2026-11-10', dueOn: '2026-12-09', isProvisional: false },
        ],
      },
    });
    expect(opened.notices).toEqual([
      {
        key: 'reportOpened',
        letter: { kind: 'reportOpened', period: opened.state.period, upwardsOn: '2026-12-02' },
        recipients: ['leadOffice'],
      },
    ]);
    expect(opened.state.duties.filter((duty) => duty.isBelated === true)).toEqual([]);
    expect(nextReportDuty(opened.state)?.kind).toBe('sendUpwards');
  });

  it('D14.1: who reports to nobody that reports owes the limit alone', () => {
    const { duties } = aReport({ hasSuperior: false });

    expect(duties).toMatchObject([{ kind: 'sendReport', dueOn: '2026-12-09' }]);
  });

  it.each([
    ['2026-12-02', ['2026-12-02', '2026-12-09'], [], 'on the last day for the superior nothing is belated'],
    ['2026-12-03', ['2026-12-03', '2026-12-09'], ['sendUpwards'], 'behind it, the limit is still to come'],
    ['2026-12-09', ['2026-12-09', '2026-12-09'], ['sendUpwards'], 'on the last lawful day'],
    ['2026-12-14', ['2026-12-14', '2026-12-14'], ['sendUpwards', 'sendReport'], 'behind the limit'],
  ])('D14.1: opened on %s it is due on %j, belated %j (%s)', (day, dueOn, belated) => {
    const planned = aReport({ stage: 'planned' });

    const { state, facts } = appliedToReport(planned, aReportCommand('open'), at(day));

    expect(state.duties.map((duty) => duty.dueOn)).toEqual(dueOn);
    expect(state.duties.filter((duty) => duty.isBelated === true).map(({ kind }) => kind)).toEqual(belated);
    expect(facts['isBelated']).toBe(belated.includes('sendReport'));
  });

  it('D14.2: a report that was asked for is owed on its own day, and to nobody before', () => {
    const planned = aReport({ stage: 'planned', period: quarter, organisation: anOrganisation('03703') });

    const { state, rule } = appliedToReport(planned, aReportCommand('open'), at('2026-03-25'));

    expect(state.id).toBe('03703/20260101-20260331');
    expect(rule).toBe('D14.2');
    expect(state.duties).toMatchObject([{ kind: 'sendReport', rule: 'D14.2', dueOn: '2026-04-10' }]);
  });

  it('marks a limit of a year whose calendar may still change', () => {
    const calendar = aCalendar({ unconfirmedYears: [2026] });

    expect(reportFlagsOf(aReport({ calendar }))).toEqual(['provisional']);
  });

  it('D13.1: the days before the limit are those of the case', () => {
    const { terms } = aReport();
    const sooner = aReport({ terms: { ...terms, upwardsWorkingDays: 8 } });

    // Back from Wednesday 9 December over one weekend to Friday 27 November.
    expect(sooner.duties[0]).toMatchObject({ kind: 'sendUpwards', dueOn: '2026-11-27' });
  });
});

describe('submit', () => {
  it.each([
    ['2026-11-29', '23:59', 'refused'],
    ['2026-11-30', '00:00', 'accepted'],
  ])('D14.1: on %s at %s it is %s: figures are cut on 30 November', (day, time, outcome) => {
    expect(decidedOfReport(aReport(), aReportCommand('submit'), at(day, time))).toHaveProperty(outcome);
  });

  it('D14.1: before the day at which figures are cut the period is still running', () => {
    expect(decidedOfReport(aReport(), aReportCommand('submit'), at('2026-11-29'))).toEqual({
      refused: { code: 'report.period_running', rule: 'D14.1' },
    });
  });

  it('asks the head to approve, and the duties stay until it is sent', () => {
    const submitted = appliedToReport(aReport(), aReportCommand('submit'), at('2026-12-01'));

    expect(submitted).toMatchObject({ event: 'submitted', facts: { submissions: 1 }, state: { stage: 'submitted' } });
    expect(submitted.state.duties).toHaveLength(2);
    expect(submitted.notices).toMatchObject([
      { key: 'reportSubmitted/1', letter: { kind: 'reportSubmitted' }, recipients: ['host'] },
    ]);
  });

  it('a report that came back is submitted again, with letters of its own', () => {
    const again = appliedToReport(aReport({ stage: 'drafting' }), aReportCommand('submit'), at('2026-12-02'));
    const back = appliedToReport(again.state, aReportCommand('return'), at('2026-12-02'));

    expect([...again.notices, ...back.notices].map(({ key }) => key)).toEqual([
      'reportSubmitted/2',
      'reportReturned/2',
    ]);
  });
});

describe('return and approve', () => {
  it.each<[ReportStage]>([['submitted'], ['approved']])('%s: the head gives it back to the lead office', (stage) => {
    const returned = appliedToReport(aReport({ stage }), aReportCommand('return'), now);

    expect(returned).toMatchObject({ event: 'returned', state: { stage: 'drafting' } });
    expect(returned.notices).toMatchObject([
      { key: 'reportReturned/1', letter: { kind: 'reportReturned' }, recipients: ['leadOffice'] },
    ]);
  });

  it('the lead office hears that it may send', () => {
    const approved = appliedToReport(aReport({ stage: 'submitted' }), aReportCommand('approve'), now);

    expect(approved).toMatchObject({ event: 'approved', state: { stage: 'approved' } });
    expect(approved.notices).toMatchObject([
      { key: 'reportApproved/1', letter: { kind: 'reportApproved' }, recipients: ['leadOffice'] },
    ]);
  });
});

describe('send', () => {
  it('D14.1: goes to those who must have it and to those who get a copy, and ends the case', () => {
    const sent = appliedToReport(aReport({ stage: 'approved' }), aReportCommand('send'), now);

    expect(sent).toMatchObject({
      event: 'sent',
      rule: 'D14.1',
      facts: { documentNumber: '210/BC-STC', documentOn: '2026-12-02', dueOn: '2026-12-09', isLate: false },
      state: { stage: 'sent', duties: [], endedAt: now, hasFinding: false },
    });
    const letter = { kind: 'periodReport', period: sent.state.period, document: aDocument('210/BC-STC', '2026-12-02') };
    expect(sent.notices).toEqual([
      { key: 'periodReport/addressees', letter, recipients: ['reportAddressee'] },
      { key: 'periodReport/copies', letter, recipients: ['reportCopy'] },
    ]);
    expect(reportMachine.isClosed(sent.state)).toBe(true);
    expect(reportMachine.nextDueAt(sent.state)).toEqual({ value: null });
  });

  it.each([
    ['2026-12-09', '23:59', false],
    ['2026-12-10', '00:00', true],
  ])('D14.1: sent on %s at %s, late: %j', (day, time, isLate) => {
    expect(sentAt(at(day, time)).facts['isLate']).toBe(isLate);
  });

  it.each([
    ['2026-11-29', 'report.date_before_case', 'before the figures were cut'],
    ['2026-12-03', 'report.date_in_future', 'tomorrow'],
  ])('D14.1: a document signed on %s is refused as %s (%s)', (signedOn, code) => {
    const command = aReportCommand('send', { document: aDocument('210/BC-STC', signedOn) });

    expect(decidedOfReport(aReport({ stage: 'approved' }), command, now)).toEqual({ refused: { code, rule: 'D14.1' } });
  });

  it.each([['2026-11-30'], ['2026-12-02']])('D14.1: a document signed on %s is sent', (signedOn) => {
    const command = aReportCommand('send', { document: aDocument('210/BC-STC', signedOn) });

    expect(decidedOfReport(aReport({ stage: 'approved' }), command, now)).toHaveProperty('accepted');
  });

  function sentAt(when: Instant): ReturnType<typeof appliedToReport> {
    return appliedToReport(aReport({ stage: 'approved' }), aReportCommand('send'), when);
  }
});

describe('noteDelivery', () => {
  it('D11.3: a report that did not reach an addressee is seen after it was sent', () => {
    const noted = appliedToReport(aReport({ stage: 'sent' }), aReportCommand('noteDelivery'), at('2026-12-03'));

    expect(noted).toMatchObject({ event: 'deliveryNoted', state: { stage: 'sent' } });
    expect(reportFlagsOf(noted.state)).toEqual(['mailTrouble']);
    expect(noted.notices).toMatchObject([{ letter: { kind: 'deliveryTrouble' }, recipients: ['leadOffice'] }]);
  });
});

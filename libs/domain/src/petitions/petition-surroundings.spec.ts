import { describe, expect, it } from '@jest/globals';

import {
  aCalendar,
  aCalendarSlice,
  aCommand,
  aDocument,
  anOrganisation,
  aPetition,
  applied,
  at,
  decided,
  elapsed,
  refusalOf,
  stateAt,
  urged,
  valueOf,
} from '@dialogue/testing/builders';

import type { CalendarSlice } from '../calendar/calendar-slice.js';
import type { Transition } from '../cases/case-machine.js';
import { localDate } from '../time/local-date.js';
import { dutyOf, flagsOf } from './petition-facts.js';
import { defaultPetitionTerms } from './petition-terms.js';
import { petitionMachine } from './petition.machine.js';
import type { Petition, PetitionTerms } from './petition.js';

/** Edition 2: Wednesday 25 March 2026 is free after all; what is due on Thursday the 26th is due on Friday. */
const longer = edition({ daysOff: '2026-03-25' });
/** Edition 2: Saturday 21 March 2026 is worked; what is due on Thursday the 26th is due on Wednesday. */
const shorter = edition({ workedRestDays: '2026-03-21' });

describe('another edition of the calendar', () => {
  it('D11.1c: moves the deadline of an answer from its receipt, and keeps both dates', () => {
    const change = changed(aPetition({ stage: 'inProgress' }), longer, '2026-03-10');

    expect(change).toMatchObject({
      event: 'calendarChanged',
      rule: 'D11.1c',
      facts: { edition: 2, moved: 1, 'answer.wasDueOn': '2026-03-26', 'answer.dueOn': '2026-03-27' },
      notices: [],
    });
    expect(answerOf(change.state)).toMatchObject({ anchorOn: '2026-03-05', dueOn: '2026-03-27' });
  });

  it('D11.3: sends no reminder again that was sent before it', () => {
    const reminded = afterUrging(aPetition({ stage: 'inProgress' }), '2026-03-24');
    const { state } = changed(reminded, longer, '2026-03-24', '10:00');

    expect(answerOf(state)?.climbed).toEqual([-5, -2]);
    expect(urged(state, at('2026-03-26', '23:00'))).toEqual([]);
  });

  it('D11.1c: makes what lies ahead again no longer overdue, and the history keeps that it once was', () => {
    const overdue = afterUrging(stateAt(aPetition({ stage: 'inProgress' }), at('2026-03-27')), '2026-03-27');
    expect(flagsOf(overdue)).toEqual(['overdue', 'breached']);

    const { state } = changed(overdue, longer, '2026-03-27', '10:00');

    expect(flagsOf(state)).toEqual([]);
    expect(state.assignment?.breachedOn).toBeNull();
    expect(answerOf(state)).toMatchObject({ dueOn: '2026-03-27', missedAt: null });
    expect(elapsed(state, at('2026-03-28', '00:00'))).toMatchObject([{ event: 'deadlineMissed' }]);
  });

  it('D11.1c: leaves overdue what has passed by the new count as well, and escalates it no second time', () => {
    const overdue = afterUrging(stateAt(aPetition({ stage: 'inProgress' }), at('2026-04-08')), '2026-04-08');
    const { state } = changed(overdue, longer, '2026-04-08', '10:00');

    expect(state.assignment?.breachedOn).toBe('2026-03-27');
    expect(answerOf(state)).toMatchObject({ dueOn: '2026-03-27', missedAt: at('2026-03-28', '00:00') });
    expect(elapsed(state, at('2026-04-08', '11:00'))).toEqual([]);
    expect(urged(state, at('2026-04-08', '11:00'))).toEqual([]);
  });

  it.each([
    ['2026-03-20', '2026-03-25', 'published before it'],
    ['2026-03-25', '2026-03-25', 'published on the new day'],
    ['2026-03-26', '2026-03-26', 'published after the new day, on the old one: nobody was late until then'],
    ['2026-03-27', '2026-03-26', 'published when it had passed already'],
  ])('D11.1c: a count that is shorter, of %s: due on %s (%s)', (on, dueOn) => {
    const { state } = changed(stateAt(aPetition({ stage: 'inProgress' }), at(on)), shorter, on);

    expect(answerOf(state)?.dueOn).toBe(dueOn);
  });

  it('D11.1c: an answer that was late by the old count and in time by the new one was in time', () => {
    const late = answeredOn('2026-03-27');
    expect(late.assignment).toMatchObject({ isFirstAnswerLate: true, breachedOn: '2026-03-26' });

    const { state } = changed(late, longer, '2026-03-30');

    expect(state.assignment).toMatchObject({ isFirstAnswerLate: false, breachedOn: null });
  });

  it('D11.1c: an answer that was in time stays in time, also where the new count is shorter', () => {
    const { state } = changed(answeredOn('2026-03-26'), shorter, '2026-03-30');

    expect(state.assignment).toMatchObject({ isFirstAnswerLate: false, breachedOn: null });
  });

  it('D11.1c: leaves the day that an agency has promised for its next report', () => {
    const progress = aCommand('answer', {
      answer: 'progress',
      document: aDocument('67/STC-NS', '2026-03-20'),
      nextReportOn: localDate('2026-04-02'),
    });
    const promised = applied(aPetition({ stage: 'inProgress' }), progress, at('2026-03-20')).state;

    expect(answerOf(changed(promised, longer, '2026-03-23').state)?.dueOn).toBe('2026-04-02');
  });

  it('D10.1b: counts what was put off from the day on which it came back, with the days that were left', () => {
    const deferred = applied(
      aPetition({ stage: 'inProgress' }),
      aCommand('defer', { reviewOn: localDate('2026-03-16') }),
      at('2026-03-12'),
    ).state;
    const back = stateAt(deferred, at('2026-03-16'));
    expect(answerOf(back)?.dueOn).toBe('2026-03-30');

    const { state } = changed(back, longer, '2026-03-17');

    expect(answerOf(state)?.dueOn).toBe('2026-03-31');
    expect(state.assignment?.suspendedWorkingDays).toBe(2);
  });

  it('asks for the newest calendar before it counts, behind a slice that ends', () => {
    const state = aPetition({ stage: 'inProgress', calendar: aCalendarSlice('2026-01-01', '2026-12-31') });
    const asked = petitionMachine.apply(state, aCommand('calendarChanged', { edition: 2 }), at('2026-03-10'));

    expect(asked).toEqual({ needsCalendarUntil: '2026-12-31' });
  });

  it('is heard once: the second time nothing changes and nothing is written', () => {
    const { state } = changed(aPetition({ stage: 'inProgress' }), longer, '2026-03-10');

    expect(state.countedWith).toBe(2);
    expect(refusalOf(state, aCommand('calendarChanged', { edition: 2 }), at('2026-03-11'))).toBe('case.unchanged');
  });

  it('takes the mark from a day that was provisional, once its year is confirmed', () => {
    const open = aCalendar({ unconfirmedYears: [2026] });
    const state = aPetition({ stage: 'inProgress', calendar: open });
    expect(answerOf(state)?.isProvisional).toBe(true);

    const confirmed = aCalendar({ edition: 2, unconfirmedYears: [] });

    expect(answerOf(changed(state, confirmed, '2026-03-10').state)?.isProvisional).toBe(false);
  });
});

describe('other terms', () => {
  const ten = termsWith(10);

  it('D13.1: count what began with the days of the terms by the new ones, and urge by their ladder', () => {
    const change = applied(
      aPetition({ stage: 'inProgress' }),
      aCommand('adoptTerms', { terms: ten }),
      at('2026-03-10'),
    );

    expect(change).toMatchObject({
      event: 'termsAdopted',
      rule: 'D13.1',
      facts: {
        version: 'local-1',
        wasVersion: 'default-1',
        'answer.wasDueOn': '2026-03-26',
        'answer.dueOn': '2026-03-19',
      },
    });
    expect(change.state.terms).toEqual(ten);
  });

  it('D13.1: make nobody late on the day on which they are adopted', () => {
    const { state } = applied(
      aPetition({ stage: 'inProgress' }),
      aCommand('adoptTerms', { terms: ten }),
      at('2026-03-24'),
    );

    expect(answerOf(state)?.dueOn).toBe('2026-03-24');
  });

  it('D11.3: urge nobody again for what the old ladder has urged already', () => {
    const reminded = afterUrging(aPetition({ stage: 'inProgress' }), '2026-03-24');
    const rungs = [-8, -4, -3, -1].map((workingDays) => ({ workingDays, recipients: ['handler'] as const }));
    const { duties } = defaultPetitionTerms;
    const answer = { ...duties.answer, ladder: { ...duties.answer.ladder, rungs } };
    const terms = { ...defaultPetitionTerms, version: 'local-2', duties: { ...duties, answer } };

    const { state } = applied(reminded, aCommand('adoptTerms', { terms }), at('2026-03-24', '10:00'));

    expect(urged(state, at('2026-03-24', '11:00'))).toEqual([]);
    expect(urged(state, at('2026-03-25', '08:30'))).toMatchObject([{ facts: { rungs: '-1', dropped: '' } }]);
  });

  it('D13.1: that the case has already change nothing', () => {
    const state = aPetition({ stage: 'inProgress', terms: ten });

    expect(refusalOf(state, aCommand('adoptTerms', { terms: ten }), at('2026-03-10'))).toBe('case.unchanged');
  });
});

describe('other bodies', () => {
  it('D11.3: take the work of the agency over, with its deadline, and are told', () => {
    const change = applied(aPetition({ stage: 'inProgress' }), aCommand('organisationChanged'), at('2026-03-20'));

    expect(change).toMatchObject({
      event: 'organisationChanged',
      rule: 'D11.3',
      facts: {
        changedOn: '2026-03-20',
        documentNumber: '202/2026/QH',
        'agency.from': 'SL-STC',
        'agency.to': 'SL-STCM',
        'leadOffice.from': 'SL-VPUBND',
        'leadOffice.to': 'SL-VPM',
      },
      notices: [
        { letter: { kind: 'handover', part: 'leadOffice' }, recipients: ['leadOffice'] },
        { letter: { kind: 'handover', part: 'agency', dueOn: '2026-03-26' }, recipients: ['handler', 'agencyHead'] },
      ],
    });
    expect(change.state.assignment).toMatchObject({ agency: 'SL-STCM', receivedOn: '2026-03-05' });
    expect(answerOf(change.state)?.dueOn).toBe('2026-03-26');
    expect(change.state.names).toMatchObject({ 'SL-STC': 'Sở Tài chính', 'SL-STCM': 'Sở Tài chính mới' });
  });

  it('D11.3: are told where the deadline that is due first may still move', () => {
    const firm = aPetition({ stage: 'inProgress' });
    const provisional = { ...firm, duties: firm.duties.map((duty) => ({ ...duty, isProvisional: true })) };

    const told = [firm, provisional].map((state) =>
      applied(state, aCommand('organisationChanged'), at('2026-03-20')).notices.map(({ letter }) => letter),
    );

    expect(told).toMatchObject([
      [{ isProvisional: false }, { isProvisional: false }],
      [{ isProvisional: true }, { isProvisional: true }],
    ]);
  });

  it('D11.3: that the case knows nothing of change nothing', () => {
    const successions = [{ from: anOrganisation('SL-SYT'), to: anOrganisation('SL-SYTM'), toName: 'Sở Y tế mới' }];
    const command = aCommand('organisationChanged', { successions });

    expect(decided(aPetition({ stage: 'inProgress' }), command, at('2026-03-20'))).toEqual({
      refused: { code: 'case.unchanged', rule: 'D11.3' },
    });
  });
});

function edition(more: { readonly daysOff?: string; readonly workedRestDays?: string }): CalendarSlice {
  const { daysOff, workedRestDays } = aCalendar();
  return aCalendar({
    edition: 2,
    daysOff: [...daysOff, ...(more.daysOff === undefined ? [] : [localDate(more.daysOff)])],
    workedRestDays: [...workedRestDays, ...(more.workedRestDays === undefined ? [] : [localDate(more.workedRestDays)])],
  });
}

/** As the loop does it: the case is told, asks for the newest calendar, gets it, and decides. */
function changed(state: Petition, calendar: CalendarSlice, day: string, time = '09:00'): Transition<Petition> {
  const loaded = { ...state, calendar };
  return applied(loaded, aCommand('calendarChanged', { edition: calendar.edition }), at(day, time));
}

function termsWith(workingDays: number): PetitionTerms {
  const { duties } = defaultPetitionTerms;
  return {
    ...defaultPetitionTerms,
    version: 'local-1',
    duties: { ...duties, answer: { ...duties.answer, workingDays } },
  };
}

function answeredOn(day: string): Petition {
  const state = stateAt(aPetition({ stage: 'inProgress' }), at(day));
  return applied(state, aCommand('answer', { document: aDocument('67/STC-NS', day) }), at(day)).state;
}

/** Urged on every day until one, as a case is that never sleeps through one. */
function afterUrging(state: Petition, until: string): Petition {
  let current = state;
  for (let now = at('2026-03-05', '08:30'); now <= at(until); now += 86_400_000)
    current = urged(current, now).at(-1)?.state ?? current;
  return current;
}

function answerOf(state: Petition): ReturnType<typeof dutyOf> {
  return dutyOf(state, 'answer');
}

describe('recount', () => {
  it('says what would move on another calendar and changes nothing', () => {
    const state = aPetition({ stage: 'inProgress' });
    const before = JSON.stringify(state);

    const { moves } = valueOf(petitionMachine.recount(state, { calendar: longer }, localDate('2026-03-10')));

    expect(moves).toEqual([
      {
        duty: 'answer',
        rule: 'D11.1c',
        anchorOn: '2026-03-05',
        wasDueOn: '2026-03-26',
        dueOn: '2026-03-27',
        isProvisional: false,
      },
    ]);
    expect(JSON.stringify(state)).toBe(before);
  });
});

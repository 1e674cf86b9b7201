import { describe, expect, it } from '@jest/globals';

import { aCalendar, aCalendarSlice, anOrganisation, at, valueOf } from '@dialogue/testing/builders';

import type { CalendarSlice } from '../calendar/calendar-slice.js';
import { localDate } from '../time/local-date.js';
import { caseDuties, type CaseDuties, type DutyPractice } from './case-duties.js';
import type { Duty, DutyDefinition, Ladder } from './duty.js';

/** A case that owes three kinds of duties: one that is missed, one that only urges, one that becomes something else. */
type Kind = 'screen' | 'resolve' | 'receipt';
interface Owing {
  readonly calendar: CalendarSlice;
  readonly duties: readonly Duty<Kind>[];
  readonly dutiesSoFar: number;
  readonly terms: { readonly version: string; readonly duties: Readonly<Record<Kind, { readonly ladder: Ladder }>> };
  readonly isReceived?: boolean;
}

const definitions: Readonly<Record<Kind, DutyDefinition>> = {
  screen: { rule: 'D2.1', owedBy: 'leadOffice', whenMissed: 'recordMiss' },
  resolve: { rule: 'D11.3', owedBy: 'agency', whenMissed: 'goOn' },
  receipt: { rule: 'D11.1c', owedBy: 'agency', whenMissed: 'deemReceipt' },
};
const practice: DutyPractice<Owing, Kind> = {
  definitions,
  withDuties: (state, duties, dutiesSoFar) => ({ ...state, duties, dutiesSoFar }),
  agencyOf: () => null,
};
const plain = caseDuties(practice);
const deeming: CaseDuties<Owing, Kind> = caseDuties<Kind, Owing>({
  ...practice,
  missed: (state, duty, when) =>
    duty.kind === 'receipt'
      ? {
          event: 'receiptDeemed',
          at: when,
          rule: 'D11.1c',
          facts: {},
          state: { ...deeming.discharged(state, 'receipt'), isReceived: true },
          notices: [],
        }
      : deeming.recordMiss(state, duty, when),
});

const ladder: Ladder = {
  rungs: [
    { workingDays: -2, recipients: ['handler'] },
    { workingDays: -1, recipients: ['leadOffice'] },
    { workingDays: 1, recipients: ['monitor'] },
  ],
  thenEvery: { workingDays: 5, recipients: ['host'] },
};
const empty: Owing = {
  calendar: aCalendar(),
  duties: [],
  dutiesSoFar: 0,
  terms: {
    version: 'test',
    duties: { screen: { ladder }, resolve: { ladder }, receipt: { ladder: { rungs: [], thenEvery: null } } },
  },
};
/** Monday; the fifth working day after it is Monday the 9th, as no holiday lies in between. */
const anchorOn = localDate('2026-03-02');

function owing(kind: Kind, dueOn: string, state = empty): Owing {
  return plain.owing(state, kind, { anchorOn, due: { on: localDate(dueOn) } });
}

describe('owing', () => {
  it('D11.3: counts, under the rule of its kind, with a number of its own', () => {
    const state = plain.owing(owing('resolve', '2026-03-20'), 'screen', { anchorOn, due: { workingDays: 5 } });

    expect(state.dutiesSoFar).toBe(2);
    expect(state.duties[1]).toEqual({
      kind: 'screen',
      number: 2,
      rule: 'D2.1',
      anchorOn,
      dueOn: '2026-03-09',
      workingDays: 5,
      isProvisional: false,
      missedAt: null,
      climbed: [],
    });
  });

  it('D11.1b: takes another rule where one is given', () => {
    const from = { anchorOn, due: { workingDays: 5 }, rule: 'D11.1b' } as const;

    expect(plain.owing(empty, 'screen', from).duties).toMatchObject([{ rule: 'D11.1b' }]);
  });

  it('D11.3: a number is never given twice, also after its duty is done', () => {
    const done = plain.discharged(owing('screen', '2026-03-09'), 'screen');

    expect(done.duties).toEqual([]);
    expect(owing('screen', '2026-03-10', done).duties).toMatchObject([{ number: 2 }]);
  });
});

describe('dutyOf and nextDuty', () => {
  const state = owing('screen', '2026-03-09', owing('resolve', '2026-03-20'));

  it('D11.3: find the duty of a kind, and the one that is due first', () => {
    expect(plain.dutyOf(state, 'resolve')?.dueOn).toBe('2026-03-20');
    expect(plain.dutyOf(state, 'receipt')).toBeNull();
    expect(plain.nextDuty(state)?.kind).toBe('screen');
    expect(plain.nextDuty(owing('resolve', '2026-03-09', owing('screen', '2026-03-09')))?.kind).toBe('screen');
    expect(plain.nextDuty(empty)).toBeNull();
  });
});

describe('several bodies that owe one kind of duty', () => {
  const [finance, police] = [anOrganisation('SL-STC'), anOrganisation('SL-CA')];
  const owed = [finance, police].reduce(
    (state, body) => plain.owing(state, 'screen', { anchorOn, due: { on: localDate('2026-03-09') }, body }),
    empty,
  );

  it('D11.3: each owes its own, and is found by its code', () => {
    expect(plain.dutyOf(owed, 'screen', police)).toMatchObject({ number: 2, body: police });
    expect(plain.dutyOf(owed, 'screen')).toMatchObject({ number: 1, body: finance });
  });

  it('D11.3: what one has done leaves what the other owes', () => {
    expect(plain.dischargedBy(owed, 'screen', finance).duties).toMatchObject([{ body: police }]);
    expect(plain.discharged(owed, 'screen').duties).toEqual([]);
  });

  it('D11.1c: a miss and a reminder name whose they are', () => {
    const misses = plain.elapse(owed, at('2026-03-10', '08:00'));
    const reminders = plain.urge(owed, at('2026-03-05', '08:00'));

    expect(misses.map(({ facts }) => facts['body'])).toEqual([finance, police]);
    expect(reminders.map(({ facts }) => facts['body'])).toEqual([finance, police]);
    expect(reminders.map(({ notices }) => notices[0]?.letter)).toMatchObject([{ agency: finance }, { agency: police }]);
  });
});

describe('elapse', () => {
  it.each([
    ['2026-03-09', '23:59:59.999', 0],
    ['2026-03-10', '00:00', 1],
  ])('D11.3: at %s %s a duty of the 9th was missed %i times', (day, time, times) => {
    expect(plain.elapse(owing('screen', '2026-03-09'), at(day, time))).toHaveLength(times);
  });

  it('D11.3: records a miss at its own instant, whenever one asks, and once', () => {
    const [missed] = plain.elapse(owing('screen', '2026-03-09'), at('2026-06-01'));

    expect(missed).toMatchObject({
      event: 'deadlineMissed',
      at: at('2026-03-10', '00:00'),
      rule: 'D2.1',
      facts: { duty: 'screen', dueOn: '2026-03-09' },
      state: { duties: [{ missedAt: at('2026-03-10', '00:00') }] },
      notices: [],
    });
    expect(plain.elapse(missed?.state ?? empty, at('2026-06-01'))).toEqual([]);
  });

  it('D11.3: records several misses in the order of their days', () => {
    const state = owing('screen', '2026-03-09', owing('receipt', '2026-03-11'));

    expect(plain.elapse(state, at('2026-06-01')).map(({ facts }) => facts['duty'])).toEqual(['screen', 'receipt']);
  });

  it('D11.1c: lets a kind of case make something else of a miss', () => {
    const state = owing('screen', '2026-03-11', owing('receipt', '2026-03-09'));
    const past = deeming.elapse(state, at('2026-06-01'));

    expect(past.map(({ event }) => event)).toEqual(['receiptDeemed', 'deadlineMissed']);
    expect(past.at(-1)?.state).toMatchObject({ isReceived: true, duties: [{ kind: 'screen' }] });
  });

  it('D11.3: what only urges is never missed', () => {
    expect(plain.elapse(owing('resolve', '2026-03-09'), at('2027-06-01'))).toEqual([]);
  });
});

describe('urge', () => {
  it('D11.3: each rung has its letter, a reminder before the day and a warning after it', () => {
    const state = owing('screen', '2026-03-09');
    const [before] = plain.urge(state, at('2026-03-05', '08:00'));
    const missed = plain.elapse(before?.state ?? state, at('2026-03-10', '08:00')).at(-1)?.state ?? state;
    const [after] = plain.urge(missed, at('2026-03-10', '08:00'));

    expect(before).toMatchObject({
      event: 'urged',
      facts: { duty: 'screen', dueOn: '2026-03-09', rungs: '-2', dropped: '' },
      notices: [
        {
          key: 'screen/1/2026-03-09/-2',
          letter: { kind: 'dutyReminder', duty: 'screen', rule: 'D2.1', workingDaysLeft: 2, agency: null },
          recipients: ['handler'],
        },
      ],
    });
    expect(after).toMatchObject({
      facts: { rungs: '1', dropped: '-1' },
      notices: [{ letter: { kind: 'dutyOverdue', workingDaysLeft: -1 }, recipients: ['monitor'] }],
    });
  });

  it('D11.3: nobody is urged twice for the same rung', () => {
    const [urged] = plain.urge(owing('screen', '2026-03-09'), at('2026-03-05', '08:00'));

    expect(plain.urge(urged?.state ?? empty, at('2026-03-05', '09:00'))).toEqual([]);
  });

  it('D11.3: two duties are urged for, the second from the state that the first left', () => {
    const state = owing('screen', '2026-03-09', owing('resolve', '2026-03-09'));
    const urged = plain.urge(state, at('2026-03-06', '08:00'));

    expect(urged.map(({ facts }) => facts['duty'])).toEqual(['resolve', 'screen']);
    expect(urged.at(-1)?.state.duties.map(({ climbed }) => climbed)).toEqual([
      [-2, -1],
      [-2, -1],
    ]);
  });

  it('D11.3: what only urges is reminded of, after its day as well', () => {
    const [urged] = plain.urge(owing('resolve', '2026-03-09'), at('2026-03-10', '08:00'));

    expect(urged?.notices).toMatchObject([{ letter: { kind: 'dutyReminder' }, recipients: ['monitor'] }]);
  });
});

describe('nextDueAt', () => {
  it.each([
    ['screen', '2026-03-05', '08:00', 'the first reminder'],
    ['receipt', '2026-03-10', '00:00', 'without a ladder, the moment it is missed'],
  ] as const)('D11.3: of %s it is on %s at %s: %s', (kind, day, time, _) => {
    expect(valueOf(plain.nextDueAt(owing(kind, '2026-03-09')))).toBe(at(day, time));
  });

  it('D11.3: the earliest of all, and none where nothing is owed', () => {
    const state = owing('receipt', '2026-03-04', owing('screen', '2026-03-20'));

    expect(valueOf(plain.nextDueAt(state))).toBe(at('2026-03-05', '00:00'));
    expect(plain.nextDueAt(empty)).toEqual({ value: null });
  });

  it('D11.3: the day of what only urges does not wake the case', () => {
    const quiet = { ...empty.terms, duties: { ...empty.terms.duties, resolve: empty.terms.duties.receipt } };

    expect(plain.nextDueAt(owing('resolve', '2026-03-09', { ...empty, terms: quiet }))).toEqual({ value: null });
  });

  it('D13.1: asks for more calendar instead of guessing', () => {
    const calendar = aCalendarSlice('2026-03-01', '2026-03-09');

    expect(plain.nextDueAt(owing('screen', '2026-03-09', { ...empty, calendar }))).toEqual({
      needsCalendarUntil: '2026-03-10',
    });
  });
});

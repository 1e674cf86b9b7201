import { describe, expect, it } from '@jest/globals';

import { aCalendar, aCalendarSlice, at } from '@dialogue/testing/builders';

import { addDays, dateAt, localDate, weekdayOf } from '../time/local-date.js';
import { isWorkingDay } from '../calendar/calendar-slice.js';
import { CalendarExceeded } from '../errors/domain-error.js';
import { beginDuty, climb, dueRungs, firstMissed, moveDuty, nextDutyInstant, overdueAt } from './duties.js';
import type { Duty, Ladder, Rung } from './duty.js';

const calendar = aCalendar();

const ladder: Ladder = {
  rungs: [-5, -2, 1, 3, 7].map((workingDays): Rung => ({ workingDays, recipients: ['handler'] })),
  thenEvery: { workingDays: 5, recipients: ['host'] },
};

/** Received on Thursday 5 March 2026, due on Thursday the 26th. */
function aDuty(overrides: Partial<Duty> = {}): Duty {
  const begun = beginDuty(calendar, {
    kind: 'answer',
    number: 1,
    rule: 'D11.1c',
    anchorOn: localDate('2026-03-05'),
    due: { workingDays: 15 },
  });
  return { ...begun, ...overrides };
}

function climbedAt(duty: Duty, now: number, by: Ladder = ladder): readonly number[] {
  return dueRungs(calendar, duty, { ladder: by, now }).toClimb.map((rung) => rung.workingDays);
}

function overtakenAt(duty: Duty, now: number): readonly number[] {
  return dueRungs(calendar, duty, { ladder, now }).overtaken.map((rung) => rung.workingDays);
}

/** Climbs what is due at each instant at which the duty wants attention; what a case that is never away does. */
function lived(duty: Duty, until: number): readonly { readonly at: number; readonly rungs: readonly number[] }[] {
  const past: { at: number; rungs: readonly number[] }[] = [];
  let current = duty;
  for (;;) {
    const now = nextDutyInstant(calendar, current, ladder);
    if (now > until) return past;
    if (overdueAt(current) <= now && current.missedAt === null) current = { ...current, missedAt: overdueAt(current) };
    const { toClimb, overtaken } = dueRungs(calendar, current, { ladder, now });
    if (toClimb.length > 0) past.push({ at: now, rungs: toClimb.map((rung) => rung.workingDays) });
    current = climb(current, [...overtaken, ...toClimb]);
  }
}

describe('beginDuty', () => {
  it('D11.1c: does not count the day of receipt', () => {
    expect(aDuty()).toMatchObject({
      anchorOn: '2026-03-05',
      dueOn: '2026-03-26',
      isProvisional: false,
      missedAt: null,
      climbed: [],
    });
  });

  it('D11.1c: keeps a promised day as it is, also a day of rest', () => {
    const duty = beginDuty(calendar, {
      kind: 'answer',
      number: 2,
      rule: 'D11.1c',
      anchorOn: localDate('2026-03-05'),
      due: { on: localDate('2026-03-29') },
    });

    expect(duty.dueOn).toBe('2026-03-29');
  });

  it('is provisional when the count enters a year that may still change', () => {
    const duty = beginDuty(calendar, {
      kind: 'answer',
      number: 1,
      rule: 'D11.1c',
      anchorOn: localDate('2026-12-11'),
      due: { workingDays: 15 },
    });

    expect(duty).toMatchObject({ dueOn: '2027-01-04', isProvisional: true });
  });

  it('asks for more calendar when the count leaves the slice', () => {
    const slice = aCalendarSlice('2026-03-01', '2026-03-20');

    expect(() =>
      beginDuty(slice, {
        kind: 'answer',
        number: 1,
        rule: 'D11.1c',
        anchorOn: localDate('2026-03-05'),
        due: { workingDays: 15 },
      }),
    ).toThrow(CalendarExceeded);
  });
});

describe('firstMissed', () => {
  it.each([
    ['2026-03-26', '00:00', false, 'the due day begins'],
    ['2026-03-26', '16:30', false, 'the due day, at the end of office hours'],
    ['2026-03-26', '23:59:59.999', false, 'the last millisecond of the due day'],
    ['2026-03-27', '00:00', true, 'the day after has begun'],
    ['2026-03-27', '08:00', true, 'the first rung after it'],
  ])('D11.1c: due on the 26th; at %s %s missed: %s (%s)', (day, time, isMissed) => {
    expect(firstMissed([aDuty()], at(day, time)) !== null).toBe(isMissed);
  });

  it('D11.1c: becomes overdue on a day of rest when the due day is the one before', () => {
    const duty = aDuty({ dueOn: localDate('2026-02-13') });

    expect(overdueAt(duty)).toBe(at('2026-02-14', '00:00'));
  });

  it('names the one that was due first, and each only once', () => {
    const later = aDuty({ number: 1, dueOn: localDate('2026-03-26') });
    const sooner = aDuty({ number: 2, dueOn: localDate('2026-03-25') });
    const recorded = aDuty({ number: 3, dueOn: localDate('2026-03-20'), missedAt: at('2026-03-21', '00:00') });

    expect(firstMissed([later, sooner, recorded], at('2026-04-01'))?.number).toBe(2);
    expect(firstMissed([recorded], at('2026-04-01'))).toBeNull();
  });
});

describe('dueRungs', () => {
  it.each([
    ['2026-03-19', '07:59', [], 'a minute before the first reminder'],
    ['2026-03-19', '08:00', [-5], 'five working days before'],
    ['2026-03-24', '07:59', [-5], 'the second reminder has not come'],
    ['2026-03-24', '08:00', [-2], 'of two reminders only the newest'],
    ['2026-03-26', '23:59:59.999', [-2], 'the due day is still time for a reminder'],
    ['2026-03-27', '00:00', [], 'no reminder once the due day has passed'],
    ['2026-03-27', '08:00', [1], 'the first escalation'],
    ['2026-03-31', '08:00', [1, 3], 'all escalations that were missed'],
    ['2026-04-06', '08:00', [1, 3, 7], 'up to the superior'],
    ['2026-04-13', '07:59', [1, 3, 7], 'before the repeated one'],
    ['2026-04-13', '08:00', [1, 3, 7, 12], 'then every five'],
    ['2026-04-20', '08:00', [1, 3, 7, 17], 'of the repeated ones only the newest'],
  ])('D11.1c: to a case that was away until %s %s climbs %j (%s)', (day, time, rungs) => {
    expect(climbedAt(aDuty(), at(day, time))).toEqual(rungs);
  });

  it.each([
    ['2026-03-24', '08:00', [-5], 'the older reminder'],
    ['2026-03-27', '00:00', [-5, -2], 'both, once the due day has passed'],
    ['2026-04-20', '08:00', [-5, -2], 'never an escalation'],
  ])('D11.1c: at %s %s the time has overtaken %j (%s)', (day, time, rungs) => {
    expect(overtakenAt(aDuty(), at(day, time))).toEqual(rungs);
  });

  it('D11.1c: climbs a rung once for a due date', () => {
    const climbed = climb(aDuty(), dueRungs(calendar, aDuty(), { ladder, now: at('2026-04-13') }).toClimb);

    expect(climbed.climbed).toEqual([1, 3, 7, 12]);
    expect(climbedAt(climbed, at('2026-04-17'))).toEqual([]);
    expect(climbedAt(climbed, at('2026-04-20'))).toEqual([17]);
  });

  it('climbs nothing more after the last rung of a ladder that does not repeat', () => {
    expect(climbedAt(aDuty({ climbed: [1, 3, 7] }), at('2026-12-01'), { ...ladder, thenEvery: null })).toEqual([]);
  });

  it('climbs a rung of the due day on the next working day when a day of rest was promised', () => {
    const onTheDay: Ladder = { rungs: [{ workingDays: 0, recipients: ['handler'] }], thenEvery: null };
    const duty = aDuty({ dueOn: localDate('2026-03-29') });

    expect(nextDutyInstant(calendar, { ...duty, missedAt: 0 }, onTheDay)).toBe(at('2026-03-30', '08:00'));
  });
});

describe('a duty that is never left alone', () => {
  it('D11.1c: urges at 08:00 of working days, before and over Tet', () => {
    const duty = aDuty({ anchorOn: localDate('2026-01-26'), dueOn: localDate('2026-02-13') });

    expect(
      lived(duty, at('2026-03-20')).map(({ at: instant, rungs }) => [
        new Date(instant + 7 * 3_600_000).toISOString().slice(0, 16),
        ...rungs,
      ]),
    ).toEqual([
      ['2026-02-06T08:00', -5],
      ['2026-02-11T08:00', -2],
      ['2026-02-23T08:00', 1],
      ['2026-02-25T08:00', 3],
      ['2026-03-03T08:00', 7],
      ['2026-03-10T08:00', 12],
      ['2026-03-17T08:00', 17],
    ]);
  });

  it.each([
    ['2026-02-25', ['2026-02-11', '2026-02-23'], 'both reminders count back over Tet'],
    ['2026-01-12', ['2026-01-06', '2026-01-09'], 'the worked Saturday 10/1 is a working day before'],
    ['2026-08-21', ['2026-08-14', '2026-08-19'], 'the worked Saturday 22/8 is the day of the first escalation'],
  ])('D11.1c: due on %s, reminds on %j (%s)', (dueOn, reminders) => {
    const duty = aDuty({ anchorOn: localDate('2025-12-01'), dueOn: localDate(dueOn) });
    const past = lived(duty, overdueAt(duty));

    expect(past.map(({ at: instant }) => dateAt(instant))).toEqual(reminders);
  });

  it('D11.1c: escalates first on a worked Saturday when the due day was the Friday before', () => {
    const duty = aDuty({ dueOn: localDate('2026-08-21'), climbed: [-5, -2], missedAt: at('2026-08-22', '00:00') });

    expect(nextDutyInstant(calendar, duty, ladder)).toBe(at('2026-08-22', '08:00'));
  });

  it('never urges on a day of rest, each rung once and in order, whatever day of 2026 is the due day', () => {
    for (let dueOn = localDate('2026-01-01'); dueOn <= '2026-12-31'; dueOn = addDays(dueOn, 1)) {
      const duty = aDuty({ anchorOn: addDays(dueOn, -30), dueOn });
      const past = lived(duty, overdueAt(duty) + 40 * 86_400_000);
      const rungs = past.flatMap((step) => step.rungs);

      expect(past.every(({ at: instant }) => isWorkingDay(calendar, dateAt(instant)))).toBe(true);
      expect(past.every(({ at: instant }) => (instant + 7 * 3_600_000) % 86_400_000 === 8 * 3_600_000)).toBe(true);
      expect(rungs).toEqual([...new Set(rungs)].sort((a, b) => a - b));
      expect(rungs.slice(0, 5)).toEqual([-5, -2, 1, 3, 7]);
    }
  });
});

describe('nextDutyInstant', () => {
  it.each<[Partial<Duty>, string, string, string]>([
    [{}, '2026-03-19', '08:00', 'the first reminder'],
    [{ climbed: [-5] }, '2026-03-24', '08:00', 'the second'],
    [{ climbed: [-5, -2] }, '2026-03-27', '00:00', 'the due day passes'],
    [{ climbed: [-5, -2], missedAt: 1 }, '2026-03-27', '08:00', 'the first escalation'],
    [{ climbed: [-5, -2, 1, 3], missedAt: 1 }, '2026-04-06', '08:00', 'the superior'],
    [{ climbed: [-5, -2, 1, 3, 7], missedAt: 1 }, '2026-04-13', '08:00', 'then every five working days'],
    [{ climbed: [-5, -2, 1, 3, 7, 12], missedAt: 1 }, '2026-04-20', '08:00', 'and again'],
  ])('D11.1c: with %j it is %s %s (%s)', (overrides, day, time) => {
    expect(nextDutyInstant(calendar, aDuty(overrides), ladder)).toBe(at(day, time));
  });
});

describe('moveDuty', () => {
  const missed = aDuty({ missedAt: at('2026-03-27', '00:00'), climbed: [-5, -2, 1, 3] });

  it('D11.1c: arms the escalations anew, never a reminder already sent, and is not overdue before the new day', () => {
    const moved = moveDuty(calendar, missed, { anchorOn: localDate('2026-03-09'), dueOn: localDate('2026-03-30') });

    expect(moved).toMatchObject({ dueOn: '2026-03-30', missedAt: null, climbed: [-5, -2] });
    expect(climbedAt(moved, at('2026-03-30'))).toEqual([]);
    expect(climbedAt(moved, at('2026-03-31', '08:00'))).toEqual([1]);
  });

  it('changes nothing but the anchor when the due day stays', () => {
    const moved = moveDuty(calendar, missed, { anchorOn: localDate('2026-03-04'), dueOn: localDate('2026-03-26') });

    expect(moved).toEqual({ ...missed, anchorOn: '2026-03-04' });
  });

  it('becomes provisional where the new day lies in a year that may change', () => {
    const moved = moveDuty(calendar, missed, { anchorOn: localDate('2026-12-20'), dueOn: localDate('2027-01-12') });

    expect(moved.isProvisional).toBe(true);
  });
});

describe('the ladder of these tests', () => {
  it('is due on a Thursday', () => {
    expect(weekdayOf(aDuty().dueOn)).toBe(4);
  });
});

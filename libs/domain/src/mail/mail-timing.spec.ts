import { describe, expect, it } from '@jest/globals';
import { aCalendar, aDocument, anOrganisation, at } from '@dialogue/testing/builders';
import fc from 'fast-check';

import { isWorkingDay, workingDaysBetween } from '../calendar/calendar-slice.js';
import type { Letter, LetterKind } from '../cases/letter.js';
import { addDays, dateAt, localDate, startOfDay, type LocalDate } from '../time/local-date.js';
import {
  countedUntil,
  letterOnDay,
  letterTimings,
  mayBeGathered,
  sendAfter,
  sendingOf,
  type MailPractice,
  type QuietHours,
} from './mail-timing.js';

const calendar = aCalendar();
const quiet: QuietHours = { from: 18 * 60, until: 7 * 60 };
const office: MailPractice = { calendar, quiet, isGathered: false };
const gathering: MailPractice = { ...office, isGathered: true };
const accepted: Letter = { kind: 'accepted' };
const agency = anOrganisation('SL-STC');

function aReminder(dueOn: string): Letter {
  return {
    kind: 'dutyReminder',
    ...{ duty: 'answer', rule: 'D11.1c', anchorOn: localDate('2026-03-02'), dueOn: localDate(dueOn) },
    ...{ workingDaysLeft: 2, isProvisional: false, agency },
  };
}

function overdue(dueOn: string): Letter {
  return { ...aReminder(dueOn), kind: 'dutyOverdue' } as Letter;
}

function moved(wasOn: string, conferenceOn: string): Letter {
  const days = { wasOn: localDate(wasOn), conferenceOn: localDate(conferenceOn) };
  return { kind: 'conferenceMoved', agency, startsAt: '08:00', ...days };
}

const invitation: Letter = {
  kind: 'invitation',
  ...{ agency, conferenceOn: localDate('2026-12-15'), startsAt: '08:00' },
};

describe('sendAfter', () => {
  it.each<[string, string, string, string, string]>([
    ['2026-03-06', '17:59', '2026-03-06', '17:59', 'a Friday, a minute before the office closes'],
    ['2026-03-06', '18:00', '2026-03-09', '07:00', 'a Friday, when it closes'],
    ['2026-03-06', '18:01', '2026-03-09', '07:00', 'a Friday, a minute after'],
    ['2026-03-05', '23:30', '2026-03-06', '07:00', 'a night before a working day'],
    ['2026-03-06', '06:59', '2026-03-06', '07:00', 'the morning of a working day'],
    ['2026-03-06', '07:00', '2026-03-06', '07:00', 'when the office opens'],
    ['2026-03-07', '10:00', '2026-03-09', '07:00', 'an ordinary Saturday'],
    ['2026-02-13', '18:01', '2026-02-23', '07:00', 'the last evening before Tet'],
    ['2026-02-18', '09:00', '2026-02-23', '07:00', 'in the middle of Tet'],
    ['2026-01-02', '09:00', '2026-01-05', '07:00', 'a Friday off, swapped for a Saturday'],
    ['2026-01-10', '09:00', '2026-01-10', '09:00', 'the Saturday that is worked in exchange'],
    ['2026-01-09', '18:01', '2026-01-10', '07:00', 'the evening before it'],
  ])('%s %s waits until %s %s (%s)', (on, hour, untilOn, untilHour) => {
    expect(sendAfter(accepted, at(on, hour), office)).toBe(at(untilOn, untilHour));
  });

  it.each<[string, Letter]>([
    ['D8.1g: an invitation', invitation],
    [
      'D8.1i: the conclusions to those who supervise',
      {
        kind: 'conclusionNotice',
        ...{ conferenceOn: localDate('2026-03-01'), document: aDocument('1/TB', '2026-03-02') },
      },
    ],
  ])('%s goes at once, at night and on a rest day', (_what, letter) => {
    for (const now of [at('2026-03-06', '23:00'), at('2026-03-07', '10:00')])
      for (const practice of [office, gathering]) expect(sendAfter(letter, now, practice)).toBe(now);
  });

  it.each<[string, string, boolean, string]>([
    ['2026-03-06', '18:01', true, 'due on that very Friday'],
    ['2026-03-07', '18:01', true, 'due on the Saturday after'],
    ['2026-03-09', '18:01', false, 'due on the Monday: it arrives on its morning'],
    ['2026-03-05', '18:01', false, 'due the day before: nothing can be kept any more'],
  ])('D11.1c: a reminder of what is due on %s goes at %s of Friday 6 March: %s (%s)', (dueOn, hour, isForced) => {
    const now = at('2026-03-06', hour);

    expect(sendAfter(aReminder(dueOn), now, office) === now).toBe(isForced);
  });

  it.each<[string, Letter]>([
    ['a notice that a limit has passed', overdue('2026-03-05')],
    ['that a letter did not arrive', { kind: 'deliveryTrouble', deliveryId: 'd-1', outcome: 'refused' }],
  ])('D11.3: no law forces %s at night or on a rest day, and it goes in no digest', (_what, letter) => {
    const morning = at('2026-03-09', '07:00');

    for (const practice of [office, gathering]) {
      expect(sendAfter(letter, at('2026-03-06', '20:00'), practice)).toBe(morning);
      expect(sendAfter(letter, at('2026-03-07', '10:00'), practice)).toBe(morning);
      expect(sendAfter(letter, at('2026-03-06', '10:00'), practice)).toBe(at('2026-03-06', '10:00'));
    }
  });

  it.each<[string, Letter, boolean, string]>([
    [
      'moved',
      moved('2026-03-09', '2026-05-14'),
      true,
      'it was to be on the Monday: guests may set out before the office opens',
    ],
    ['moved', moved('2026-05-14', '2026-03-09'), true, 'it is on the Monday now'],
    ['moved', moved('2026-03-08', '2026-05-14'), true, 'it was to be on the rest day between'],
    ['moved', moved('2026-05-14', '2026-05-21'), false, 'both days are far'],
    ['moved', moved('2026-03-10', '2026-05-14'), false, 'it was to be on the Tuesday: Monday morning is time enough'],
    ['postponed', { kind: 'conferencePostponed', agency, wasOn: localDate('2026-03-09') }, true, 'for the Monday'],
    ['postponed', { kind: 'conferencePostponed', agency, wasOn: localDate('2026-05-14') }, false, 'its day is far'],
    [
      'cancelled',
      { kind: 'conferenceCancelled', agency, conferenceOn: localDate('2026-03-09') },
      true,
      'for the Monday',
    ],
    [
      'cancelled',
      { kind: 'conferenceCancelled', agency, conferenceOn: localDate('2026-05-14') },
      false,
      'its day is far',
    ],
    [
      'cancelled',
      { kind: 'conferenceCancelled', agency, conferenceOn: localDate('2026-03-05') },
      false,
      'its day is past',
    ],
  ])('D8.1g: on Friday night that a conference is %s, %j: forced %s (%s)', (_what, letter, isForced) => {
    const now = at('2026-03-06', '20:00');

    for (const practice of [office, gathering])
      expect(sendAfter(letter, now, practice)).toBe(isForced ? now : at('2026-03-09', '07:00'));
  });

  it('goes at any hour of any day where no hours are quiet', () => {
    const now = at('2026-02-18', '03:00');

    expect(sendAfter(accepted, now, { ...office, quiet: null })).toBe(now);
  });

  it.each<[string, string, string, string]>([
    ['2026-03-06', '07:29', '2026-03-06', 'just before it'],
    ['2026-03-06', '07:30', '2026-03-09', 'at it: the next one'],
    ['2026-03-06', '12:00', '2026-03-09', 'over the weekend'],
    ['2026-02-13', '12:00', '2026-02-23', 'over Tet'],
    ['2026-01-09', '12:00', '2026-01-10', 'a Saturday that is worked'],
  ])('what is gathered on %s at %s waits for 07:30 of %s (%s)', (on, hour, untilOn) => {
    expect(sendAfter(accepted, at(on, hour), gathering)).toBe(at(untilOn, '07:30'));
  });
});

describe('every letter at every instant', () => {
  const instants = fc.integer({ min: at('2025-12-20', '00:00'), max: at('2027-11-30', '23:59') });
  const practices = fc.constantFrom(office, gathering);
  const dues = fc.integer({ min: -5, max: 20 });
  const waiting: fc.Arbitrary<(now: number) => Letter> = fc.oneof(
    fc.constant(() => accepted),
    dues.map((days) => (now: number) => aReminder(addDays(dateAt(now), days))),
  );

  function isQuiet(now: number): boolean {
    const minute = (now - startOfDay(dateAt(now))) / 60_000;
    return !isWorkingDay(calendar, dateAt(now)) || minute < quiet.until || minute >= quiet.from;
  }

  /** 07:30 of the first working day after an instant: the latest that anything may wait for. */
  function nextMorning(now: number): number {
    let on: LocalDate = dateAt(now);
    while (!isWorkingDay(calendar, on) || startOfDay(on) + 450 * 60_000 <= now) on = addDays(on, 1);
    return startOfDay(on) + 450 * 60_000;
  }

  it('leaves at no night and on no rest day, unless its own limit forces it', () => {
    fc.assert(
      fc.property(waiting, instants, practices, (make, now, practice) => {
        const letter = make(now);
        const leaves = sendAfter(letter, now, practice);
        const limit = countedUntil(letter);
        const isForced = leaves === now && limit !== null && dateAt(now) <= limit && limit < dateAt(nextMorning(now));

        expect(isForced || !isQuiet(leaves)).toBe(true);
      }),
    );
  });

  it('waits no longer than until the next working morning, and never goes back in time', () => {
    fc.assert(
      fc.property(waiting, instants, practices, (make, now, practice) => {
        const leaves = sendAfter(make(now), now, practice);

        expect(leaves).toBeGreaterThanOrEqual(now);
        expect(leaves).toBeLessThanOrEqual(Math.max(now, nextMorning(now)));
      }),
    );
  });

  it('leaves no earlier than one that was owed before it', () => {
    fc.assert(
      fc.property(
        dues,
        instants,
        fc.integer({ min: 0, max: 10 * 86_400_000 }),
        practices,
        (days, now, later, practice) => {
          const letter = aReminder(addDays(dateAt(now), days));

          expect(sendAfter(letter, now, practice)).toBeLessThanOrEqual(sendAfter(letter, now + later, practice));
        },
      ),
    );
  });

  it('is asked again every morning, and leaves at the time that was said', () => {
    fc.assert(
      fc.property(waiting, instants, practices, (make, owedAt, practice) => {
        const letter = make(owedAt);
        let now = owedAt;
        for (;;) {
          const sending = sendingOf(letter, { owedAt, now }, practice);
          if (sending.kind === 'now') break;
          expect(sending.askAgainAt).toBeGreaterThan(now);
          expect(sending.askAgainAt - now).toBeLessThanOrEqual(86_400_000);
          now = sending.askAgainAt;
        }

        // Nobody gathered it: half an hour after the digest's time it goes by itself.
        const grace = practice.isGathered && now > owedAt ? 30 * 60_000 : 0;
        expect(now).toBe(sendAfter(letter, owedAt, practice) + grace);
      }),
    );
  });
});

describe('sendingOf', () => {
  it('says for what a letter waits', () => {
    const owedAt = at('2026-03-06', '12:00');

    expect(sendingOf(accepted, { owedAt, now: owedAt }, gathering)).toEqual({
      kind: 'later',
      because: 'digest',
      sendAfter: at('2026-03-09', '07:30'),
      askAgainAt: at('2026-03-07', '07:00'),
    });
    expect(sendingOf(accepted, { owedAt, now: at('2026-03-06', '18:30') }, office)).toMatchObject({ because: 'quiet' });
  });

  it('goes by the calendar of the day on which it is asked', () => {
    const owedAt = at('2026-03-06', '18:30');
    const now = at('2026-03-07', '07:00');
    const swapped = aCalendar({ workedRestDays: [localDate('2026-03-07')] });

    expect(sendingOf(accepted, { owedAt, now }, office)).toMatchObject({ sendAfter: at('2026-03-09', '07:00') });
    expect(sendingOf(accepted, { owedAt, now }, { ...office, calendar: swapped })).toEqual({ kind: 'now' });
  });

  it('lets a letter go when its body no longer wants it gathered', () => {
    const owedAt = at('2026-03-06', '12:00');

    expect(sendingOf(accepted, { owedAt, now: at('2026-03-06', '13:00') }, office)).toEqual({ kind: 'now' });
  });
});

describe('sendingOf what goes in no digest', () => {
  it('D11.3: waits for the morning, not for a digest, also for a body that wants one', () => {
    const owedAt = at('2026-03-06', '20:00');
    const [morning, letter] = [at('2026-03-09', '07:00'), overdue('2026-03-05')];

    expect(sendingOf(letter, { owedAt, now: owedAt }, gathering)).toMatchObject({
      because: 'quiet',
      sendAfter: morning,
    });
    expect(sendingOf(letter, { owedAt, now: morning }, gathering)).toEqual({ kind: 'now' });
  });
});

describe('the table of timings', () => {
  it('lets what is forced into no digest', () => {
    const kinds = Object.keys(letterTimings) as LetterKind[];

    for (const kind of kinds)
      expect(mayBeGathered(kind)).toBe(kind !== 'digest' && letterTimings[kind].timing === 'waits');
  });
});

describe('letterOnDay', () => {
  it('D11.1c: counts the working days left from the day on which the letter leaves', () => {
    const on = localDate('2026-03-09');

    const letter = letterOnDay(aReminder('2026-03-12'), on, calendar);

    expect(letter).toMatchObject({ workingDaysLeft: workingDaysBetween(calendar, on, localDate('2026-03-12')) });
    expect(letter).toMatchObject({ workingDaysLeft: 3 });
  });

  it('leaves alone what counts nothing', () => {
    expect(letterOnDay(accepted, localDate('2026-03-09'), calendar)).toBe(accepted);
  });
});

import { readFileSync } from 'node:fs';

import {
  localDate,
  swapName,
  type CalendarDay,
  type CalendarSlice,
  type LocalDate,
  type NamedCalendar,
  type NamedDay,
} from '@dialogue/domain';

/** The working calendar of the office, as published in `data/`; a test overrides what it is about. */
export function aCalendar(overrides: Partial<CalendarSlice> = {}): CalendarSlice {
  return { ...published(), ...overrides };
}

/** The same edition, cut to some days: what a case holds before it has asked for more. */
export function aCalendarSlice(from: string, until: string): CalendarSlice {
  const isWithin = (on: LocalDate): boolean => from <= on && on <= until;
  const { daysOff, workedRestDays } = published();
  return aCalendar({
    from: localDate(from),
    until: localDate(until),
    daysOff: daysOff.filter(isWithin),
    workedRestDays: workedRestDays.filter(isWithin),
  });
}

/** The whole edition with the names and legal bases of its days, for whoever explains a count. */
export function aNamedCalendar(): NamedCalendar {
  const days = rows().map(([on = '', kind = '', name = '', basis = '']) => ({
    on: localDate(on),
    // One of the three, as the published table has them.
    kind: kind as NamedDay['kind'],
    ...{ name, basis, swapWith: null },
  }));
  return { calendar: aCalendar(), days };
}

const source = new URL('../../../../data/working-calendar.csv', import.meta.url);
let edition: CalendarSlice | null = null;

function published(): CalendarSlice {
  edition ??= read();
  return edition;
}

function read(): CalendarSlice {
  const daysOf = (kind: string): readonly LocalDate[] =>
    rows()
      .filter((row) => row[1] === kind)
      .map((row) => localDate(row[0] ?? ''));
  return {
    edition: 1,
    from: localDate('2015-01-01'),
    until: localDate('2027-12-31'),
    daysOff: daysOf('off'),
    workedRestDays: daysOf('worked'),
    unconfirmedYears: [2027],
  };
}

/** The cells of the table, of which some stand in quotes. */
function rows(): readonly (readonly string[])[] {
  return readFileSync(source, 'utf8')
    .split(/\r?\n/)
    .slice(1)
    .filter((line) => line !== '')
    .map((line) => [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, cell = '']) => unquoted(cell)));
}

function unquoted(cell: string): string {
  return cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell;
}

/** A day off of the calendar; a test overrides what it is about. */
export function aCalendarDay(on: string, overrides: Partial<CalendarDay> = {}): CalendarDay {
  return {
    on: localDate(on),
    kind: 'off',
    name: 'Nghỉ lễ',
    basis: 'Quyết định 1/QĐ-TTg',
    binds: 'stateBodies',
    swapWith: null,
    source: 'một văn bản',
    confidence: 'confirmed',
    ...overrides,
  };
}

/** Both halves of a swap. */
export function aSwap(off: string, worked: string): readonly CalendarDay[] {
  return [
    aCalendarDay(off, { swapWith: localDate(worked), name: swapName('off', localDate(off), localDate(worked)) }),
    aCalendarDay(worked, {
      kind: 'worked',
      swapWith: localDate(off),
      name: swapName('worked', localDate(worked), localDate(off)),
    }),
  ];
}

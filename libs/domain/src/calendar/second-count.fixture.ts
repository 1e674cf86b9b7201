import { readFileSync } from 'node:fs';

/**
 * A second way to count, to compare the domain with: it walks over no days and shares no code with it. The days of the
 * table are numbered, the worked ones stand in a list, and a prefix sum says how many of them lie before each day; so
 * every deadline is one place in that list.
 */
export interface SecondCount {
  readonly days: readonly string[];
  /** The nth working day after a day, or before it; undefined beyond the table. */
  after(on: string, workingDays: number): string | undefined;
  before(on: string, workingDays: number): string | undefined;
  /** So many calendar days before, and on a day of rest the working day before that. */
  daysBefore(on: string, days: number): string | undefined;
}

/** Straight from the text of the published table; neither of its first two columns is ever quoted. */
export function secondCount(): SecondCount {
  const text = readFileSync(new URL('../../../../data/working-calendar.csv', import.meta.url), 'utf8');
  const kinds = new Map([...text.matchAll(/^(\d{4}-\d\d-\d\d),(off|worked),/gm)].map(([, on, kind]) => [on, kind]));
  const days = everyDay(2015, 2027);
  const isWorked = days.map((on, index) => {
    // 1 January 2015 was a Thursday: the third day of the table was its first Saturday.
    const isWeekend = index % 7 === 2 || index % 7 === 3;
    return isWeekend ? kinds.get(on) === 'worked' : kinds.get(on) !== 'off';
  });
  const worked = days.filter((_, index) => isWorked[index] === true);
  const workedBefore = [0];
  isWorked.forEach((each, index) => workedBefore.push((workedBefore[index] ?? 0) + Number(each)));
  const numbers = new Map(days.map((on, index) => [on, index]));
  const sumBefore = (index: number): number => workedBefore[index] ?? Number.NaN;
  const numberOf = (on: string): number => numbers.get(on) ?? Number.NaN;
  return {
    days,
    after: (on, workingDays) => worked[sumBefore(numberOf(on) + 1) + workingDays - 1],
    before: (on, workingDays) => worked[sumBefore(numberOf(on)) - workingDays],
    daysBefore: (on, back) => worked[sumBefore(numberOf(on) - back + 1) - 1],
  };
}

/** Months by their lengths. */
function everyDay(firstYear: number, lastYear: number): readonly string[] {
  const days: string[] = [];
  for (let year = firstYear; year <= lastYear; year += 1) {
    const lengths = [31, year % 4 === 0 ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    lengths.forEach((length, month) => {
      for (let day = 1; day <= length; day += 1) days.push([year, two(month + 1), two(day)].join('-'));
    });
  }
  return days;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}

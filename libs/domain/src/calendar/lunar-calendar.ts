import { addDays, dateAt, localDate, startOfDay, type LocalDate } from '../time/local-date.js';
import { lunationAt, newMoonAt } from './new-moon.js';
import { sunLongitudeAt } from './sun-longitude.js';

/** A month of the Vietnamese lunar calendar; a leap month has the number of the one before it. */
export interface LunarMonth {
  readonly month: number;
  readonly isLeap: boolean;
  readonly firstDay: LocalDate;
}

/** The first day of Tet in a year. */
export function lunarNewYear(year: number): LocalDate {
  return lunarDay(year, 1, 1);
}

/** A day of a lunar year, of the month itself where a leap month follows it. */
export function lunarDay(year: number, month: number, day: number): LocalDate {
  const found = lunarMonthsOf(year).find((each) => each.month === month && !each.isLeap);
  if (found === undefined) throw new RangeError(`A lunar year has no month ${String(month)}`);
  return addDays(found.firstDay, day - 1);
}

/**
 * The months of a lunar year, from Tet on. The calendar of Viet Nam: each month begins with the day of the new moon in UTC+7, the
 * eleventh holds the winter solstice, and where thirteen lie between two of these, the first that the sun passes through
 * without entering a new twelfth of its way is the leap month.
 */
export function lunarMonthsOf(year: number): readonly LunarMonth[] {
  const months = [...fromEleventh(year - 1), ...fromEleventh(year)];
  const isTet = ({ month, isLeap }: LunarMonth): boolean => month === 1 && !isLeap;
  const first = months.findIndex(isTet);
  const next = months.findIndex((each, at) => at > first && isTet(each));
  return months.slice(first, next);
}

/** The months from the eleventh of a year up to the next eleventh. */
function fromEleventh(year: number): readonly LunarMonth[] {
  const [first, next] = [eleventhOf(year), eleventhOf(year + 1)];
  const lunations = Array.from({ length: next - first }, (_, at) => first + at);
  const leapAt = lunations.length === 13 ? lunations.findIndex(hasNoMajorTerm) : -1;
  return lunations.map((lunation, at) => {
    const isBehindLeap = leapAt !== -1 && at >= leapAt;
    const place = isBehindLeap ? at - 1 : at;
    return { month: ((place + 10) % 12) + 1, isLeap: at === leapAt, firstDay: firstDayOf(lunation) };
  });
}

/** The lunation whose month holds the winter solstice of a year. */
function eleventhOf(year: number): number {
  const lastOfDecember = startOfDay(localDate(`${String(year)}-12-31`));
  let lunation = lunationAt(lastOfDecember);
  // The month that is running at the end of December, or the one before it.
  while (twelfthAt(firstDayOf(lunation)) >= winterSolstice) lunation -= 1;
  return lunation;
}

function firstDayOf(lunation: number): LocalDate {
  return dateAt(newMoonAt(lunation));
}

function hasNoMajorTerm(lunation: number): boolean {
  return twelfthAt(firstDayOf(lunation)) === twelfthAt(firstDayOf(lunation + 1));
}

/** Which twelfth of its way the sun is in as a day begins: what it enters during the day counts for this day. */
function twelfthAt(on: LocalDate): number {
  return Math.floor(sunLongitudeAt(startOfDay(on)) / 30);
}

const winterSolstice = 9;

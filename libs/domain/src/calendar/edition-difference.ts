import type { DeadlineMove } from '../cases/surroundings.js';
import type { LocalDate } from '../time/local-date.js';
import { saysTheSame, type CalendarDay } from './calendar-day.js';
import type { CalendarEdition } from './calendar-edition.js';

/** A day of which two editions say different things: it is new, it is gone, or it is something else now. */
export interface CalendarDifference {
  readonly on: LocalDate;
  readonly before: CalendarDay | null;
  readonly after: CalendarDay | null;
}

/** Day by day what an edition changes, in ascending order. */
export function differencesBetween(
  before: Pick<CalendarEdition, 'days'>,
  after: Pick<CalendarEdition, 'days'>,
): readonly CalendarDifference[] {
  const [old, young] = [byDay(before.days), byDay(after.days)];
  const days = [...new Set([...old.keys(), ...young.keys()])].sort();
  return days.flatMap((on) => {
    const difference = { on, before: old.get(on) ?? null, after: young.get(on) ?? null };
    const isSame =
      difference.before !== null && difference.after !== null && saysTheSame(difference.before, difference.after);
    return isSame ? [] : [difference];
  });
}

/** Why a deadline moves: the days between its anchor and its two dates that count now and did not, or the other way round. */
export function reasonsOf(
  { anchorOn, wasDueOn, dueOn }: Pick<DeadlineMove, 'anchorOn' | 'wasDueOn' | 'dueOn'>,
  differences: readonly CalendarDifference[],
): readonly CalendarDifference[] {
  const [first = anchorOn, , last = anchorOn] = [anchorOn, wasDueOn, dueOn].sort();
  return differences.filter(
    (difference) => first <= difference.on && difference.on <= last && changesCount(difference),
  );
}

/** A holiday on a weekend, or another name, changes no count. */
function changesCount({ before, after }: CalendarDifference): boolean {
  return countedKind(before) !== countedKind(after);
}

function countedKind(day: CalendarDay | null): string | null {
  return day === null || day.kind === 'holiday_on_weekend' ? null : day.kind;
}

function byDay(days: readonly CalendarDay[]): ReadonlyMap<LocalDate, CalendarDay> {
  return new Map(days.map((day) => [day.on, day]));
}

import type { CalendarDay } from '../calendar/calendar-day.js';
import { unconfirmedBetween, type CalendarSlice } from '../calendar/calendar-slice.js';
import { countDays, walk, type DayCount, type WalkedDay } from '../calendar/day-walk.js';
import { counted } from '../cases/case-machine.js';
import { CalendarExceeded, DomainError } from '../errors/domain-error.js';
import type { RuleId } from '../regulation/rule-id.js';
import { dayBeforeWhich, oneDayBefore, type PeriodicReportKind } from '../reports/report-periods.js';
import { yearOf, type LocalDate } from '../time/local-date.js';
import {
  deadlineRules,
  defaultDeadlineTerms,
  type DeadlineLimit,
  type DeadlineRule,
  type DeadlineTerms,
} from './deadline-rules.js';

/** As much of a day of an edition as is explained to people: what it is called, what it rests on, its other half. */
export type NamedDay = Pick<CalendarDay, 'on' | 'kind' | 'name' | 'basis' | 'swapWith'>;

/** An edition of the calendar, for counting and for reading. */
export interface NamedCalendar {
  readonly calendar: CalendarSlice;
  readonly days: readonly NamedDay[];
}

/** What is to be explained: what the rule itself counts, so many working days, or the way to a day that is known. */
export interface DeadlineQuestion {
  readonly rule: RuleId;
  readonly anchorOn: LocalDate;
  readonly asked: { readonly workingDays: number } | { readonly dueOn: LocalDate } | null;
  /** Of whoever counts (D13.1). */
  readonly terms: DeadlineTerms;
}

/** One line of a working. */
export interface WorkingLine extends WalkedDay {
  readonly name?: string;
  readonly basis?: string;
  readonly swapWith?: LocalDate;
}

/** A deadline with how it came about. */
export interface ExplainedDeadline {
  readonly rule: RuleId;
  /** Day 0. Of a limit "before" a day of the year, that day (D14.1). */
  readonly anchorOn: LocalDate;
  readonly dueOn: LocalDate;
  readonly count: DayCount;
  /** Whose limit it is; null where nobody's rule counts so, or two that differ. */
  readonly limit: DeadlineLimit | null;
  readonly edition: number;
  /** Rests on a year whose calendar may still change, and which years those are. */
  readonly provisional: boolean;
  readonly unconfirmedYears: readonly number[];
  readonly working: readonly WorkingLine[];
}

/**
 * A deadline and its working, which are one walk (D8.1e, D8.1g, D11.1b, D11.1c, D14.1).
 *
 * @throws DomainError `deadline.rule_counts_nothing`, `deadline.day_not_given`; `calendar.year_missing`, naming the year.
 */
export function explainDeadline({ calendar, days }: NamedCalendar, question: DeadlineQuestion): ExplainedDeadline {
  return namingTheYear(() => {
    const { anchorOn, count, limit } = wayOf(calendar, question);
    const walked: WalkedDay[] = [];
    const dueOn = walk(calendar, { anchorOn, count }, (day) => walked.push(day)) ?? anchorOn;
    const [first, last] = anchorOn <= dueOn ? [anchorOn, dueOn] : [dueOn, anchorOn];
    const named = new Map(days.filter(({ on }) => first <= on && on <= last).map((day) => [day.on, day]));
    const unconfirmedYears = unconfirmedBetween(calendar, anchorOn, dueOn);
    return {
      rule: question.rule,
      ...{ anchorOn, dueOn, count, limit },
      edition: calendar.edition,
      provisional: unconfirmedYears.length > 0,
      unconfirmedYears,
      working: walked.map((day) => toLine(day, named.get(day.on))),
    };
  });
}

/** From where and how a deadline is counted. */
type Way = Pick<ExplainedDeadline, 'anchorOn' | 'count' | 'limit'>;

function wayOf(calendar: CalendarSlice, { rule, anchorOn, asked, terms }: DeadlineQuestion): Way {
  const uses = deadlineRules[rule];
  if (uses === undefined) throw new DomainError('deadline.rule_counts_nothing', { rule });
  if (asked !== null)
    return 'dueOn' in asked
      ? knownWay(calendar, uses, { anchorOn, dueOn: asked.dueOn, terms })
      : { anchorOn, count: asked, limit: null };
  const [use] = uses;
  const count = use.count(terms);
  if (count === 'given') throw new DomainError('deadline.day_not_given', { rule });
  const limit = limitOf(use, terms);
  if (!('beforeDayOf' in count)) return { anchorOn, count, limit };
  return { anchorOn: nextDayBeforeWhich(calendar, count.beforeDayOf, anchorOn), count: oneDayBefore, limit };
}

/** D13.1: days that an organisation has set for itself are its own. */
function limitOf(use: DeadlineRule, terms: DeadlineTerms): DeadlineLimit {
  const isDefault = JSON.stringify(use.count(terms)) === JSON.stringify(use.count(defaultDeadlineTerms));
  return isDefault ? use.limit : 'office';
}

/** A deadline that is known, and with what its rule counts. */
interface Known {
  readonly anchorOn: LocalDate;
  readonly dueOn: LocalDate;
  readonly terms: DeadlineTerms;
}

/** The way of the rule that ends on the day, where one does; else the working days on the way there are counted. */
function knownWay(calendar: CalendarSlice, uses: readonly DeadlineRule[], known: Known): Way {
  const { anchorOn, dueOn } = known;
  const ways = uses.flatMap((use) => waysOf(use, known)).filter((way) => endsOn(calendar, way, dueOn));
  const [first] = ways;
  if (first === undefined) return { anchorOn, count: { to: dueOn }, limit: null };
  return { ...first, limit: ways.every(({ limit }) => limit === first.limit) ? first.limit : null };
}

/** How a rule might have come to the day: a limit of the year by that year's day, whatever day it was asked on. */
function waysOf(use: DeadlineRule, { anchorOn, dueOn, terms }: Known): readonly Way[] {
  const count = use.count(terms);
  if (count === 'given') return [];
  const limit = limitOf(use, terms);
  if (!('beforeDayOf' in count)) return [{ anchorOn, count, limit }];
  return count.beforeDayOf.map((kind) => ({
    anchorOn: dayBeforeWhich(kind, yearOf(dueOn)),
    count: oneDayBefore,
    limit,
  }));
}

/** A way that leaves the calendar does not end on the day. */
function endsOn(calendar: CalendarSlice, { anchorOn, count }: Way, dueOn: LocalDate): boolean {
  const found = counted(() => countDays(calendar, anchorOn, count));
  return 'value' in found && found.value === dueOn;
}

/** D14.1: the day of the regulation whose limit is the first that has not passed. */
function nextDayBeforeWhich(
  calendar: CalendarSlice,
  kinds: readonly PeriodicReportKind[],
  anchorOn: LocalDate,
): LocalDate {
  const year = yearOf(anchorOn);
  const days = [year, year + 1].flatMap((each) => kinds.map((kind) => dayBeforeWhich(kind, each)));
  const hasNotPassed = (day: LocalDate): boolean => anchorOn <= countDays(calendar, day, oneDayBefore);
  return days.toSorted().find(hasNotPassed) ?? anchorOn;
}

function toLine(day: WalkedDay, named: NamedDay | undefined): WorkingLine {
  if (named === undefined) return day;
  const { name, basis, swapWith } = named;
  return { ...day, name, basis, ...(swapWith === null ? {} : { swapWith }) };
}

function namingTheYear<Value>(explain: () => Value): Value {
  try {
    return explain();
  } catch (error) {
    if (!(error instanceof CalendarExceeded)) throw error;
    throw new DomainError('calendar.year_missing', { year: yearOf(error.needsCalendarUntil) });
  }
}

import { isProvisional, type CalendarSlice } from '../calendar/calendar-slice.js';
import { countDays, walk, type DayCount, type WalkedDay } from '../calendar/day-walk.js';
import { counted } from '../cases/case-machine.js';
import { CalendarExceeded, DomainError } from '../errors/domain-error.js';
import type { RuleId } from '../regulation/rule-id.js';
import { dayBeforeWhich, oneDayBefore, type PeriodicReportKind } from '../reports/report-periods.js';
import { weekdayOf, yearOf, type LocalDate } from '../time/local-date.js';
import { deadlineRules, type DeadlineLimit, type DeadlineRule, type DeadlineTerms } from './deadline-rules.js';

/** A day of an edition that differs from its weekday, or is a holiday that changes nothing, with what it rests on. */
export interface NamedDay {
  readonly on: LocalDate;
  readonly kind: 'off' | 'worked' | 'holiday_on_weekend';
  readonly name: string;
  readonly basis: string;
  /** The other half of a swap. */
  readonly swapWith?: LocalDate | null;
}

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
  /** ISO 8601: Monday is 1, Sunday is 7. */
  readonly weekday: number;
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
  readonly provisional: boolean;
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
    const named = new Map(days.map((day) => [day.on, day]));
    return {
      rule: question.rule,
      ...{ anchorOn, dueOn, count, limit },
      edition: calendar.edition,
      provisional: isProvisional(calendar, anchorOn, dueOn),
      working: walked.map((day) => toLine(day, named.get(day.on))),
    };
  });
}

/** From where and how a deadline is counted. */
type Way = Pick<ExplainedDeadline, 'anchorOn' | 'count' | 'limit'>;

function wayOf(calendar: CalendarSlice, question: DeadlineQuestion): Way {
  const { rule, anchorOn, asked } = question;
  const uses = deadlineRules[rule];
  if (uses === undefined) throw new DomainError('deadline.rule_counts_nothing', { rule });
  if (asked === null) return ownWay(calendar, uses[0], question);
  if ('workingDays' in asked) return { anchorOn, count: asked, limit: null };
  return knownWay(calendar, { uses, dueOn: asked.dueOn }, question);
}

function ownWay(calendar: CalendarSlice, use: DeadlineRule, { rule, anchorOn, terms }: DeadlineQuestion): Way {
  const count = use.count(terms);
  if (count === 'given') throw new DomainError('deadline.day_not_given', { rule });
  const { limit } = use;
  if (!('beforeDayOf' in count)) return { anchorOn, count, limit };
  return { anchorOn: nextDayBeforeWhich(calendar, count.beforeDayOf, anchorOn), count: oneDayBefore, limit };
}

/** The way of the rule that ends on the day, where one does; else the working days on the way there are counted. */
function knownWay(
  calendar: CalendarSlice,
  { uses, dueOn }: { readonly uses: readonly DeadlineRule[]; readonly dueOn: LocalDate },
  question: DeadlineQuestion,
): Way {
  const ways = uses.flatMap((use) => {
    if (use.count(question.terms) === 'given') return [];
    // A way that leaves the calendar does not end on the day.
    const found = counted(() => {
      const way = ownWay(calendar, use, question);
      return countDays(calendar, way.anchorOn, way.count) === dueOn ? [way] : [];
    });
    return 'value' in found ? found.value : [];
  });
  const [first] = ways;
  if (first === undefined) return { anchorOn: question.anchorOn, count: { to: dueOn }, limit: null };
  return { ...first, limit: ways.every(({ limit }) => limit === first.limit) ? first.limit : null };
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
  const line = { ...day, weekday: weekdayOf(day.on) };
  if (named === undefined) return line;
  const { name, basis, swapWith } = named;
  return { ...line, name, basis, ...(swapWith == null ? {} : { swapWith }) };
}

function namingTheYear<Value>(explain: () => Value): Value {
  try {
    return explain();
  } catch (error) {
    if (!(error instanceof CalendarExceeded)) throw error;
    throw new DomainError('calendar.year_missing', { year: yearOf(error.needsCalendarUntil) });
  }
}

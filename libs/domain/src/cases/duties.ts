import { addWorkingDays, isProvisional, onOrAfterWorkingDay, type CalendarSlice } from '../calendar/calendar-slice.js';
import type { Instant } from '../time/instant.js';
import { addDays, atHour, startOfDay, type LocalDate } from '../time/local-date.js';
import type { Duty, Ladder, Rung } from './duty.js';

/** Rungs fire at 08:00 of a working day. */
const rungHour = 8;

/** What a duty needs to begin: its due date is counted, or promised. */
export interface NewDuty<Kind extends string> extends Pick<
  Duty<Kind>,
  'kind' | 'number' | 'rule' | 'anchorOn' | 'body'
> {
  readonly due: { readonly workingDays: number } | { readonly on: LocalDate };
}

/** @throws CalendarExceeded when the count leaves the slice. */
export function beginDuty<Kind extends string>(calendar: CalendarSlice, { due, ...duty }: NewDuty<Kind>): Duty<Kind> {
  const dueOn = 'on' in due ? due.on : addWorkingDays(calendar, duty.anchorOn, due.workingDays);
  const begun = { ...duty, dueOn, isProvisional: isProvisional(calendar, duty.anchorOn, dueOn) };
  return { ...begun, ...('on' in due ? {} : { workingDays: due.workingDays }), missedAt: null, climbed: [] };
}

/** Overdue begins at 00:00 of the day after the due date, never on the day itself. */
export function overdueAt(duty: Duty): Instant {
  return startOfDay(addDays(duty.dueOn, 1));
}

/** The duty whose due date passed first, up to an instant (included), and has not been recorded as missed. */
export function firstMissed<Kind extends string>(duties: readonly Duty<Kind>[], until: Instant): Duty<Kind> | null {
  const missed = duties.filter((duty) => duty.missedAt === null && overdueAt(duty) <= until);
  return missed.reduce<Duty<Kind> | null>(
    (first, duty) => (first !== null && first.dueOn <= duty.dueOn ? first : duty),
    null,
  );
}

/** Rungs whose time has come: those to climb now, and the reminders that the time has overtaken. */
export interface DueRungs {
  readonly toClimb: readonly Rung[];
  readonly overtaken: readonly Rung[];
}

/**
 * Every escalation, but of the reminders only the newest, and none once the due date has passed. Of a follow-up, which
 * has no due date to miss, only the newest rung: nothing but the next one overtakes it.
 *
 * @throws CalendarExceeded when a rung's day lies outside the slice.
 */
export function dueRungs(
  calendar: CalendarSlice,
  duty: Duty,
  due: { ladder: Ladder; now: Instant; isFollowUp?: boolean },
): DueRungs {
  const rungs = openRungs(calendar, duty, due);
  const newestReminder = due.now < overdueAt(duty) ? rungs.filter((rung) => rung.workingDays <= 0).at(-1) : undefined;
  const isUrging = (rung: Rung): boolean => rung.workingDays > 0 || rung === newestReminder;
  const isNewest = (rung: Rung): boolean => rung === rungs.at(-1);
  const isToClimb = due.isFollowUp === true ? isNewest : isUrging;
  return { toClimb: rungs.filter(isToClimb), overtaken: rungs.filter((rung) => !isToClimb(rung)) };
}

/** Marks rungs as climbed: each at most once for a due date. */
export function climb<Kind extends string>(duty: Duty<Kind>, rungs: readonly Rung[]): Duty<Kind> {
  return { ...duty, climbed: [...duty.climbed, ...rungs.map((rung) => rung.workingDays)] };
}

/**
 * When a duty next wants attention: its due date passes, or a rung is to climb; infinity when neither is left.
 *
 * @throws CalendarExceeded when a rung's day lies outside the slice.
 */
export function nextDutyInstant(calendar: CalendarSlice, duty: Duty, ladder: Ladder): Instant {
  const nextRepeat = nextRepeated(duty, ladder);
  const rungs = [...listed(duty, ladder), ...(nextRepeat === null ? [] : [nextRepeat])];
  const instants = rungs.map((rung) => rungAt(calendar, duty.dueOn, rung));
  return Math.min(...instants, duty.missedAt === null ? overdueAt(duty) : Number.POSITIVE_INFINITY);
}

/** The same duty with another due date: escalations are armed anew, a reminder already sent is not sent again. */
export function moveDuty<Kind extends string>(
  calendar: CalendarSlice,
  duty: Duty<Kind>,
  moved: { anchorOn: LocalDate; dueOn: LocalDate },
): Duty<Kind> {
  const isSame = moved.dueOn === duty.dueOn;
  return {
    ...duty,
    ...moved,
    isProvisional: isProvisional(calendar, moved.anchorOn, moved.dueOn),
    missedAt: isSame ? duty.missedAt : null,
    climbed: isSame ? duty.climbed : duty.climbed.filter((workingDays) => workingDays <= 0),
  };
}

/**
 * The same duty with the day that another calendar or other terms give it. What was in time stays in time: a day that moves
 * back comes no earlier than the day of the change, and one that has passed already not at all. One that moves on and has
 * passed all the same stays missed, and nobody is urged for it a second time.
 *
 * @throws CalendarExceeded when the provisional mark lies outside the slice.
 */
export function recountDuty<Kind extends string>(
  calendar: CalendarSlice,
  duty: Duty<Kind>,
  { countedOn, on }: { readonly countedOn: LocalDate; readonly on: LocalDate },
): Duty<Kind> {
  const { anchorOn } = duty;
  const notBefore = duty.dueOn < on ? duty.dueOn : on;
  const dueOn = countedOn < notBefore ? notBefore : countedOn;
  if (dueOn >= on) return moveDuty(calendar, duty, { anchorOn, dueOn });
  const passed = { ...duty, dueOn, isProvisional: isProvisional(calendar, anchorOn, dueOn) };
  return { ...passed, missedAt: duty.missedAt === null ? null : overdueAt(passed) };
}

function openRungs(
  calendar: CalendarSlice,
  duty: Duty,
  { ladder, now }: { ladder: Ladder; now: Instant },
): readonly Rung[] {
  const isDue = (rung: Rung): boolean => rungAt(calendar, duty.dueOn, rung) <= now;
  const due = listed(duty, ladder).filter(isDue);
  // Of a repeated urging that was missed several times over, only the newest still says something.
  let newest: Rung | null = null;
  for (let next = nextRepeated(duty, ladder); next !== null && isDue(next); next = repeatAfter(next, ladder))
    newest = next;
  return newest === null ? due : [...due, newest];
}

function listed(duty: Duty, ladder: Ladder): readonly Rung[] {
  return ladder.rungs.filter((rung) => !duty.climbed.includes(rung.workingDays));
}

function nextRepeated(duty: Duty, ladder: Ladder): Rung | null {
  if (ladder.thenEvery === null) return null;
  const last = Math.max(0, ...ladder.rungs.map((rung) => rung.workingDays), ...duty.climbed);
  return { workingDays: last + ladder.thenEvery.workingDays, recipients: ladder.thenEvery.recipients };
}

function repeatAfter(rung: Rung, ladder: Ladder): Rung | null {
  return ladder.thenEvery === null ? null : { ...rung, workingDays: rung.workingDays + ladder.thenEvery.workingDays };
}

function rungAt(calendar: CalendarSlice, dueOn: LocalDate, { workingDays }: Rung): Instant {
  const on = workingDays === 0 ? onOrAfterWorkingDay(calendar, dueOn) : addWorkingDays(calendar, dueOn, workingDays);
  return atHour(on, rungHour);
}

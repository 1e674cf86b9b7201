import {
  addWorkingDays,
  isWorkingDay,
  onOrAfterWorkingDay,
  workingDaysBetween,
  type CalendarSlice,
} from '../calendar/calendar-slice.js';
import type { Letter, LetterKind } from '../cases/letter.js';
import type { RuleId } from '../regulation/rule-id.js';
import type { Instant } from '../time/instant.js';
import { addDays, dateAt, isLocalDate, startOfDay, type LocalDate } from '../time/local-date.js';

/** Between which minutes of the day no letter goes out, across midnight: from 18:00 (1080) until 07:00 (420). */
export interface QuietHours {
  readonly from: number;
  readonly until: number;
}

/** By what a letter's hour is found. */
export interface MailPractice {
  readonly calendar: CalendarSlice;
  /** Null: letters go at any hour of any day. */
  readonly quiet: QuietHours | null;
  /** The body wants one letter a working day. */
  readonly isGathered: boolean;
}

/**
 * When a letter leaves. `forced`: at once, at any hour, since the law counts from, or up to, its very sending.
 * `conferenceDay`: when the office is open, but at once where the day of the conference would have come by then. `alone`:
 * when the office is open, and in no digest. `waits`: when the office is open, or with a digest.
 */
export type LetterTiming = 'forced' | 'conferenceDay' | 'alone' | 'waits';

/** 07:30 of a working day: when what waits for one address becomes one letter. */
export const digestMinute = 7 * 60 + 30;
/** When office hours begin, where no quiet hours say so. */
const morningMinute = 7 * 60;
/** A digest that has not come by then does not come that day: what was to be in it goes by itself. */
const digestGraceMs = 30 * 60_000;
const minuteMs = 60_000;

/**
 * What may wait, and by which rule something may not: the exceptions, as data. Whatever waits is forced all the same on the
 * last day of a limit of its own (see {@link limitsOf}).
 */
export const letterTimings: Readonly<Record<LetterKind, { readonly timing: LetterTiming; readonly rule: RuleId }>> = {
  // The law counts from, or up to, the very sending of these.
  opinionsRequested: { timing: 'forced', rule: 'D8.1b' },
  invitation: { timing: 'forced', rule: 'D8.1g' },
  aggregateReport: { timing: 'forced', rule: 'D8.1c' },
  conclusionNotice: { timing: 'forced', rule: 'D8.1i' },
  resultReport: { timing: 'forced', rule: 'D11.2b' },
  periodReport: { timing: 'forced', rule: 'D14.1' },
  // Nobody is to set out for a conference that is not, or to miss one that is.
  conferenceMoved: { timing: 'conferenceDay', rule: 'D8.1g' },
  conferencePostponed: { timing: 'conferenceDay', rule: 'D8.1a' },
  conferenceCancelled: { timing: 'conferenceDay', rule: 'D8.1a' },
  // The limit has passed, or is another letter's: no law forces these at night, but nobody is to find them among others.
  dutyOverdue: { timing: 'alone', rule: 'D11.3' },
  deliveryTrouble: { timing: 'alone', rule: 'D11.3' },
  registered: { timing: 'waits', rule: 'D2.1' },
  accepted: { timing: 'waits', rule: 'D2.1' },
  redirected: { timing: 'waits', rule: 'D2.1' },
  assigned: { timing: 'waits', rule: 'D11.1c' },
  assignmentCopy: { timing: 'waits', rule: 'D11.1c' },
  assignmentTold: { timing: 'waits', rule: 'D11.1c' },
  receiptRecorded: { timing: 'waits', rule: 'D11.1c' },
  dutyReminder: { timing: 'waits', rule: 'D11.3' },
  cooperationAsked: { timing: 'waits', rule: 'D11.1b' },
  contributionDue: { timing: 'waits', rule: 'D11.1b' },
  contributionReceived: { timing: 'waits', rule: 'D11.1b' },
  assignmentReturned: { timing: 'waits', rule: 'D11.1b' },
  extensionRequested: { timing: 'waits', rule: 'D11.1c' },
  extensionGranted: { timing: 'waits', rule: 'D11.1c' },
  extensionRefused: { timing: 'waits', rule: 'D11.1c' },
  answerReceived: { timing: 'waits', rule: 'D11.1c' },
  answerSentBack: { timing: 'waits', rule: 'D11.1c' },
  answerApproved: { timing: 'waits', rule: 'D10.1a' },
  outcomeTold: { timing: 'waits', rule: 'D11.1c' },
  dutyEnded: { timing: 'waits', rule: 'D11.1c' },
  deferralEnded: { timing: 'waits', rule: 'D10.1b' },
  reopened: { timing: 'waits', rule: 'D11.3' },
  handover: { timing: 'waits', rule: 'D11.3' },
  deadlinesMoved: { timing: 'waits', rule: 'D11.1c' },
  conclusionTold: { timing: 'waits', rule: 'D11.1b' },
  merged: { timing: 'waits', rule: 'D8.1c' },
  unmerged: { timing: 'waits', rule: 'D8.1c' },
  absencesReported: { timing: 'waits', rule: 'D10.3a' },
  directionGiven: { timing: 'waits', rule: 'D8.3b' },
  supervisionRemark: { timing: 'waits', rule: 'D13.3' },
  failureReport: { timing: 'waits', rule: 'D8.3b' },
  adHocDemanded: { timing: 'waits', rule: 'D8.3a' },
  planApproved: { timing: 'waits', rule: 'D8.1a' },
  planSubmitted: { timing: 'waits', rule: 'D8.1a' },
  planReturned: { timing: 'waits', rule: 'D8.1a' },
  demandAnswered: { timing: 'waits', rule: 'D8.3a' },
  answersToPrepare: { timing: 'waits', rule: 'D8.1d' },
  situationReported: { timing: 'waits', rule: 'D13.3' },
  addedToBriefing: { timing: 'waits', rule: 'D8.1e' },
  hostChanged: { timing: 'waits', rule: 'D1' },
  reportOpened: { timing: 'waits', rule: 'D14.1' },
  reportSubmitted: { timing: 'waits', rule: 'D14.1' },
  reportReturned: { timing: 'waits', rule: 'D14.1' },
  reportApproved: { timing: 'waits', rule: 'D14.1' },
  bodySilent: { timing: 'waits', rule: 'D11.3' },
  digest: { timing: 'waits', rule: 'D11.3' },
};

/** The instant from which a letter may leave: now, or the morning of a working day. @throws CalendarExceeded */
export function sendAfter(letter: Letter, now: Instant, practice: MailPractice): Instant {
  const { timing } = letterTimings[letter.kind];
  if (timing === 'forced') return now;
  const at =
    practice.isGathered && mayBeGathered(letter.kind)
      ? nextDigestAt(practice.calendar, now)
      : nextOpenAt(practice, now);
  const [today, until] = [dateAt(now), dateAt(at)];
  const isLate = timing === 'conferenceDay' ? meetsItsConference : outlivesItsLimit;
  return at > now && isLate(letter, today, until) ? now : at;
}

/** What a letter's workflow does next. */
export type Sending =
  | { readonly kind: 'now' }
  /** May leave after an instant; whoever waits asks again no later than `askAgainAt`: the calendar may change meanwhile. */
  | { readonly kind: 'later'; readonly sendAfter: Instant; readonly askAgainAt: Instant; readonly because: WaitReason };
export type WaitReason = 'quiet' | 'digest';

/**
 * Whether a letter that was owed at an instant leaves now. What is to be gathered waits for the first digest after it was
 * owed; had there been none by a while after its hour, it goes like any other: nothing waits for what does not come.
 *
 * @throws CalendarExceeded
 */
export function sendingOf(
  letter: Letter,
  { owedAt, now }: { readonly owedAt: Instant; readonly now: Instant },
  practice: MailPractice,
): Sending {
  const gathered = practice.isGathered && mayBeGathered(letter.kind) ? sendAfter(letter, owedAt, practice) : owedAt;
  if (gathered > owedAt && now < gathered + digestGraceMs)
    return {
      kind: 'later',
      sendAfter: gathered,
      askAgainAt: lookAgainAt(now, gathered + digestGraceMs),
      because: 'digest',
    };
  const at = sendAfter(letter, now, { ...practice, isGathered: false });
  return at <= now
    ? { kind: 'now' }
    : { kind: 'later', sendAfter: at, askAgainAt: lookAgainAt(now, at), because: 'quiet' };
}

/** Whether letters of a kind may become a part of a digest. */
export function mayBeGathered(kind: LetterKind): boolean {
  return kind !== 'digest' && letterTimings[kind].timing === 'waits';
}

/** The same letter as it reads on another day than the one on which it was owed: its working days are counted from that day. */
export function letterOnDay(letter: Letter, on: LocalDate, calendar: CalendarSlice): Letter {
  if (!('workingDaysLeft' in letter)) return letter;
  return { ...letter, workingDaysLeft: workingDaysBetween(calendar, on, letter.dueOn) };
}

/** The day up to which a letter counts working days; null where it counts none. */
export function countedUntil(letter: Letter): LocalDate | null {
  return 'workingDaysLeft' in letter ? letter.dueOn : null;
}

/** Fields of letters that name a day by which somebody is to act. */
const limitFields: readonly string[] = [
  'dueOn',
  'receiptDueOn',
  'approvalDueOn',
  'decisionDueOn',
  'cutOffOn',
  'conferenceOn',
];

/** The days of its own limits that a letter names. */
function limitsOf(letter: Letter): readonly LocalDate[] {
  const fields: readonly (readonly [string, unknown])[] = Object.entries(letter);
  return fields.flatMap(([field, value]) =>
    limitFields.includes(field) && typeof value === 'string' && isLocalDate(value) ? [value] : [],
  );
}

/** D11.1c: a letter about a limit that can still be kept does not wait until it cannot. */
function outlivesItsLimit(letter: Letter, today: LocalDate, until: LocalDate): boolean {
  return limitsOf(letter).some((limit) => today <= limit && limit < until);
}

/**
 * D8.1g: by the time at which the letter would leave, the day of the conference has come: the day that it had, or has. Of the
 * hour the letter of a day that is off knows nothing, and guests set out before it.
 */
function meetsItsConference(letter: Letter, today: LocalDate, until: LocalDate): boolean {
  const days = ['wasOn' in letter ? letter.wasOn : null, 'conferenceOn' in letter ? letter.conferenceOn : null];
  return days.some((day) => day !== null && today <= day && day <= until);
}

/** Now, when the office is open; else the next morning of a working day. */
function nextOpenAt({ calendar, quiet }: MailPractice, now: Instant): Instant {
  if (quiet === null) return now;
  const today = dateAt(now);
  const isOpen =
    isWorkingDay(calendar, today) && now >= minuteOf(today, quiet.until) && now < minuteOf(today, quiet.from);
  return isOpen ? now : nextWorkingMinute(calendar, now, quiet.until);
}

function nextDigestAt(calendar: CalendarSlice, now: Instant): Instant {
  return nextWorkingMinute(calendar, now, digestMinute);
}

/** The first time after an instant that it is this minute of a working day. */
function nextWorkingMinute(calendar: CalendarSlice, now: Instant, minute: number): Instant {
  const on = onOrAfterWorkingDay(calendar, dateAt(now));
  const at = minuteOf(on, minute);
  return at > now ? at : minuteOf(addWorkingDays(calendar, on, 1), minute);
}

/** Every morning anew: the day may have been made a working day, or a rest day, meanwhile. */
function lookAgainAt(now: Instant, at: Instant): Instant {
  const today = minuteOf(dateAt(now), morningMinute);
  return Math.min(at, today > now ? today : minuteOf(addDays(dateAt(now), 1), morningMinute));
}

function minuteOf(on: LocalDate, minute: number): Instant {
  return startOfDay(on) + minute * minuteMs;
}

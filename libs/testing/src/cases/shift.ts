import { addDays, localDate, type Instant } from '@dialogue/domain';

const weekMs = 7 * 86_400_000;

/**
 * Moves the days of a story on by whole weeks, and back. The clock of a test server begins today and never runs
 * backwards, while stories lie on real days with real holidays: moved by weeks, each stays the weekday that it was.
 */
export interface Shift {
  instant(at: Instant): Instant;
  instantBack(at: Instant): Instant;
  /** Every day in a JSON value, also inside of texts. */
  days<Value>(value: Value): Value;
  daysBack<Value>(value: Value): Value;
}

/** The smallest shift that brings the beginning of a story after an instant. */
export function shiftAfter(storyBegins: Instant, now: Instant): Shift {
  const weeks = Math.ceil((now - storyBegins) / weekMs);
  return {
    instant: (at) => at + weeks * weekMs,
    instantBack: (at) => at - weeks * weekMs,
    days: (value) => moveDays(value, weeks),
    daysBack: (value) => moveDays(value, -weeks),
  };
}

function moveDays<Value>(value: Value, weeks: number): Value {
  const text = JSON.stringify(value)
    .replaceAll(/\d{4}-\d{2}-\d{2}/g, (day) => addDays(localDate(day), weeks * 7))
    .replaceAll(/(\d{2})\/(\d{2})\/(\d{4})/g, (_, day: string, month: string, year: string) => {
      const moved = addDays(localDate(`${year}-${month}-${day}`), weeks * 7);
      return moved.split('-').reverse().join('/');
    });
  return JSON.parse(text) as Value;
}

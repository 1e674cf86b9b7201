import { DomainError } from '../errors/domain-error.js';
import type { Instant } from './instant.js';

declare const localDateBrand: unique symbol;

/** A calendar day in Vietnam as `YYYY-MM-DD`; a plain string in JSON, comparable with `<` and `>`. */
export type LocalDate = string & { readonly [localDateBrand]: 'LocalDate' };

/** Vietnam has kept UTC+7 without summer time since 1975 (ADR-0006). */
const offsetMs = 7 * 3_600_000;
const dayMs = 86_400_000;
const form = /^\d{4}-\d{2}-\d{2}$/;

/**
 * The day that `text` names.
 *
 * @throws DomainError `date.invalid` when it names no day of the Gregorian calendar.
 */
export function localDate(text: string): LocalDate {
  if (!isLocalDate(text)) throw new DomainError('date.invalid', { text });
  return text;
}

export function isLocalDate(text: string): text is LocalDate {
  if (!form.test(text)) return false;
  const ms = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(text);
}

/** The day that it is in Vietnam at an instant. */
export function dateAt(at: Instant): LocalDate {
  // eslint-disable-next-line house/no-assertion -- an ISO date is a day
  return new Date(at + offsetMs).toISOString().slice(0, 10) as LocalDate;
}

/** 00:00 in Vietnam. */
export function startOfDay(on: LocalDate): Instant {
  return Date.parse(`${on}T00:00:00Z`) - offsetMs;
}

/** A full hour of a day in Vietnam. */
export function atHour(on: LocalDate, hour: number): Instant {
  return startOfDay(on) + hour * 3_600_000;
}

export function addDays(on: LocalDate, days: number): LocalDate {
  return dateAt(startOfDay(on) + days * dayMs);
}

/** Days since 1970-01-01: what a count over many days counts with. */
export function dayNumberOf(on: LocalDate): number {
  return Date.parse(`${on}T00:00:00Z`) / dayMs;
}

/** The day of a number. */
export function dayNumbered(day: number): LocalDate {
  // eslint-disable-next-line house/no-assertion -- an ISO date is a day
  return new Date(day * dayMs).toISOString().slice(0, 10) as LocalDate;
}

/** ISO 8601: Monday is 1, Sunday is 7. */
export function weekdayOf(on: LocalDate): number {
  return new Date(`${on}T00:00:00Z`).getUTCDay() || 7;
}

export function yearOf(on: LocalDate): number {
  return Number(on.slice(0, 4));
}

/** The same day of a later month, or that month's last day where it has no such day. */
export function addMonths(on: LocalDate, months: number): LocalDate {
  const [year = 0, month = 1, day = 1] = on.split('-').map(Number);
  const lastDay = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  const later = new Date(Date.UTC(year, month - 1 + months, Math.min(day, lastDay)));
  // eslint-disable-next-line house/no-assertion -- an ISO date is a day
  return later.toISOString().slice(0, 10) as LocalDate;
}

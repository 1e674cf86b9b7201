import type { Instant } from './instant.js';
import { dateAt, startOfDay, weekdayOf, type LocalDate } from './local-date.js';

/** A day with its weekday, as letters and screens show a deadline: `thứ Sáu, ngày 04/12/2026`. */
export function formatDay(on: LocalDate): string {
  return `${weekdays[weekdayOf(on) - 1] ?? ''}, ngày ${formatDate(on)}`;
}

/** A day alone, as documents are dated: `04/12/2026`. */
export function formatDate(on: LocalDate): string {
  const [year, month, day] = on.split('-');
  return `${day ?? ''}/${month ?? ''}/${year ?? ''}`;
}

/** The time of day in Vietnam, as letters and screens show it: `07 giờ 30`. */
export function timeAt(at: Instant): string {
  const minutes = Math.floor((at - startOfDay(dateAt(at))) / 60_000);
  return `${twoDigits(Math.floor(minutes / 60))} giờ ${twoDigits(minutes % 60)}`;
}

/** An hour that was set, as an invitation gives it: `8 giờ 00` of `08:00`. */
export function hourWords(startsAt: string): string {
  const [hour = '', minute = ''] = startsAt.split(':');
  return `${String(Number(hour))} giờ ${minute}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

/** ISO order, from Monday. */
const weekdays = ['thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật'] as const;

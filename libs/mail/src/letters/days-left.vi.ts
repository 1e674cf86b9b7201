import { isProvisional, workingDaysBetween, yearOf, type CalendarSlice, type LocalDate } from '@dialogue/domain';
import type { Deadline, Fact, LetterRequest } from './letter-request.js';

/** How much time a deadline leaves, or by how much it has passed: as its case counted it, else on the calendar of the day (D11.1c). */
export function daysLeftFact({ on, workingDaysLeft }: Deadline, request: LetterRequest): Fact {
  const { sentOn, calendar } = request;
  const left = workingDaysLeft ?? countedDays(calendar, sentOn, on);
  const isOver = workingDaysLeft === undefined ? on < sentOn : workingDaysLeft < 0;
  return {
    label: isOver ? 'Tình trạng' : 'Thời gian còn lại',
    value: isOver ? overdueWords(left) : leftWords(left, on),
  };
}

/** Whether the day may still move, since the calendar of its year is not complete: as its case knew, else on the calendar of the day. */
export function mayMove({ on, counted, isProvisional: known }: Deadline, { calendar }: LetterRequest): boolean {
  return known ?? (on > calendar.until || isProvisional(calendar, counted.anchorOn, on));
}

/** `, còn 5 ngày làm việc`: of one deadline among others; empty where nobody can count it. */
export function daysLeftWords(on: LocalDate, { sentOn, calendar }: LetterRequest): string {
  const left = countedDays(calendar, sentOn, on);
  if (left === null) return '';
  return on < sentOn ? `, ${overdueWords(left)}` : `, còn ${String(left)} ngày làm việc`;
}

/** Null where the calendar does not reach that far. */
function countedDays(calendar: CalendarSlice, from: LocalDate, to: LocalDate): number | null {
  const isCovered = [from, to].every((day) => calendar.from <= day && day <= calendar.until);
  return isCovered ? workingDaysBetween(calendar, from, to) : null;
}

function overdueWords(left: number | null): string {
  return left === null || left === 0 ? 'đã quá hạn' : `quá hạn ${String(Math.abs(left))} ngày làm việc`;
}

function leftWords(left: number | null, on: LocalDate): string {
  if (left === null) return `chưa tính được, vì chưa có lịch làm việc năm ${String(yearOf(on))}`;
  return left === 0 ? 'ngày làm việc cuối cùng của thời hạn' : `${String(left)} ngày làm việc`;
}

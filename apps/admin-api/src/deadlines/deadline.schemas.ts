import { dayNumberOf, isLocalDate, localDate, ruleIds, type LocalDate } from '@dialogue/domain';
import { z } from 'zod';

import { organisationCode } from '../http/schemas.js';
import { dayInvalid } from '../http/validation.vi.js';
import { directionAlone, dueTooFar, ruleUnknown, twoQuestions } from './deadline-texts.vi.js';

/** The most working days of one question, about a year. */
const mostWorkingDays = 250;
/** The most days that one page lists: a day that is known, as that of a review, may lie about three years ahead. */
const mostDays = 1100;

/** Any day: whether the calendar has it is said by the count itself, which names the year that is missing. */
const anyDay: z.ZodType<LocalDate, string> = z
  .string()
  .refine(isLocalDate, { error: dayInvalid, abort: true })
  .transform(localDate)
  .meta({ format: 'date' });

/** `GET /v1/deadlines/explain`, and the page of it. */
export const deadlineQuery = z
  .strictObject({
    rule: z.enum(ruleIds, { error: ruleUnknown }).meta({ example: 'D11.1c' }),
    /** Day 0 of the count. */
    anchor: anyDay.meta({ format: 'date', example: '2025-03-03' }),
    /** Explains the way to a day that is known, as links do. */
    due: anyDay.optional(),
    /** Other days than those of the rule. */
    workingDays: z.coerce.number().int().min(1).max(mostWorkingDays).optional(),
    direction: z.enum(['after', 'before']).optional(),
    /** Counts with what this body had set for itself on the anchor day (D13.1). */
    organisation: organisationCode.optional(),
    /** A published edition of the calendar; the newest unless told. */
    edition: z.coerce.number().int().min(1).max(1_000_000).optional(),
  })
  .refine(({ due, workingDays }) => due === undefined || workingDays === undefined, {
    path: ['workingDays'],
    error: twoQuestions,
  })
  .refine(({ direction, workingDays }) => direction === undefined || workingDays !== undefined, {
    path: ['direction'],
    error: directionAlone,
  })
  .refine(({ anchor, due }) => due === undefined || daysBetween(anchor, due) <= mostDays, {
    path: ['due'],
    error: dueTooFar(mostDays),
  });
export type DeadlineQuery = z.output<typeof deadlineQuery>;

function daysBetween(first: LocalDate, second: LocalDate): number {
  return Math.abs(dayNumberOf(first) - dayNumberOf(second));
}

import { dateAt, isLocalDate, localDate, type LocalDate, type OrganisationCode } from '@dialogue/domain';
import { z } from 'zod';

import { schemaMessage } from './schema-messages.js';
import {
  codeInvalid,
  dayInFuture,
  dayInPast,
  dayInvalid,
  dayNotToCome,
  dayTooEarly,
  hourInvalid,
  repeated,
  textMissing,
  textUnprintable,
} from './validation.vi.js';

// Before anything is parsed: what a schema does not say itself is said in Vietnamese (AP2).
z.config({ ...z.locales.vi(), customError: schemaMessage });

const firstDay = '2015-01-01';
const exampleDay = '2026-11-23';

/** A day of the calendar, not before the register's first year. */
export const day: z.ZodType<LocalDate, string> = dayWithin(() => null);

/** A day that has come already, by the clock of the API. */
export const pastDay: z.ZodType<LocalDate, string> = dayWithin(() => dateAt(Date.now()));

/** A day that is still to come, by the clock of the API. */
export const futureDay: z.ZodType<LocalDate, string> = dayWithin(() => null).refine(
  (on) => on > dateAt(Date.now()),
  dayNotToCome,
);

/** Today or a day to come, by the clock of the API. */
export const dayFromToday: z.ZodType<LocalDate, string> = dayWithin(() => null).refine(
  (on) => on >= dateAt(Date.now()),
  dayInPast,
);

/** An hour of the day in Vietnam. */
export const hour = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, hourInvalid)
  .meta({ example: '08:00' });

/** A text of people: at least something other than blanks, at most so many characters, no control characters. */
export function text(max: number): z.ZodString {
  return z.string().trim().min(1, textMissing).max(max).refine(isPrintable, textUnprintable);
}

/** What somebody may add to a command. */
export const remark = text(2000).optional();

/** Why somebody wants what they want. */
export const reason = text(2000);

/** The code of a body; whether there is one is asked of the register. */
export const organisationCode: z.ZodType<OrganisationCode, string> = z
  .string()
  .regex(/^[A-Z0-9][A-Z0-9-]{0,31}$/, codeInvalid)
  .transform(branded);

/** Bodies by their codes, each once, at least and at most so many. */
export function organisationCodes(min: number, max: number): z.ZodType<OrganisationCode[], string[]> {
  return z.array(organisationCode).min(min).max(max).refine(areDifferent, repeated);
}

/** Whether no value comes twice. */
export function areDifferent(values: readonly unknown[]): boolean {
  return new Set(values).size === values.length;
}

/** A document by which an act is known. */
export const document = z.strictObject({ number: text(100), signedOn: day });

/** A document that proves an act entered for somebody else. */
export const evidence = z.strictObject({ number: text(100), signedOn: day, signatory: text(200) });

/** The parameter of routes of one thing. */
export const uuid = z.uuid();

/** How many rows a list gives at once. */
export const limit = z.coerce.number().int().min(1).max(100).default(50);

/** Where the next page of a list begins, as the page before told it. */
export const cursor = z.string().min(1).max(500).optional();

function dayWithin(lastDay: () => string | null): z.ZodType<LocalDate, string> {
  return z
    .string()
    .refine(isLocalDate, { error: dayInvalid, abort: true })
    .refine((on) => on >= firstDay, dayTooEarly)
    .refine((on) => on <= (lastDay() ?? on), dayInFuture)
    .transform(localDate)
    .meta({ format: 'date', example: exampleDay });
}

function isPrintable(given: string): boolean {
  // Line breaks and tabs are text; the other control characters are not, and PostgreSQL takes no NUL.
  // Half a surrogate pair is no character: PostgreSQL refuses it in JSON, and would quote the words in its log.
  return !/[^\P{Cc}\t\n\r]|\p{Cs}/u.test(given);
}

function branded(code: string): OrganisationCode {
  // eslint-disable-next-line house/no-assertion -- branding what the expression above has validated
  return code as OrganisationCode;
}

import {
  dateAt,
  isLocalDate,
  localDate,
  type FieldCode,
  type LocalDate,
  type OrganisationCode,
} from '@dialogue/domain';
import { z } from 'zod';

import { schemaMessage } from './schema-messages.js';
import {
  codeInvalid,
  dayInFuture,
  dayInPast,
  dayInvalid,
  dayNotToCome,
  dayTooEarly,
  fieldCodeInvalid,
  hourInvalid,
  oneOf,
  repeated,
  textMissing,
  textUnprintable,
  untilBeforeFrom,
} from './validation.vi.js';

// Before anything is parsed: what a schema does not say itself is said in Vietnamese (AP2).
z.config({ ...z.locales.vi(), customError: schemaMessage });

const firstDay = '2015-01-01';
const exampleDay = '2026-11-23';

const manyTexts = z.union([z.string(), z.array(z.string()).max(50)]).transform((given) => {
  const texts = typeof given === 'string' ? [given] : given;
  return [...new Set(texts.flatMap((text) => text.split(',')))];
});

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

/** The code of a field; whether it is in force is asked of the list of fields (D5). */
export const fieldCode: z.ZodType<FieldCode, string> = z
  .string()
  .regex(/^[a-z][A-Za-z0-9]{2,39}$/, fieldCodeInvalid)
  .meta({ example: 'economy' });

/** Whether no value comes twice. */
export function areDifferent(values: readonly unknown[]): boolean {
  return new Set(values).size === values.length;
}

/** A document by which an act is known. */
export const document = z.strictObject({ number: text(100), signedOn: day });

/** A document that proves an act entered for somebody else. */
export const evidence = z.strictObject({ number: text(100), signedOn: day, signatory: text(200) });

/** One or several of a closed set, as `?stage=a&stage=b` or `?stage=a,b`. */
export function severalOf<Value extends string>(known: readonly Value[]): z.ZodType<Value[], string | string[]> {
  return manyTexts
    .transform((given, context) => {
      const values = given.flatMap((text) => known.filter((value) => value === text));
      if (values.length !== given.length) context.addIssue({ code: 'custom', message: oneOf(known) });
      return values;
    })
    .meta({ description: known.join(', ') });
}

/** One or several codes, as {@link severalOf}; whether there is something of that code is not asked. */
function severalBy<Code>(one: z.ZodType<Code, string>, message: string): z.ZodType<Code[], string | string[]> {
  return manyTexts.transform((given, context) => {
    const codes = given.map((text) => one.safeParse(text));
    if (!codes.every(({ success }) => success)) context.addIssue({ code: 'custom', message });
    return codes.flatMap(({ data }) => (data === undefined ? [] : [data]));
  });
}

/** One or several bodies. */
export const severalCodes: z.ZodType<OrganisationCode[], string | string[]> = severalBy(organisationCode, codeInvalid);

/** One or several fields, each with those that stand under it (D5). */
export const severalFields: z.ZodType<FieldCode[], string | string[]> = severalBy(fieldCode, fieldCodeInvalid);

/** The parameter of routes of one thing. */
export const uuid = z.uuid();

/** How many rows a list gives at once. */
export const limit = z.coerce.number().int().min(1).max(100).default(50);

/** Days on which the first open duty of a case falls due, both included. */
export const dueRange = { dueFrom: day.optional(), dueTo: day.optional() };

/** A query whose ranges of days begin before they end; what is wrong is said of the end. */
export function inOrder<Shape extends z.ZodRawShape>(
  query: z.ZodObject<Shape, z.core.$strict>,
  ranges: readonly (readonly [from: string, to: string])[],
): z.ZodObject<Shape, z.core.$strict> {
  return query.superRefine((given, context) => {
    for (const [from, to] of ranges) {
      const [first, last]: unknown[] = [Reflect.get(given, from), Reflect.get(given, to)];
      if (typeof first === 'string' && typeof last === 'string' && first > last)
        context.addIssue({ code: 'custom', path: [to], message: untilBeforeFrom });
    }
  });
}

/** Where the next page of a list begins, as the page before told it. */
export const cursor = z.string().min(1).max(1000).optional();

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

import type { FieldProblem } from '../errors/api-error.js';
import { choiceMissing, dayInvalid, dayMistyped } from '../http/validation.vi.js';

/** What somebody typed into a form, by the names of its fields. */
export type FormValues = Readonly<Record<string, string>>;

/** A form as it came in: what was typed, and the files that were kept of it. */
export interface SentForm {
  readonly values: FormValues;
  readonly files: readonly KeptFile[];
}

/** A file that is in the store already: it need not be sent again when something else of the form was wrong. */
export interface KeptFile {
  readonly id: string;
  readonly name: string;
}

/**
 * The body of a command as the API takes it: `document.number` is the number within a document; what was left empty is not
 * there; `true` and `false` are what they say.
 */
export function bodyOf(fields: readonly FilledField[], values: FormValues): Readonly<Record<string, unknown>> {
  const body: Record<string, unknown> = {};
  for (const { name, kind, isRequired } of fields) {
    const value = (values[name] ?? '').trim();
    const [first = '', ...rest] = name.split('.');
    if (value !== '') put(body, [first, ...rest], meaningOf(kind, value));
    // Of a document of which nothing was filled in, each missing part is to be named, not the whole by its first field.
    else if (isRequired && rest.length > 0) body[first] ??= {};
  }
  return body;
}

interface FilledField {
  readonly name: string;
  readonly kind: string;
  readonly isRequired: boolean;
  readonly options?: readonly { readonly value: string }[];
}

/** Whether what was chosen, or picked out of the case, is something that the form has offered; a choice may be left open. */
export function isOffered(fields: readonly FilledField[], values: FormValues): boolean {
  return fields.every(({ name, kind, options = [] }) => {
    const value = (values[name] ?? '').trim();
    const isOpen = kind === 'choice' && value === '';
    return (kind !== 'pick' && kind !== 'choice') || isOpen || options.some((option) => option.value === value);
  });
}

/** Of a choice between yes and no the one or the other; of a day, as an office writes it too, the day. */
function meaningOf(kind: string, value: string): string | boolean {
  if (kind === 'choice' && (value === 'true' || value === 'false')) return value === 'true';
  return kind === 'day' ? dayTyped(value) : value;
}

/**
 * A day as an office writes it, `5/3/2026`, as `2026-03-05`; a keyboard of digits may have no stroke, so `05032026` is one,
 * too. What is no day stays what it is.
 */
export function dayTyped(value: string): string {
  const [, day = '', month = '', year = ''] =
    /^(\d{1,2})([/. -])(\d{1,2})\2(\d{4})$/.exec(value)?.toSpliced(2, 1) ?? /^(\d\d)(\d\d)(\d{4})$/.exec(value) ?? [];
  return year === '' ? value : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function put(target: Record<string, unknown>, [first = '', ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) {
    target[first] = value;
    return;
  }
  const inner: Record<string, unknown> = {};
  const known = target[first];
  if (typeof known === 'object' && known !== null) Object.assign(inner, known);
  put(inner, rest, value);
  target[first] = inner;
}

/** What is wrong with a form: of which field, by its name, or of the whole. */
export interface FormProblems {
  readonly byField: Readonly<Record<string, string>>;
  readonly general: readonly string[];
}

/** What a schema says to a program, as it is said to who has filled in a form: days as offices write them, and no codes. */
export function saidToPeople(
  fields: readonly FilledField[],
  problems: readonly FieldProblem[],
): readonly FieldProblem[] {
  return problems.map(({ path, message }) => {
    const kind = fields.find(({ name }) => name === path)?.kind;
    if (kind === 'choice') return { path, message: choiceMissing };
    return { path, message: message === dayInvalid ? dayMistyped : message };
  });
}

/** A problem of something that has no field of its own belongs to the field that it begins with, or to the form. */
export function problemsOf(fields: readonly FilledField[], problems: readonly FieldProblem[]): FormProblems {
  const names = fields.map(({ name }) => name);
  const byField: Record<string, string> = {};
  const general: string[] = [];
  for (const { path, message } of problems) {
    const field =
      names.find((name) => name === path) ?? names.find((name) => path !== '' && name.startsWith(`${path}.`));
    if (field === undefined) general.push(message);
    else byField[field] ??= message;
  }
  return { byField, general };
}

/** An error as fields of a log line. */
export interface ErrorFields {
  readonly name: string;
  readonly code?: string;
  readonly message?: string;
  readonly constraint?: string;
  readonly table?: string;
  readonly frames?: readonly string[];
  readonly cause?: ErrorFields;
}

/**
 * What of an error may stand in a log. Messages of databases and of JSON parsers repeat the values at fault, which may
 * be names or addresses of people: of those only the code, the constraint and the place are kept.
 */
export function errorFields(error: unknown, depth = 0): ErrorFields {
  if (typeof error !== 'object' || error === null) return { name: typeof error };
  const name = textIn(error, 'name') ?? 'Error';
  return {
    name,
    ...optional('code', textIn(error, 'code')),
    ...optional('message', repeatsValues(name, error) ? undefined : textIn(error, 'message')),
    ...optional('constraint', textIn(error, 'constraint')),
    ...optional('table', textIn(error, 'table')),
    ...optional('frames', framesOf(error)),
    ...('cause' in error && error.cause !== undefined && depth < 3
      ? { cause: errorFields(error.cause, depth + 1) }
      : {}),
  };
}

function repeatsValues(name: string, error: object): boolean {
  return name === 'SyntaxError' || name === 'QueryFailedError' || 'severity' in error;
}

function framesOf(error: object): readonly string[] | undefined {
  // A stack begins with the message: only the lines of places are taken.
  return textIn(error, 'stack')
    ?.split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 12)
    .map((line) => line.trim());
}

function textIn(error: object, field: string): string | undefined {
  const value: unknown = Reflect.get(error, field);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function optional(key: string, value: unknown): Readonly<Record<string, unknown>> {
  return value === undefined ? {} : { [key]: value };
}

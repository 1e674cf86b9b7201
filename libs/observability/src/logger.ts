import { logContext } from './context.js';
import { errorFields } from './error-fields.js';

/** How loud a line is. */
export const logLevels = ['debug', 'info', 'warn', 'error'] as const;
export type LogLevel = (typeof logLevels)[number];

/** Ids, codes, dates and counts; never names, addresses or texts of people. An `error` is reduced to what may be kept. */
export type LogFields = Readonly<Record<string, unknown>>;

/** Writes one JSON line per message. A message is a constant English sentence; what varies stands in the fields. */
export type Logger = Readonly<Record<LogLevel, (message: string, fields?: LogFields) => void>>;

/** What a logger is made with. */
export interface LoggerOptions {
  /** The application, as the field `app` of every line. */
  readonly app: string;
  /** The quietest level that is written; `info` unless told. */
  readonly level?: LogLevel;
  /** Where lines go, each with its line break: to standard output unless told. */
  readonly write?: (line: string) => void;
}

/** The logger of one process; lines carry the ids of the work at hand ({@link logContext}). */
export function createLogger({ app, level = 'info', write = toStandardOutput }: LoggerOptions): Logger {
  function logAt(lineLevel: LogLevel): Logger[LogLevel] {
    if (logLevels.indexOf(lineLevel) < logLevels.indexOf(level)) return () => undefined;
    return (message, fields = {}) => {
      write(`${lineOf({ at: new Date().toISOString(), level: lineLevel, app, message }, fields)}\n`);
    };
  }
  return { debug: logAt('debug'), info: logAt('info'), warn: logAt('warn'), error: logAt('error') };
}

function lineOf(head: LogFields, fields: LogFields): string {
  const { error, ...others } = fields;
  const line = { ...head, ...logContext(), ...others, ...(error === undefined ? {} : { error: errorFields(error) }) };
  // A BigInt or a cycle in a field must not cost the line, and far less the work that it tells of.
  try {
    return JSON.stringify(line, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value));
  } catch {
    return JSON.stringify({ ...head, ...logContext(), unwritable: Object.keys(fields) });
  }
}

function toStandardOutput(line: string): void {
  process.stdout.write(line);
}

import type { LogFields, Logger, LogLevel } from './logger.js';

/** The face that Nest's `LoggerService` wants, met without importing Nest. */
export interface NestLogger {
  log(message: unknown, ...rest: readonly unknown[]): void;
  error(message: unknown, ...rest: readonly unknown[]): void;
  warn(message: unknown, ...rest: readonly unknown[]): void;
  debug(message: unknown, ...rest: readonly unknown[]): void;
  verbose(message: unknown, ...rest: readonly unknown[]): void;
  fatal(message: unknown, ...rest: readonly unknown[]): void;
}

/** Nest's own lines through our logger: its message and the class that spoke. What it is given besides is dropped. */
export function nestLogger(logger: Logger): NestLogger {
  const say =
    (level: LogLevel) =>
    (message: unknown, ...rest: readonly unknown[]) => {
      logger[level]('Nest reported', nestFields(message, rest));
    };
  return {
    log: say('debug'),
    error: say('error'),
    warn: say('warn'),
    debug: say('debug'),
    verbose: say('debug'),
    fatal: say('error'),
  };
}

function nestFields(message: unknown, rest: readonly unknown[]): LogFields {
  const context = rest.at(-1);
  return {
    ...(typeof context === 'string' && !context.includes('\n') ? { context } : {}),
    ...(typeof message === 'string' ? { said: message } : { error: message }),
  };
}

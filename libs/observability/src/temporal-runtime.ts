import type { LogFields, Logger } from './logger.js';

type TemporalLevel = 'TRACE' | 'DEBUG' | 'INFO' | 'WARN' | 'ERROR';
type TemporalLog = (message: string, meta?: Readonly<Record<string | symbol, unknown>>) => void;

/** What `Runtime.install` takes, as far as we decide it; met structurally, so that this room needs no SDK. */
export interface TemporalRuntimeOptions {
  readonly shutdownSignals: [];
  readonly logger: {
    readonly log: (level: TemporalLevel, message: string, meta?: Readonly<Record<string | symbol, unknown>>) => void;
    readonly trace: TemporalLog;
    readonly debug: TemporalLog;
    readonly info: TemporalLog;
    readonly warn: TemporalLog;
    readonly error: TemporalLog;
  };
  readonly telemetryOptions: { readonly logging: { readonly forward: object; readonly filter: string } };
}

/** The SDK's own lines, of its core too, through our logger; the process's signals stay with Nest. */
export function temporalRuntimeOptions(logger: Logger): TemporalRuntimeOptions {
  function log(level: TemporalLevel, message: string, meta: Readonly<Record<string | symbol, unknown>> = {}): void {
    logger[levels[level]](message, fieldsOf(meta));
  }
  const at =
    (level: TemporalLevel): TemporalLog =>
    (message, meta) => {
      log(level, message, meta);
    };
  return {
    shutdownSignals: [],
    logger: { log, trace: at('TRACE'), debug: at('DEBUG'), info: at('INFO'), warn: at('WARN'), error: at('ERROR') },
    telemetryOptions: {
      logging: { forward: {}, filter: 'temporal_sdk_core=WARN,temporal_client=WARN,temporalio_sdk_core=WARN' },
    },
  };
}

const levels = { TRACE: 'debug', DEBUG: 'debug', INFO: 'info', WARN: 'warn', ERROR: 'error' } as const;

function fieldsOf(meta: Readonly<Record<string | symbol, unknown>>): LogFields {
  // The SDK hides housekeeping under symbols, and gives nanoseconds as BigInt, which the logger turns into text.
  return Object.fromEntries(Object.entries(meta));
}

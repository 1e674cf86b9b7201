/** How long each part of a conversation may take. `untilTextMs` and `finalAnswerMs` together bound the whole. */
export interface SmtpTimeLimits {
  /** Name lookup, connecting, greeting and TLS together. */
  readonly connectMs: number;
  readonly greetingMs: number;
  /** The server's silence after a command. */
  readonly commandMs: number;
  /** The server's silence after the question whether a kept connection is still alive. */
  readonly checkMs: number;
  /** From the beginning to the first byte of the text. */
  readonly untilTextMs: number;
  /** From the first byte of the text to the answer to it. */
  readonly finalAnswerMs: number;
  /** How long a kept connection waits for the next letter. */
  readonly idleMs: number;
}

/** At most 20 s before the text and 35 s after it: less than a minute, which an activity can grant. */
export const defaultSmtpTimeLimits: SmtpTimeLimits = {
  connectMs: 10_000,
  greetingMs: 8_000,
  commandMs: 10_000,
  checkMs: 3_000,
  untilTextMs: 20_000,
  finalAnswerMs: 35_000,
  idleMs: 30_000,
};

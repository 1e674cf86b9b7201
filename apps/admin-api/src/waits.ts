/** How long somebody who asks the API waits for the machinery behind it, in milliseconds. */
export interface Waits {
  /** For Temporal, when somebody asks whether all is ready. */
  readonly check: number;
  /** For Temporal to take one signal: one that hangs must not hold the person at the door. */
  readonly signal: number;
  /** From the first signal of a request on no further one is begun: after an outage many may wait in line. */
  readonly signalling: number;
  /** For the decision of the case. */
  readonly outcome: number;
  /** The same when Temporal did not answer: somebody else may yet get through to it, but hardly within that time. */
  readonly outcomeWithoutSignal: number;
}

/** What is not told or decided by then, the relay tells, and whoever asks again reads. */
export const patience: Waits = {
  check: 1_500,
  signal: 900,
  signalling: 500,
  outcome: 3_000,
  outcomeWithoutSignal: 500,
};

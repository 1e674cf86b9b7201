import type { Instant, PastEvent } from '@dialogue/domain';

import type { Envelope } from './envelope.js';

/** What a case carries from run to run; JSON only. */
export interface CaseMemory<State, Command> {
  readonly schemaVersion: 1;
  readonly state: State;
  readonly sequence: number;
  readonly lastAt: Instant;
  readonly pending: readonly Envelope<Command>[];
  readonly seen: readonly string[];
  readonly recent: readonly PastEvent[];
  /** Where people reach the API, for links on the page of the case; runs that began before carry none. */
  readonly publicUrl?: string;
}

/** The argument of every case's workflow. A fresh run loads its state from the register, a continued one carries it. */
export interface CaseStart<State, Command> {
  readonly caseId: string;
  readonly carried: CaseMemory<State, Command> | null;
  /** Events after which the case continues as new; 1,000 unless a test sets it lower. */
  readonly historyLimit?: number;
}

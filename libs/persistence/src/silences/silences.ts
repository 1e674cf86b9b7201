import type { DataSource } from 'typeorm';

import { tellSilences, type SilenceRound } from './tell-silences.js';

/** D11.3: bodies that do not stir. */
export interface Silences {
  /** The superior of each is told, once for each silence. */
  tellSilences(): Promise<SilenceRound>;
}

/** Over the connections of the worker's role. */
export function createSilences(dataSource: DataSource): Silences {
  return { tellSilences: async () => tellSilences(dataSource, Date.now()) };
}

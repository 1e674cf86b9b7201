import type { SilenceActivities, SilenceRound } from '@dialogue/contracts';

import { alarmed } from './alarm.js';
import { beating } from './heartbeat.js';

/** What the look at silent bodies needs of the register. */
export interface SilencePort {
  readonly tellSilences: () => Promise<SilenceRound>;
}

/** The one step of a night's look, on the queue `report`; it may run twice. */
export function createSilenceActivities(register: SilencePort): SilenceActivities {
  return { tellSilences: () => alarmed(() => beating(() => register.tellSilences())) };
}

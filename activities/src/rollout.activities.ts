import type { Rollout, RolloutActivities, RolloutProgress, RolloutStart } from '@dialogue/contracts';

import { alarmed } from './alarm.js';

/** What a rollout needs of the register. */
export interface RolloutPort {
  readonly loadRollout: (rolloutId: string) => Promise<Rollout | null>;
  readonly tellCases: (rolloutId: string) => Promise<RolloutProgress>;
  readonly finishRollout: (rolloutId: string) => Promise<{ readonly letters: number }>;
}

/** The steps of a rollout, on the queue `report`; every one may run twice. */
export function createRolloutActivities(register: RolloutPort): RolloutActivities {
  return {
    loadRollout: ({ rolloutId }: RolloutStart) => alarmed(() => register.loadRollout(rolloutId)),
    tellCases: ({ rolloutId }) => alarmed(() => register.tellCases(rolloutId)),
    finishRollout: ({ rolloutId }) => alarmed(() => register.finishRollout(rolloutId)),
  };
}

import type { Instant } from '@dialogue/domain';

/** What a rollout brings to open cases: an edition of the calendar, or the succession of bodies. */
export const rolloutKinds = ['calendar', 'organisation'] as const;
export type RolloutKind = (typeof rolloutKinds)[number];

/** The argument of `rolloutWorkflow`; its id is that of the workflow without `rollout/`: `calendar/2`. */
export interface RolloutStart {
  readonly rolloutId: string;
}

/** What a rollout is about, and from when cases hear of it. */
export interface Rollout {
  readonly kind: RolloutKind;
  readonly startsAt: Instant;
}

/** How far it has come: how many cases were told in this step, and how many have not acted on it yet. */
export interface RolloutProgress {
  readonly told: number;
  readonly lagging: number;
}

/** The steps of a rollout, on the queue `report`. Each may run twice: told twice, a case changes nothing more. */
export interface RolloutActivities {
  /** Null: it was withdrawn, or there is none. */
  readonly loadRollout: (start: RolloutStart) => Promise<Rollout | null>;
  /** Tells some of the cases that lag behind and have not been told lately; in one transaction. */
  readonly tellCases: (start: RolloutStart) => Promise<RolloutProgress>;
  /** Every case has acted: whoever is responsible gets one letter with all that moved. How many letters that were. */
  readonly finishRollout: (start: RolloutStart) => Promise<{ readonly letters: number }>;
}

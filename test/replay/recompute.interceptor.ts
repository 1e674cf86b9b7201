import { proxySinks, type Sinks, type WorkflowInterceptorsFactory } from '@temporalio/workflow';

/** Where a replayed workflow says what it would do now. */
export interface RecomputeSinks extends Sinks {
  readonly recompute: { step(kind: string, argument: unknown): void };
}

const { recompute } = proxySinks<RecomputeSinks>();

/** Reports every step with its argument: replay itself compares only the kinds of steps and their order. */
export const interceptors: WorkflowInterceptorsFactory = () => ({
  outbound: [
    {
      scheduleActivity: (input, next) => {
        recompute.step(input.activityType, input.args[0]);
        return next(input);
      },
      startTimer: (input, next) => {
        recompute.step('timer', input.durationMs);
        return next(input);
      },
    },
  ],
});

import { activityInfo, log } from '@temporalio/activity';

const alarmAfterMs = 10 * 60_000;

/**
 * Runs a step that its workflow repeats for ever. Each failure is logged and thrown on; once the step has been failing
 * for ten minutes the log says so at level error with `alarm: true`, since no deadline of the case is kept meanwhile.
 */
export async function alarmed<Result>(step: () => Promise<Result>): Promise<Result> {
  try {
    return await step();
  } catch (error) {
    const { activityType, attempt, scheduledTimestampMs, workflowExecution } = activityInfo();
    const failingMs = Date.now() - scheduledTimestampMs;
    const isAlarm = failingMs > alarmAfterMs;
    const fields = {
      activityType,
      attempt,
      failingMs,
      workflowId: workflowExecution?.workflowId,
      alarm: isAlarm,
      error: nameOf(error),
    };
    if (isAlarm) log.error('A step that a case waits for keeps failing', fields);
    else log.warn('A step that a case waits for failed', fields);
    throw error;
  }
}

/** The kind of error only: messages of drivers may quote values. */
function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : 'unknown';
}

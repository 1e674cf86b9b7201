import { reportOpeners, type ReportOpener } from '@dialogue/contracts';
import {
  ScheduleAlreadyRunning,
  ScheduleClient,
  ScheduleOverlapPolicy,
  type Connection,
  type Month,
  type ScheduleDescription,
  type ScheduleUpdateOptions,
} from '@temporalio/client';

/** The day of the year on which an opener begins to wait for the opening day of its period: early enough for any calendar. */
const openerDays: Readonly<
  Record<ReportOpener['args'][0]['kind'], { readonly month: Month; readonly dayOfMonth: number }>
> = {
  // D14.1: before 20 June; twenty working days earlier is at the latest in the middle of May.
  halfYear: { month: 'APRIL', dayOfMonth: 10 },
  // D14.1: before 10 December; twenty working days earlier is at the latest in the middle of November.
  year: { month: 'OCTOBER', dayOfMonth: 1 },
};
const hour = 7;
const timezone = 'Asia/Ho_Chi_Minh';

/** A Temporal that was away on that day, or restored from a backup, opens the period when it is back. */
const catchupDays = 365;

/** One Schedule per period exists and is as this version wants it; the ids of those that were made or changed. Repeatable. */
export async function ensureSchedules(connection: Connection, namespace: string): Promise<readonly string[]> {
  const client = new ScheduleClient({ connection, namespace });
  const changed: string[] = [];
  for (const kind of ['halfYear', 'year'] as const) {
    const { scheduleId } = reportOpeners[kind];
    if (await ensureSchedule(client, scheduleId, wantedFor(kind))) changed.push(scheduleId);
  }
  return changed;
}

async function ensureSchedule(
  client: ScheduleClient,
  scheduleId: string,
  wanted: ScheduleUpdateOptions,
): Promise<boolean> {
  try {
    await client.create({ scheduleId, ...wanted });
    return true;
  } catch (error) {
    if (!(error instanceof ScheduleAlreadyRunning)) throw error;
  }
  const handle = client.getHandle(scheduleId);
  if (isAsWanted(await handle.describe(), wanted)) return false;
  await handle.update(() => wanted);
  return true;
}

function wantedFor(kind: keyof typeof openerDays): ScheduleUpdateOptions {
  const opener: ReportOpener = reportOpeners[kind];
  return {
    spec: { calendars: [{ ...openerDays[kind], hour }], timezone },
    action: {
      type: 'startWorkflow',
      workflowType: opener.workflowType,
      workflowId: opener.workflowId,
      taskQueue: opener.taskQueue,
      args: [...opener.args],
    },
    // Openers do not disturb each other: what one has opened another leaves alone. One that still waits, since the
    // calendar of its year is missing, must hold back neither next year's nor one that somebody triggers.
    policies: { overlap: ScheduleOverlapPolicy.ALLOW_ALL, catchupWindow: catchupDays * dayMs, pauseOnFailure: false },
    // A paused one would let a duty of the law pass unseen.
    state: { paused: false },
  };
}

const dayMs = 86_400_000;

/** Compares what decides; the server fills in the rest. */
function isAsWanted({ spec, action, policies, state }: ScheduleDescription, wanted: ScheduleUpdateOptions): boolean {
  const times = spec.calendars?.map(({ month, dayOfMonth, hour: hours }) => ({
    month: month[0]?.start,
    dayOfMonth: dayOfMonth[0]?.start,
    hour: hours[0]?.start,
  }));
  const { type, workflowType, workflowId, taskQueue, args } = action;
  const { overlap, catchupWindow, pauseOnFailure } = policies;
  const found = {
    spec: { calendars: times, timezone: spec.timezone },
    action: { type, workflowType, workflowId, taskQueue, args },
    policies: { overlap, catchupWindow, pauseOnFailure },
    state: { paused: state.paused },
  };
  return JSON.stringify(found) === JSON.stringify(wanted);
}

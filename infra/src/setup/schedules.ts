import { isDeepStrictEqual } from 'node:util';

import {
  bounceReading,
  morningDigest,
  nightlyReconciliation,
  nightlySilences,
  reportOpeners,
  type ReportOpener,
} from '@dialogue/contracts';
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

/** Every Schedule exists and is as this version wants it; the ids of those that were made or changed. Repeatable. */
export async function ensureSchedules(connection: Connection, namespace: string): Promise<readonly string[]> {
  const client = new ScheduleClient({ connection, namespace });
  const changed: string[] = [];
  for (const { scheduleId, wanted } of schedules())
    if (await ensureSchedule(client, scheduleId, wanted)) changed.push(scheduleId);
  return changed;
}

interface WantedSchedule {
  readonly scheduleId: string;
  readonly wanted: ScheduleUpdateOptions;
}

function schedules(): readonly WantedSchedule[] {
  const openers = (['halfYear', 'year'] as const).map((kind) => ({
    scheduleId: reportOpeners[kind].scheduleId,
    wanted: wantedFor(kind),
  }));
  return [
    ...openers,
    { scheduleId: nightlyReconciliation.scheduleId, wanted: wantedOften(nightlyReconciliation, everyNight(2)) },
    { scheduleId: nightlySilences.scheduleId, wanted: wantedOften(nightlySilences, everyNight(5)) },
    { scheduleId: bounceReading.scheduleId, wanted: wantedOften(bounceReading, everyFewMinutes) },
    { scheduleId: morningDigest.scheduleId, wanted: wantedOften(morningDigest, everyMorning) },
  ];
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

/** At a time when nobody works, and well before the letters of the morning. */
function everyNight(nightHour: number): ScheduleUpdateOptions['spec'] {
  return { calendars: [{ hour: nightHour }], timezone };
}

/** A letter that came back is to be known on the same morning; what is skipped is read by the next one. */
const everyFewMinutes: ScheduleUpdateOptions['spec'] = { intervals: [{ every: 5 * 60_000 }], timezone };

/** Before the reminders of the day, which go out at 08:00; its workflow asks the calendar whether anybody works on that day. */
const everyMorning: ScheduleUpdateOptions['spec'] = { calendars: [morningDigest.time], timezone };

type Often = typeof nightlyReconciliation | typeof nightlySilences | typeof bounceReading | typeof morningDigest;

function wantedOften(
  { workflowType, workflowId, taskQueue, args }: Often,
  spec: ScheduleUpdateOptions['spec'],
): ScheduleUpdateOptions {
  return {
    spec,
    action: { type: 'startWorkflow', workflowType, workflowId, taskQueue, args: [...args] },
    // One at a time, and of an outage only the last: it looks at everything.
    policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: dayMs, pauseOnFailure: false },
    state: { paused: false },
  };
}

const dayMs = 86_400_000;

/** Compares what decides; the server fills in the rest. */
function isAsWanted({ spec, action, policies, state }: ScheduleDescription, wanted: ScheduleUpdateOptions): boolean {
  const times = (spec.calendars ?? []).map(({ month, dayOfMonth, hour: hours, minute }) => ({
    month: rangeOf(month),
    dayOfMonth: rangeOf(dayOfMonth),
    hour: rangeOf(hours),
    minute: rangeOf(minute),
  }));
  const intervals = (spec.intervals ?? []).map(({ every }) => ({ every }));
  const { type, workflowType, workflowId, taskQueue, args } = action;
  const { overlap, catchupWindow, pauseOnFailure } = policies;
  const found = {
    spec: { calendars: times, intervals, timezone: spec.timezone },
    action: { type, workflowType, workflowId, taskQueue, args },
    policies: { overlap, catchupWindow, pauseOnFailure },
    state: { paused: state.paused },
  };
  const calendars = (wanted.spec.calendars ?? []).map((times) => ({ ...everyTime, ...times }));
  return isDeepStrictEqual(found, { ...wanted, spec: { intervals: [], ...wanted.spec, calendars } });
}

/** What the server makes of a part of a calendar that is left out. */
const everyTime = { month: 'JANUARY-DECEMBER', dayOfMonth: '1-31', minute: 0 } as const;

function rangeOf<Value>(ranges: readonly { readonly start: Value; readonly end: Value }[]): Value | string | undefined {
  const [first] = ranges;
  return first === undefined || first.start === first.end
    ? first?.start
    : `${String(first.start)}-${String(first.end)}`;
}

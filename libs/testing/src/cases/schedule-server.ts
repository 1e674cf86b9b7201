import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import {
  searchAttributeTypes,
  taskQueues,
  type AnyCaseLedger,
  type ReportOpener,
  type ReportOpenerActivities,
} from '@dialogue/contracts';
import { ensureSchedules, ensureSearchAttributes, startTemporalDevServer } from '@dialogue/infra';
import { Client, Connection } from '@temporalio/client';
import {
  DefaultLogger,
  makeTelemetryFilterString,
  NativeConnection,
  Runtime,
  Worker,
  type BundleOptions,
} from '@temporalio/worker';

import { bundleOnce } from './bundle-once.js';

/** What an opener asks for. */
type OpenerSteps = ReportOpenerActivities & Pick<AnyCaseLedger, 'loadCalendar'>;

/** A real server with the Schedules of the set-up, in real time: the time-skipping one has none. */
export interface ScheduleServer {
  /** Serves the openers until the promise settles. */
  readonly serve: (steps: OpenerSteps, until: Promise<unknown>) => Promise<void>;
  /** Has a Schedule fire for each of its times between two, as after an outage. */
  readonly catchUp: (opener: ReportOpener, between: { readonly start: Date; readonly end: Date }) => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Bundles the workflows and starts the server; once a file of specs. */
export async function startScheduleServer(bundle: BundleOptions): Promise<ScheduleServer> {
  const filter = makeTelemetryFilterString({ core: 'ERROR', other: 'ERROR' });
  const logger = new DefaultLogger('ERROR');
  Runtime.install({ logger, telemetryOptions: { logging: { filter } } });
  const folder = await mkdtemp(join(tmpdir(), 'dialogue-schedules-'));
  const temporal = await startTemporalDevServer({ logFile: join(folder, 'temporal.log') });
  const { address } = temporal;
  const connection = await Connection.connect({ address });
  const native = await NativeConnection.connect({ address });
  await ensureSearchAttributes(connection, 'default', searchAttributeTypes);
  await ensureSchedules(connection, 'default');
  const workflowBundle = await bundleOnce({ logger, ...bundle });
  return {
    serve: async ({ openReports, loadCalendar }, until): Promise<void> => {
      const [reports, ledger] = await Promise.all([
        Worker.create({
          connection: native,
          taskQueue: taskQueues.report,
          workflowBundle,
          activities: { openReports },
        }),
        Worker.create({ connection: native, taskQueue: taskQueues.ledger, activities: { loadCalendar } }),
      ]);
      await Promise.all([reports.runUntil(until), ledger.runUntil(until)]);
    },
    catchUp: async ({ scheduleId }, between): Promise<void> =>
      new Client({ connection }).schedule.getHandle(scheduleId).backfill(between),
    stop: async (): Promise<void> => {
      await native.close();
      await connection.close();
      await temporal.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

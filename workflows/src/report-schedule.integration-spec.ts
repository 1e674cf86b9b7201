import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { reportOpeners, searchAttributeTypes, taskQueues } from '@dialogue/contracts';
import type { CalendarSlice, LocalDate, ReportPeriod } from '@dialogue/domain';
import { ensureSchedules, ensureSearchAttributes, startTemporalDevServer, type RunningTemporal } from '@dialogue/infra';
import { Client, Connection } from '@temporalio/client';
import {
  bundleWorkflowCode,
  DefaultLogger,
  makeTelemetryFilterString,
  NativeConnection,
  Runtime,
  Worker,
} from '@temporalio/worker';

import { bundleOfSources } from './case-stories.fixture.js';

jest.setTimeout(60_000);

/** The time-skipping server has no Schedules: this is the real one, in real time. */
describe('a Schedule that fires for a day long past', () => {
  let folder = '';
  let temporal: RunningTemporal;
  let connection: Connection;
  let native: NativeConnection;

  beforeAll(async () => {
    const filter = makeTelemetryFilterString({ core: 'ERROR', other: 'ERROR' });
    Runtime.install({ logger: new DefaultLogger('ERROR'), telemetryOptions: { logging: { filter } } });
    folder = await mkdtemp(join(tmpdir(), 'dialogue-schedule-'));
    temporal = await startTemporalDevServer({ logFile: join(folder, 'temporal.log') });
    connection = await Connection.connect({ address: temporal.address });
    native = await NativeConnection.connect({ address: temporal.address });
    await ensureSearchAttributes(connection, 'default', searchAttributeTypes);
    await ensureSchedules(connection, 'default');
  }, 120_000);

  afterAll(async () => {
    await native.close();
    await connection.close();
    await temporal.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('D14.1: opens the period that it was meant for, be it late, and not the next', async () => {
    const opened: string[] = [];
    let allOpened = (): void => undefined;
    const both = new Promise<void>((resolve) => (allOpened = resolve));
    const openReports = async ({ period }: { readonly period: ReportPeriod }): Promise<object> => {
      if (opened.push(period.code) === 2) allOpened();
      return Promise.resolve({ reporting: 1, opened: 1 });
    };
    const loadCalendar = async (range: { from: LocalDate; until: LocalDate }): Promise<CalendarSlice> =>
      Promise.resolve({ edition: 1, ...range, daysOff: [], workedRestDays: [], unconfirmedYears: [] });
    const logger = new DefaultLogger('ERROR');
    const workflowBundle = await bundleWorkflowCode({ logger, ...bundleOfSources });
    const reports = await Worker.create({
      connection: native,
      taskQueue: taskQueues.report,
      workflowBundle,
      activities: { openReports },
    });
    const ledger = await Worker.create({
      connection: native,
      taskQueue: taskQueues.ledger,
      activities: { loadCalendar },
    });
    const schedule = new Client({ connection }).schedule.getHandle(reportOpeners.year.scheduleId);

    await schedule.backfill({ start: new Date('2024-09-01T00:00:00Z'), end: new Date('2025-11-01T00:00:00Z') });
    await Promise.all([reports.runUntil(both), ledger.runUntil(both)]);

    expect(opened.toSorted()).toEqual(['2024-Y', '2025-Y']);
  });
});

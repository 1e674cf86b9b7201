import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import {
  bounceReading,
  morningDigest,
  nightlyReconciliation,
  nightlySilences,
  reportOpeners,
  searchAttributeTypes,
} from '@dialogue/contracts';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Client, Connection, ScheduleClient } from '@temporalio/client';

import { startTemporalDevServer, type RunningTemporal } from '../local/temporal-server.js';
import { ensureNamespace, whenNamespaceIsKnown } from './namespace.js';
import { ensureSchedules } from './schedules.js';
import { ensureSearchAttributes } from './search-attributes.js';

jest.setTimeout(60_000);

describe('the Temporal part of the set-up', () => {
  let folder = '';
  let temporal: RunningTemporal;
  let connection: Connection;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'dialogue-namespace-'));
    temporal = await startTemporalDevServer({ logFile: join(folder, 'temporal.log') });
    connection = await Connection.connect({ address: temporal.address });
  });

  afterAll(async () => {
    await connection.close();
    await temporal.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it.each([
    ['default', 'one that exists'],
    ['province', 'a new one'],
  ])('keeps closed workflows of the namespace %s for a year: %s', async (namespace, _reason) => {
    await ensureNamespace(connection, namespace);
    await ensureNamespace(connection, namespace);

    const { config } = await connection.workflowService.describeNamespace({ namespace });
    expect(Number(config?.workflowExecutionRetentionTtl?.seconds)).toBe(365 * 86_400);
  });

  it('registers what is missing of the search attributes, and nothing the second time', async () => {
    expect(await ensureSearchAttributes(connection, 'default', searchAttributeTypes)).toEqual(
      Object.keys(searchAttributeTypes),
    );
    expect(await ensureSearchAttributes(connection, 'default', searchAttributeTypes)).toEqual([]);
  });

  it('refuses a search attribute that exists with another type, by its name', async () => {
    await ensureSearchAttributes(connection, 'default', searchAttributeTypes);

    await expect(ensureSearchAttributes(connection, 'default', { CaseStage: 'DATETIME' })).rejects.toThrow('CaseStage');
  });

  describe('the Schedules', () => {
    const namespace = 'scheduled';
    let schedules: ScheduleClient;

    beforeAll(async () => {
      await ensureNamespace(connection, namespace);
      schedules = new ScheduleClient({ connection, namespace });
      await whenNamespaceIsKnown(() => ensureSchedules(connection, namespace));
    });

    it.each([
      ['halfYear', '10 April, 07:00', '-04-10T00:00:00.000Z'],
      ['year', '1 October, 07:00', '-10-01T00:00:00.000Z'],
    ] as const)('D14.1: start the opener of %s once a year, on %s in Vietnam', async (kind, _when, ends) => {
      const { info, action } = await schedules.getHandle(reportOpeners[kind].scheduleId).describe();

      const [next, after] = info.nextActionTimes.map((time) => time.toISOString());
      expect(next).toMatch(new RegExp(`${ends}$`));
      expect(after).toBe(`${Number(next?.slice(0, 4)) + 1}${ends}`);
      expect(action).toMatchObject({ workflowType: 'reportOpenerWorkflow', taskQueue: 'report', args: [{ kind }] });
    });

    it('start the reconciliation every night at 02:00 in Vietnam, one at a time', async () => {
      const { info, action, policies } = await schedules.getHandle(nightlyReconciliation.scheduleId).describe();

      const [next, after] = info.nextActionTimes.map((time) => time.getTime());
      expect(new Date(next ?? 0).toISOString()).toMatch(/T19:00:00.000Z$/);
      expect((after ?? 0) - (next ?? 0)).toBe(86_400_000);
      expect(action).toMatchObject({ workflowType: 'reconciliationWorkflow', taskQueue: 'report' });
      expect(policies.overlap).toBe('SKIP');
    });

    it('D11.3: look for silent bodies every night at 05:00 in Vietnam, before the letters of the morning', async () => {
      const { info, action } = await schedules.getHandle(nightlySilences.scheduleId).describe();

      expect(info.nextActionTimes[0]?.toISOString()).toMatch(/T22:00:00.000Z$/);
      expect(action).toMatchObject({ workflowType: 'silencesWorkflow', taskQueue: 'report' });
    });

    it('D11.3: read the mailbox of bounces every five minutes, one reading at a time', async () => {
      const { info, action, policies } = await schedules.getHandle(bounceReading.scheduleId).describe();

      const [next, after] = info.nextActionTimes.map((time) => time.getTime());
      expect((after ?? 0) - (next ?? 0)).toBe(300_000);
      expect(action).toMatchObject({ workflowType: 'bouncesWorkflow', taskQueue: 'report' });
      expect(policies.overlap).toBe('SKIP');
    });

    it('gather the digests every morning at 07:30 in Vietnam, one at a time', async () => {
      const { info, action, policies } = await schedules.getHandle(morningDigest.scheduleId).describe();

      const [next, after] = info.nextActionTimes.map((time) => time.getTime());
      expect(new Date(next ?? 0).toISOString()).toMatch(/T00:30:00.000Z$/);
      expect((after ?? 0) - (next ?? 0)).toBe(86_400_000);
      expect(action).toMatchObject({ workflowType: 'mailDigestWorkflow', taskQueue: 'report' });
      expect(policies.overlap).toBe('SKIP');
    });

    it('start nothing by being made', async () => {
      const described = await schedules.getHandle(reportOpeners.year.scheduleId).describe();

      expect(described.info.numActionsTaken).toBe(0);
    });

    it('are left alone when the set-up is repeated', async () => {
      expect(await ensureSchedules(connection, namespace)).toEqual([]);
    });

    it('D14.1: are mended when somebody has changed or paused them', async () => {
      const handle = schedules.getHandle(reportOpeners.year.scheduleId);
      await handle.pause('for a while');
      await schedules.getHandle(nightlyReconciliation.scheduleId).update(({ spec, action, policies, state }) => ({
        spec: { calendars: [{ month: 'JANUARY', hour: 2 }], timezone: spec.timezone ?? '' },
        ...{ action, policies, state },
      }));
      await schedules.getHandle(reportOpeners.halfYear.scheduleId).update(({ action, policies, state }) => ({
        spec: { calendars: [{ month: 'MAY', dayOfMonth: 1, hour: 7 }] },
        action,
        policies,
        state,
      }));

      expect(await ensureSchedules(connection, namespace)).toEqual([
        ...['report-half-year', 'report-year', 'reconciliation-nightly'],
      ]);

      expect((await handle.describe()).state.paused).toBe(false);
      expect(await ensureSchedules(connection, namespace)).toEqual([]);
    });

    it('D14.1: let the opener of a year start beside one that still waits', async () => {
      const handle = schedules.getHandle(reportOpeners.year.scheduleId);

      await handle.backfill({ start: new Date('2024-09-01T00:00:00Z'), end: new Date('2025-11-01T00:00:00Z') });

      const ids = ['report-opener/year-2024-10-01T00:00:00Z', 'report-opener/year-2025-10-01T00:00:00Z'];
      for (let started = 0; started < ids.length; started = (await handle.describe()).info.recentActions.length);
      const { workflow } = new Client({ connection, namespace });
      const statuses = await Promise.all(ids.map(async (id) => (await workflow.getHandle(id).describe()).status.name));
      expect(statuses).toEqual(['RUNNING', 'RUNNING']);
    });
  });
});

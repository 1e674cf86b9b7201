import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { searchAttributeTypes } from '@dialogue/contracts';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Connection } from '@temporalio/client';

import { startTemporalDevServer, type RunningTemporal } from '../local/temporal-server.js';
import { ensureNamespace } from './namespace.js';
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
});

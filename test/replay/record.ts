import { afterAll, beforeAll, describe, it, jest } from '@jest/globals';
import { startWorkflowServer, type WorkflowServer } from '@dialogue/testing/cases';
import { workflowBundleOptions } from '@dialogue/worker';

import { writeHistories } from './histories.js';
import { paths } from './paths.js';

jest.setTimeout(120_000);

/**
 * Records the paths, or those named by `-t`, with the workflows as they are now: `npm run replay:record -- -t <path>`.
 * What is recorded is committed, so that tomorrow's workflows are held against it.
 */
describe('record', () => {
  let server: WorkflowServer;

  beforeAll(async () => {
    server = await startWorkflowServer(workflowBundleOptions);
  });
  afterAll(async () => server.stop());

  it.each(Object.entries(paths))('%s', async (name, path) => {
    const handle = await path(server);
    const { status } = await handle.describe();
    try {
      await writeHistories(name, { client: server.env.client, handle });
    } finally {
      if (status.name === 'RUNNING') await handle.terminate();
    }
  });
});

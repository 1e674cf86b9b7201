import { status } from '@grpc/grpc-js';
import { describe, expect, it } from '@jest/globals';

import { createTemporal } from './temporal.js';
import { patience } from './waits.js';

describe("the API's hold on Temporal", () => {
  // A call that is made again after a pause begins in a timer: what is thrown there ends the process.
  it('ends a call that begins after it was closed, and does not throw where the call begins', async () => {
    const { client, stop } = createTemporal(
      { TEMPORAL_ADDRESS: '127.0.0.1:1', TEMPORAL_NAMESPACE: 'default' },
      patience,
    );
    await stop();

    await expect(client.workflowService.describeNamespace({ namespace: 'default' })).rejects.toMatchObject({
      code: status.CANCELLED,
    });
  });
});

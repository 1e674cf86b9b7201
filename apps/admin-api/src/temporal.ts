import type { ApiSettings } from '@dialogue/config';
import { Client, Connection, defaultGrpcRetryOptions, makeGrpcRetryInterceptor } from '@temporalio/client';

import { endWithConnection } from './closed-connection.js';
import type { Waits } from './waits.js';

/** The API's hold on Temporal: connects at the first call, and again whenever it broke. */
export interface Temporal {
  readonly client: Client;
  /** Rejects while the server does not answer for our namespace. */
  readonly check: () => Promise<void>;
  /** Closes the connection; calls still under way end with an error. */
  readonly stop: () => Promise<void>;
}

export function createTemporal(
  { TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE }: Pick<ApiSettings, 'TEMPORAL_ADDRESS' | 'TEMPORAL_NAMESPACE'>,
  waits: Pick<Waits, 'check'>,
): Temporal {
  const connection = Connection.lazy({
    address: TEMPORAL_ADDRESS,
    interceptors: [makeGrpcRetryInterceptor(defaultGrpcRetryOptions()), endWithConnection],
  });
  const client = new Client({ connection, namespace: TEMPORAL_NAMESPACE, identity: 'dialogue-admin-api' });
  return {
    client,
    async check() {
      await connection.withDeadline(Date.now() + waits.check, () =>
        connection.workflowService.describeNamespace({ namespace: TEMPORAL_NAMESPACE }),
      );
    },
    stop: () => connection.close(),
  };
}

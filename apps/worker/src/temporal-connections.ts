import { setTimeout as pause } from 'node:timers/promises';

import type { WorkerSettings } from '@dialogue/config';
import type { Logger } from '@dialogue/observability';
import { Connection } from '@temporalio/client';
import { NativeConnection } from '@temporalio/worker';

/** The two connections that a worker keeps: the SDK core's for polling, a client's for starting and signalling. */
export interface TemporalConnections {
  readonly native: NativeConnection;
  readonly connection: Connection;
  close(): Promise<void>;
}

const pauseMs = 2_000;

export async function connectToTemporal(
  { TEMPORAL_ADDRESS: address }: WorkerSettings,
  logger: Logger,
): Promise<TemporalConnections> {
  const native = await untilThere('Temporal', () => NativeConnection.connect({ address }), logger);
  const connection = await untilThere('Temporal', () => Connection.connect({ address }), logger);
  return {
    native,
    connection,
    async close() {
      await connection.close();
      await native.close();
    },
  };
}

/** Waits for a server that is not there yet: after a power cut nobody decides in which order machines come back. */
export async function untilThere<Result>(
  server: string,
  connect: () => Promise<Result>,
  logger: Logger,
): Promise<Result> {
  for (;;) {
    try {
      return await connect();
    } catch (error) {
      logger.warn('A server cannot be reached yet', { server, error });
      await pause(pauseMs);
    }
  }
}

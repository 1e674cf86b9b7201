import { Connection } from '@temporalio/client';

/** Which server, and how long to try. */
export interface TemporalTarget {
  readonly address: string;
  readonly connectTimeoutMs: number;
}

/** Uses a connection and closes it, also when it never came about: the SDK's `connect` leaves a failed one trying. */
export async function withTemporal<T>(target: TemporalTarget, use: (connection: Connection) => Promise<T>): Promise<T> {
  const connection = Connection.lazy({ address: target.address, connectTimeout: target.connectTimeoutMs });
  try {
    await connection.ensureConnected();
    return await use(connection);
  } finally {
    await connection.close();
  }
}

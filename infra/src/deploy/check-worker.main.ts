import { hostname } from 'node:os';

import { settingsOrExit, workerSettings } from '@dialogue/config';
import { z } from 'zod';

import { withTemporal } from '../setup/temporal-connection.js';
import { queuesUnserved } from './worker-health.js';

/* Health of the worker, from inside of its container: exit code 0 when it asks for work on every queue. */

const { TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE } = workerSettings.variables.shape;
const settings = settingsOrExit({ variables: z.object({ TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE }), secrets: [] });

try {
  const target = { address: settings.TEMPORAL_ADDRESS, connectTimeoutMs: 4_000 };
  const unserved = await withTemporal(target, (connection) =>
    queuesUnserved(connection, settings.TEMPORAL_NAMESPACE, hostname()),
  );
  process.stdout.write(unserved.length === 0 ? 'every queue is served\n' : `not served: ${unserved.join(', ')}\n`);
  process.exitCode = unserved.length === 0 ? 0 : 1;
} catch (error) {
  process.stdout.write(`Temporal does not answer: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

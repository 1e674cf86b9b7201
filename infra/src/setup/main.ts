import { randomBytes } from 'node:crypto';
import { join } from 'node:path';

import { apiSettings, setUpSettings, settingsOrExit } from '@dialogue/config';
import { createLogger } from '@dialogue/observability';
import { z } from 'zod';

import { repositoryRoot } from '../local/paths.js';
import { setUp } from './set-up.js';

/* Sets up an installation once, and again after every update: `node infra/dist/setup/main.js`. */

const logger = createLogger({ app: 'set-up' });
const { TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE } = apiSettings.variables.shape;
const settings = settingsOrExit({
  variables: z.object({ ...setUpSettings.variables.shape, TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE }),
  secrets: setUpSettings.secrets,
});
const username = 'admin';
const madeUp = settings.ADMIN_PASSWORD === undefined ? randomBytes(15).toString('base64url') : null;

try {
  const { migrations, isAccountNew, calendar } = await setUp({
    adminUrl: settings.DATABASE_ADMIN_URL,
    passwords: { api: settings.API_DATABASE_PASSWORD, worker: settings.WORKER_DATABASE_PASSWORD },
    dataFolder: join(repositoryRoot, 'data'),
    firstAccount: { username, password: settings.ADMIN_PASSWORD ?? madeUp ?? '' },
    temporal: { address: settings.TEMPORAL_ADDRESS, namespace: settings.TEMPORAL_NAMESPACE },
    onStep: (step) => logger.info('Set-up step', { step }),
  });
  if (calendar === 'different')
    logger.warn(
      'data/working-calendar.csv differs from every edition and was not used: begin a draft (POST /v1/calendar/editions), import it there',
    );
  logger.info('Set-up done', { migrations, isAccountNew, calendar });
  // The only time that this password is ever shown; it is stored as a hash only.
  if (isAccountNew && madeUp !== null) process.stdout.write(`First account: ${username}, password: ${madeUp}\n`);
} catch (error) {
  logger.error('Set-up failed', { error });
  process.exitCode = 1;
}

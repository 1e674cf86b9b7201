import { settingsOrExit, temporalDatabasesSettings } from '@dialogue/config';
import { createLogger } from '@dialogue/observability';

import { createTemporalDatabases, temporalStore } from './temporal-databases.js';

/* Makes room for the Temporal server in PostgreSQL; its own tools then fill it: `infra/compose/temporal/schema.sh`. */

const logger = createLogger({ app: 'temporal-databases' });
const settings = settingsOrExit(temporalDatabasesSettings);

try {
  await createTemporalDatabases(settings.DATABASE_ADMIN_URL, settings.TEMPORAL_DATABASE_PASSWORD);
  logger.info('The databases of the Temporal server are there', { databases: temporalStore.databases.join(', ') });
} catch (error) {
  logger.error('The databases of the Temporal server could not be made', { error });
  process.exitCode = 1;
}

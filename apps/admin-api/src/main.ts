import 'reflect-metadata';

import { apiSettings, settingsOrExit } from '@dialogue/config';
import { createLogger } from '@dialogue/observability';

import { createApp } from './app.js';
import { createServices } from './services.js';

const settings = settingsOrExit(apiSettings);
const logger = createLogger({ app: 'admin-api' });

/** Longer than the longest request; whoever started us waits longer still. */
const stopMs = 8000;

process.on('unhandledRejection', (error) => {
  logger.error('A promise was rejected and nobody looked; the process ends', { error });
  process.exit(1);
});
process.on('uncaughtException', (error) => {
  logger.error('An error was thrown and nobody caught it; the process ends', { error });
  process.exit(1);
});

const { services, start, stop } = createServices(settings, logger);
const app = await createApp(services, logger, settings.TRUSTED_PROXIES);

process.once('SIGTERM', endProcess);
process.once('SIGINT', endProcess);

start();
try {
  await app.listen(settings.API_PORT, settings.API_HOST);
} catch (error) {
  logger.error('The API cannot listen on its port', { host: settings.API_HOST, port: settings.API_PORT, error });
  process.exit(1);
}
logger.info('The API listens', { url: await app.getUrl() });
process.send?.('ready');

function endProcess(signal: NodeJS.Signals): void {
  logger.info('The API stops', { signal });
  setTimeout(() => {
    logger.error('The API did not stop in time; the process ends', { afterMs: stopMs });
    process.exit(1);
  }, stopMs).unref();
  // First the requests under way, then what they stand on.
  void app
    .close()
    .then(stop)
    .then(() => {
      logger.info('The API has stopped');
      process.exit(0);
    });
}

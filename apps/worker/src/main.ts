import 'reflect-metadata';

import { settingsOrExit, workerSettings } from '@dialogue/config';
import { createLogger, nestLogger, temporalRuntimeOptions } from '@dialogue/observability';
import { Logger as NestLogger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Runtime } from '@temporalio/worker';

import { WorkerModule } from './worker.module.js';
import { WorkerService } from './worker.service.js';

const settings = settingsOrExit(workerSettings);
const logger = createLogger({ app: 'worker' });
Runtime.install(temporalRuntimeOptions(logger));

NestLogger.overrideLogger(nestLogger(logger));
const app = await NestFactory.createApplicationContext(WorkerModule.with(settings, logger));
// Whoever asked for the stop sees by the exit code that it went well; Nest would otherwise end by the signal itself.
app.enableShutdownHooks(['SIGTERM', 'SIGINT'], { useProcessExit: true });
logger.info('The worker serves its queues');
process.send?.('ready');

try {
  await app.get(WorkerService).failed;
} catch (error) {
  logger.error('A Temporal worker failed; the process ends', { error });
  process.exitCode = 1;
  await app.close();
}

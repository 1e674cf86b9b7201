import { Module, type DynamicModule } from '@nestjs/common';
import type { WorkerSettings } from '@dialogue/config';
import type { Logger } from '@dialogue/observability';

import { tokens } from './tokens.js';
import { WorkerService } from './worker.service.js';

/** The worker as a standalone Nest application: Nest owns the signals and the order of stopping. */
@Module({})
export class WorkerModule {
  static with(settings: WorkerSettings, logger: Logger): DynamicModule {
    return {
      module: WorkerModule,
      providers: [
        { provide: tokens.settings, useValue: settings },
        { provide: tokens.logger, useValue: logger },
        WorkerService,
      ],
    };
  }
}

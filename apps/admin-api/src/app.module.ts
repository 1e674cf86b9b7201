import { Module, type DynamicModule } from '@nestjs/common';
import { APP_GUARD, APP_PIPE, Reflector } from '@nestjs/core';

import { AccountsController } from './accounts/accounts.controller.js';
import { AuthController } from './auth/auth.controller.js';
import { AuthGuard } from './auth/auth.guard.js';
import { loginLimits } from './auth/login-limits.js';
import { ThrottlerModule } from './auth/throttler.js';
import { CommandsController } from './commands/commands.controller.js';
import { DeliveriesController } from './deliveries/deliveries.controller.js';
import { HealthController } from './health/health.controller.js';
import { SchemaPipe } from './http/schema.pipe.js';
import { OrganisationsController } from './organisations/organisations.controller.js';
import { createPetitionCommandsController } from './petitions/petition-commands.controller.js';
import { PetitionsController } from './petitions/petitions.controller.js';
import { SERVICES, type Services } from './tokens.js';

/** All controllers of the API; the architecture test walks their routes. */
export const controllers = [
  HealthController,
  AuthController,
  PetitionsController,
  createPetitionCommandsController(),
  CommandsController,
  OrganisationsController,
  AccountsController,
  DeliveriesController,
];

/** The API over its services. */
@Module({})
export class AppModule {
  static over(services: Services): DynamicModule {
    return {
      module: AppModule,
      imports: [ThrottlerModule.forRoot(loginLimits)],
      controllers,
      providers: [
        { provide: SERVICES, useValue: services },
        {
          provide: APP_GUARD,
          useFactory: (reflector: Reflector) => new AuthGuard(reflector, services),
          inject: [Reflector],
        },
        { provide: APP_PIPE, useClass: SchemaPipe },
      ],
    };
  }
}

import { Module, type DynamicModule } from '@nestjs/common';
import { APP_GUARD, APP_PIPE, Reflector } from '@nestjs/core';

import { AccountsController } from './accounts/accounts.controller.js';
import { AuthController } from './auth/auth.controller.js';
import { AuthGuard } from './auth/auth.guard.js';
import { rateLimits } from './auth/rate-limits.js';
import { ThrottlerModule } from './auth/throttler.js';
import { createCommandsController } from './cases/commands.controller.js';
import { CalendarController } from './calendar/calendar.controller.js';
import { CalendarPublishingController } from './calendar/publishing.controller.js';
import { CommandsController } from './commands/commands.controller.js';
import { conferenceCommandRoutes } from './conferences/conference-commands.js';
import { ConferenceListsController } from './conferences/conference-lists.controller.js';
import { ConferencesController } from './conferences/conferences.controller.js';
import { DeadlinesController } from './deadlines/deadlines.controller.js';
import { DeliveriesController } from './deliveries/deliveries.controller.js';
import { SilencesController } from './deliveries/silences.controller.js';
import { FeedsController } from './feeds/feeds.controller.js';
import { PublicFeedsController } from './feeds/public-feeds.controller.js';
import { FilesController } from './files/files.controller.js';
import { FieldsController } from './fields/fields.controller.js';
import { HealthController } from './health/health.controller.js';
import { SchemaPipe } from './http/schema.pipe.js';
import { CaseLinksController } from './links/case-links.controller.js';
import { LinkOpeningController, LinkPagesController } from './links/link-pages.controller.js';
import { LinesController } from './organisations/lines.controller.js';
import { MailSettingsController } from './mail-settings/mail-settings.controller.js';
import { OrganisationsController } from './organisations/organisations.controller.js';
import { RoutingController } from './organisations/routing.controller.js';
import { MinutesController } from './conferences/minutes.controller.js';
import { OpinionsController } from './petitions/opinions.controller.js';
import { petitionCommandRoutes } from './petitions/petition-commands.js';
import { PetitionImportsController } from './petitions/imports/petition-imports.controller.js';
import { PetitionListsController } from './petitions/petition-lists.controller.js';
import { PetitionsController } from './petitions/petitions.controller.js';
import { PostsController } from './posts/posts.controller.js';
import { reportCommandRoutes } from './reports/report-commands.js';
import { ReconciliationsController } from './reconciliations/reconciliations.controller.js';
import { ReorganisationsController } from './reorganisations/reorganisations.controller.js';
import { ReportListsController } from './reports/report-lists.controller.js';
import { ReportsController } from './reports/reports.controller.js';
import { TablesController } from './tables/tables.controller.js';
import { TermsController } from './terms/terms.controller.js';
import { SERVICES, type Services } from './tokens.js';

/** All controllers of the API; the architecture test walks their routes. */
export const controllers = [
  HealthController,
  AuthController,
  PetitionListsController,
  PetitionsController,
  PetitionImportsController,
  createCommandsController(petitionCommandRoutes),
  ConferenceListsController,
  ConferencesController,
  createCommandsController(conferenceCommandRoutes),
  OpinionsController,
  ReportListsController,
  MinutesController,
  ReportsController,
  createCommandsController(reportCommandRoutes),
  CommandsController,
  OrganisationsController,
  CalendarController,
  CalendarPublishingController,
  FieldsController,
  LinesController,
  RoutingController,
  PostsController,
  TablesController,
  TermsController,
  ReorganisationsController,
  ReconciliationsController,
  AccountsController,
  DeliveriesController,
  SilencesController,
  MailSettingsController,
  DeadlinesController,
  CaseLinksController,
  LinkOpeningController,
  LinkPagesController,
  FilesController,
  FeedsController,
  PublicFeedsController,
];

/** The API over its services. */
@Module({})
export class AppModule {
  static over(services: Services): DynamicModule {
    return {
      module: AppModule,
      imports: [ThrottlerModule.forRoot(rateLimits)],
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

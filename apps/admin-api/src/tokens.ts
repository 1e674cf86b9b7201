import type { AccountsService } from './accounts/accounts.service.js';
import type { AccountOfToken } from './auth/auth.guard.js';
import type { CalendarService } from './calendar/calendar.service.js';
import type { CalendarPublishingService } from './calendar/publishing.service.js';
import type { CaseLinksService } from './links/case-links.service.js';
import type { LinksService } from './links/links.service.js';
import type { CommandsService } from './commands/commands.service.js';
import type { ConferencesService } from './conferences/conferences.service.js';
import type { DeadlinesService } from './deadlines/deadlines.service.js';
import type { DeliveriesService } from './deliveries/deliveries.service.js';
import type { SilencesService } from './deliveries/silences.service.js';
import type { FeedsService } from './feeds/feeds.service.js';
import type { FilesService } from './files/files.service.js';
import type { FieldsService } from './fields/fields.service.js';
import type { HealthService } from './health/health.service.js';
import type { LinesService } from './organisations/lines.service.js';
import type { MailSettingsService } from './mail-settings/mail-settings.service.js';
import type { OrganisationsService } from './organisations/organisations.service.js';
import type { RoutingService } from './organisations/routing.service.js';
import type { PetitionImportsService } from './petitions/imports/petition-imports.service.js';
import type { PetitionsService } from './petitions/petitions.service.js';
import type { PostsService } from './posts/posts.service.js';
import type { ReconciliationsService } from './reconciliations/reconciliations.service.js';
import type { ReorganisationsService } from './reorganisations/reorganisations.service.js';
import type { ReportsService } from './reports/reports.service.js';
import type { TablesService } from './tables/tables.service.js';
import type { TermsService } from './terms/terms.service.js';

/** What the controllers call: plain functions over ports, one set per feature. */
export interface Services {
  readonly accounts: AccountsService;
  readonly calendar: CalendarService;
  readonly calendarPublishing: CalendarPublishingService;
  readonly caseLinks: CaseLinksService;
  readonly commands: CommandsService;
  readonly conferences: ConferencesService;
  readonly deadlines: DeadlinesService;
  readonly deliveries: DeliveriesService;
  readonly feeds: FeedsService;
  readonly files: FilesService;
  readonly fields: FieldsService;
  readonly health: HealthService;
  readonly lines: LinesService;
  readonly links: LinksService;
  readonly mailSettings: MailSettingsService;
  readonly organisations: OrganisationsService;
  readonly petitionImports: PetitionImportsService;
  readonly petitions: PetitionsService;
  readonly posts: PostsService;
  readonly reconciliations: ReconciliationsService;
  readonly reorganisations: ReorganisationsService;
  readonly reports: ReportsService;
  readonly routing: RoutingService;
  readonly silences: SilencesService;
  readonly tables: TablesService;
  readonly terms: TermsService;
  /** For the guard. */
  readonly accountOfToken: AccountOfToken;
  /** @throws ApiError `service.unavailable` until there is a register to ask. */
  readonly requireDatabase: () => void;
}

/** Under which Nest hands the services to controllers. */
export const SERVICES = Symbol('services');

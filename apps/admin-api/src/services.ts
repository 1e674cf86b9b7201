import type { ApiSettings } from '@dialogue/config';
import type { Logger } from '@dialogue/observability';
import {
  bounceReports,
  createAccounts,
  createCalendarEditions,
  createCaseLinks,
  createContacts,
  createDataSource,
  createClamd,
  createDoor,
  createFeeds,
  createFileStore,
  createFields,
  createIdentityStore,
  createLines,
  createImports,
  createLocalTerms,
  createMailSettings,
  createOutcomeListener,
  createPeople,
  createPetitionImports,
  createPosts,
  createRegister,
  createReconciliationReads,
  createReorganisations,
  createRolloutReads,
  createSilenceReads,
  listDeliveries,
  sealingKey,
  type CaseLinks,
  type FileStore,
  type FileStoreParts,
} from '@dialogue/persistence';

import { createAccountsService } from './accounts/accounts.service.js';
import { createScopes } from './auth/scope.js';
import { createTokens } from './auth/tokens.js';
import { createCalendarService } from './calendar/calendar.service.js';
import { createCalendarPublishingService } from './calendar/publishing.service.js';
import { createCommandsService } from './commands/commands.service.js';
import { createConferencesService } from './conferences/conferences.service.js';
import { createDatabase, type Database } from './database.js';
import { createDeadlinesService } from './deadlines/deadlines.service.js';
import { createDeliveriesService } from './deliveries/deliveries.service.js';
import { createSilencesService } from './deliveries/silences.service.js';
import { createDoorService, type DoorService } from './door/door.service.js';
import { createSignaller } from './door/signaller.js';
import { createFeedsService } from './feeds/feeds.service.js';
import { createFilesService } from './files/files.service.js';
import { createFieldsService } from './fields/fields.service.js';
import { createHealthService } from './health/health.service.js';
import { createCursors } from './http/cursors.js';
import { fileLimitsText } from './http/validation.vi.js';
import { createLinesService } from './organisations/lines.service.js';
import { createCaseLinksService } from './links/case-links.service.js';
import { filesOfLinks } from './links/files-of-links.js';
import { createLinksService } from './links/links.service.js';
import { createMailSettingsService } from './mail-settings/mail-settings.service.js';
import { createOrganisationsService } from './organisations/organisations.service.js';
import { createRoutingService } from './organisations/routing.service.js';
import { createPetitionImportsService } from './petitions/imports/petition-imports.service.js';
import { createPetitionsService } from './petitions/petitions.service.js';
import { createPostsService } from './posts/posts.service.js';
import { createReconciliationsService } from './reconciliations/reconciliations.service.js';
import { createReorganisationsService } from './reorganisations/reorganisations.service.js';
import { createReportsService } from './reports/reports.service.js';
import { createTablesService } from './tables/tables.service.js';
import { createTermsService } from './terms/terms.service.js';
import { createSweeping } from './sweeping.js';
import { createTemporal, type Temporal } from './temporal.js';
import { patience, type Waits } from './waits.js';
import type { Services } from './tokens.js';

/** The services with what they stand on, which has a beginning and an end. */
export interface RunningServices {
  readonly services: Services;
  /** Begins to connect; comes back at once, and goes on trying for as long as PostgreSQL is away. */
  readonly start: () => void;
  /** Lets go of PostgreSQL and Temporal, after the last request. */
  readonly stop: () => Promise<void>;
}

/** Puts the API together: the one place that knows settings, register and Temporal. */
export function createServices(settings: ApiSettings, logger: Logger, waits: Waits = patience): RunningServices {
  const dataSource = createDataSource({ url: settings.DATABASE_URL, applicationName: 'dialogue-admin-api' });
  const outcomes = createOutcomeListener(dataSource);
  const database = createDatabase({ dataSource, outcomes, logger });
  const temporal = createTemporal(settings, waits);
  const [register, now] = [createRegister(dataSource), Date.now];
  const files = fileStoreOf(dataSource, settings, logger);
  const parts = {
    files,
    ...{ now, logger, register, outcomes, door: createDoor(dataSource), scopes: createScopes(register, now) },
    ...storesOver(dataSource),
    ...{ tokens: createTokens(settings.AUTH_TOKEN_KEY), cursors: createCursors(settings.AUTH_TOKEN_KEY) },
    ...{ identities: createIdentityStore(dataSource), list: listDeliveries.bind(null, dataSource) },
    ...{ bounceReports: bounceReports.bind(null, dataSource), silences: createSilenceReads(dataSource) },
    publicUrl: settings.PUBLIC_URL,
    links: {
      uiUrl: settings.TEMPORAL_UI_URL,
      namespace: settings.TEMPORAL_NAMESPACE,
      publicUrl: settings.PUBLIC_URL,
    },
    sealingKey: sealingKey(settings.IDENTITY_KEY),
  };
  const sweeping = createSweeping(parts);
  const door = createDoorService({ ...parts, waits, signal: createSignaller(temporal.client, waits) });
  return {
    services: servicesOver({ ...parts, database, temporal, throughDoor: door }),
    start: () => {
      database.start();
      sweeping.start();
    },
    stop: async () => {
      await sweeping.stop();
      await stop(database, temporal);
    },
  };
}

type Stores = Pick<
  ServiceParts,
  | 'posts'
  | 'fields'
  | 'lines'
  | 'people'
  | 'contacts'
  | 'mailSettings'
  | 'imports'
  | 'petitionImports'
  | 'localTerms'
  | 'accounts'
  | 'caseLinks'
  | 'deadlineFeeds'
  | 'editions'
  | 'reconciliations'
  | 'reorganisations'
  | 'rollouts'
>;

/** What the services read and write besides cases, each over the connections of the API. */
function storesOver(dataSource: ReturnType<typeof createDataSource>): Stores {
  return {
    posts: createPosts(dataSource),
    fields: createFields(dataSource),
    lines: createLines(dataSource),
    people: createPeople(dataSource),
    contacts: createContacts(dataSource),
    mailSettings: createMailSettings(dataSource),
    imports: createImports(dataSource),
    petitionImports: createPetitionImports(dataSource),
    localTerms: createLocalTerms(dataSource),
    accounts: createAccounts(dataSource),
    caseLinks: createCaseLinks(dataSource),
    deadlineFeeds: createFeeds(dataSource),
    editions: createCalendarEditions(dataSource),
    reconciliations: createReconciliationReads(dataSource),
    reorganisations: createReorganisations(dataSource),
    rollouts: createRolloutReads(dataSource),
  };
}

/** Warns of what a scanner found, and of one that is away. */
function fileStoreOf(
  dataSource: ReturnType<typeof createDataSource>,
  { FILES_DIR: folder, FILES_UNNAMED_MB: unnamedMb, CLAMD_ADDRESS: clamd }: ApiSettings,
  logger: Logger,
): FileStore {
  const note: FileStoreParts['note'] = (what, about) => {
    logger.warn(what, about);
  };
  const scan = clamd === undefined ? null : createClamd(clamd);
  return createFileStore({ dataSource, folder, scan, mostUnnamedBytes: unnamedMb * 1024 ** 2, note });
}

type ServiceParts = Omit<Parameters<typeof createPetitionsService>[0], 'door'> &
  Parameters<typeof createPetitionImportsService>[0] &
  Parameters<typeof createOrganisationsService>[0] &
  Parameters<typeof createMailSettingsService>[0] &
  Parameters<typeof createCalendarService>[0] &
  Parameters<typeof createFieldsService>[0] &
  Parameters<typeof createLinesService>[0] &
  Parameters<typeof createPostsService>[0] &
  Parameters<typeof createTablesService>[0] &
  Parameters<typeof createTermsService>[0] &
  Parameters<typeof createCommandsService>[0] &
  Parameters<typeof createCalendarPublishingService>[0] &
  Parameters<typeof createReconciliationsService>[0] &
  Parameters<typeof createReorganisationsService>[0] &
  Omit<Parameters<typeof createAccountsService>[0], 'requireDatabase'> &
  Parameters<typeof createDeadlinesService>[0] &
  Parameters<typeof createSilencesService>[0] &
  Parameters<typeof createFeedsService>[0] &
  Parameters<typeof createFilesService>[0] &
  Omit<Parameters<typeof createDeliveriesService>[0], 'door'> &
  Omit<Parameters<typeof createLinksService>[0], 'links' | 'filesOfLinks'> & {
    readonly caseLinks: CaseLinks;
    readonly database: Database;
    readonly temporal: Temporal;
    readonly throughDoor: DoorService;
  };

function servicesOver(parts: ServiceParts): Services {
  const { database, temporal, tokens, accounts, throughDoor, scopes, caseLinks, files } = parts;
  return {
    accounts: createAccountsService({ ...parts, requireDatabase: database.require }),
    calendar: createCalendarService(parts),
    calendarPublishing: createCalendarPublishingService(parts),
    commands: createCommandsService(parts),
    conferences: createConferencesService({ ...parts, door: throughDoor }),
    deadlines: createDeadlinesService(parts),
    deliveries: createDeliveriesService({ ...parts, door: throughDoor }),
    feeds: createFeedsService(parts),
    files: createFilesService(parts),
    fields: createFieldsService(parts),
    silences: createSilencesService(parts),
    health: createHealthService({
      database: database.check,
      migrations: database.checkMigrations,
      temporal: temporal.check,
    }),
    caseLinks: createCaseLinksService({ scopes, links: caseLinks }),
    lines: createLinesService(parts),
    links: createLinksService({ ...parts, links: caseLinks, filesOfLinks: filesOfLinks(files, fileLimitsText) }),
    mailSettings: createMailSettingsService(parts),
    organisations: createOrganisationsService(parts),
    petitionImports: createPetitionImportsService(parts),
    petitions: createPetitionsService({ ...parts, door: throughDoor }),
    posts: createPostsService(parts),
    reconciliations: createReconciliationsService(parts),
    reorganisations: createReorganisationsService(parts),
    reports: createReportsService({ ...parts, door: throughDoor }),
    routing: createRoutingService(parts),
    tables: createTablesService(parts),
    terms: createTermsService(parts),
    requireDatabase: database.require,
    async accountOfToken(token) {
      const accountId = await tokens.accountOf(token);
      return accountId === null ? null : accounts.findById(accountId);
    },
  };
}

async function stop(database: Database, temporal: Temporal): Promise<void> {
  await Promise.allSettled([database.stop(), temporal.stop()]);
}

export { advanceCase, type Advance, type CaseStanding } from './local/advance-case.js';
export { appSpec, type AppOptions } from './local/app-process.js';
export * from './local/mail-catcher.js';
export { LocalProblem, type Problem } from './local/local-problem.js';
export { repositoryRoot } from './local/paths.js';
export { freePort, isPortFree, loopback } from './local/ports.js';
export {
  connectedClient,
  databaseUrl,
  ensureDatabase,
  startPostgres,
  type PostgresOptions,
  type RunningPostgres,
} from './local/postgres.js';
export { launchServer, waitUntilReady, type ServerProcess } from './local/server-process.js';
export { resolveTemporalCli, resolveTimeSkippingServer } from './local/temporal-cli.js';
export { startTemporalDevServer, type RunningTemporal, type TemporalServerOptions } from './local/temporal-server.js';
export { startTimeSkippingServer, type TimeSkippingServerOptions } from './local/time-skipping-server.js';
export { loadReferenceData, loadSampleContacts } from './setup/reference-data.js';
export { createRoles, databaseRoles, type RolePasswords } from './setup/roles.js';
export { setUp, type SetUpOptions, type SetUpResult, type SetUpStep } from './setup/set-up.js';
export { ensureSchedules } from './setup/schedules.js';
export { ensureSearchAttributes } from './setup/search-attributes.js';

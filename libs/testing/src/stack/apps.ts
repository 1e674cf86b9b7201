import { join } from 'node:path';

import { databaseRoles, databaseUrl, freePort, loopback, type AppOptions } from '@dialogue/infra';

import { appProgram, isApiReady, type AppProgram } from './app-program.js';

/** Settings of API and worker beside, or in the place of, those that every stack gives them. */
export type OwnEnvironments = Readonly<Partial<Record<'api' | 'worker', Readonly<Record<string, string>>>>>;

/** What API and worker are started with: they reach every server through a proxy that a test can take hold of. */
export interface AppSettings {
  readonly folder: string;
  readonly database: string;
  readonly passwords: { readonly api: string; readonly worker: string };
  readonly ports: Readonly<Record<'apiToPostgres' | 'apiToTemporal' | 'workerToPostgres' | 'workerToTemporal', number>>;
  readonly smtpUrl: string;
  readonly workflowBundle: string;
  readonly environments: OwnEnvironments;
}

/** Keys of tests: nothing that is sealed or signed with them is worth anything. */
const testKey = Buffer.alloc(32, 'test').toString('base64');

/** The API, not started yet, and where it will answer. */
export async function apiApp(settings: AppSettings): Promise<AppProgram & { readonly origin: string }> {
  const { folder, database, passwords, ports, environments } = settings;
  const port = await freePort();
  const program = appProgram(
    optionsOf('api', folder, {
      ...shared(ports.apiToTemporal),
      DATABASE_URL: databaseUrl({
        user: databaseRoles.api,
        password: passwords.api,
        port: ports.apiToPostgres,
        database,
      }),
      API_HOST: loopback,
      API_PORT: String(port),
      AUTH_TOKEN_KEY: testKey,
      FILES_DIR: join(folder, 'files'),
      TEMPORAL_UI_URL: 'http://localhost:8233',
      ...environments.api,
    }),
    { isServing: () => isApiReady(port) },
  );
  return { ...program, origin: `http://${loopback}:${String(port)}` };
}

/** The worker, not started yet. */
export function workerApp(settings: AppSettings): AppProgram {
  const { folder, database, passwords, ports, smtpUrl, workflowBundle, environments } = settings;
  return appProgram(
    optionsOf('worker', folder, {
      ...shared(ports.workerToTemporal),
      DATABASE_URL: databaseUrl({
        user: databaseRoles.worker,
        password: passwords.worker,
        port: ports.workerToPostgres,
        database,
      }),
      SMTP_URL: smtpUrl,
      MAIL_FROM: 'Office <office@dialogue.example>',
      MAIL_MESSAGE_ID_DOMAIN: 'dialogue.example',
      // Tests run at any hour of any day.
      MAIL_QUIET_HOURS: 'off',
      WORKFLOW_BUNDLE: workflowBundle,
      ...environments.worker,
    }),
  );
}

function shared(temporalPort: number): Readonly<Record<string, string>> {
  return {
    TEMPORAL_ADDRESS: `${loopback}:${String(temporalPort)}`,
    TEMPORAL_NAMESPACE: 'default',
    IDENTITY_KEY: testKey,
    PUBLIC_URL: 'http://localhost:3000',
  };
}

function optionsOf(name: 'api' | 'worker', folder: string, environment: Readonly<Record<string, string>>): AppOptions {
  const program = name === 'api' ? 'apps/admin-api/dist/main.js' : 'apps/worker/dist/main.js';
  return { name, program, environment, logFile: join(folder, `${name}.log`), stopGraceMs: 10_000 };
}

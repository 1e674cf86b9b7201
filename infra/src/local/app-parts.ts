import { databaseRoles } from '../setup/roles.js';
import { appSpec } from './app-process.js';
import { LocalProblem } from './local-problem.js';
import { logLength, logSince } from './log-file.js';
import { databaseName, temporalAddress, temporalNamespace, type LocalContext } from './local-context.js';
import { loopback } from './ports.js';
import { databaseUrl } from './postgres.js';
import { waitUntilReady, type ServerProcess } from './server-process.js';
import type { LocalSettings } from './settings.js';
import type { PartTools } from './stack.js';

const messageIdDomain = 'dialogue.example';

/** The API answers that everything that it needs is there. @throws LocalProblem `part.did_not_start`, `port.taken` */
export async function startApi(context: LocalContext, { launch, signal, logFile }: PartTools): Promise<void> {
  const { settings, secrets, paths } = context;
  const { port, file, logStart } = {
    port: settings.ports.api,
    file: logFile('api'),
    logStart: await logLength(logFile('api')),
  };
  const environment = {
    ...sharedEnvironment(context),
    DATABASE_URL: roleUrl(settings, 'api', secrets.apiDatabasePassword),
    API_HOST: loopback,
    API_PORT: String(port),
    AUTH_TOKEN_KEY: secrets.authTokenKey,
    FILES_DIR: paths.files,
    TEMPORAL_UI_URL: `http://localhost:${settings.ports.temporalUi}`,
  };
  const server = await launch(
    await appSpec({
      name: 'api',
      program: 'apps/admin-api/dist/main.js',
      environment,
      logFile: file,
      stopGraceMs: 3_000,
    }),
  );
  const result = await waitUntilReady(server, { timeoutMs: 60_000, signal, isReady: () => isHealthy(port) });
  if (result === 'ready') return;
  const isTaken = (await logSince(file, logStart)).includes('EADDRINUSE');
  throw new LocalProblem(
    isTaken
      ? { code: 'port.taken', port, part: 'api', variable: 'API_PORT' }
      : { code: 'part.did_not_start', part: 'api', logFile: file },
  );
}

async function isHealthy(port: number): Promise<boolean> {
  const response = await fetch(`http://${loopback}:${port}/health/ready`, { signal: AbortSignal.timeout(2_000) }).catch(
    () => null,
  );
  return response?.status === 200;
}

/** The worker has said that it takes tasks. @throws LocalProblem `part.did_not_start` */
export async function startWorker(context: LocalContext, { launch, signal, logFile }: PartTools): Promise<void> {
  const { settings, secrets } = context;
  const environment = {
    ...sharedEnvironment(context),
    DATABASE_URL: roleUrl(settings, 'worker', secrets.workerDatabasePassword),
    SMTP_URL: `smtp://${loopback}:${settings.ports.smtp}`,
    MAIL_FROM: context.mailSender,
    MAIL_MESSAGE_ID_DOMAIN: messageIdDomain,
    // Whoever tries it out at night wants to see what is written.
    MAIL_QUIET_HOURS: 'off',
  };
  const file = logFile('worker');
  const server = await launch(
    await appSpec({
      name: 'worker',
      program: 'apps/worker/dist/main.js',
      environment,
      logFile: file,
      stopGraceMs: 5_000,
    }),
  );
  const result = await waitUntilReady(server, { timeoutMs: 180_000, signal, isReady: saidReady(server) });
  if (result !== 'ready') throw new LocalProblem({ code: 'part.did_not_start', part: 'worker', logFile: file });
}

/** The page with samples of all letters; it knows nothing of the register. @throws LocalProblem `part.did_not_start` */
export async function startLetters({ settings }: LocalContext, { launch, signal, logFile }: PartTools): Promise<void> {
  const file = logFile('letters');
  const server = await launch(
    await appSpec({
      name: 'letters',
      program: 'libs/mail/dist/preview/preview.main.js',
      args: [loopback, String(settings.ports.letters)],
      environment: {},
      logFile: file,
      stopGraceMs: 1_000,
    }),
  );
  const result = await waitUntilReady(server, { timeoutMs: 30_000, signal, isReady: saidReady(server) });
  if (result !== 'ready') throw new LocalProblem({ code: 'part.did_not_start', part: 'letters', logFile: file });
}

function saidReady(server: ServerProcess): () => Promise<boolean> {
  let isReady = false;
  void server.firstMessage.then((message) => (isReady = message === 'ready'));
  return () => Promise.resolve(isReady);
}

function sharedEnvironment({ settings, secrets }: LocalContext): Readonly<Record<string, string>> {
  return {
    TEMPORAL_ADDRESS: temporalAddress(settings),
    TEMPORAL_NAMESPACE: temporalNamespace,
    IDENTITY_KEY: secrets.identityKey,
    PUBLIC_URL: `http://localhost:${settings.ports.api}`,
  };
}

function roleUrl({ ports }: LocalSettings, role: keyof typeof databaseRoles, password: string): string {
  return databaseUrl({ user: databaseRoles[role], password, port: ports.postgres, database: databaseName });
}

import { join } from 'node:path';

import { searchAttributeTypes } from '@dialogue/contracts';

import { cliTypes } from '../setup/search-attributes.js';
import { setUp } from '../setup/set-up.js';
import { startApi, startLetters, startWorker } from './app-parts.js';
import { messageOf } from './error-text.js';
import { databaseName, temporalAddress, temporalNamespace, type LocalContext } from './local-context.js';
import { LocalProblem } from './local-problem.js';
import { startMailCatcher } from './mail-catcher.js';
import { repositoryRoot } from './paths.js';
import { databaseUrl, ensureDatabase, startPostgres } from './postgres.js';
import { postgresSuperuser } from './postgres-cluster.js';
import { ensureAdminPassword, forgetAdminPassword } from './secrets.js';
import type { Part, PartTools } from './stack.js';
import { resolveTemporalCli } from './temporal-cli.js';
import { startTemporalDevServer } from './temporal-server.js';

const firstUsername = 'admin';

/** The parts of the stack in the order in which they start; they stop in the reverse order. */
export function localParts(context: LocalContext): readonly Part[] {
  const parts: readonly Part[] = [
    { name: 'postgres', start: (tools) => startDatabase(context, tools) },
    { name: 'temporal', start: (tools) => startTemporal(context, tools) },
    { name: 'smtp', start: (tools) => startMail(context, tools) },
    { name: 'set-up', start: () => setUpAll(context) },
    { name: 'api', start: (tools) => startApi(context, tools) },
    { name: 'worker', start: (tools) => startWorker(context, tools) },
    { name: 'letters', start: (tools) => startLetters(context, tools) },
  ];
  return parts.filter(({ name }) => context.settings.parts.includes(name));
}

async function startDatabase(
  { settings, paths, secrets }: LocalContext,
  { launch, signal, logFile }: PartTools,
): Promise<void> {
  const options = { dataDir: paths.postgres, port: settings.ports.postgres, password: secrets.postgresPassword };
  const postgres = await startPostgres({ ...options, logFile: logFile('postgres'), launch, signal });
  await ensureDatabase(postgres.url, databaseName);
}

async function startTemporal(
  { settings, paths, onFetching }: LocalContext,
  { launch, signal, logFile }: PartTools,
): Promise<void> {
  const cli = await resolveTemporalCli(onFetching, signal);
  const searchAttributes = Object.fromEntries(
    Object.entries(searchAttributeTypes).map(([name, type]) => [name, cliTypes[type]]),
  );
  const ports = { port: settings.ports.temporal, uiPort: settings.ports.temporalUi };
  await startTemporalDevServer({
    cli,
    ...ports,
    storeFile: paths.temporal,
    searchAttributes,
    logFile: logFile('temporal'),
    launch,
    signal,
  });
}

async function startMail({ settings, paths }: LocalContext, { launch, signal, logFile }: PartTools): Promise<void> {
  const ports = { smtpPort: settings.ports.smtp, inboxPort: settings.ports.inbox };
  await startMailCatcher({ ...ports, mailDir: paths.mail, logFile: logFile('mail'), launch, signal });
}

async function setUpAll(context: LocalContext): Promise<void> {
  const { settings, paths, secrets } = context;
  const admin = await ensureAdminPassword(paths.secrets, settings.adminPassword);
  const address = {
    user: postgresSuperuser,
    password: secrets.postgresPassword,
    port: settings.ports.postgres,
    database: databaseName,
  };
  try {
    const { isAccountNew } = await setUp({
      adminUrl: databaseUrl(address),
      passwords: { api: secrets.apiDatabasePassword, worker: secrets.workerDatabasePassword },
      dataFolder: join(repositoryRoot, 'data'),
      hasSampleContacts: true,
      firstAccount: { username: firstUsername, password: admin.password },
      temporal: { address: temporalAddress(settings), namespace: temporalNamespace },
      onStep: context.onSetUpStep,
    });
    if (!isAccountNew && admin.source === 'made_up') await forgetAdminPassword(admin);
    context.onAccount({ username: firstUsername, password: admin, isNew: isAccountNew });
  } catch (cause) {
    throw new LocalProblem({ code: 'setup.failed', reason: messageOf(cause) }, { cause });
  }
}

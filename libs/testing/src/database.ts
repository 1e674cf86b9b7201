import { createHash, randomUUID } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { createRoles, loadReferenceData, loadSampleContacts } from '@dialogue/infra';
import { createDataSource, migrate } from '@dialogue/persistence';

/** A database of its own for one spec, as its owner and as the two applications reach it. */
export interface TestDatabase {
  readonly adminUrl: string;
  readonly apiUrl: string;
  readonly workerUrl: string;
  drop(): Promise<void>;
}

/** `empty`: not even tables. `migrated`: tables. `reference`: bodies and calendar. `sample`: and people to write to. */
export type TestDatabaseContents = 'empty' | 'migrated' | 'reference' | 'sample';

const passwords = { api: 'api-of-a-test', worker: 'worker-of-a-test' };
const dataFolder = join(import.meta.dirname, '../../../data');
const migrationsFolder = join(import.meta.dirname, '../../persistence/src/migrations');

/**
 * A fresh database on the server of the test run. The first asker for some contents has them made, everybody after
 * gets a copy of the files.
 */
export async function databaseForTest(contents: TestDatabaseContents = 'reference'): Promise<TestDatabase> {
  const server = serverUrl();
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const template = await ensureTemplate(server, contents);
  await asAdmin(server, [`CREATE DATABASE ${name} TEMPLATE ${template}`]);
  return {
    adminUrl: urlTo(server, name),
    apiUrl: urlTo(server, name, { user: 'dialogue_api', password: passwords.api }),
    workerUrl: urlTo(server, name, { user: 'dialogue_worker', password: passwords.worker }),
    drop: async () => asAdmin(server, [`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`]),
  };
}

function serverUrl(): string {
  const url = process.env['TEST_POSTGRES_URL'];
  if (url === undefined)
    throw new Error('TEST_POSTGRES_URL is not set: this spec needs the server that the global setup of Jest starts');
  return url;
}

const templateLock = 20_261_124;

/** Named after what goes into it, so that a server which outlives a change of the code gives no old tables. */
async function ensureTemplate(server: string, contents: TestDatabaseContents): Promise<string> {
  const template = `template_${contents}_${fingerprint()}`;
  const admin = createDataSource({ url: server, poolSize: 1 });
  await admin.initialize();
  try {
    await admin.query('SELECT pg_advisory_lock($1)', [templateLock]);
    const [found] = await admin.query<object[]>('SELECT 1 FROM pg_database WHERE datname = $1', [template]);
    if (found !== undefined) return template;
    await admin.query(`DROP DATABASE IF EXISTS ${template}_new`);
    await admin.query(`CREATE DATABASE ${template}_new`);
    await fill(urlTo(server, `${template}_new`), contents);
    await admin.query(`ALTER DATABASE ${template}_new RENAME TO ${template}`);
    return template;
  } finally {
    await admin.destroy();
  }
}

async function fill(url: string, contents: TestDatabaseContents): Promise<void> {
  await createRoles(url, passwords);
  const database = createDataSource({ url, poolSize: 2 });
  await database.initialize();
  try {
    if (contents === 'empty') return;
    await migrate(database);
    if (contents === 'migrated') return;
    await loadReferenceData(database, dataFolder);
    if (contents === 'sample') await loadSampleContacts(database, dataFolder);
  } finally {
    await database.destroy();
  }
}

function fingerprint(): string {
  const files = [dataFolder, migrationsFolder].flatMap((folder) =>
    readdirSync(folder).map((file) => join(folder, file)),
  );
  const hash = createHash('sha256');
  for (const file of files.sort()) hash.update(readFileSync(file));
  return hash.digest('hex').slice(0, 12);
}

async function asAdmin(server: string, statements: readonly string[]): Promise<void> {
  const admin = createDataSource({ url: server, poolSize: 1 });
  await admin.initialize();
  try {
    for (const statement of statements) await admin.query(statement);
  } finally {
    await admin.destroy();
  }
}

function urlTo(
  server: string,
  database: string,
  account?: { readonly user: string; readonly password: string },
): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  if (account !== undefined) {
    url.username = account.user;
    url.password = account.password;
  }
  return url.href;
}

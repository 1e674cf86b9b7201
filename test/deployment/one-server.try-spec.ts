import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { searchAttributeTypes } from '@dialogue/contracts';
import { connectedClient, freePort, startMailCatcher, type RunningMailCatcher } from '@dialogue/infra';
import { logIn, waitFor, type ApiClient } from '@dialogue/testing/stack';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Connection } from '@temporalio/client';

import { bodies, give, registered, registration } from '../e2e/petition.fixture.js';
import { prepareMachine, type Machine } from './support/machine.js';
import { residentMemory, say, timed } from './support/measuring.js';
import { serversOf, type RunningServers } from './support/running-servers.js';

/* The commands of docker-compose.yml and of the image, run one after the other as `docker compose up` would run them. */

const minutes = 60_000;
jest.setTimeout(15 * minutes);
/** The first time a Temporal server is built from source, on a machine that may have other work. */
const longestPreparation = 40 * minutes;

const variables = {
  PUBLIC_URL: 'https://doithoai.example.vn',
  TEMPORAL_UI_URL: 'https://temporal.example.vn',
  MAIL_FROM: 'Van phong doi thoai <doithoai@example.vn>',
  MAIL_MESSAGE_ID_DOMAIN: 'doithoai.example.vn',
  // It is tried at any hour of any day.
  MAIL_QUIET_HOURS: 'off',
};
const jobsBeforeTemporal = ['temporal-databases', 'temporal-schema'];

describe('one server', () => {
  let folder = '';
  let machine: Machine;
  let mail: RunningMailCatcher;
  let clerk: ApiClient;
  let servers: RunningServers;
  /** Whatever was started, the last first to end. */
  const ending: (() => Promise<unknown>)[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'dialogue-deployment-'));
    const [smtpPort, inboxPort] = [await freePort(), await freePort()];
    ending.push(() => rm(folder, { recursive: true, force: true }));
    mail = await startMailCatcher({ smtpPort, inboxPort, mailDir: path.join(folder, 'mail') });
    ending.push(() => mail.stop());
    machine = await timed('image, Temporal programs and PostgreSQL', () =>
      prepareMachine(folder, { variables, smtpUrl: mail.smtpUrl }),
    );
    ending.push(() => machine.postgres.stop());
    servers = serversOf(machine);
    ending.push(() => servers.stopAll());
  }, longestPreparation);

  // Also of a trial that did not get far: nothing of it goes on running.
  afterAll(async () => {
    for (let end = ending.pop(); end !== undefined; end = ending.pop()) await end();
  });

  it.each(jobsBeforeTemporal)('the job %s goes well, and again', async (name) => {
    expect(await timed(name, () => machine.runJob(name))).toMatchObject({ code: 0 });
    expect(await machine.runJob(name)).toMatchObject({ code: 0 });
  });

  it('the Temporal server gets healthy on PostgreSQL, with 512 shards', async () => {
    await servers.startHealthy('temporal');

    const connection = await Connection.connect({ address: machine.temporalAddress });
    const { historyShardCount, persistenceStore, visibilityStore } = await connection.workflowService.getClusterInfo(
      {},
    );
    await connection.close();
    expect({ historyShardCount, persistenceStore, visibilityStore }).toEqual({
      historyShardCount: 512,
      persistenceStore: 'postgres12',
      visibilityStore: 'postgres12',
    });
  });

  it('the set-up goes well, and again: a year of retention, every search attribute', async () => {
    expect(await timed('set-up', () => machine.runJob('set-up'))).toMatchObject({ code: 0 });
    expect(await machine.runJob('set-up')).toMatchObject({ code: 0 });

    const connection = await Connection.connect({ address: machine.temporalAddress });
    const { config } = await connection.workflowService.describeNamespace({ namespace: 'default' });
    const known = await connection.operatorService.listSearchAttributes({ namespace: 'default' });
    await connection.close();
    expect(Number(config?.workflowExecutionRetentionTtl?.seconds)).toBe(365 * 86_400);
    expect(Object.keys(known.customAttributes)).toEqual(expect.arrayContaining(Object.keys(searchAttributeTypes)));
  });

  it.each([
    ['temporal', 'temporal_database_password', 'dialogue'],
    ['dialogue_api', 'api_database_password', 'temporal'],
    ['dialogue_worker', 'worker_database_password', 'temporal_visibility'],
  ])('the role %s cannot enter the database of others', async (role, secret, database) => {
    const password = await machine.secret(secret);
    const url = `postgres://${role}:${password}@127.0.0.1:${machine.postgres.port}/${database}`;

    await expect(connectedClient(url)).rejects.toMatchObject({ code: '42501' });
  });

  it('API and worker get healthy, and a petition that is registered over HTTP is accepted and written about', async () => {
    await servers.startHealthy('worker');
    await servers.startHealthy('api');

    clerk = await logIn(machine.apiOrigin, { username: 'admin', password: await machine.secret('admin_password') });
    const id = await timed('petition registered', () => registered(clerk));
    await timed('petition accepted', () => give(clerk, id, 'accept', bodies.accept));
    expect((await clerk.get(`/v1/petitions/${id}`)).body).toMatchObject({ stage: 'accepted' });
    const letters = await waitFor('the petitioner has a letter', () => lettersTo('nguoi.dan@petitioner.example'));
    expect(letters[0]).toMatchObject({ from: [{ address: 'doithoai@example.vn' }] });
  });

  it('twenty petitions at once stay within the connections that PostgreSQL has', async () => {
    await timed('twenty petitions', () =>
      Promise.all(Array.from({ length: 20 }, () => registered(clerk, registration()))),
    );

    const client = await connectedClient(machine.postgres.url);
    const { rows } = await client.query<{ role: string; count: string }>(
      'SELECT usename AS role, count(*) FROM pg_stat_activity WHERE usename IS NOT NULL GROUP BY 1 ORDER BY 1',
    );
    const most = await client.query<{ max_connections: string }>('SHOW max_connections');
    await client.end();
    say(`connections: ${rows.map(({ role, count }) => `${role} ${count}`).join(', ')}`);
    for (const { name, pid } of servers.all()) say(`${name}: ${await residentMemory(pid)} MiB resident`);
    const open = rows.reduce((sum, { count }) => sum + Number(count), 0);
    expect(most.rows).toEqual([{ max_connections: '200' }]);
    expect(open).toBeLessThan(200);
  });

  it('API, worker and Temporal server end by themselves at SIGTERM', async () => {
    const afterApi = await servers.stop('api');

    expect(afterApi).toEqual({ code: 0, signal: null });
    expect(await machine.checkHealth('api')).toMatchObject({ code: 1 });
    expect(await servers.stop('worker')).toEqual({ code: 0, signal: null });
    expect(await servers.stop('temporal')).toEqual({ code: 0, signal: null });
    expect(await machine.checkHealth('worker')).toMatchObject({ code: 1 });
  });

  it('an update runs the jobs and starts everything again on the same data', async () => {
    for (const name of jobsBeforeTemporal) expect(await machine.runJob(name)).toMatchObject({ code: 0 });
    await servers.startHealthy('temporal');
    expect(await machine.runJob('set-up')).toMatchObject({ code: 0 });
    await servers.startHealthy('worker');
    await servers.startHealthy('api');

    const { body } = await clerk.get('/v1/petitions');
    expect(JSON.stringify(body)).toContain('"stage":"accepted"');
    const id = await registered(clerk);
    await give(clerk, id, 'accept', bodies.accept);
    expect((await clerk.get(`/v1/petitions/${id}`)).body).toMatchObject({ stage: 'accepted' });
  });

  it('no log repeats a secret', async () => {
    const secrets = await Promise.all(Object.keys(machine.compose.secrets).map((name) => machine.secret(name)));
    const logs = path.join(folder, 'logs');
    const texts = await Promise.all((await readdir(logs)).map((file) => readFile(path.join(logs, file), 'utf8')));

    expect(texts.join('').length).toBeGreaterThan(0);
    expect(secrets.filter((secret) => texts.some((text) => text.includes(secret)))).toEqual([]);
  });

  async function lettersTo(address: string): Promise<readonly object[] | null> {
    const all = (await (await fetch(`${mail.url}/api/email`)).json()) as readonly {
      to: readonly { address: string }[];
    }[];
    const found = all.filter(({ to }) => to.some((one) => one.address === address));
    return found.length === 0 ? null : found;
  }
});

import { stat } from 'node:fs/promises';
import { join } from 'node:path';

import { describe, expect, it, jest } from '@jest/globals';

import { livingOf, serverPid, stackEnvironment, useStacks } from './local-stack.fixture.js';
import { connectedClient, databaseUrl } from './postgres.js';
import { ensureSecrets } from './secrets.js';

jest.setTimeout(180_000);

describe('npm start', () => {
  const { folder, start, startUntilUp } = useStacks();

  it('starts the servers, stops them in the reverse order on Ctrl-C, and goes on with the same data', async () => {
    const environment = await stackEnvironment(folder.path);
    const { stack, pids } = await startUntilUp(environment);
    const client = await connectToRegister(environment);
    await client.query('CREATE TABLE kept AS SELECT 42 AS answer');
    await client.end();

    stack.child.kill('SIGINT');

    expect(await stack.exitCode).toBe(0);
    expect(stack.output()).toMatch(/hộp thư thử \(SMTP\) đã dừng[^]*Temporal đã dừng[^]*PostgreSQL đã dừng/);
    expect(await livingOf(pids)).toEqual([]);
    await startUntilUp(environment);
    const again = await connectToRegister(environment);
    expect((await again.query('SELECT answer FROM kept')).rows).toEqual([{ answer: 42 }]);
    await again.end();
  });

  it('keeps letters, workflows and logs to its own account', async () => {
    await startUntilUp(await stackEnvironment(folder.path));

    const kept = ['mail', 'temporal.db', 'secrets', 'secrets/identity-key', 'logs/postgres.log'];
    const modes = await Promise.all(kept.map(async (name) => (await stat(join(folder.path, name))).mode & 0o077));

    expect(modes).toEqual(kept.map(() => 0));
  });

  it('lets two copies run side by side', async () => {
    const [one, other] = await Promise.all([
      stackEnvironment(join(folder.path, 'one')),
      stackEnvironment(join(folder.path, 'other')),
    ]);

    const stacks = await Promise.all([startUntilUp(one), startUntilUp(other)]);

    expect(await livingOf(stacks.flatMap(({ pids }) => pids))).toHaveLength(6);
  });

  it('stops everything and says which part died', async () => {
    const { stack, pids } = await startUntilUp(await stackEnvironment(folder.path));
    process.kill(await serverPid(folder.path, 'temporal'), 'SIGKILL');

    expect(await stack.exitCode).toBe(1);
    expect(stack.errors()).toMatch(/^Temporal đã dừng đột ngột \(SIGKILL\)[^\n]*\n$/);
    expect(await livingOf(pids)).toEqual([]);
  });

  it('cleans up at the next start what a killed start left behind', async () => {
    const environment = await stackEnvironment(folder.path);
    const { stack, pids } = await startUntilUp(environment);
    stack.child.kill('SIGKILL');
    await stack.exitCode;

    const next = await startUntilUp(environment);

    expect(next.stack.output()).toMatch(/đã dừng tiến trình còn sót từ lần chạy trước: .*temporal, postgres/);
    expect(await livingOf(pids)).toEqual([]);
  });

  it('shows samples of all letters where it says so', async () => {
    const environment = await stackEnvironment(folder.path, 'letters');
    const stack = start(environment);
    await stack.writes('trang mẫu thư đã sẵn sàng');

    const address = `http://127.0.0.1:${environment['LETTERS_PORT'] ?? ''}`;
    const [list, letter] = await Promise.all(['/', '/raw/assigned/handler'].map((path) => fetch(`${address}${path}`)));

    expect(await list?.text()).toContain('Nhắc việc: báo cáo giải quyết kiến nghị, phản ánh');
    expect(await letter?.text()).toContain('Kính gửi: Giám đốc Sở Tài chính');
    stack.child.kill('SIGTERM');
    expect(await stack.exitCode).toBe(0);
  });

  it('stops also when it is told so while it starts', async () => {
    const stack = start(await stackEnvironment(folder.path));
    await stack.writes('PostgreSQL đã sẵn sàng');
    const pids = [await serverPid(folder.path, 'postgres')];

    stack.child.kill('SIGTERM');

    expect(await stack.exitCode).toBe(0);
    expect(await livingOf(pids)).toEqual([]);
  });
});

async function connectToRegister(environment: NodeJS.ProcessEnv): ReturnType<typeof connectedClient> {
  const { postgresPassword } = await ensureSecrets(join(environment['DATA_DIR'] ?? '', 'secrets'));
  return connectedClient(
    databaseUrl({
      user: 'postgres',
      password: postgresPassword,
      port: Number(environment['POSTGRES_PORT']),
      database: 'dialogue',
    }),
  );
}

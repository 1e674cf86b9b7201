import { once } from 'node:events';
import { cp, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';

import { describe, expect, it, jest } from '@jest/globals';

import { livingOf, serverPid, stackEnvironment, useStacks } from './local-stack.fixture.js';
import { loopback } from './ports.js';

jest.setTimeout(180_000);

describe('npm start, when it cannot', () => {
  const { folder, start } = useStacks();

  it('refuses a second copy on the same folder and leaves the first alone', async () => {
    const first = start(await stackEnvironment(folder.path, 'postgres'));
    await first.writes('PostgreSQL đã sẵn sàng');
    const pid = await serverPid(folder.path, 'postgres');

    const second = start(await stackEnvironment(folder.path));

    expect(await second.exitCode).toBe(1);
    expect(second.errors()).toMatch(
      /^Thư mục dữ liệu .* đang được một bản khác sử dụng \(tiến trình \d+\); hãy [^\n]*\n$/,
    );
    expect(await livingOf([pid])).toEqual([pid]);
  });

  it('refuses a port that is taken, names its variable, and starts nothing', async () => {
    const environment = await stackEnvironment(folder.path);
    const holder = await listenOn(Number(environment['SMTP_PORT']));

    const stack = start(environment);

    expect(await stack.exitCode).toBe(1);
    expect(stack.errors()).toMatch(
      /^Cổng \d+ của hộp thư thử \(SMTP\) đang được chương trình khác sử dụng;[^\n]*SMTP_PORT[^\n]*\n$/,
    );
    expect(await readdir(folder.path)).toEqual([]);
    holder.close();
  });

  it('names the program that was to be used and does not run', async () => {
    const stack = start({ ...(await stackEnvironment(folder.path)), TEMPORAL_CLI: '/nowhere/temporal' });

    expect(await stack.exitCode).toBe(1);
    expect(stack.errors()).toMatch(
      /^Không tìm được chương trình "temporal" \(đã thử: biến môi trường[^\n]*TEMPORAL_CLI[^\n]*\n$/,
    );
  });

  describe('when the data folder is broken', () => {
    it.each([
      [
        'the folder of PostgreSQL holds something else',
        'postgres/notes.txt',
        'x',
        /^Thư mục dữ liệu PostgreSQL .* không phải là dữ liệu PostgreSQL;/,
      ],
      ['it was made by another version', 'postgres/PG_VERSION', '16\n', /^Thư mục .* do PostgreSQL 16 tạo ra/],
      ['the store of Temporal is no store', 'temporal.db', 'no store', /^Kho dữ liệu Temporal .* bị hỏng/],
      ['a secret was cut short', 'secrets/identity-key', 'abc', /^Tệp bí mật .* bị hỏng/],
    ])('says so in one sentence: %s', async (_reason, file, content, sentence) => {
      await mkdir(join(folder.path, file, '..'), { recursive: true });
      await writeFile(join(folder.path, file), content);

      const stack = start(await stackEnvironment(folder.path));

      expect(await stack.exitCode).toBe(1);
      expect(stack.errors()).toMatch(sentence);
      expect(stack.errors().trimEnd()).not.toContain('\n');
      expect(await readdir(join(folder.path, 'run')).catch(() => [])).toEqual([]);
    });

    it('says so when files of PostgreSQL are missing, and when the secrets do not belong to it', async () => {
      const environment = await stackEnvironment(folder.path, 'postgres');
      const whole = start(environment);
      await whole.writes('PostgreSQL đã sẵn sàng');
      whole.child.kill('SIGINT');
      await whole.exitCode;
      await cp(join(folder.path, 'postgres', 'global', 'pg_control'), join(folder.path, 'kept'));

      await rm(join(folder.path, 'postgres', 'global', 'pg_control'));
      const broken = start(environment);
      expect(await broken.exitCode).toBe(1);
      expect(broken.errors()).toMatch(/^Thư mục dữ liệu PostgreSQL .* bị hỏng \(xem .*postgres\.log\);/);

      await cp(join(folder.path, 'kept'), join(folder.path, 'postgres', 'global', 'pg_control'));
      await rename(join(folder.path, 'secrets'), join(folder.path, 'kept-secrets'));
      const locked = start(environment);
      expect(await locked.exitCode).toBe(1);
      expect(locked.errors()).toMatch(/^Mật khẩu trong thư mục "secrets" không mở được dữ liệu/);

      await rm(join(folder.path, 'secrets'), { recursive: true });
      await rename(join(folder.path, 'kept-secrets'), join(folder.path, 'secrets'));
      await rm(join(folder.path, 'postgres', 'base'), { recursive: true });
      const hollow = start(environment);
      expect(await hollow.exitCode).toBe(1);
      expect(hollow.errors()).toMatch(/^Thư mục dữ liệu PostgreSQL .* bị hỏng \(xem .*postgres\.log\);/);
    });
  });
});

async function listenOn(port: number): Promise<Server> {
  const server = createServer();
  server.listen(port, loopback);
  await once(server, 'listening');
  return server;
}

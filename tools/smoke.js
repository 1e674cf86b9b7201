import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

/**
 * `npm start` as a person meets it: it comes up, answers, stops at Ctrl-C in time, with nothing left running, and goes
 * on with the same data. On free ports and in a folder of its own, so that it can run beside another copy.
 */

const root = path.join(import.meta.dirname, '..');
const startLimitMs = 180_000;
const stopLimitMs = 15_000;
const folder = mkdtempSync(path.join(tmpdir(), 'dialogue-smoke-'));
const environment = { ...process.env, ...(await freePorts()), DATA_DIR: folder, ADMIN_PASSWORD: 'smoke-smoke-smoke' };
const api = `http://127.0.0.1:${environment.API_PORT}`;

try {
  await startUseAndStop('first start');
  await startUseAndStop('second start, same data');
  rmSync(folder, { recursive: true, force: true });
} catch (error) {
  console.error(`smoke: ${error.message}\nsmoke: data and logs are left in ${folder}`);
  process.exitCode = 1;
}

async function startUseAndStop(name) {
  const began = Date.now();
  const stack = start();
  try {
    await until(() => isReady(stack), startLimitMs, `${name}: not ready`, stack);
    console.log(`smoke: ${name}: ready after ${seconds(began)}`);
    await use();
    await stop(name, stack);
  } finally {
    if (!stack.ended) process.kill(-stack.process.pid, 'SIGKILL');
  }
}

/** In a process group of its own, as a terminal would give it: Ctrl-C goes to all of the group. */
function start() {
  const child = spawn('npm', ['start', '--silent'], {
    ...{ cwd: root, env: environment, detached: true },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const stack = { process: child, said: '', ended: false, exit: null };
  child.stdout.setEncoding('utf8').on('data', (text) => {
    stack.said += text;
    process.stdout.write(text);
  });
  child.on('exit', (code, signal) => Object.assign(stack, { ended: true, exit: { code, signal } }));
  return stack;
}

/** The last thing that is said is the table of addresses; then everything is up, the worker included. */
async function isReady(stack) {
  return (
    stack.said.includes(`:${environment.API_PORT}/docs`) &&
    (await fetch(`${api}/health/ready`).catch(() => null))?.ok === true
  );
}

async function use() {
  const login = await fetch(`${api}/v1/auth/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: 'admin', password: environment.ADMIN_PASSWORD }),
  });
  expect(login.status === 200, `logging in was answered with ${login.status}`);
  const { accessToken } = await login.json();
  const headers = { authorization: `Bearer ${accessToken}` };
  const organisations = await fetch(`${api}/v1/organisations`, { headers });
  expect(organisations.status === 200, `organisations were answered with ${organisations.status}`);
  expect((await organisations.json()).items.length > 0, 'there are no organisations');
  const refused = await fetch(`${api}/v1/organisations`);
  expect(refused.status === 401, `without a login organisations were answered with ${refused.status}`);
}

async function stop(name, stack) {
  const began = Date.now();
  process.kill(-stack.process.pid, 'SIGINT');
  await until(() => stack.ended, stopLimitMs, `${name}: still running ${stopLimitMs / 1000} s after Ctrl-C`, null);
  expect(stack.exit.code === 0, `${name}: ended with ${stack.exit.code ?? stack.exit.signal}`);
  const left = processesOf(stack.process.pid);
  expect(left.length === 0, `${name}: left running: ${left.join('; ')}`);
  console.log(`smoke: ${name}: stopped after ${seconds(began)}`);
}

/** Command lines of processes of the group, or that name our folder, as the programs of the stack do. */
function processesOf(group) {
  return readdirSync('/proc').flatMap((pid) => {
    try {
      const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
      const [state, , inGroup] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1).split(' ');
      const isOurs = Number(inGroup) === group || command.includes(folder);
      return /^\d+$/.test(pid) && state !== 'Z' && isOurs ? [command.slice(0, 120)] : [];
    } catch {
      return [];
    }
  });
}

async function until(isTrue, limitMs, otherwise, stack) {
  const end = Date.now() + limitMs;
  while (!(await isTrue())) {
    if (stack?.ended) throw new Error(`${otherwise}: ended with ${stack.exit.code ?? stack.exit.signal}`);
    if (Date.now() > end) throw new Error(otherwise);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

function expect(isTrue, otherwise) {
  if (!isTrue) throw new Error(otherwise);
}

function seconds(since) {
  return `${((Date.now() - since) / 1000).toFixed(1)} s`;
}

async function freePorts() {
  const names = ['API_PORT', 'TEMPORAL_PORT', 'TEMPORAL_UI_PORT', 'SMTP_PORT', 'INBOX_PORT', 'POSTGRES_PORT'];
  const servers = await Promise.all(names.map(() => listen()));
  const ports = servers.map((server) => String(server.address().port));
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return Object.fromEntries(names.map((name, index) => [name, ports[index]]));
}

function listen() {
  return new Promise((resolve, reject) => {
    const server = createServer().listen(0, '127.0.0.1', () => resolve(server));
    server.on('error', reject);
  });
}

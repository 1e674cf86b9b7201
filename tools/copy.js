import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A copy of `npm start` on free ports and in a folder of its own, so that it can run beside another copy. */

const root = path.join(import.meta.dirname, '..');
const startLimitMs = 180_000;
const stopLimitMs = 15_000;
export const adminPassword = 'try-try-try-it';

/** Says where everything of one copy is. */
export async function makeCopy(name) {
  const folder = mkdtempSync(path.join(tmpdir(), `dialogue-${name}-`));
  const environment = { ...process.env, ...(await freePorts()), DATA_DIR: folder, ADMIN_PASSWORD: adminPassword };
  return { name, folder, environment, api: `http://127.0.0.1:${environment.API_PORT}` };
}

/** Starts it and waits until it is up. */
export async function startCopy(copy, title) {
  const began = Date.now();
  const stack = spawnStack(copy);
  await until(() => isReady(copy, stack), startLimitMs, `${title}: not ready`, stack);
  console.log(`${copy.name}: ${title}: ready after ${seconds(began)}`);
  return stack;
}

/** Presses Ctrl-C and checks that it stops in time, with nothing left running. */
export async function stopCopy(copy, title, stack) {
  const began = Date.now();
  process.kill(-stack.process.pid, 'SIGINT');
  await until(() => stack.ended, stopLimitMs, `${title}: still running ${stopLimitMs / 1000} s after Ctrl-C`, null);
  expect(stack.exit.code === 0, `${title}: ended with ${stack.exit.code ?? stack.exit.signal}`);
  const left = processesOf(copy, stack.process.pid);
  expect(left.length === 0, `${title}: left running: ${left.join('; ')}`);
  console.log(`${copy.name}: ${title}: stopped after ${seconds(began)}`);
}

/** Whatever went wrong: nothing goes on running. */
export function killCopy(stack) {
  if (stack !== null && !stack.ended) process.kill(-stack.process.pid, 'SIGKILL');
}

/** In a process group of its own, as a terminal would give it: Ctrl-C goes to all of the group. */
function spawnStack({ environment }) {
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
async function isReady({ environment, api }, stack) {
  return (
    stack.said.includes(`:${environment.API_PORT}/docs`) &&
    (await fetch(`${api}/health/ready`).catch(() => null))?.ok === true
  );
}

/** Command lines of processes of the group, or that name our folder, as the programs of the stack do. */
function processesOf({ folder }, group) {
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

export async function until(isTrue, limitMs, otherwise, stack) {
  const end = Date.now() + limitMs;
  while (!(await isTrue())) {
    if (stack?.ended) throw new Error(`${otherwise}: ended with ${stack.exit.code ?? stack.exit.signal}`);
    if (Date.now() > end) throw new Error(otherwise);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

export function expect(isTrue, otherwise) {
  if (!isTrue) throw new Error(otherwise);
}

export function seconds(since) {
  return `${((Date.now() - since) / 1000).toFixed(1)} s`;
}

async function freePorts() {
  const names = [
    'API_PORT',
    'TEMPORAL_PORT',
    'TEMPORAL_UI_PORT',
    'SMTP_PORT',
    'INBOX_PORT',
    'POSTGRES_PORT',
    'LETTERS_PORT',
  ];
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

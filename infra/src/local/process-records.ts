import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { readIfPresent, writePrivateFile } from './private-file.js';
import { processIdentity } from './process-identity.js';
import { parseProcessRecord } from './process-record.js';
import { signalGroup } from './server-process.js';

/** The process is written down, so that a later start finds it if this one is killed. */
export async function recordProcess(folder: string, name: string, pid: number): Promise<void> {
  const identity = await processIdentity(pid);
  // Without identity it has ended already, and there is nothing to find.
  if (identity !== null) await writePrivateFile(join(folder, `${name}.json`), JSON.stringify({ pid, identity }));
}

/** The process has ended; a record that a later one has written stays. */
export async function forgetProcess(folder: string, name: string, pid: number): Promise<void> {
  const file = join(folder, `${name}.json`);
  const text = await readIfPresent(file);
  if (text !== null && parseProcessRecord(text)?.pid === pid) await rm(file, { force: true });
}

/** In the order in which they are stopped: who uses a server goes before it. */
const stopOrder = ['worker', 'api', 'mail', 'temporal', 'postgres'];
const graceMs = 4_000;

/** Nothing that an earlier, killed start of this folder has left behind runs any more; the names of what did. */
export async function stopLeftBehind(folder: string): Promise<readonly string[]> {
  const names = (await readdir(folder).catch(() => []))
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.slice(0, -'.json'.length));
  const ordered = names.toSorted((one, other) => stopOrder.indexOf(one) - stopOrder.indexOf(other));
  const stopped: string[] = [];
  for (const name of ordered) {
    const file = join(folder, `${name}.json`);
    if (await stopRecorded(file, name)) stopped.push(name);
    await rm(file, { force: true });
  }
  return stopped;
}

async function stopRecorded(file: string, name: string): Promise<boolean> {
  const record = parseProcessRecord((await readIfPresent(file)) ?? '');
  async function lives(): Promise<boolean> {
    return record !== null && (await processIdentity(record.pid)) === record.identity;
  }
  if (record === null || !(await lives())) return false;
  // PostgreSQL takes SIGTERM as "when all sessions have ended"; SIGINT ends them.
  signalOne(record.pid, name === 'postgres' ? 'SIGINT' : 'SIGTERM');
  for (const until = Date.now() + graceMs; Date.now() < until && (await lives());) await pause(50);
  if (await lives()) signalGroup(record.pid, 'SIGKILL');
  for (const until = Date.now() + graceMs; Date.now() < until && (await lives());) await pause(50);
  return true;
}

function signalOne(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // ESRCH: it has just ended by itself.
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

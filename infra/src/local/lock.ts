import { randomBytes } from 'node:crypto';
import { link, mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

import { codeOf } from './error-text.js';
import { LocalProblem } from './local-problem.js';
import { readIfPresent } from './private-file.js';
import { processIdentity } from './process-identity.js';
import { parseProcessRecord, type ProcessRecord } from './process-record.js';

/** A folder held by this process alone. */
export interface FolderLock {
  release(): Promise<void>;
}

/**
 * The folder of this lock file belongs to this process until `release`. What a killed process left behind is taken over.
 * @throws LocalProblem `folder.in_use` when a living process holds it.
 */
export async function acquireLock(file: string): Promise<FolderLock> {
  await mkdir(dirname(file), { recursive: true });
  const own: ProcessRecord = { pid: process.pid, identity: (await processIdentity(process.pid)) ?? 'unknown' };
  const text = JSON.stringify(own);
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  await writeFile(draft, text);
  try {
    while (!(await linked(draft, file))) {
      const holder = await livingHolder(file);
      if (holder !== null) throw new LocalProblem({ code: 'folder.in_use', folder: dirname(file), pid: holder.pid });
      await removeStale(file, draft);
    }
  } finally {
    await rm(draft, { force: true });
  }
  return { release: () => releaseOwn(file, text) };
}

/** A link is made in one step or not at all, and with its content: two starters never both succeed. */
async function linked(draft: string, file: string): Promise<boolean> {
  try {
    await link(draft, file);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/** Who holds the lock and lives; `null` for a lock that is stale, half written or gone. */
async function livingHolder(file: string): Promise<ProcessRecord | null> {
  const holder = parseProcessRecord((await readIfPresent(file)) ?? '');
  return holder !== null && (await lives(holder)) ? holder : null;
}

async function lives({ pid, identity }: ProcessRecord): Promise<boolean> {
  return (await processIdentity(pid)) === identity;
}

/**
 * Only who holds the guard removes a stale lock, and looks again before: else one starter might remove the fresh lock of
 * another that was quicker. The guard lives for a moment; one left behind by a process that was killed then is removed.
 */
async function removeStale(file: string, draft: string): Promise<void> {
  const guard = `${file}.takeover`;
  if (!(await linked(draft, guard))) {
    const holder = parseProcessRecord((await readIfPresent(guard)) ?? '');
    if (holder !== null && !(await lives(holder))) await rm(guard, { force: true });
    return;
  }
  try {
    if ((await livingHolder(file)) === null) await rm(file, { force: true });
  } finally {
    await rm(guard, { force: true });
  }
}

async function releaseOwn(file: string, text: string): Promise<void> {
  if ((await readIfPresent(file)) === text) await rm(file, { force: true });
}

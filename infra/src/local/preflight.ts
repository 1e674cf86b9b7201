import { mkdir, realpath, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { messageOf } from './error-text.js';
import { acquireLock, type FolderLock } from './lock.js';
import { LocalProblem, type PartName } from './local-problem.js';
import type { DataPaths } from './paths.js';
import { isPortFree } from './ports.js';
import { stopLeftBehind } from './process-records.js';
import { portVariables, type LocalPorts } from './settings.js';

/** The folder is ours and nothing of an earlier start runs in it. */
export interface Prepared {
  readonly lock: FolderLock;
  readonly leftBehind: readonly string[];
}

/**
 * Before anything is started: the folder can be written and belongs to this process alone, what a killed start left
 * behind has been stopped, and every port is free.
 * @throws LocalProblem `folder.unusable`, `folder.in_use`, `port.taken`
 */
export async function prepareFolder(paths: DataPaths, ports: LocalPorts): Promise<Prepared> {
  await ensureWritable(paths.folder);
  const lock = await acquireLock(paths.lock);
  try {
    const leftBehind = await stopLeftBehind(paths.processes);
    await refuseTakenPorts(ports);
    return { lock, leftBehind };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

async function ensureWritable(folder: string): Promise<void> {
  const probe = join(folder, `.probe-${process.pid}`);
  try {
    await mkdir(folder, { recursive: true });
    await realpath(folder);
    await writeFile(probe, '');
    await rm(probe);
  } catch (cause) {
    throw new LocalProblem({ code: 'folder.unusable', folder, reason: messageOf(cause) }, { cause });
  }
}

const partsOfPorts: Readonly<Record<keyof LocalPorts, PartName>> = {
  api: 'api',
  temporal: 'temporal',
  temporalUi: 'temporal-ui',
  smtp: 'smtp',
  inbox: 'inbox',
  postgres: 'postgres',
  letters: 'letters',
};

async function refuseTakenPorts(ports: LocalPorts): Promise<void> {
  const uses = [
    { use: 'api', port: ports.api },
    { use: 'temporal', port: ports.temporal },
    { use: 'temporalUi', port: ports.temporalUi },
    { use: 'smtp', port: ports.smtp },
    { use: 'inbox', port: ports.inbox },
    { use: 'postgres', port: ports.postgres },
    { use: 'letters', port: ports.letters },
  ] as const;
  for (const { use, port } of uses) {
    if (!(await isPortFree(port))) {
      throw new LocalProblem({ code: 'port.taken', port, part: partsOfPorts[use], variable: portVariables[use] });
    }
  }
}

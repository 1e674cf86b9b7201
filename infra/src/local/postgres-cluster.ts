import { execFile } from 'node:child_process';
import { chown, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';

import { lastWordsOf } from './error-text.js';
import { LocalProblem } from './local-problem.js';
import type { PostgresAccount } from './postgres-account.js';
import { postgresMajor, type PostgresBinaries } from './postgres-binaries.js';
import { isMissing, readIfPresent } from './private-file.js';
import { programEnvironment } from './program-environment.js';

const run = promisify(execFile);

/** The superuser of the embedded cluster. */
export const postgresSuperuser = 'postgres';

/** What a new cluster is made with. */
export interface NewCluster {
  readonly dataDir: string;
  readonly password: string;
  readonly isDurable: boolean;
  readonly signal: AbortSignal | undefined;
}

/**
 * The folder holds a cluster of our version, made now if there was none.
 * @throws LocalProblem `postgres.other_version`, `postgres.folder_broken` when something else is there.
 */
export async function ensureCluster(
  cluster: NewCluster,
  binaries: PostgresBinaries,
  account: PostgresAccount,
): Promise<void> {
  const { dataDir } = cluster;
  const version = (await readIfPresent(join(dataDir, 'PG_VERSION')).catch(() => ''))?.trim() ?? null;
  if (version === postgresMajor) return;
  if (version !== null && /^\d+$/.test(version)) {
    throw new LocalProblem({
      code: 'postgres.other_version',
      folder: dataDir,
      found: version,
      expected: postgresMajor,
    });
  }
  if (!(await isEmptyOrAbsent(dataDir)))
    throw new LocalProblem({ code: 'postgres.folder_broken', folder: dataDir, logFile: null });
  await createCluster(cluster, binaries, account);
}

async function isEmptyOrAbsent(folder: string): Promise<boolean> {
  try {
    return (await readdir(folder)).length === 0;
  } catch (error) {
    return isMissing(error);
  }
}

/** Made beside its place and moved there when it is whole: a start that is broken off leaves no half cluster. */
async function createCluster(cluster: NewCluster, binaries: PostgresBinaries, account: PostgresAccount): Promise<void> {
  const { dataDir } = cluster;
  await removeUnfinished(dataDir);
  const unfinished = `${dataDir}.new-${process.pid}`;
  const passwordFile = `${unfinished}.password`;
  try {
    await mkdir(unfinished, { recursive: true, mode: 0o700 });
    await writeFile(passwordFile, `${cluster.password}\n`, { mode: 0o600 });
    if (account.owner !== null) await handOver([unfinished, passwordFile], account.owner);
    await runInitdb(cluster, account.as(binaries.initdb, initdbArguments(unfinished, passwordFile, cluster.isDurable)));
    await rm(dataDir, { recursive: true, force: true });
    await rename(unfinished, dataDir);
  } finally {
    await rm(passwordFile, { force: true });
    await rm(unfinished, { recursive: true, force: true });
  }
}

/** The built-in locale sorts and folds the same on every platform; Vietnamese order is asked for by `COLLATE "vi-x-icu"`. */
function initdbArguments(folder: string, passwordFile: string, isDurable: boolean): readonly string[] {
  return [
    `--pgdata=${folder}`,
    `--pwfile=${passwordFile}`,
    `--username=${postgresSuperuser}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    ...(isDurable ? [] : ['--no-sync']),
  ];
}

async function runInitdb(cluster: NewCluster, started: ReturnType<PostgresAccount['as']>): Promise<void> {
  const { command, args, ...ids } = started;
  try {
    await run(command, args, {
      ...ids,
      env: programEnvironment(),
      ...(cluster.signal === undefined ? {} : { signal: cluster.signal }),
    });
  } catch (cause) {
    cluster.signal?.throwIfAborted();
    throw new LocalProblem({ code: 'folder.unusable', folder: cluster.dataDir, reason: lastWordsOf(cause) }, { cause });
  }
}

async function handOver(
  files: readonly string[],
  owner: { readonly uid: number; readonly gid: number },
): Promise<void> {
  await Promise.all(files.map((file) => chown(file, owner.uid, owner.gid)));
}

async function removeUnfinished(dataDir: string): Promise<void> {
  const siblings = await readdir(dirname(dataDir));
  const unfinished = siblings.filter((name) => name.startsWith(`${basename(dataDir)}.new-`));
  await Promise.all(unfinished.map((name) => rm(join(dirname(dataDir), name), { recursive: true, force: true })));
}

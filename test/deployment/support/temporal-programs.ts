import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, rename } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

import { root } from '../../architecture/support/repository.js';

const run = promisify(execFile);

/** What the two images of the Temporal project contain, by the names that they have there, and where it is built from. */
const programs = {
  'temporal-server': { package: 'go.temporal.io/server/cmd/server', builtAs: 'server' },
  'temporal-sql-tool': { package: 'go.temporal.io/server/cmd/tools/sql', builtAs: 'sql' },
} as const;

/**
 * A folder with the programs of the images of this version, built from source with `go install`; kept in `.cache`. One that
 * has been prepared may be named by TEMPORAL_PROGRAMS.
 */
export async function temporalPrograms(version: string): Promise<string> {
  const given = process.env['TEMPORAL_PROGRAMS'];
  const folder = given ?? path.join(root, '.cache/deployment', version);
  for (const [name, program] of Object.entries(programs)) {
    if (existsSync(path.join(folder, name))) continue;
    if (given !== undefined) throw new Error(`${given} has no ${name}`);
    await mkdir(folder, { recursive: true });
    await run('go', ['install', `${program.package}@v${version}`], { env: { ...process.env, GOBIN: folder } });
    await rename(path.join(folder, program.builtAs), path.join(folder, name));
  }
  return folder;
}

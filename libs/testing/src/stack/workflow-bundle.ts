import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { repositoryRoot } from '@dialogue/infra';

const run = promisify(execFile);

/** Bundles the workflows once, so that not every start of a worker has to; returns the file. */
export async function bundleWorkflows(folder: string): Promise<string> {
  const file = join(folder, 'workflows.js');
  const program = join(repositoryRoot, 'apps', 'worker', 'dist', 'build-workflow-bundle.js');
  await run(process.execPath, [program, file], { cwd: repositoryRoot });
  return file;
}

import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { bundleWorkflowCode, type BundleOptions, type WorkflowBundleOption } from '@temporalio/worker';

/**
 * The workflows, bundled once in a run of specs: the first file that asks writes what the others read. Two that ask at the
 * same time bundle the same twice. The folder is that of the servers of the run, and goes with them; without them every file
 * bundles for itself.
 */
export async function bundleOnce(bundle: BundleOptions): Promise<WorkflowBundleOption> {
  const folder = process.env['TEST_BUNDLES'];
  if (folder === undefined) return bundleWorkflowCode(bundle);
  const name = createHash('sha256').update(bundle.workflowsPath).digest('hex');
  const codePath = join(folder, `${name}.js`);
  if (!existsSync(codePath)) {
    const { code } = await bundleWorkflowCode(bundle);
    const beside = `${codePath}.${String(process.pid)}`;
    await writeFile(beside, code);
    await rename(beside, codePath);
  }
  return { codePath };
}

import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';

import { bundleWorkflowCode } from '@temporalio/worker';

import { workflowBundleOptions } from './workflow-bundle.js';

// `--check` only builds; otherwise the file for `WORKFLOW_BUNDLE` is named, since none beside this one is free to take.
const [target] = process.argv.slice(2);
if (target === undefined) throw new Error('Say --check, or the file that the bundle is written to');
const { code } = await bundleWorkflowCode(workflowBundleOptions);
if (target === '--check') {
  process.stdout.write(`The workflow bundle builds: ${String(code.length)} bytes\n`);
} else {
  await writeFile(resolve(target), code);
  process.stdout.write(`${resolve(target)}\n`);
}

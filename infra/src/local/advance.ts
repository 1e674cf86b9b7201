import { z } from 'zod';

import { advanceCase } from './advance-case.js';
import { advanceReport } from './advance.vi.js';
import { parseDurationMs } from './duration.js';
import { LocalProblem } from './local-problem.js';
import { dataPaths } from './paths.js';
import { findRunning } from './running.js';
import { processEnvironment } from './program-environment.js';
import { sentenceFor } from './run-local.js';
import { ensureSecrets } from './secrets.js';
import { readLocalSettings } from './settings.js';

/* `npm run advance -- petition/<id> 15d`: lets one case, or an opener, of the running local stack see that much time pass. */

z.config(z.locales.vi());
process.exit(await main(process.argv.slice(2)));

async function main(args: readonly string[]): Promise<number> {
  try {
    await advance(args);
    return 0;
  } catch (error) {
    process.stderr.write(`${sentenceFor(error)}\n`);
    return 1;
  }
}

async function advance(args: readonly string[]): Promise<void> {
  const [workflowId, duration, ...rest] = args;
  if (workflowId === undefined || duration === undefined || rest.length > 0)
    throw new LocalProblem({ code: 'advance.usage' });
  const durationMs = parseDurationMs(duration);
  const paths = dataPaths(readLocalSettings(processEnvironment()).dataDir);
  const stack = await findRunning(paths.running);
  if (stack === null) throw new LocalProblem({ code: 'stack.not_running', folder: paths.folder });
  const { postgresPassword } = await ensureSecrets(paths.secrets);
  const standing = await advanceCase({ stack, postgresPassword, workflowId, durationMs });
  process.stdout.write(advanceReport(workflowId, duration, standing));
}

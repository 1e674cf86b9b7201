import { z } from 'zod';

import { processEnvironment } from './program-environment.js';
import { readLocalSettings } from './settings.js';
import { runLocal, sentenceFor } from './run-local.js';

/* `npm start`: the whole system on this machine, until Ctrl-C. */

z.config(z.locales.vi());
// A reader that goes away (`npm start | head`) must not end us without stopping what we started.
process.stdout.on('error', () => undefined);
process.stderr.on('error', () => undefined);

process.exit(await main());

async function main(): Promise<number> {
  try {
    const settings = readLocalSettings(processEnvironment());
    return await runLocal({
      settings,
      write: (text) => void process.stdout.write(text),
      writeError: (text) => void process.stderr.write(text),
    });
  } catch (error) {
    process.stderr.write(`${sentenceFor(error)}\n`);
    return 1;
  }
}

import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { failuresOf } from './failures.js';

/** Where each run leaves its counts and what failed; `tools/jest/test.js` adds them up. */
export const tallyFolder = path.join(import.meta.dirname, '../../.cache/tests');

/**
 * Leaves the counts of a run, and which tests failed, in `.cache/tests/$TEST_TIER.json`, and fails a whole run in which a test was skipped: a test
 * that does not run proves nothing. (A run narrowed by `-t` skips by intent.)
 */
export default class TallyReporter {
  #narrowed;
  #error;

  constructor(globalConfig) {
    this.#narrowed = Boolean(globalConfig.testNamePattern);
  }

  onRunComplete(_contexts, results) {
    const skipped = results.numPendingTests + results.numTodoTests;
    if (skipped > 0 && !this.#narrowed) this.#error = new Error(`${skipped} tests were skipped: mend or delete them`);
    const tier = process.env['TEST_TIER'];
    if (tier !== undefined) writeTally(tier, tallyOf(results, this.#error === undefined ? 0 : skipped));
  }

  getLastError() {
    return this.#error;
  }
}

/** A file that could not even be loaded counts as one failed test, and so does each skipped one. */
function tallyOf(results, skipped) {
  return {
    passed: results.numPassedTests,
    failed: results.numFailedTests + results.numRuntimeErrorTestSuites + skipped,
    failures: failuresOf(results),
  };
}

function writeTally(tier, tally) {
  mkdirSync(tallyFolder, { recursive: true });
  writeFileSync(path.join(tallyFolder, `${tier}.json`), `${JSON.stringify(tally)}\n`);
}

import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Where each run leaves its counts; `tools/jest/tally.js` adds them up. */
export const tallyFolder = path.join(import.meta.dirname, '../../.cache/tests');

/**
 * Leaves the counts of a run in `.cache/tests/$TEST_TIER.json`, and fails a whole run in which a test was skipped: a test
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
  };
}

function writeTally(tier, tally) {
  mkdirSync(tallyFolder, { recursive: true });
  writeFileSync(path.join(tallyFolder, `${tier}.json`), `${JSON.stringify(tally)}\n`);
}

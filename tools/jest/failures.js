import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';

/**
 * A test that failed, or a file whose tests could not even be begun.
 * @typedef {{ readonly name: string, readonly file: string, readonly message: string }} Failure
 */

/**
 * What Jest tells of a file, as far as it is read here.
 * @typedef {{ readonly status: string, readonly fullName: string, readonly failureMessages: readonly string[] }} TestResult
 * @typedef {{ readonly testFilePath: string, readonly testExecError?: unknown, readonly failureMessage?: string | null,
 *   readonly testResults: readonly TestResult[] }} FileResult
 */

const root = path.join(import.meta.dirname, '../..');
/** Of each message: enough to see what was expected and where, so that the end of a cut log still says it all. */
const mostLines = 30;
/** Where Jest itself was says nothing of the test. */
const foreignFrame = /^\s+at .*(?:\/node_modules\/|\(node:|new Promise \(<anonymous>\))/;

/**
 * What failed in a run of Jest, in the order of its files.
 * @param {{ readonly testResults: readonly FileResult[] }} results
 * @returns {readonly Failure[]}
 */
export function failuresOf({ testResults }) {
  return testResults.flatMap(({ testFilePath, testExecError, failureMessage, testResults: tests }) => {
    const file = path.relative(root, testFilePath);
    if (testExecError) return [{ name: 'the file did not run', file, message: textOf(failureMessage ?? '') }];
    return tests
      .filter(({ status }) => status === 'failed')
      .map(({ fullName, failureMessages }) => ({ name: fullName, file, message: textOf(failureMessages.join('\n')) }));
  });
}

/**
 * The failures of all tiers as `npm test` shows them last.
 * @param {readonly { readonly tier: string, readonly failures?: readonly Failure[] }[]} tallies
 * @returns {readonly string[]}
 */
export function failureLines(tallies) {
  const lines = tallies.flatMap(({ tier, failures = [] }) =>
    failures.flatMap(({ name, file, message }) => [
      '',
      `failed in ${tier}: ${name}`,
      `  ${file}`,
      ...message.split('\n').map((line) => `  ${line}`.trimEnd()),
    ]),
  );
  return lines.length === 0 ? [] : [...lines, ''];
}

/** @param {string} message */
function textOf(message) {
  const lines = stripVTControlCharacters(message).trim().split('\n');
  return lines
    .filter((line) => !foreignFrame.test(line))
    .slice(0, mostLines)
    .join('\n');
}

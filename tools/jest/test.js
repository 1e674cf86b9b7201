import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';

import { failureLines } from './failures.js';
import { tallyFolder } from './tally-reporter.js';

/**
 * `npm test`: every tier one after the other, or those that are named (`npm test -- small replay`), each a task of Nx.
 * What failed is told once more at the end, and the last line adds up all of them. A tier that left no counts did not run to its end: that is a failure too.
 */

const allTiers = ['small', 'architecture', 'replay', 'integration', 'e2e'];
const asked = process.argv.slice(2);
const unknown = asked.filter((tier) => !allTiers.includes(tier));
if (unknown.length > 0) {
  console.error(`No such tier of tests: ${unknown.join(', ')}. There are: ${allTiers.join(', ')}.`);
  process.exit(2);
}

const tiers = asked.length > 0 ? asked : allTiers;
rmSync(tallyFolder, { recursive: true, force: true });
const run = spawnSync('nx', runArguments(tiers), { stdio: 'inherit' });

const tallies = tiers.map((tier) => ({ tier, ...tallyOf(tier) }));
for (const line of failureLines(tallies)) console.log(line);
for (const { tier, passed, failed, note = '' } of tallies) {
  console.log(`${tier.padEnd(13)}${passed} passed, ${failed} failed${note}`);
}
const passed = sum(tallies.map((tally) => tally.passed));
const failed = sum(tallies.map((tally) => tally.failed));
console.log(`tests: ${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || run.status !== 0 ? 1 : 0;

/** @param {readonly string[]} names */
function runArguments(names) {
  const targets = names.map((tier) => `test:${tier}`).join(',');
  return ['run-many', '-p', 'dialogue', '-t', targets, '--parallel=1', '--output-style=stream-without-prefixes'];
}

/** @param {string} tier */
function tallyOf(tier) {
  try {
    return JSON.parse(readFileSync(path.join(tallyFolder, `${tier}.json`), 'utf8'));
  } catch {
    return { passed: 0, failed: 1, note: ' (did not run to its end)' };
  }
}

/** @param {readonly number[]} numbers */
function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0);
}

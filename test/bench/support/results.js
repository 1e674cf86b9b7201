import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, totalmem } from 'node:os';

/**
 * A figure that has a limit.
 *
 * @typedef {object} Check
 * @property {string} name
 * @property {number} figure
 * @property {number} limit
 * @property {'at least' | 'at most'} limitIs
 */

/** The machine on which something was measured: figures of two machines cannot be compared. */
const machine = {
  node: process.version,
  cpu: cpus()[0]?.model ?? 'unknown',
  cores: availableParallelism(),
  memoryGiB: Math.round(totalmem() / 2 ** 30),
};

/**
 * Prints the checks, keeps everything that was measured, and fails the run when a figure is over its limit. A run that
 * was made smaller says nothing about the limits of a full one: it is printed and judged, and not kept.
 *
 * @param {string} name of the file under `test/bench/results`
 * @param {{ readonly isFull: boolean, readonly measured: object, readonly checks: readonly Check[] }} outcome
 */
export function conclude(name, { isFull, measured, checks }) {
  const judged = checks.map((check) => ({ ...check, isWithin: isWithin(check) }));
  console.table(
    Object.fromEntries(
      judged.map(({ name: about, figure, limit, limitIs, isWithin: kept }) => [
        about,
        { figure, limit: `${limitIs} ${limit}`, kept },
      ]),
    ),
  );
  if (isFull) keep(name, { machine, ...measured, checks: judged });
  else console.log(`${name}: smaller than a full run, so the result is not kept`);
  if (judged.some((check) => !check.isWithin)) process.exitCode = 1;
}

/**
 * @param {string} name
 * @param {object} content
 */
function keep(name, content) {
  const folder = new URL('../results/', import.meta.url);
  mkdirSync(folder, { recursive: true });
  writeFileSync(new URL(`${name}.json`, folder), `${JSON.stringify(content, null, 2)}\n`);
}

/** @param {number} value */
export function rounded(value) {
  return Number(value.toPrecision(3));
}

/** @param {readonly number[]} values @param {number} share 0.95: 95 of 100 are not above it */
export function quantile(values, share) {
  const sorted = values.toSorted((first, second) => first - second);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

/** @param {Check} check */
function isWithin({ figure, limit, limitIs }) {
  return limitIs === 'at least' ? figure >= limit : figure <= limit;
}

import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';

/**
 * One thing measured, beside another way to do the same.
 *
 * @typedef {object} Measurement
 * @property {string} name
 * @property {number} units how many times one round does it
 * @property {() => unknown} run one round
 * @property {string} baselineName what it stands beside
 * @property {() => unknown} baseline one round of that, in the same run
 * @property {{ readonly what: 'unit' | 'round', readonly ms: number }} limit what the issue allows
 */

/** @typedef {{ name: string, units: number, msPerRound: number, usPerUnit: number, baselineName: string, baselineMsPerRound: number, ratio: number, limitMs: number, limitOf: string, isWithin: boolean }} Result */

const rounds = 9;
/** What the rounds have made: kept, so that nothing is left out because nobody looks at it. */
const sink = [];

/**
 * The median of several rounds of computation, taken in turns with its baseline, so that both meet the same machine.
 *
 * @param {Measurement} measurement
 * @returns {Result}
 */
export function measured({ name, units, run, baselineName, baseline, limit }) {
  const own = [];
  const other = [];
  timed(run);
  timed(baseline);
  for (let round = 0; round < rounds; round += 1) {
    own.push(timed(run));
    other.push(timed(baseline));
  }
  const msPerRound = median(own);
  const baselineMsPerRound = median(other);
  return {
    name,
    units,
    msPerRound: rounded(msPerRound),
    usPerUnit: rounded((msPerRound * 1_000) / units),
    baselineName,
    baselineMsPerRound: rounded(baselineMsPerRound),
    ratio: rounded(baselineMsPerRound / msPerRound),
    limitMs: limit.ms,
    limitOf: limit.what,
    isWithin: (limit.what === 'unit' ? msPerRound / units : msPerRound) < limit.ms,
  };
}

/**
 * Prints the results, keeps them, and fails the run when one is over its limit.
 *
 * @param {string} name of the file under `test/bench/results`
 * @param {readonly Result[]} results
 */
export function report(name, results) {
  console.table(
    Object.fromEntries(
      results.map((result) => [
        result.name,
        {
          'ms a round': result.msPerRound,
          'µs each': result.usPerUnit,
          'baseline ms': result.baselineMsPerRound,
          'times faster': result.ratio,
          limit: `${result.limitMs} ms a ${result.limitOf}`,
          kept: result.isWithin,
        },
      ]),
    ),
  );
  const folder = new URL('../results/', import.meta.url);
  mkdirSync(folder, { recursive: true });
  const machine = { node: process.version, cpu: cpus()[0]?.model ?? 'unknown', cores: availableParallelism() };
  writeFileSync(new URL(`${name}.json`, folder), `${JSON.stringify({ machine, rounds, results }, null, 2)}\n`);
  if (results.some(({ isWithin }) => !isWithin)) process.exitCode = 1;
}

/**
 * The milliseconds of computation, not of waiting for a processor that somebody else has.
 *
 * @param {() => unknown} run
 */
function timed(run) {
  const began = process.cpuUsage();
  sink[0] = run();
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1_000;
}

/** @param {readonly number[]} values */
function median(values) {
  return values.toSorted((first, second) => first - second)[values.length >> 1] ?? Number.NaN;
}

/** @param {number} value */
function rounded(value) {
  return Number(value.toPrecision(3));
}

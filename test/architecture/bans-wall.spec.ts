import { beforeAll, describe, expect, it } from '@jest/globals';

import { lint, type Finding } from './support/lint.js';

const domain = 'libs/domain/src/index.ts';
const contracts = 'libs/contracts/src/index.ts';
const workflows = 'workflows/src/index.ts';
const activities = 'activities/src/index.ts';
const api = 'apps/admin-api/src/index.ts';

const violations = [
  ['the pure rooms', 'a module of Node', domain, "import 'node:fs';", 'no-restricted-imports'],
  ['the pure rooms', 'a module of Node without its prefix', contracts, "import 'crypto';", 'no-restricted-imports'],
  ['the pure rooms', 'a folder of a module of Node', workflows, "import 'fs/promises';", 'no-restricted-imports'],
  ['the pure rooms', 'a module of Node in an activity', activities, "import 'node:net';", 'no-restricted-imports'],
  ['the pure rooms', 'the clock', domain, 'export const at = Date.now();', 'house/no-clock'],
  ['the pure rooms', 'the clock by another name', domain, 'const { now } = Date;\nexport { now };', 'house/no-clock'],
  ['the pure rooms', 'a new Date of now', domain, 'export const at = new Date();', 'house/no-clock'],
  [
    'the pure rooms',
    'a new Date of now in a workflow',
    workflows,
    'export const at = new Date();',
    'house/no-hidden-clock',
  ],
  [
    'the pure rooms',
    'the time since start',
    contracts,
    'export const at = performance.now();',
    'no-restricted-globals',
  ],
  ['the pure rooms', 'randomness', domain, 'export const one = Math.random();', 'house/no-randomness'],
  ['the pure rooms', 'randomness in a workflow', workflows, 'export const one = Math.random();', 'house/no-randomness'],
  ['the pure rooms', 'random ids', workflows, 'export const one = crypto.randomUUID();', 'no-restricted-globals'],
  ['the pure rooms', 'a timer', domain, 'setTimeout(() => undefined, 1);', 'no-restricted-globals'],
  [
    'workflows',
    'a handler that throws',
    workflows,
    "setHandler(one, () => { throw new Error('no'); });",
    'house/signal-handler',
  ],
  [
    'workflows',
    'a handler that waits',
    workflows,
    'setHandler(one, async () => { await two(); });',
    'house/signal-handler',
  ],
  [
    'workflows',
    'a named handler that throws',
    workflows,
    "setHandler(one, two);\nfunction two() { throw new Error('no'); }",
    'house/signal-handler',
  ],
  ['every room', 'the environment', api, 'export const port = process.env.PORT;', 'no-restricted-properties'],
  ['every room', 'the environment by import', api, "import { env } from 'node:process';", 'no-restricted-imports'],
  ['every room', 'a file inside another room', api, "import '@dialogue/domain/src/index.js';", 'no-restricted-imports'],
  ['every room', 'Vietnamese outside of its files', api, "export const word = 'kiến nghị';", 'house/ascii-only'],
  ['every room', 'Vietnamese in a template', api, 'export const word = `kiến nghị`;', 'house/ascii-only'],
  ['every room', 'an assertion', api, 'export const word = JSON.parse(text) as Word;', 'house/no-assertion'],
  ['every room', 'an enum', api, 'export enum Word { one }', 'house/no-enum'],
  ['every room', 'a class without a reason', api, 'export class Word { one = 1; }', 'house/class-needs-reason'],
  ['every room', 'a default export', api, 'export default 1;', 'no-restricted-exports'],
  [
    'every room',
    'a silent exception',
    api,
    'const one = 1; // eslint-disable-line no-unused-vars',
    'house/explained-disable',
  ],
  ['every room', 'a TODO of nobody', api, '// TODO: later', 'house/tracked-todo'],
  [
    'specs',
    'a skipped test',
    'libs/domain/src/time/local-date.spec.ts',
    "import { it } from '@jest/globals';\nit.skip('one', () => {});",
    'jest/no-disabled-tests',
  ],
  [
    'specs',
    'a focused test',
    'libs/domain/src/time/local-date.spec.ts',
    "import { it } from '@jest/globals';\nit.only('one', () => {});",
    'jest/no-focused-tests',
  ],
] as const;

const harmless = [
  ['the time of a workflow', workflows, 'export const at = Date.now();\n'],
  ['a day from its text', domain, "export const on = new Date('2026-01-01');\n"],
  ['a constant table', domain, "export const table = ['one'] as const;\n"],
  ['Vietnamese in its file', 'libs/domain/src/time/local-date.vi.ts', "export const word = 'kiến nghị';\n"],
  [
    'an explained exception',
    api,
    '// eslint-disable-next-line no-console -- the first line of the program\nconsole.log(1);\n',
  ],
] as const;

describe('the bans', () => {
  let found: readonly (readonly Finding[])[];
  let quiet: readonly (readonly Finding[])[];

  beforeAll(() => {
    found = lint(violations.map(([, , filePath, text]) => ({ filePath, text: `${text}\n` })));
    quiet = lint(harmless.map(([, filePath, text]) => ({ filePath, text })));
  });

  it.each(violations.map((row, index) => [...row, index] as const))('refuse in %s %s', (...[, , , , rule, index]) => {
    expect(found[index]?.map(({ ruleId }) => ruleId)).toContain(rule);
  });

  it.each(harmless.map((row, index) => [...row, index] as const))('allow %s', (...[, , , index]) => {
    expect(quiet[index]).toEqual([]);
  });
});

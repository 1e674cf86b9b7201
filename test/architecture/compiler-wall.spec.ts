import { beforeAll, describe, expect, it } from '@jest/globals';

import { compileAll } from './support/compile.js';

const violations = [
  ['the environment', 'export const violation = process.env;', "Cannot find name 'process'"],
  ['a timer', 'export const violation = setTimeout(() => undefined, 1);', "Cannot find name 'setTimeout'"],
  ['the console', "console.log('violation');", "Cannot find name 'console'"],
  ['a module of Node', "export { readFileSync } from 'node:fs';", "Cannot find name 'node:fs'"],
  ['syntax that leaves code behind', 'export enum Violation { one }', 'erasableSyntaxOnly'],
] as const;
const pure = 'export function double(number: number): number { return number * 2; }';

describe.each(['libs/domain', 'libs/contracts', 'workflows'])('the compiler in %s', (room) => {
  let messages: readonly (readonly string[])[];

  beforeAll(() => {
    messages = compileAll(room, [...violations.map(([, text]) => text), pure]);
  });

  it.each(violations)('refuses %s', (what, _text, expected) => {
    const found = messages[violations.findIndex(([other]) => other === what)];

    expect(found?.join('\n')).toContain(expected);
  });

  it('accepts what is pure', () => {
    expect(messages.at(-1)).toEqual([]);
  });
});

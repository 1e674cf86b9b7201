import { describe, expect, it } from '@jest/globals';

import { ruleIds } from '@dialogue/domain';

import { filesUnder, isSpec, textOf } from './support/repository.js';
import { citedAtHead, citedIn, titlesIn } from './support/citations.js';

const carriedLater = 'docs/regulation/rules-carried-later.json';
const rooms = ['apps', 'libs', 'workflows', 'activities'];
/** Files that list every rule because they are about the regulation itself: naming a rule there carries nothing out. */
const aboutTheText = ['libs/domain/src/regulation/rule-id.ts', 'libs/domain/src/regulation/citations.vi.ts'];

interface Traces {
  readonly code: ReadonlySet<string>;
  readonly tests: ReadonlySet<string>;
  readonly later: Readonly<Record<string, string>>;
}

describe('the rules of the regulation', () => {
  const files = filesUnder(...rooms, 'test').filter(
    ({ path }) => path.endsWith('.ts') && !path.startsWith('test/architecture/'),
  );
  const sources = files.filter((file) => !isSpec(file) && !aboutTheText.includes(file.path));
  const traces = {
    code: new Set(sources.flatMap(({ text }) => citedIn(text))),
    tests: new Set(files.filter(isSpec).flatMap(({ path, text }) => titlesIn(path, text).flatMap(citedAtHead))),
    later: JSON.parse(textOf(carriedLater)) as Record<string, string>,
  };

  it('are the same in the code as in the document', () => {
    const documented = [...textOf('docs/regulation/rules.md').matchAll(/^\| (D[\d.]+[a-z]?) \|/gm)].map(([, id]) => id);

    expect(ruleIds).toEqual(documented);
  });

  it.each(ruleIds)('%s is cited in code and at the head of the name of a test, or listed with a reason', (rule) => {
    expect(faultsOf(rule, traces)).toEqual([]);
  });

  it('are not listed as carried later under an id that does not exist', () => {
    expect(Object.keys(traces.later).filter((id) => !ruleIds.some((rule) => rule === id))).toEqual([]);
  });

  it.each<[string, Partial<Traces>, readonly string[]]>([
    ['nobody cites', {}, ['D1 is cited neither in code nor listed', "D1 is at the head of no test's name"]],
    ['no test names', { code: new Set(['D1']) }, ["D1 is at the head of no test's name"]],
    ['only a test names', { tests: new Set(['D1']) }, ['D1 is cited neither in code nor listed']],
    ['is listed without a reason', { later: { D1: '' } }, ['D1 is listed without a reason']],
    [
      'is listed although it is carried out',
      { code: new Set(['D1']), tests: new Set(['D1']), later: { D1: 'Not yet built.' } },
      ['D1 is listed although it is cited in code and in a test'],
    ],
  ])('would be caught where a rule %s', (_what, given, expected) => {
    expect(faultsOf('D1', { code: new Set(), tests: new Set(), later: {}, ...given })).toEqual(expected);
  });

  it.each([
    ["it('D11.1c: does not count the day of receipt', () => {});", ['D11.1c']],
    ["describe('the clock (D11.3)', () => { it.each([])('D8.1f: row %s', () => {}); });", ['D11.3', 'D8.1f']],
    ["expect('D11.1c').toBe(rule);", []],
  ])('are found in the names of %s', (text, expected) => {
    expect(titlesIn('a.spec.ts', text).flatMap(citedIn)).toEqual(expected);
  });

  it.each([
    ["it('D11.1c: does not count the day of receipt', () => {});", ['D11.1c']],
    ["it('D8.1e, D8.1f: cuts off', () => {});", ['D8.1e', 'D8.1f']],
    ["it('counts from receipt (D11.1c)', () => {});", []],
    ["it('D11.1c counts from receipt', () => {});", []],
    ["it.each([])('%s: D11.1c', () => {});", []],
  ])('count at the head of the names of %s, and nowhere else in them', (text, expected) => {
    expect(titlesIn('a.spec.ts', text).flatMap(citedAtHead)).toEqual(expected);
  });
});

function faultsOf(rule: string, { code, tests, later }: Traces): readonly string[] {
  const reason = later[rule];
  if (reason !== undefined) {
    if (reason.trim().length < 10) return [`${rule} is listed without a reason`];
    return code.has(rule) && tests.has(rule) ? [`${rule} is listed although it is cited in code and in a test`] : [];
  }
  return [
    ...(code.has(rule) ? [] : [`${rule} is cited neither in code nor listed`]),
    ...(tests.has(rule) ? [] : [`${rule} is at the head of no test's name`]),
  ];
}

import { describe, expect, it } from '@jest/globals';

import { lineDefinitions, lineKinds, reaches } from './lines.js';

const order = new Map([
  ['commune', new Set(['committee', 'party'])],
  ['committee', new Set(['party'])],
  ['party', new Set<string>()],
]);

describe('reaches', () => {
  it.each([
    ['commune', 'committee', true, 'directly'],
    ['commune', 'party', true, 'over another'],
    ['party', 'commune', false, 'never downwards'],
    ['nowhere', 'party', false, 'from nowhere'],
  ])('%s to %s: %s, %s', (from, to, expected) => {
    expect(reaches(order, from, to)).toBe(expected);
  });

  it('ends in a circle, and says nothing of where it began', () => {
    const circle = new Map([
      ['one', new Set(['other'])],
      ['other', new Set(['one'])],
    ]);

    expect([reaches(circle, 'one', 'other'), reaches(circle, 'one', 'one')]).toEqual([true, false]);
  });
});

describe('the kinds of lines', () => {
  it('D11.3, D14.1: only what goes up must not come back, and nothing that goes up leads to itself', () => {
    const climbing = lineKinds.filter((kind) => lineDefinitions[kind].climbs);

    expect(climbing).toEqual(['superior', 'reportTo']);
    expect(climbing.filter((kind) => lineDefinitions[kind].mayBeItself)).toEqual([]);
  });
});

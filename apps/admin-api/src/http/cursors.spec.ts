import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { createCursors } from './cursors.js';

const cursors = createCursors(new Uint8Array(32).fill(1));
const bound = { list: 'petitions', sort: 'newest', stage: ['closed', 'answered'] };
const place = { sortedBy: '2026-03-02 09:00:00.123456+07', id: '7f0c6a52-93a8-4d53-8d0b-6a1d5a3c0001' };

describe('a cursor', () => {
  it('gives back the place that it was written for, whatever stands there', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (sortedBy, id) => {
        expect(cursors.read(bound, cursors.write(bound, { sortedBy, id }))).toEqual({ sortedBy, id });
      }),
    );
  });

  it('does not mind in which order the filters were named', () => {
    const { list, ...filters } = bound;

    expect(cursors.read({ ...filters, list }, cursors.write(bound, place))).toEqual(place);
  });

  it.each([
    ['another list', { ...bound, list: 'conferences' }],
    ['another order', { ...bound, sort: 'due' }],
    ['other values', { ...bound, stage: ['closed'] }],
    ['one filter more', { ...bound, text: 'a' }],
  ])('is none of %s', (_what, other) => {
    expect(() => cursors.read(other, cursors.write(bound, place))).toThrow('request.invalid');
  });

  it('is none once anything in it was changed', () => {
    const written = cursors.write(bound, place);

    fc.assert(
      fc.property(fc.nat(written.length - 1), fc.constantFrom('A', 'b', '_', '=', '.'), (where, letter) => {
        const changed = `${written.slice(0, where)}${letter}${written.slice(where + 1)}`;
        fc.pre(changed !== written);
        expect(() => cursors.read(bound, changed)).toThrow('request.invalid');
      }),
    );
  });

  it.each(['', 'abc', '["2026-01-01","x"]', 'é'])('is not what somebody wrote by hand: %j', (given) => {
    expect(() => cursors.read(bound, given)).toThrow('request.invalid');
  });

  it('is none of another installation', () => {
    const others = createCursors(new Uint8Array(32).fill(2));

    expect(() => cursors.read(bound, others.write(bound, place))).toThrow('request.invalid');
  });
});

import { describe, expect, it } from '@jest/globals';

import { canonicalJson } from './canonical-json.js';
import { deterministicId } from './deterministic-id.js';

describe('deterministicId', () => {
  it('is the same UUID for the same words, and another for others', () => {
    expect(deterministicId('letter', 'a')).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
    expect(deterministicId('letter', 'a')).toBe(deterministicId('letter', 'a'));
    expect(deterministicId('letter', 'a')).not.toBe(deterministicId('lettera'));
  });
});

describe('canonicalJson', () => {
  it('does not depend on the order of keys, at any depth', () => {
    expect(canonicalJson({ b: [{ d: 1, c: null }], a: 'x' })).toBe(canonicalJson({ a: 'x', b: [{ c: null, d: 1 }] }));
  });

  it('depends on the order of lists', () => {
    expect(canonicalJson([1, 2])).not.toBe(canonicalJson([2, 1]));
  });
});

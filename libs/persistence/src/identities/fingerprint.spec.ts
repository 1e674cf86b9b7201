import { randomBytes } from 'node:crypto';

import { describe, expect, it } from '@jest/globals';

import { fingerprintsOf } from './fingerprint.js';

const key = { keyId: 'k1', key: randomBytes(32) };
const person = {
  name: 'Lò Văn Mẫu',
  address: 'Bản Mẫu, xã Chiềng Cơi',
  phone: '0912 345 678',
  email: 'mau@dan.example',
  representative: null,
};

function sharedBy(one: Partial<typeof person>, other: Partial<typeof person>): number {
  const nothing = { address: null, phone: null, email: null };
  const [first, second] = [one, other].map((each) =>
    fingerprintsOf({ ...person, ...nothing, ...each }, key).map((mark) => Buffer.from(mark).toString('hex')),
  );
  return (first ?? []).filter((mark) => (second ?? []).includes(mark)).length;
}

describe('D11.1d: the fingerprints of a person', () => {
  it.each([
    ['the same number, written otherwise', { phone: '0912 345 678' }, { phone: '+84 912-345-678' }],
    ['the same mailbox', { email: 'mau@dan.example' }, { email: 'Mau@Dan.example ' }],
    [
      'the same name at the same address',
      { address: 'Bản Mẫu, xã Chiềng Cơi' },
      { name: 'LÒ VĂN MẪU'.normalize('NFD'), address: 'bản mẫu - xã chiềng cơi' },
    ],
  ])('know them again by %s', (_what, one, other) => {
    expect(sharedBy(one, other)).toBe(1);
  });

  it.each([
    ['a name alone', {}, {}],
    ['the same name elsewhere', { address: 'Bản Mẫu' }, { address: 'Bản Khác' }],
    ['a neighbour', { address: 'Bản Mẫu' }, { name: 'Lò Thị Khác', address: 'Bản Mẫu' }],
  ])('do not take %s for them', (_what, one, other) => {
    expect(sharedBy(one, other)).toBe(0);
  });

  it('say nothing without the key', () => {
    const other = { keyId: 'k2', key: randomBytes(32) };

    expect(fingerprintsOf(person, key)).not.toEqual(fingerprintsOf(person, other));
  });
});

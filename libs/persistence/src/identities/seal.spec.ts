import { randomBytes } from 'node:crypto';

import { describe, expect, it } from '@jest/globals';

import { openIdentity, sealIdentity } from './seal.js';

const identity = {
  name: 'Lò Văn Mẫu',
  address: 'Bản Mẫu',
  phone: null,
  email: 'mau@dan.example',
  representative: null,
};
const key = { keyId: 'k1', key: randomBytes(32) };

describe('a sealed identity', () => {
  it('D11.1d: opens with its key for its petition', () => {
    expect(openIdentity(sealIdentity(identity, 'p1', key), 'p1', key)).toEqual(identity);
  });

  it('shows nothing of what it holds, and is never the same twice', () => {
    const [one, two] = [sealIdentity(identity, 'p1', key), sealIdentity(identity, 'p1', key)];

    expect(Buffer.from(one).includes('Mẫu')).toBe(false);
    expect(Buffer.from(one).equals(two)).toBe(false);
  });

  it.each([
    ['for another petition', 'p2', key, 'unable to authenticate data'],
    ['with another key of that name', 'p1', { keyId: 'k1', key: randomBytes(32) }, 'unable to authenticate data'],
    ['with a key of another name', 'p1', { ...key, keyId: 'k2' }, 'sealed with another key'],
  ])('does not open %s', (_reason, petitionId, opening, message) => {
    expect(() => openIdentity(sealIdentity(identity, 'p1', key), petitionId, opening)).toThrow(message);
  });

  it('does not open when one byte was changed', () => {
    const sealed = Buffer.from(sealIdentity(identity, 'p1', key));
    const last = sealed.length - 1;
    sealed.writeUInt8(sealed.readUInt8(last) ^ 1, last);

    expect(() => openIdentity(sealed, 'p1', key)).toThrow('unable to authenticate data');
  });
});

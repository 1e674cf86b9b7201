import { createHash } from 'node:crypto';

import { describe, expect, it } from '@jest/globals';

import { newSecret } from '@dialogue/persistence';

import { isSealed, linkCookie, newFormSeal, secretHash } from './link-secrets.js';

describe('a secret', () => {
  it('has 256 bits, and is another one each time', () => {
    const secrets = new Set(Array.from({ length: 100 }, newSecret));

    expect(secrets.size).toBe(100);
    for (const secret of secrets) expect(Buffer.from(secret, 'base64url')).toHaveLength(32);
  });

  it('is known by its hash', () => {
    const secret = newSecret();

    expect(secretHash(secret)).toEqual(createHash('sha256').update(secret).digest());
  });

  it.each([null, '', 'short', `${newSecret()}=`, `${newSecret()}x`, 'á'.repeat(43)])('is not %s', (given) => {
    expect(secretHash(given)).toBeNull();
  });
});

describe('the seal of a form', () => {
  it('is good in the session that it was made in, and in no other', () => {
    const [mine, theirs] = [newSecret(), newSecret()];
    const seal = newFormSeal(mine);

    expect(isSealed(mine, seal)).toBe(true);
    expect(isSealed(theirs, seal)).toBe(false);
    expect(isSealed(mine, { ...seal, id: newFormSeal(mine).id })).toBe(false);
    expect(isSealed(mine, { id: '', proof: '' })).toBe(false);
  });
});

describe('the cookie of a session', () => {
  it('over https is bound to the host, and goes nowhere else', () => {
    expect(linkCookie('https://doithoai.example.vn').set('s')).toBe(
      '__Host-viec=s; Path=/; HttpOnly; SameSite=Strict; Max-Age=3600; Secure',
    );
    expect(linkCookie('http://127.0.0.1:3000').set('s')).toBe(
      'viec=s; Path=/; HttpOnly; SameSite=Strict; Max-Age=3600',
    );
  });

  it.each([
    ['a=1; __Host-viec=s; b=2', 's'],
    ['viec=s', null],
    ['x__Host-viec=s', null],
    [undefined, null],
    [['__Host-viec=s'], null],
  ])('is read from %j', (header, secret) => {
    expect(linkCookie('https://doithoai.example.vn').read(header)).toBe(secret);
  });
});

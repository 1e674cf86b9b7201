import { describe, expect, it } from '@jest/globals';
import { SignJWT } from 'jose';

import { hashPassword, isPassword } from './passwords.js';
import { createTokens } from './tokens.js';

const key = new Uint8Array(32).fill(1);
const tokens = createTokens(key);

function forged(claims: {
  readonly issuer?: string;
  readonly audience?: string;
  readonly expires?: string | number;
  readonly key?: Uint8Array;
}): Promise<string> {
  const token = new SignJWT().setProtectedHeader({ alg: 'HS256' }).setSubject('a1').setIssuedAt();
  if (claims.expires !== undefined) token.setExpirationTime(claims.expires);
  return token
    .setIssuer(claims.issuer ?? 'dialogue')
    .setAudience(claims.audience ?? 'dialogue-admin-api')
    .sign(claims.key ?? key);
}

describe('a token', () => {
  it('leads back to its account', async () => {
    expect(await tokens.accountOf(await tokens.issue('a1'))).toBe('a1');
  });

  it.each([
    ['of another key', { expires: '5m', key: new Uint8Array(32).fill(2) }],
    ['of another issuer', { expires: '5m', issuer: 'somebody' }],
    ['for another audience', { expires: '5m', audience: 'something' }],
    ['that has expired', { expires: 1 }],
    ['that never expires', {}],
  ])('%s leads nowhere', async (_, claims) => {
    expect(await tokens.accountOf(await forged(claims))).toBeNull();
  });

  it('without a signature leads nowhere', async () => {
    const [, payload] = (await tokens.issue('a1')).split('.');
    const header = Buffer.from(JSON.stringify({ alg: 'none' })).toString('base64url');

    expect(await tokens.accountOf(`${header}.${payload ?? ''}.`)).toBeNull();
  });
});

describe('a password', () => {
  it('is kept as argon2id and recognised', async () => {
    const kept = await hashPassword('correct horse');

    expect(kept).toMatch(/^\$argon2id\$/);
    expect(await isPassword(kept, 'correct horse')).toBe(true);
    expect(await isPassword(kept, 'wrong horse')).toBe(false);
  });

  it('of nobody is compared all the same, and is wrong', async () => {
    expect(await isPassword(null, 'the password of nobody')).toBe(false);
  });
});

import { jwtVerify, SignJWT } from 'jose';

/** Makes and checks the short-lived access tokens of built-in accounts. */
export interface Tokens {
  issue(accountId: string): Promise<string>;
  /** The account that a token was made for; null when it is forged, expired, or made for something else. */
  accountOf(token: string): Promise<string | null>;
}

/** How long a token is good for. */
export const tokenSeconds = 15 * 60;

const issuer = 'dialogue';
const audience = 'dialogue-admin-api';
const algorithm = 'HS256';

export function createTokens(key: Uint8Array): Tokens {
  return {
    issue: (accountId) =>
      new SignJWT()
        .setProtectedHeader({ alg: algorithm, typ: 'JWT' })
        .setSubject(accountId)
        .setIssuer(issuer)
        .setAudience(audience)
        .setIssuedAt()
        .setExpirationTime(`${String(tokenSeconds)}s`)
        .sign(key),
    async accountOf(token) {
      try {
        const { payload } = await jwtVerify(token, key, {
          issuer,
          audience,
          algorithms: [algorithm],
          requiredClaims: ['sub', 'exp'],
        });
        return payload.sub ?? null;
      } catch {
        // Why it failed is nobody's business: neither the caller's nor, with the token in it, the log's.
        return null;
      }
    },
  };
}

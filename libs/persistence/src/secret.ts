import { createHash, randomBytes } from 'node:crypto';

const secretBytes = 32;

/** Whoever has it may enter: 256 bits in base64url, said once. Guessing one takes longer than there is time. */
export function newSecret(): string {
  return randomBytes(secretBytes).toString('base64url');
}

/** All that is kept of a secret: so long a one needs neither salt nor a slow hash. */
export function hashOfSecret(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}

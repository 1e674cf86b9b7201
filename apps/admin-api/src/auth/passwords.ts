import { argon2id, hash, verify } from 'argon2';

/** OWASP's first choice for argon2id: 19 MiB, two passes, one lane. */
const cost = { type: argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** The hash under which a password is kept. */
export async function hashPassword(password: string): Promise<string> {
  return hash(password, cost);
}

/** Compares a password with what is kept; without anything kept it does the same work and says no. */
export async function isPassword(kept: string | null, password: string): Promise<boolean> {
  // The work for an unknown user takes as long as for a known one, so that nobody learns user names by the clock.
  const against = kept ?? (await decoy());
  const isEqual = await verify(against, password).catch(() => false);
  return kept !== null && isEqual;
}

let kept: Promise<string> | null = null;

function decoy(): Promise<string> {
  kept ??= hashPassword('the password of nobody');
  return kept;
}

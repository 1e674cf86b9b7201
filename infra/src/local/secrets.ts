import { randomBytes } from 'node:crypto';
import { chmod, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { LocalProblem } from './local-problem.js';
import { readIfPresent, writePrivateFile } from './private-file.js';

/** What one copy of the stack keeps to itself. Made up at its first start and kept; deleting them locks the data. */
export interface LocalSecrets {
  readonly postgresPassword: string;
  readonly apiDatabasePassword: string;
  readonly workerDatabasePassword: string;
  /** Base64 of 32 bytes. */
  readonly authTokenKey: string;
  readonly identityKey: string;
}

const password = { make: () => randomBytes(24).toString('base64url'), form: /^[\w-]{20,}$/ };
const key = { make: () => randomBytes(32).toString('base64'), form: /^[A-Za-z0-9+/]{43}=$/ };

/** The secrets in this folder; what is missing is made up. @throws LocalProblem `secret.unusable` */
export async function ensureSecrets(folder: string): Promise<LocalSecrets> {
  await mkdir(folder, { recursive: true });
  await chmod(folder, 0o700);
  return {
    postgresPassword: await ensureSecret(join(folder, 'postgres-password'), password),
    apiDatabasePassword: await ensureSecret(join(folder, 'api-database-password'), password),
    workerDatabasePassword: await ensureSecret(join(folder, 'worker-database-password'), password),
    authTokenKey: await ensureSecret(join(folder, 'auth-token-key'), key),
    identityKey: await ensureSecret(join(folder, 'identity-key'), key),
  };
}

async function ensureSecret(
  file: string,
  kind: { readonly make: () => string; readonly form: RegExp },
): Promise<string> {
  const present = (await readIfPresent(file))?.trim();
  if (present === undefined) {
    const made = kind.make();
    await writePrivateFile(file, `${made}\n`);
    return made;
  }
  if (!kind.form.test(present)) throw new LocalProblem({ code: 'secret.unusable', file });
  return present;
}

/** The password of the first account, as far as this folder knows it. */
export interface AdminPassword {
  readonly password: string;
  readonly file: string;
  readonly source: 'given' | 'made_up' | 'kept';
}

/** The one that was kept, the one that is given for the first creation, or one made up now, which is then kept. */
export async function ensureAdminPassword(folder: string, given: string | null): Promise<AdminPassword> {
  const found = await findAdminPassword(folder, given);
  if (found !== null) return found;
  const made = randomBytes(12).toString('base64url');
  const file = adminPasswordFile(folder);
  await writePrivateFile(file, `${made}\n`);
  return { password: made, file, source: 'made_up' };
}

/** The one that was kept, or the one that is given; null where neither is. Makes none up, and writes nothing. */
export async function findAdminPassword(folder: string, given: string | null): Promise<AdminPassword | null> {
  const file = adminPasswordFile(folder);
  const kept = (await readIfPresent(file))?.trim();
  if (kept !== undefined && kept !== '') return { password: kept, file, source: 'kept' };
  return given === null ? null : { password: given, file, source: 'given' };
}

function adminPasswordFile(folder: string): string {
  return join(folder, 'admin-password');
}

/** A password that was made up for an account that turned out to exist is none. */
export async function forgetAdminPassword({ file }: AdminPassword): Promise<void> {
  await rm(file, { force: true });
}

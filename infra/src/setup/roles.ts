import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';

import pg from 'pg';

import { codeOf } from '../local/error-text.js';

/** The passwords of the two roles with which the applications connect. */
export interface RolePasswords {
  readonly api: string;
  readonly worker: string;
}

/** The two database roles; what each may do is granted by the migrations, table by table. */
export const databaseRoles = { api: 'dialogue_api', worker: 'dialogue_worker' } as const satisfies Record<
  keyof RolePasswords,
  string
>;

/**
 * The two roles exist with these passwords and may connect to the database of this address, and nobody else may unless
 * granted. Repeatable; a new password takes effect with the next connection.
 */
export async function createRoles(adminUrl: string, passwords: RolePasswords): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await ensureRole(client, databaseRoles.api, passwords.api);
    await ensureRole(client, databaseRoles.worker, passwords.worker);
    await allowConnecting(client);
  } finally {
    await client.end();
  }
}

/**
 * The role exists, may log in with this password and has no right of an owner. Roles belong to the whole cluster: a set-up
 * of another database of it may be making the same one just now.
 */
export async function ensureRole(client: pg.Client, role: string, password: string): Promise<void> {
  const rights = `LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION PASSWORD ${client.escapeLiteral(scramVerifier(password))}`;
  await despiteConflicts(async () => {
    const { rowCount } = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role]);
    await client.query(`${rowCount === 0 ? 'CREATE' : 'ALTER'} ROLE ${role} ${rights}`);
  });
}

/**
 * What PostgreSQL keeps of a password (RFC 5803). Made here, since a server writes the text of a statement that failed
 * into its log: two set-ups at once are enough for that.
 */
function scramVerifier(password: string): string {
  const salt = randomBytes(16);
  const salted = pbkdf2Sync(password.normalize('NFKC'), salt, scramIterations, 32, 'sha256');
  const storedKey = createHash('sha256').update(hmac(salted, 'Client Key')).digest('base64');
  const serverKey = hmac(salted, 'Server Key').toString('base64');
  return `SCRAM-SHA-256$${String(scramIterations)}:${salt.toString('base64')}$${storedKey}:${serverKey}`;
}

const scramIterations = 4096;

function hmac(key: Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}

async function allowConnecting(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>('SELECT current_database() AS name');
  const database = client.escapeIdentifier(rows[0]?.name ?? '');
  const roles = Object.values(databaseRoles).join(', ');
  await despiteConflicts(() =>
    client.query(`REVOKE ALL ON DATABASE ${database} FROM PUBLIC; GRANT CONNECT ON DATABASE ${database} TO ${roles}`),
  );
}

/** 42710 and 23505: the role has just appeared. XX000: "tuple concurrently updated". */
const conflicts = ['42710', '23505', 'XX000'];

async function despiteConflicts(action: () => Promise<unknown>, attempts = 5): Promise<void> {
  try {
    await action();
  } catch (error) {
    if (attempts <= 1 || !conflicts.includes(codeOf(error) ?? '')) throw error;
    await despiteConflicts(action, attempts - 1);
  }
}

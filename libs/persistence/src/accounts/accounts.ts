import type { Instant, OrganisationCode } from '@dialogue/domain';
import type { DataSource } from 'typeorm';

import { AccountEntity } from '../entities/account.entity.js';
import { inTransaction, sqlOf, type Sql } from '../sql/sql.js';

export const accountRoles = ['admin', 'clerk', 'host', 'agency', 'minutesSecretary', 'monitor', 'auditor'] as const;
export type AccountRole = (typeof accountRoles)[number];

export interface Account {
  readonly id: string;
  /** Small letters. */
  readonly username: string;
  readonly role: AccountRole;
  /** Null only for admin and auditor. */
  readonly organisationCode: OrganisationCode | null;
  readonly isActive: boolean;
  readonly createdAt: Instant;
}

export interface AccountWithPassword extends Account {
  readonly passwordHash: string;
}

export interface NewAccount {
  readonly username: string;
  readonly passwordHash: string;
  readonly role: AccountRole;
  readonly organisationCode: string | null;
}

export interface Accounts {
  findByUsername(username: string): Promise<AccountWithPassword | null>;
  findById(id: string): Promise<Account | null>;
  /** Null when the user name is taken. */
  create(account: NewAccount): Promise<Account | null>;
  setPasswordHash(id: string, passwordHash: string): Promise<void>;
  /** Out at once and for good, and the addresses of calendars with it that it has made (D11.3): it knows them. */
  deactivate(id: string, by: string): Promise<void>;
  list(): Promise<readonly Account[]>;
}

export function createAccounts(dataSource: DataSource): Accounts {
  const accounts = dataSource.getRepository(AccountEntity);
  const sql = sqlOf(dataSource);
  return {
    findByUsername: async (username) => {
      const row = await accounts.findOneBy({ username: username.toLowerCase() });
      return row === null ? null : { ...toAccount(row), passwordHash: row.passwordHash };
    },
    findById: async (id) => {
      const row = await accounts.findOneBy({ id });
      return row === null ? null : toAccount(row);
    },
    create: async (account) => create(sql, account),
    setPasswordHash: async (id, passwordHash) => {
      await accounts.update({ id }, { passwordHash });
    },
    deactivate: async (id, by) => inTransaction(dataSource, async (tx) => deactivate(tx, { id, by })),
    list: async () => (await accounts.find({ order: { username: 'ASC' } })).map(toAccount),
  };
}

interface Deactivation {
  readonly id: string;
  readonly by: string;
}

async function deactivate(sql: Sql, { id, by }: Deactivation): Promise<void> {
  await sql('UPDATE accounts SET is_active = false WHERE id = $1', [id]);
  await sql(
    'UPDATE calendar_feeds SET revoked_at = now(), revoked_by = $2 WHERE created_by = $1 AND revoked_at IS NULL',
    [id, by],
  );
}

async function create(
  sql: Sql,
  { username, passwordHash, role, organisationCode }: NewAccount,
): Promise<Account | null> {
  const [row] = await sql<Omit<Account, 'createdAt'> & { readonly createdAt: Date }>(
    `INSERT INTO accounts (id, username, password_hash, role, organisation_code) VALUES (gen_random_uuid(), $1, $2, $3, $4)
     ON CONFLICT (username) DO NOTHING
     RETURNING id, username, role, organisation_code AS "organisationCode", is_active AS "isActive", created_at AS "createdAt"`,
    [username.toLowerCase(), passwordHash, role, organisationCode],
  );
  return row === undefined ? null : { ...row, createdAt: row.createdAt.getTime() };
}

function toAccount({ id, username, role, organisationCode, isActive, createdAt }: AccountEntity): Account {
  return { id, username, role, organisationCode, isActive, createdAt: createdAt.getTime() };
}

import type { Logger } from '@dialogue/observability';
import type { Account, Accounts, Register } from '@dialogue/persistence';

import { hashPassword, isPassword } from '../auth/passwords.js';
import { tokenSeconds, type Tokens } from '../auth/tokens.js';
import { ApiError } from '../errors/api-error.js';
import { apiErrorSentences } from '../errors/errors.vi.js';
import type {
  AccountResponse,
  AccountsResponse,
  Credentials,
  NewAccountBody,
  NewPasswordBody,
  TokenResponse,
} from './account.schemas.js';

/** What the routes of logging in and of accounts do. */
export interface AccountsService {
  logIn(credentials: Credentials): Promise<TokenResponse>;
  accounts(): Promise<AccountsResponse>;
  create(body: NewAccountBody): Promise<AccountResponse>;
  setPassword(id: string, body: NewPasswordBody): Promise<void>;
  deactivate(account: Account, id: string): Promise<void>;
}

/** What the service stands on. */
export interface AccountsServiceParts {
  readonly accounts: Accounts;
  readonly register: Pick<Register, 'organisation'>;
  readonly tokens: Tokens;
  readonly logger: Logger;
  /** @throws ApiError `service.unavailable` until there is a register to ask. */
  readonly requireDatabase: () => void;
}

export function createAccountsService(parts: AccountsServiceParts): AccountsService {
  const { accounts } = parts;
  return {
    logIn: (credentials) => logIn(parts, credentials),
    accounts: async () => ({ items: (await accounts.list()).map(toAccountResponse) }),
    create: (body) => createAccount(parts, body),
    async setPassword(id, { password }) {
      await known(accounts, id);
      await accounts.setPasswordHash(id, await hashPassword(password));
    },
    async deactivate(account, id) {
      if (account.id === id) throw new ApiError('account.own_deactivation');
      await known(accounts, id);
      await accounts.deactivate(id, account.id);
    },
  };
}

async function logIn(parts: AccountsServiceParts, { username, password }: Credentials): Promise<TokenResponse> {
  const { accounts, tokens, logger } = parts;
  parts.requireDatabase();
  const account = await accounts.findByUsername(username.trim().toLowerCase());
  // The password is compared in any case, so that neither an unknown nor an inactive name answers faster.
  const isRight = await isPassword(account?.passwordHash ?? null, password);
  if (account === null || !isRight || !account.isActive) {
    logger.info('A login was refused', { accountId: account?.id ?? null });
    throw new ApiError('auth.credentials_wrong');
  }
  return { accessToken: await tokens.issue(account.id), tokenType: 'Bearer', expiresIn: tokenSeconds };
}

async function createAccount(
  { accounts, register }: AccountsServiceParts,
  body: NewAccountBody,
): Promise<AccountResponse> {
  const { username, password, role, organisation = null } = body;
  if (organisation !== null && (await register.organisation(organisation)) === null) {
    throw new ApiError('organisation.unknown', {
      fields: [{ path: 'organisation', message: apiErrorSentences['organisation.not_found'] }],
    });
  }
  const created = await accounts.create({
    username,
    passwordHash: await hashPassword(password),
    role,
    organisationCode: organisation,
  });
  if (created === null)
    throw new ApiError('account.username_taken', {
      fields: [{ path: 'username', message: apiErrorSentences['account.username_taken'] }],
    });
  return toAccountResponse(created);
}

async function known(accounts: Accounts, id: string): Promise<Account> {
  const account = await accounts.findById(id);
  if (account === null) throw new ApiError('account.not_found');
  return account;
}

function toAccountResponse({ id, username, role, organisationCode, isActive, createdAt }: Account): AccountResponse {
  return { id, username, role, organisation: organisationCode, isActive, createdAt: new Date(createdAt).toISOString() };
}

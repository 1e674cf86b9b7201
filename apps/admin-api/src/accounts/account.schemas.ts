import { accountRoles } from '@dialogue/persistence';
import { z } from 'zod';

import { organisationCode } from '../http/schemas.js';
import {
  organisationNeedless,
  organisationRequired,
  passwordTooShort,
  usernameInvalid,
} from '../http/validation.vi.js';

const username = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9._-]{2,63}$/, usernameInvalid);
const password = z.string().min(8, passwordTooShort).max(200);
const beyondOrganisations: readonly string[] = ['admin', 'auditor'];

/** `POST /v1/auth/token`. Bounds only, so that what was once allowed can still log in. */
export const credentials = z
  .strictObject({ username: z.string().min(1).max(200), password: z.string().min(1).max(200) })
  .meta({ example: { username: 'admin', password: '...' } });
export type Credentials = z.output<typeof credentials>;

/** `POST /v1/accounts`. */
export const newAccount = z
  .strictObject({ username, password, role: z.enum(accountRoles), organisation: organisationCode.optional() })
  .refine(({ role, organisation }) => organisation !== undefined || beyondOrganisations.includes(role), {
    path: ['organisation'],
    error: organisationRequired,
  })
  // An administrator decides on the whole register: a body beside the name would promise bounds that nothing keeps.
  .refine(({ role, organisation }) => role !== 'admin' || organisation === undefined, {
    path: ['organisation'],
    error: organisationNeedless,
  })
  .meta({ example: { username: 'chuyenvien.so', password: '...', role: 'agency', organisation: 'SL-SXD' } });
export type NewAccountBody = z.output<typeof newAccount>;

/** `POST /v1/accounts/{id}/password`. */
export const newPassword = z.strictObject({ password }).meta({ example: { password: '...' } });
export type NewPasswordBody = z.output<typeof newPassword>;

/** A built-in account, without anything secret. */
export const accountResponse = z.object({
  id: z.string(),
  username: z.string(),
  role: z.enum(accountRoles),
  organisation: z.string().nullable(),
  isActive: z.boolean(),
  createdAt: z.iso.datetime(),
});
/** All accounts. */
export const accountsResponse = z.object({ items: z.array(accountResponse) });
/** An access token, as OAuth says it. */
export const tokenResponse = z.object({ accessToken: z.string(), tokenType: z.literal('Bearer'), expiresIn: z.int() });

export type AccountResponse = z.output<typeof accountResponse>;
export type AccountsResponse = z.output<typeof accountsResponse>;
export type TokenResponse = z.output<typeof tokenResponse>;

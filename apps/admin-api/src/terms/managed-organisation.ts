import type { Account, Organisation, Register } from '@dialogue/persistence';

import { isWithin, type Scopes } from '../auth/scope.js';
import { ApiError } from '../errors/api-error.js';

/** Where bodies are looked up. */
export interface OrganisationLookUp {
  readonly register: Pick<Register, 'organisation'>;
}

/** @throws ApiError `organisation.not_found` */
export async function known({ register }: OrganisationLookUp, code: string): Promise<Organisation> {
  const organisation = await register.organisation(code);
  if (organisation === null) throw new ApiError('organisation.not_found');
  return organisation;
}

/** As {@link known}. @throws ApiError `auth.out_of_scope`: nobody decides for a body beside or above their own. */
export async function managed(
  parts: OrganisationLookUp & { readonly scopes: Scopes },
  account: Account,
  code: string,
): Promise<Organisation> {
  const organisation = await known(parts, code);
  if (!isWithin(await parts.scopes.scopeOf(account), organisation.code)) throw new ApiError('auth.out_of_scope');
  return organisation;
}

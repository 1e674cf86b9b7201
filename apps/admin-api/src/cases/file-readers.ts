import type { Account } from '@dialogue/persistence';

import { isPermitted, readersOfProtected } from '../auth/permissions.js';

/** A file of a case, as far as the question goes who may know of it. */
interface ReadableFile {
  readonly isForAgency: boolean;
  /** Whether the person behind its petition is protected. */
  readonly isProtected: boolean;
}

/** D11.1d: what the office has not given to the agencies may name the person: it is for those who may read the person. */
export function maySeeFile({ role }: Pick<Account, 'role'>, { isForAgency, isProtected }: ReadableFile): boolean {
  if (isForAgency) return true;
  return isProtected ? readersOfProtected.includes(role) : isPermitted(role, 'petition:readIdentity');
}

import type { OrganisationCode } from '@dialogue/domain';

import { isWithin } from '../auth/scope.js';
import type { CommandContext } from '../cases/command-row.js';
import { ApiError } from '../errors/api-error.js';
import { apiErrorSentences } from '../errors/errors.vi.js';

/**
 * D11.1b: whose contribution it is. An account of a cooperating body speaks for that body alone; whoever enters it for one
 * names it, and the case says whether it cooperates.
 *
 * @throws ApiError `petition.cooperating_unclear`, `auth.out_of_scope`
 */
export async function contributor(
  { account, caseId, scopes }: CommandContext,
  named: OrganisationCode | null,
): Promise<OrganisationCode> {
  if (account.role !== 'agency') return named ?? unclear();
  const [scope, { cooperating }] = await Promise.all([
    scopes.scopeOf(account),
    scopes.readable(account, 'petition', caseId),
  ]);
  const own = cooperating.filter((code) => isWithin(scope, code));
  if (named !== null && !own.includes(named)) throw new ApiError('auth.out_of_scope');
  const [first, second] = named === null ? own : [named];
  return first === undefined || second !== undefined ? unclear() : first;
}

function unclear(): never {
  const message = apiErrorSentences['petition.cooperating_unclear'];
  throw new ApiError('petition.cooperating_unclear', { fields: [{ path: 'agency', message }] });
}

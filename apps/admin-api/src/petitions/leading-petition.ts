import type { PetitionReference, PetitionStage } from '@dialogue/domain';

import type { CommandContext } from '../cases/command-row.js';
import { ApiError } from '../errors/api-error.js';
import { apiErrorSentences } from '../errors/errors.vi.js';

/** Without an outcome with which others could be answered. */
const leadingNobody: readonly PetitionStage[] = ['submitted', 'merged', 'redirected', 'withdrawn'];

/**
 * D8.1c, D10.1a: a petition with which another one may be answered: to the same head, and within what the account acts on.
 *
 * @throws ApiError `petition.unknown`, `petition.of_another_host`, `petition.leads_nobody`
 */
export async function leadingPetition(context: CommandContext, id: string): Promise<PetitionReference> {
  const { account, caseId, scopes } = context;
  const leading = await scopes.actionable(account, 'petition', id).catch((error: unknown) => {
    if (error instanceof ApiError) throw refusedLeading('petition.unknown');
    throw error;
  });
  const petition = await scopes.readable(account, 'petition', caseId);
  if (leading.organisation !== petition.organisation) throw refusedLeading('petition.of_another_host');
  if (leadingNobody.includes(leading.stage)) throw refusedLeading('petition.leads_nobody');
  return { id, number: leading.number };
}

function refusedLeading(code: 'petition.unknown' | 'petition.of_another_host' | 'petition.leads_nobody'): ApiError {
  return new ApiError(code, { fields: [{ path: 'leading', message: apiErrorSentences[code] }] });
}

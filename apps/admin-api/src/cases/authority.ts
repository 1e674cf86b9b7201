import { dateAt, type OrganisationCode } from '@dialogue/domain';
import type { Organisation } from '@dialogue/persistence';

import { ApiError } from '../errors/api-error.js';
import { apiErrorSentences } from '../errors/errors.vi.js';
import { organisationInForce } from './bodies.js';
import type { CommandContext } from './command-row.js';

/**
 * D11.1b: a body in force that stands under the authority of whom the petition is addressed to; anything else is referred
 * (D10.1c).
 *
 * @throws ApiError `organisation.unknown`, `petition.beyond_authority`, naming the field.
 */
export async function assignableBody(
  context: CommandContext,
  code: OrganisationCode,
  field: string,
): Promise<Organisation> {
  const { account, caseId, register, scopes, now } = context;
  const body = await organisationInForce(context, code, field);
  const { organisation } = await scopes.readable(account, 'petition', caseId);
  if (await register.isUnderAuthority({ code, of: organisation, on: dateAt(now()) })) return body;
  const message = apiErrorSentences['petition.beyond_authority'];
  throw new ApiError('petition.beyond_authority', { fields: [{ path: field, message }] });
}

import type { NamedBody, OrganisationCode } from '@dialogue/domain';
import type { z } from 'zod';

import { namedBodies } from '../cases/bodies.js';
import { evidenceMissing } from '../cases/case-sentences.vi.js';
import type { CommandContext } from '../cases/command-row.js';
import { ApiError } from '../errors/api-error.js';
import { evidence, organisationCode } from '../http/schemas.js';
import { actingBodyMissing, actsForItself } from './conferences.vi.js';

/** For which body an act is entered: its own account leaves it out; the lead office names it and proves the act. */
export const actedFor = { body: organisationCode.optional(), evidence: evidence.optional() };

interface ActedFor {
  readonly body?: OrganisationCode | undefined;
  readonly evidence?: z.output<typeof evidence> | undefined;
}

/**
 * The body whose act it is (D8.1b, D8.1d, D10.3a, D13.3).
 *
 * @throws ApiError `command.evidence_required`, `command.body_required`, `auth.out_of_scope`, `organisation.unknown`.
 */
export async function actingBody(context: CommandContext, given: ActedFor): Promise<NamedBody> {
  const [named] = await namedBodies(context, [codeOf(context, given)], 'body');
  if (named === undefined) throw new ApiError('organisation.unknown');
  return named;
}

function codeOf({ account }: CommandContext, { body, evidence: proof }: ActedFor): OrganisationCode {
  const { role, organisationCode: own } = account;
  if ((role === 'agency' || role === 'monitor') && own !== null) {
    if (body === undefined || body === own) return own;
    throw new ApiError('auth.out_of_scope', { fields: [{ path: 'body', message: actsForItself }] });
  }
  if (body === undefined)
    throw new ApiError('command.body_required', { fields: [{ path: 'body', message: actingBodyMissing }] });
  if (proof !== undefined) return body;
  throw new ApiError('command.evidence_required', { fields: [{ path: 'evidence', message: evidenceMissing }] });
}

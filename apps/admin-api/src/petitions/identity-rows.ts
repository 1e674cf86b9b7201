import type { Protector } from '@dialogue/domain';
import type { AccountRole } from '@dialogue/persistence';
import { z } from 'zod';

import type { CommandRow } from '../cases/command-row.js';
import { requireEvidenceOfHost } from '../cases/evidence.js';
import { ApiError } from '../errors/api-error.js';
import { evidence, reason, remark, text } from '../http/schemas.js';
import { petitionRow as row, type PetitionRouteKind } from './petition-row.js';
import { phone } from './petition.schemas.js';

type IdentityRouteKind = Extract<
  PetitionRouteKind,
  'markAbusive' | 'protectIdentity' | 'liftProtection' | 'changeRepresentative'
>;

/** Who stands behind a petition, and what the host says of that (D2.2, D4.5, D11.1d). */
export const identityRows: Readonly<Record<IdentityRouteKind, CommandRow>> = {
  markAbusive: row(
    'markAbusive',
    { isAbusive: z.boolean().default(true), reason, evidence: evidence.optional() },
    ({ isAbusive, ...words }, { account }) => {
      requireEvidenceOfHost(account.role, words);
      return { command: { kind: 'markAbusive', isAbusive }, words };
    },
  ),
  protectIdentity: row('protectIdentity', { reason }, (words, { account }) => ({
    command: { kind: 'protectIdentity', by: protectorOf(account.role) },
    words,
  })),
  liftProtection: row('liftProtection', { reason, evidence: evidence.optional() }, (words, { account }) => {
    // D11.1d: whoever may not read who it is opens no seal on their own word.
    requireEvidenceOfHost(account.role, words);
    return { command: { kind: 'liftProtection', by: protectorOf(account.role) }, words };
  }),
  changeRepresentative: row(
    'changeRepresentative',
    {
      representative: z.strictObject({
        name: text(200),
        address: text(500).optional(),
        phone: phone.optional(),
        email: z.email().max(254).optional(),
      }),
      evidence,
      remark,
    },
    async ({ representative, ...words }, { account, caseId, scopes }) => {
      const { isCollective } = await scopes.readable(account, 'petition', caseId);
      if (!isCollective) throw new ApiError('petition.not_collective');
      const isReachableByMail = representative.email !== undefined;
      // D11.1d: who it is goes under the seal, and neither into the command nor among its words.
      return { command: { kind: 'changeRepresentative', isReachableByMail }, words, beside: { representative } };
    },
  ),
};

/** D11.1d: as whom an account seals a person; only roles with the permission come here. */
function protectorOf(role: AccountRole): Protector {
  if (role === 'host') return 'host';
  return role === 'admin' ? 'administrator' : 'leadOffice';
}

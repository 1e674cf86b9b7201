import { z } from 'zod';

import { assignableBody } from '../cases/authority.js';
import type { CommandRow } from '../cases/command-row.js';
import { requireEvidence, requireEvidenceOfHost } from '../cases/evidence.js';
import { day, document, evidence, organisationCode, reason, remark, text } from '../http/schemas.js';
import { petitionRow as row, type PetitionRouteKind } from './petition-row.js';

type AssignmentRouteKind = Extract<
  PetitionRouteKind,
  'assign' | 'reassign' | 'returnAssignment' | 'requestExtension' | 'grantExtension' | 'refuseExtension'
>;

/** To whom a petition is given, and with how much time (D11.1b, D11.1c). */
export const assignmentRows: Readonly<Record<AssignmentRouteKind, CommandRow>> = {
  assign: row(
    'assign',
    { agency: organisationCode, document, remark },
    async ({ agency, document: by, ...words }, context) => {
      const { name } = await assignableBody(context, agency, 'agency');
      return { command: { kind: 'assign', agency, agencyName: name, document: by }, words };
    },
  ),
  reassign: row(
    'reassign',
    { agency: organisationCode, document, reason, evidence: evidence.optional() },
    async ({ agency, document: by, ...words }, context) => {
      requireEvidenceOfHost(context.account.role, words);
      const { name } = await assignableBody(context, agency, 'agency');
      return { command: { kind: 'reassign', agency, agencyName: name, document: by }, words };
    },
  ),
  returnAssignment: row('returnAssignment', { reason, evidence: evidence.optional() }, (words, { account }) => {
    requireEvidence(account.role, words);
    return { command: { kind: 'returnAssignment' }, words };
  }),
  requestExtension: row(
    'requestExtension',
    { wantedOn: day, legalBasis: text(500), reason, evidence: evidence.optional() },
    ({ wantedOn, ...words }, { account }) => {
      requireEvidence(account.role, words);
      return { command: { kind: 'requestExtension', wantedOn }, words };
    },
  ),
  grantExtension: row(
    'grantExtension',
    {
      newOn: day.optional(),
      /** D11.1c: false only where the legal basis of the extension says so. */
      isProgressReportDue: z.boolean().default(true),
      legalBasis: text(500),
      evidence: evidence.optional(),
      remark,
    },
    ({ newOn = null, isProgressReportDue, ...words }, { account }) => {
      requireEvidenceOfHost(account.role, words);
      return { command: { kind: 'grantExtension', newOn, isProgressReportDue }, words };
    },
  ),
  refuseExtension: row('refuseExtension', { reason, evidence: evidence.optional() }, (words, { account }) => {
    requireEvidenceOfHost(account.role, words);
    return { command: { kind: 'refuseExtension' }, words };
  }),
};

import type { NamedBody, OrganisationCode, PetitionCommand } from '@dialogue/domain';
import { z } from 'zod';

import { assignableBody } from '../cases/authority.js';
import type { CommandContext, CommandRow } from '../cases/command-row.js';
import { requireEvidence, requireEvidenceOfHost, requireOwnDay } from '../cases/evidence.js';
import { day, document, evidence, organisationCode, reason, remark, text } from '../http/schemas.js';
import { contributor } from './contributor.js';
import { byCooperating, petitionRow as row, type PetitionRouteKind } from './petition-row.js';

type AssignCommand = Extract<PetitionCommand, { readonly kind: 'assign' }>;

type AssignmentRouteKind = Extract<
  PetitionRouteKind,
  'assign' | 'reassign' | 'contribute' | 'returnAssignment' | 'requestExtension' | 'grantExtension' | 'refuseExtension'
>;

const cooperating = z.array(organisationCode).max(20).default([]);

/** To whom a petition is given, and with how much time (D11.1b, D11.1c). */
export const assignmentRows: Readonly<Record<AssignmentRouteKind, CommandRow>> = {
  assign: row(
    'assign',
    { agency: organisationCode, cooperating, document, remark },
    async ({ agency, cooperating: others, document: by, ...words }, context) => ({
      command: { kind: 'assign', ...(await assignedTo(context, { agency, others })), document: by },
      words,
    }),
  ),
  reassign: row(
    'reassign',
    { agency: organisationCode, cooperating, document, reason, evidence: evidence.optional() },
    async ({ agency, cooperating: others, document: by, ...words }, context) => {
      requireEvidenceOfHost(context.account.role, words);
      return { command: { kind: 'reassign', ...(await assignedTo(context, { agency, others })), document: by }, words };
    },
  ),
  contribute: byCooperating(
    'contribute',
    {
      /** Whose contribution it is; an account of the body itself need not say. */
      agency: organisationCode.optional(),
      document,
      text: text(20_000),
      arrivedOn: day.optional(),
      evidence: evidence.optional(),
      remark,
    },
    async ({ agency, document: by, arrivedOn = null, ...words }, context) => {
      requireEvidence(context.account.role, words);
      requireOwnDay(context.account.role, arrivedOn);
      const from = await contributor(context, agency ?? null);
      return { command: { kind: 'contribute', agency: from, document: by, arrivedOn }, words };
    },
  ),
  returnAssignment: row(
    'returnAssignment',
    { reason, /** Whose it is instead. */ suggestion: text(500).optional(), evidence: evidence.optional() },
    (words, { account }) => {
      requireEvidence(account.role, words);
      return { command: { kind: 'returnAssignment' }, words };
    },
  ),
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

interface Given {
  readonly agency: OrganisationCode;
  readonly others: readonly OrganisationCode[];
}

/** D11.1b: who leads and who cooperates, by the names of today, all under the authority of the host. */
async function assignedTo(
  context: CommandContext,
  { agency, others }: Given,
): Promise<Pick<AssignCommand, 'agency' | 'agencyName' | 'cooperating'>> {
  const { name } = await assignableBody(context, agency, 'agency');
  const bodies: NamedBody[] = [];
  for (const [place, code] of others.entries())
    bodies.push({ code, name: (await assignableBody(context, code, `cooperating.${String(place)}`)).name });
  return { agency, agencyName: name, ...(bodies.length === 0 ? {} : { cooperating: bodies }) };
}

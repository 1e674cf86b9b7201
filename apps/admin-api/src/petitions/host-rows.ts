import { referralOutcomes } from '@dialogue/domain';
import { z } from 'zod';

import { organisationInForce } from '../cases/bodies.js';
import type { CommandRow } from '../cases/command-row.js';
import { requireEvidenceOfHost } from '../cases/evidence.js';
import { day, document, evidence, organisationCode, reason, remark, text, uuid } from '../http/schemas.js';
import { attachableConference } from './attachable-conference.js';
import { petitionRow as row, type PetitionRouteKind } from './petition-row.js';

type HostRouteKind = Extract<
  PetitionRouteKind,
  'attachToConference' | 'detach' | 'settle' | 'decline' | 'defer' | 'resume' | 'refer' | 'recordReferralOutcome'
>;

/** What leads to the host, and what the host decides, at a conference or outside of one (D8.1e, D10.1b, D10.1c). */
export const hostRows: Readonly<Record<HostRouteKind, CommandRow>> = {
  attachToConference: row(
    'attachToConference',
    { conference: uuid, remark },
    async ({ conference: id, ...words }, context) => ({
      command: { kind: 'attachToConference', conference: await attachableConference(context, id) },
      words,
    }),
  ),
  detach: row('detach', { reason }, (words) => ({ command: { kind: 'detach' }, words })),
  settle: row('settle', { explanation: text(20_000), evidence: evidence.optional(), remark }, (words, { account }) => {
    requireEvidenceOfHost(account.role, words);
    return { command: { kind: 'settle' }, words };
  }),
  decline: row('decline', { reason, evidence: evidence.optional() }, (words, { account }) => {
    requireEvidenceOfHost(account.role, words);
    return { command: { kind: 'decline' }, words };
  }),
  defer: row(
    'defer',
    { reviewOn: day, reason, evidence: evidence.optional() },
    ({ reviewOn, ...words }, { account }) => {
      requireEvidenceOfHost(account.role, words);
      return { command: { kind: 'defer', reviewOn }, words };
    },
  ),
  resume: row('resume', { remark }, (words) => ({ command: { kind: 'resume' }, words })),
  refer: row(
    'refer',
    { to: organisationCode, reason, document: document.optional() },
    async ({ to, ...words }, context) => {
      const { name } = await organisationInForce(context, to, 'to');
      return { command: { kind: 'refer', to, toName: name }, words };
    },
  ),
  recordReferralOutcome: row(
    'recordReferralOutcome',
    { outcome: z.enum(referralOutcomes), document, remark },
    ({ outcome, document: by, ...words }) => ({
      command: { kind: 'recordReferralOutcome', outcome, document: by },
      words,
    }),
  ),
};

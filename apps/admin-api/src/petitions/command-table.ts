import { answerKinds, noticeMeans, otherProcedures } from '@dialogue/domain';
import { z } from 'zod';

import type { CommandRow } from '../cases/command-row.js';
import { requireField } from '../cases/fields.js';
import { termsToAdopt } from '../cases/terms-to-adopt.js';
import { requireEvidence, requireEvidenceOfHost, requireOwnDay } from '../cases/evidence.js';
import { day, document, evidence, fieldCode, reason, remark, text } from '../http/schemas.js';
import { approvalRows } from './approval-rows.js';
import { assignmentRows } from './assignment-rows.js';
import { hostRows } from './host-rows.js';
import { identityRows } from './identity-rows.js';
import { relationRows } from './relation-rows.js';
import { petitionRow as row, type PetitionRouteKind } from './petition-row.js';

/** The commands of the life cycle, each a route `POST /v1/petitions/{id}/<kind>`. Adding a command is adding a row. */
export const petitionCommands: Readonly<Record<PetitionRouteKind, CommandRow>> = {
  accept: row('accept', { field: fieldCode, remark }, async ({ field, ...words }, context) => {
    await requireField(context, field);
    return { command: { kind: 'accept', field }, words };
  }),
  redirect: row('redirect', { procedure: z.enum(otherProcedures), reason }, ({ procedure, ...words }) => ({
    command: { kind: 'redirect', procedure },
    words,
  })),
  ...assignmentRows,
  acknowledge: row(
    'acknowledge',
    { arrivalNumber: text(100), receivedOn: day, evidence: evidence.optional(), remark },
    ({ arrivalNumber, receivedOn, ...words }, { account }) => {
      requireEvidence(account.role, words);
      return {
        command: { kind: 'acknowledge', arrivalNumber, receivedOn, isEvidenced: words.evidence !== undefined },
        words,
      };
    },
  ),
  answer: row(
    'answer',
    {
      answer: z.enum(answerKinds),
      document,
      text: text(20_000),
      arrivedOn: day.optional(),
      nextReportOn: day.optional(),
      evidence: evidence.optional(),
      remark,
    },
    ({ answer, document: by, arrivedOn = null, nextReportOn = null, ...words }, { account }) => {
      requireEvidence(account.role, words);
      requireOwnDay(account.role, arrivedOn);
      return { command: { kind: 'answer', answer, document: by, arrivedOn, nextReportOn }, words };
    },
  ),
  recordResolution: row('recordResolution', { evidence, remark }, (words) => ({
    command: { kind: 'recordResolution' },
    words,
  })),
  recordNoticeSent: row(
    'recordNoticeSent',
    { number: text(100), sentOn: day, means: z.enum(noticeMeans), remark },
    ({ number, sentOn, means, ...words }) => ({ command: { kind: 'recordNoticeSent', number, sentOn, means }, words }),
  ),
  ...hostRows,
  ...relationRows,
  ...identityRows,
  ...approvalRows,
  withdraw: row('withdraw', { reason, evidence }, (words) => ({ command: { kind: 'withdraw' }, words })),
  close: row('close', { remark }, (words) => ({ command: { kind: 'close' }, words })),
  reopen: row('reopen', { reason, evidence: evidence.optional() }, (words, { account }) => {
    requireEvidenceOfHost(account.role, words);
    return { command: { kind: 'reopen' }, words };
  }),
  adoptTerms: row('adoptTerms', { reason }, async (words, context) => ({
    command: { kind: 'adoptTerms', terms: await termsToAdopt(context, 'petition') },
    words,
  })),
};

import type { CommandRow } from '../cases/command-row.js';
import { requireEvidenceOfHost } from '../cases/evidence.js';
import { evidence, reason, remark, text } from '../http/schemas.js';
import { petitionRow as row, type PetitionRouteKind } from './petition-row.js';

type ApprovalRouteKind = Extract<PetitionRouteKind, 'approveAnswer' | 'sendBackAnswer'>;

/** What the host says to an answer (D10.1a). */
export const approvalRows: Readonly<Record<ApprovalRouteKind, CommandRow>> = {
  approveAnswer: row(
    'approveAnswer',
    {
      /** D11.1c: of advice what the host decides on it; the agency did not. */
      decision: text(20_000).optional(),
      evidence: evidence.optional(),
      remark,
    },
    (words, { account }) => {
      requireEvidenceOfHost(account.role, words);
      return { command: { kind: 'approveAnswer', isDecided: words.decision !== undefined }, words };
    },
  ),
  sendBackAnswer: row('sendBackAnswer', { reason, evidence: evidence.optional() }, (words, { account }) => {
    requireEvidenceOfHost(account.role, words);
    return { command: { kind: 'sendBackAnswer' }, words };
  }),
};

import type { CommandRow } from '../cases/command-row.js';
import { termsToAdopt } from '../cases/terms-to-adopt.js';
import { document, reason, remark, text } from '../http/schemas.js';
import { reportRow as row, type ReportRouteKind } from './report-row.js';

/** The commands of a report, each a route `POST /v1/reports/{organisation}/{period}/<kind>` (D14.1). */
export const reportCommands: Readonly<Record<ReportRouteKind, CommandRow>> = {
  submit: row('submit', { text: text(50_000) }, (words) => ({ command: { kind: 'submit' }, words })),
  return: row('return', { reason }, (words) => ({ command: { kind: 'return' }, words })),
  approve: row('approve', { remark }, (words) => ({ command: { kind: 'approve' }, words })),
  send: row('send', { document, remark }, ({ document: by, ...words }) => ({
    command: { kind: 'send', document: by },
    words,
  })),
  adoptTerms: row('adoptTerms', { reason }, async (words, context) => ({
    command: { kind: 'adoptTerms', terms: await termsToAdopt(context, 'report') },
    words,
  })),
};

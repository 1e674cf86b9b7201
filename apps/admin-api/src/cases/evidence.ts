import type { AccountRole } from '@dialogue/persistence';

import { ApiError } from '../errors/api-error.js';
import { evidenceMissing, forLeadOffice } from './case-sentences.vi.js';

/** An act of the agency, entered by somebody else, needs the document that proves it. */
export function requireEvidence(role: AccountRole, words: { readonly evidence?: unknown }): void {
  requireEvidenceUnlessBy('agency', role, words);
}

/** The same of an act of the host (D10.1a). */
export function requireEvidenceOfHost(role: AccountRole, words: { readonly evidence?: unknown }): void {
  requireEvidenceUnlessBy('host', role, words);
}

function requireEvidenceUnlessBy(actor: AccountRole, role: AccountRole, words: { readonly evidence?: unknown }): void {
  if (role === actor || words.evidence !== undefined) return;
  throw new ApiError('command.evidence_required', { fields: [{ path: 'evidence', message: evidenceMissing }] });
}

/** An arrival stamp is the lead office's: what the agency gives here comes today. */
export function requireOwnDay(role: AccountRole, arrivedOn: unknown): void {
  if (role !== 'agency' || arrivedOn === null) return;
  throw new ApiError('command.field_of_lead_office', { fields: [{ path: 'arrivedOn', message: forLeadOffice }] });
}

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

/** Where the act is itself a document of the host (D8.1a), that document proves it: whoever enters it names who signed. */
export function requireSignatoryOfHost(role: AccountRole, signatory: string | undefined): void {
  requireUnlessBy('host', role, { path: 'document.signatory', given: signatory });
}

function requireEvidenceUnlessBy(actor: AccountRole, role: AccountRole, words: { readonly evidence?: unknown }): void {
  requireUnlessBy(actor, role, { path: 'evidence', given: words.evidence });
}

interface Proof {
  readonly path: string;
  readonly given: unknown;
}

function requireUnlessBy(actor: AccountRole, role: AccountRole, { path, given }: Proof): void {
  if (role === actor || given !== undefined) return;
  throw new ApiError('command.evidence_required', { fields: [{ path, message: evidenceMissing }] });
}

/** An arrival stamp is the lead office's: what the agency gives here comes today. */
export function requireOwnDay(role: AccountRole, arrivedOn: unknown): void {
  if (role !== 'agency' || arrivedOn === null) return;
  throw new ApiError('command.field_of_lead_office', { fields: [{ path: 'arrivedOn', message: forLeadOffice }] });
}

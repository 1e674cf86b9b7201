import { createHash } from 'node:crypto';

import type { LedgerEntry, Petition } from '@dialogue/domain';

import { canonicalJson } from '../sql/canonical-json.js';

/** Tells whether a sequence is recorded again, or something else claims its place. */
export function contentHash({ event, at, rule, facts, state, notices, commandId }: LedgerEntry<Petition>): string {
  return createHash('sha256')
    .update(canonicalJson({ event, at, rule, facts, state, notices, commandId }))
    .digest('hex');
}

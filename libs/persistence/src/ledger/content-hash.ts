import { createHash } from 'node:crypto';

import type { AnyLedgerEntry } from '@dialogue/domain';

import { canonicalJson } from '../sql/canonical-json.js';

/** Tells whether a sequence is recorded again, or something else claims its place. */
export function contentHash({ event, at, rule, facts, state, notices, tells, commandId }: AnyLedgerEntry): string {
  return createHash('sha256')
    .update(canonicalJson({ event, at, rule, facts, state, notices, tells, commandId }))
    .digest('hex');
}

import { formatDate } from '../time/local-date.vi.js';
import type { DocumentReference } from './petition.js';

/** By what a document is known, as an office says it: `số 87/SXD-QLN ngày 14/12/2026`. */
export function documentMark({ number, signedOn }: DocumentReference): string {
  return `số ${number} ngày ${formatDate(signedOn)}`;
}

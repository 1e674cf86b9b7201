import type { RecipientRole } from '../organisations/recipients.js';
import type { Letter } from './letter.js';

/** A letter that a transition owes. */
export interface Notice {
  /** Unique within the case for ever: the same letter is never owed twice. */
  readonly key: string;
  readonly letter: Letter;
  readonly recipients: readonly RecipientRole[];
}

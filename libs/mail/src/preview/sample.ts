import type { Letter, RecipientRole } from '@dialogue/domain';

/** One letter, with those who get it. */
export interface Sample {
  readonly letter: Letter;
  readonly roles: readonly RecipientRole[];
  /** What must stand in it: its deadline where it has one, and its rules. */
  readonly dueOn: string | null;
  readonly citations: readonly string[];
}

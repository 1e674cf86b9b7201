import type { LocalDate } from '../time/local-date.js';
import type { DocumentReference } from './petition.js';

/** A petition as another one knows it. */
export interface PetitionReference {
  readonly id: string;
  readonly number: string;
}

/** What came of a petition: since when, and by which document, where there is one. */
export interface PetitionOutcome {
  readonly on: LocalDate;
  readonly document: DocumentReference | null;
}

/** From where a petition may be merged into another, and to where it comes back. */
export const mergeableStages = ['received', 'accepted'] as const;
export type MergeableStage = (typeof mergeableStages)[number];

/** Of a petition that is answered with another one: with which, and what it comes back to. */
export interface Merger {
  readonly leading: PetitionReference;
  readonly stage: MergeableStage;
  readonly mergedOn: LocalDate;
  /** What came of the leading one; null while nothing has. */
  readonly outcome: PetitionOutcome | null;
}

/** How petitions belong together; what is absent does not. */
export interface PetitionRelations {
  readonly merger?: Merger | null;
  /** How often it was merged: tells the letters apart. */
  readonly mergers?: number;
  /** Which others are answered with it. */
  readonly followers?: readonly PetitionReference[];
}

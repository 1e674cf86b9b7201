/** Something that somebody of the commune puts forward, by the fate that it meets in the story. */
export interface StoryPetition {
  readonly key: Fate;
  readonly title: string;
  readonly content: string;
  readonly field: string;
  /** The part of the code of the body that it is assigned to, below the commune. */
  readonly office?: string;
  readonly petitioner: { readonly name: string; readonly address: string; readonly email?: string };
}

/** What becomes of a petition of the story. */
export type Fate =
  | 'settled'
  | 'settledByPost'
  | 'declined'
  | 'deferred'
  | 'referred'
  | 'inTime'
  | 'late'
  | 'never'
  | 'sentBack'
  | 'withdrawn'
  | 'redirected'
  | 'afterCutOff'
  | 'raised';

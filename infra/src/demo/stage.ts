import type { ApiSession } from './api-session.js';
import type { Clocks } from './clocks.js';
import type { Narrator } from './narrator.js';
import type { Fate } from './story.js';

/** The commune at which the story is told. */
export interface Commune {
  readonly code: string;
  readonly name: string;
}

/** The people of the story, each with an account of their own. */
interface People {
  readonly admin: ApiSession;
  readonly clerk: ApiSession;
  readonly host: ApiSession;
  /** By the part of the code of their body. */
  readonly agencies: Readonly<Record<string, ApiSession>>;
}

/** Everything that the chapters of the story work with. */
export interface Stage {
  readonly commune: Commune;
  readonly people: People;
  readonly clocks: Clocks;
  readonly narrator: Narrator;
  /** Days of the story: of the conference, and of its end. */
  readonly conferenceDay: number;
  readonly petitions: Map<Fate, TrackedCase>;
  conference: TrackedCase | null;
  cancelledConference: TrackedCase | null;
  report: TrackedCase | null;
}

/** A case of the story: its id, its number, where the API shows it. */
export interface TrackedCase {
  readonly id: string;
  readonly number: string;
  readonly path: string;
  readonly workflowId: string;
}

/** A part of the story; the chapters are told in order. */
export type Chapter = (stage: Stage) => Promise<void>;

/** A petition that an earlier chapter has registered. @throws Error when there is none: the chapters are out of order. */
export function petitionOf(stage: Stage, fate: Fate): TrackedCase {
  return known(stage.petitions.get(fate) ?? null, `petition ${fate}`);
}

/** What an earlier chapter has begun. @throws Error when it has not. */
export function known<Value>(value: Value | null, what: string): Value {
  if (value === null) throw new Error(`The story has no ${what} yet`);
  return value;
}

/** The body of the commune whose code ends so. */
export function bodyOf(stage: Stage, part: string): string {
  return `${stage.commune.code}-${part}`;
}

import type { StoryBeginning } from '@dialogue/testing/cases';

/**
 * What becomes of a duty that nobody does, worked out by hand: `-3 01-19, missed 01-23, 1 01-23`. Before each day of 2026
 * stands the rung that is climbed on it at 08:00, or that the duty is recorded as missed at 00:00.
 */
export type DutyDays = string;

/** Something that is done in a story at 09:00 of a day, and what the history says of it. */
export interface Act<Story> {
  readonly on: string;
  readonly carryOut: (story: Story) => Promise<void>;
  readonly event: string;
}

/** A story that is told beside others, on one clock. */
export interface Tale<Story> {
  readonly name: string;
  readonly acts: readonly Act<Story>[];
  /** Whatever is left undone, by the name of the duty, with its days. */
  readonly owes: Readonly<Record<string, DutyDays>>;
  /** What time alone does beside urging and missing. */
  readonly elapses?: readonly string[];
}

interface Telling {
  until(day: string, time?: string): Promise<void>;
  lines(): readonly string[];
}

/** What stories that are told beside one another share. */
type Clock = NonNullable<StoryBeginning['beside']>;

/** A tale, and the story that tells it. */
type Told<Story, Of> = readonly [Of, Story];

/** Begins the story of each tale, all of them on the clock of the first. */
export async function beginBeside<Story extends Clock, Of>(
  tales: readonly Of[],
  begin: (tale: Of, clock: { readonly beside?: Clock }) => Promise<Story>,
): Promise<readonly Told<Story, Of>[]> {
  const begun: Told<Story, Of>[] = [];
  for (const tale of tales) {
    const [first] = begun;
    begun.push([tale, await begin(tale, first === undefined ? {} : { beside: first[1] })]);
  }
  return begun;
}

/** Tells stories beside one another until a day; each line of their histories by the name of the tale. */
export async function tellBeside<Story extends Telling>(
  begun: readonly Told<Story, Tale<Story>>[],
  until: string,
): Promise<Readonly<Record<string, readonly string[]>>> {
  const clock = begun[0]?.[1];
  const days = new Set(begun.flatMap(([{ acts }]) => acts.map(({ on }) => on)));
  for (const day of [...days].toSorted()) {
    await clock?.until(day);
    for (const [{ acts }, story] of begun) await carryOut(acts, { story, day });
  }
  await clock?.until(until);
  return Object.fromEntries(begun.map(([{ name }, story]) => [name, inOrder(story.lines())]));
}

async function carryOut<Story>(
  acts: readonly Act<Story>[],
  { story, day }: { readonly story: Story; readonly day: string },
): Promise<void> {
  for (const act of acts) if (act.on === day) await act.carryOut(story);
}

/** The whole history that each tale asks for: what was done, what was owed, and nothing else. */
export function historiesOf(tales: readonly Tale<never>[]): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(tales.map((tale) => [tale.name, inOrder(linesOf(tale))]));
}

/** The kinds of the duties that tales leave undone. */
export function kindsOwed(tales: readonly Pick<Tale<never>, 'owes'>[]): ReadonlySet<string> {
  return new Set(tales.flatMap(({ owes }) => Object.keys(owes).map((duty) => duty.split('.')[0] ?? '')));
}

function linesOf({ acts, owes, elapses = [] }: Tale<never>): readonly string[] {
  return [
    ...acts.map(({ on, event }) => `${on} 09:00 ${event}`),
    ...Object.entries(owes).flatMap(([duty, days]) => days.split(', ').map((step) => lineOf(duty, step))),
    ...elapses,
  ];
}

function lineOf(duty: string, step: string): string {
  const [what = '', on = ''] = step.split(' ');
  return what === 'missed' ? `2026-${on} 00:00 deadlineMissed ${duty}` : `2026-${on} 08:00 urged ${duty} ${what}`;
}

/** Of duties that are due at one instant none has to come first. */
function inOrder(lines: readonly string[]): readonly string[] {
  return lines.toSorted();
}

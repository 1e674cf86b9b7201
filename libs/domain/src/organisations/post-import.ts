import { areEqual, type ImportFault, type Numbered, type Tally } from './import-faults.js';
import {
  holdingKey,
  postKey,
  type HolderEntry,
  type KnownPost,
  type KnownPosts,
  type PersonEntry,
  type PostEntry,
  type PostLine,
} from './post-entries.js';
import { postFaults } from './post-faults.js';
import { peopleBehind } from './post-people.js';

/** What is to be written, when there are no faults, in this order. */
export interface PostPlan {
  /** By the id of the person; a name of its own for somebody new without one. */
  readonly people: Planned<PersonEntry>;
  /** By {@link postKey}. */
  readonly posts: Planned<PostEntry>;
  readonly holdings: Planned<PlannedHolding>;
  readonly faults: readonly ImportFault[];
}

/** One holding, by its post and the person behind it. */
export interface PlannedHolding extends HolderEntry {
  readonly post: string;
  readonly personId: string;
}

/** What is new, what is written over, and how many of all are as they are. */
export interface Planned<Value> {
  readonly created: ReadonlyMap<string, Value>;
  readonly changed: ReadonlyMap<string, Value>;
  readonly tally: Tally;
}

/** Compares a whole table with the register, and every line with the table and the register together (D1). */
export function planPosts(known: KnownPosts, given: readonly Numbered<PostEntry>[]): PostPlan {
  const personOf = peopleBehind(known);
  const lines = given.map(({ line, entry }): PostLine => {
    const { holder } = entry;
    return { line, entry, post: postKey(entry), person: holder === null ? null : personOf(entry, holder, line) };
  });
  const posts = new Map(known.posts.map((post) => [postKey(post), post]));
  return {
    people: plannedPeople(known, lines),
    posts: plannedPosts(posts, lines),
    holdings: plannedHoldings(known, lines),
    faults: postFaults(known, lines),
  };
}

function plannedPeople({ people }: KnownPosts, lines: readonly PostLine[]): PostPlan['people'] {
  const before = new Map(people.map((person) => [person.id, valuesOf(person)]));
  const wanted = new Map<string, PersonEntry>();
  for (const { person, entry } of lines) if (person !== null && entry.holder !== null) wanted.set(person, entry.holder);
  return planned(wanted, (id, person) => difference(before.get(id), valuesOf(person)));
}

function plannedPosts(posts: ReadonlyMap<string, KnownPost>, lines: readonly PostLine[]): PostPlan['posts'] {
  const wanted = new Map(lines.map(({ post, entry }) => [post, entry]));
  return planned(wanted, (key, { postValidFrom, postValidTo }) => {
    const before = posts.get(key);
    return difference(before && [before.validFrom, before.validTo], [postValidFrom, postValidTo]);
  });
}

function plannedHoldings(known: KnownPosts, lines: readonly PostLine[]): PostPlan['holdings'] {
  const before = new Map(
    known.posts.flatMap((post) =>
      post.holdings.map((holding) => [holdingKey({ ...holding, post: postKey(post) }), [holding.validTo]] as const),
    ),
  );
  const wanted = new Map(lines.flatMap((line) => holdingOf(line)).map((holding) => [holdingKey(holding), holding]));
  return planned(wanted, (key, { validTo }) => difference(before.get(key), [validTo]));
}

function holdingOf({ post, person, entry: { holder } }: PostLine): readonly PlannedHolding[] {
  return holder === null || person === null ? [] : [{ ...holder, post, personId: person }];
}

function valuesOf({ fullName, email, phone }: PersonEntry): readonly unknown[] {
  return [fullName, email, phone];
}

type Difference = 'created' | 'changed' | 'unchanged';

function planned<Value>(
  wanted: ReadonlyMap<string, Value>,
  differ: (key: string, value: Value) => Difference,
): Planned<Value> {
  const created = new Map<string, Value>();
  const changed = new Map<string, Value>();
  for (const [key, value] of wanted) {
    const found = differ(key, value);
    if (found === 'created') created.set(key, value);
    if (found === 'changed') changed.set(key, value);
  }
  const unchanged = wanted.size - created.size - changed.size;
  return { created, changed, tally: { created: created.size, changed: changed.size, unchanged } };
}

function difference(before: readonly unknown[] | undefined, after: readonly unknown[]): Difference {
  if (before === undefined) return 'created';
  return areEqual(before, after) ? 'unchanged' : 'changed';
}

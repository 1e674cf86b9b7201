import { areEqual } from './import-faults.js';
import {
  postKey,
  type HolderEntry,
  type KnownPerson,
  type KnownPosts,
  type PersonEntry,
  type PostEntry,
} from './post-entries.js';

/** Tells who is meant by a line: the id of somebody known, the id that the line brings, or a name of its own for somebody new. */
export type PersonOf = (post: PostEntry, holder: HolderEntry, line: number) => string;

/**
 * A line that names an id means that person. Else whoever has the same name and the same addresses, at least one, is the
 * same person, in the register or in a line before; and so is whoever holds the post from that day under that name.
 */
export function peopleBehind({ posts, people }: KnownPosts): PersonOf {
  const byId = new Map(people.map((person) => [person.id, person]));
  const byLikeness = new Map(people.flatMap((person) => likenessOf(person).map((likeness) => [likeness, person.id])));
  const byPost = new Map(posts.map((post) => [postKey(post), post]));
  return (post, holder, line) => {
    if (holder.personId !== null) return holder.personId;
    const [likeness] = likenessOf(holder);
    const known = likeness === undefined ? undefined : byLikeness.get(likeness);
    if (known !== undefined) return known;
    const holding = byPost
      .get(postKey(post))
      ?.holdings.find(
        ({ validFrom, personId }) => validFrom === holder.validFrom && isLike(byId.get(personId), holder),
      );
    const person = holding?.personId ?? `line ${String(line)}`;
    if (likeness !== undefined) byLikeness.set(likeness, person);
    return person;
  };
}

/** Name and addresses in one word; none for somebody without an address, whom nothing tells apart from a namesake. */
function likenessOf({ fullName, email, phone }: PersonEntry): readonly string[] {
  return email === null && phone === null ? [] : [JSON.stringify([fullName, email?.toLowerCase() ?? null, phone])];
}

function isLike(person: KnownPerson | undefined, { fullName, email, phone }: PersonEntry): boolean {
  return person !== undefined && areEqual([person.fullName, person.email, person.phone], [fullName, email, phone]);
}

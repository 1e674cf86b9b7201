import type { LocalDate } from '../time/local-date.js';
import type { PostKind } from './recipients.js';

/** A post, and one who holds it, as a line of a table says it. */
export interface PostEntry {
  readonly organisationCode: string;
  readonly kind: PostKind;
  readonly title: string;
  readonly postValidFrom: LocalDate | null;
  readonly postValidTo: LocalDate | null;
  /** Null: nobody. */
  readonly holder: HolderEntry | null;
}

/** Who holds a post from which day to which. */
export interface HolderEntry extends PersonEntry {
  /** Null: known by name and addresses, or new. */
  readonly personId: string | null;
  readonly isActing: boolean;
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate | null;
}

/** Name and addresses of a person. */
export interface PersonEntry {
  readonly fullName: string;
  readonly email: string | null;
  readonly phone: string | null;
}

/** What the register knows before. */
export interface KnownPosts {
  readonly organisations: ReadonlySet<string>;
  readonly posts: readonly KnownPost[];
  readonly people: readonly KnownPerson[];
}

export interface KnownPost {
  readonly id: string;
  readonly organisationCode: string;
  readonly kind: PostKind;
  readonly title: string;
  readonly validFrom: LocalDate | null;
  readonly validTo: LocalDate | null;
  readonly holdings: readonly KnownHolding[];
}

export interface KnownHolding {
  readonly id: string;
  readonly personId: string;
  readonly isActing: boolean;
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate | null;
}

export interface KnownPerson extends PersonEntry {
  readonly id: string;
}

/** Under which a post is known: an organisation has a title of a kind once. */
export function postKey({
  organisationCode,
  kind,
  title,
}: Pick<PostEntry, 'organisationCode' | 'kind' | 'title'>): string {
  return JSON.stringify([organisationCode, kind, title]);
}

/** A line with the person that it means: an id, or a name of its own for somebody new without one. */
export interface PostLine {
  readonly line: number;
  readonly entry: PostEntry;
  /** {@link postKey} */
  readonly post: string;
  readonly person: string | null;
}

/** Under which a holding is known: somebody begins once on a day, as holder or in charge. */
export function holdingKey(
  holding: Pick<KnownHolding, 'personId' | 'isActing' | 'validFrom'> & { readonly post: string },
): string {
  const { post, personId, isActing, validFrom } = holding;
  return JSON.stringify([post, personId, isActing, validFrom]);
}

import type { LocalDate } from '../time/local-date.js';
import { areEqual, isText, type ImportFault, type ImportFaultCode } from './import-faults.js';
import {
  holdingKey,
  postKey,
  type HolderEntry,
  type KnownPosts,
  type PostEntry,
  type PostLine,
} from './post-entries.js';

/** What is wrong with the lines, each by itself, with each other and with what the register has; in the order of the lines. */
export function postFaults(known: KnownPosts, lines: readonly PostLine[]): readonly ImportFault[] {
  return [
    ...lines.flatMap(({ line, entry }) => faultsOf(entry, known).map((found) => ({ line, ...found }))),
    ...repetitions(lines),
    ...differences(lines, { column: 'post_valid_from', code: 'post_differs', of: postDays }),
    ...differences(lines, { column: 'full_name', code: 'person_differs', of: personData }),
    ...overlaps(known, lines),
  ].toSorted((one, other) => one.line - other.line);
}

type Found = Omit<ImportFault, 'line'>;

function faultsOf(entry: PostEntry, { organisations }: KnownPosts): readonly Found[] {
  const { organisationCode, title, postValidFrom, postValidTo, holder } = entry;
  const found = [
    !organisations.has(organisationCode) && fault('organisation_code', 'unknown_reference'),
    !isText(title) && fault('post_title', 'text_invalid'),
    isBefore(postValidTo, postValidFrom) && fault('post_valid_to', 'ends_before_it_begins'),
    ...(holder === null ? [] : holderFaults(holder, postValidTo)),
  ];
  return found.filter((each) => each !== false);
}

function holderFaults(holder: HolderEntry, postValidTo: LocalDate | null): readonly (Found | false)[] {
  const { personId, fullName, email, phone, validFrom, validTo } = holder;
  return [
    personId !== null && !isUuid(personId) && fault('person_id', 'code_invalid'),
    !isText(fullName) && fault('full_name', 'text_invalid'),
    email !== null && !isAddress(email) && fault('email', 'address_invalid'),
    phone !== null && !isText(phone) && fault('phone', 'text_invalid'),
    isBefore(validTo, validFrom) && fault('valid_to', 'ends_before_it_begins'),
    isBefore(postValidTo, validFrom) && fault('valid_from', 'outside_post'),
  ];
}

function fault(column: string, code: ImportFaultCode): Found {
  return { column, code };
}

function isBefore(end: LocalDate | null, begin: LocalDate | null): boolean {
  return end !== null && begin !== null && end < begin;
}

function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
}

/** One address, as the register takes it. */
function isAddress(text: string): boolean {
  return text.length <= 254 && isText(text) && /^[^@\s,;<>]+@[^@\s,;<>]+$/.test(text);
}

function repetitions(lines: readonly PostLine[]): readonly ImportFault[] {
  const seen = new Set<string>();
  return lines.flatMap(({ line, post, person, entry: { holder } }) => {
    if (holder === null || person === null) return [];
    const key = holdingKey({ ...holder, post, personId: person });
    const isTwice = seen.has(key);
    seen.add(key);
    return isTwice ? [{ line, ...fault('valid_from', 'twice') }] : [];
  });
}

/** What lines say of one thing, which must be the same in all of them. */
interface Said {
  readonly thing: string;
  readonly values: readonly unknown[];
}

function postDays({ post, entry }: PostLine): Said {
  return { thing: post, values: [entry.postValidFrom, entry.postValidTo] };
}

function personData({ person, entry: { holder } }: PostLine): Said | null {
  if (person === null || holder === null) return null;
  // The likeness of somebody without an id has passed over large and small letters already.
  return { thing: person, values: [holder.fullName, holder.email?.toLowerCase() ?? null, holder.phone] };
}

function differences(
  lines: readonly PostLine[],
  { of, ...found }: Found & { readonly of: (line: PostLine) => Said | null },
): readonly ImportFault[] {
  const first = new Map<string, readonly unknown[]>();
  return lines.flatMap((line) => {
    const said = of(line);
    if (said === null) return [];
    const before = first.get(said.thing) ?? said.values;
    first.set(said.thing, before);
    return areEqual(before, said.values) ? [] : [{ line: line.line, ...found }];
  });
}

/** From which day to which somebody holds a post; of a line, or of the register alone. */
interface Days {
  readonly line: number | null;
  readonly key: string;
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate | null;
}

/** D1: two hold no post on one day; whoever is in charge beside the holder is left out of account. */
function overlaps({ posts }: KnownPosts, lines: readonly PostLine[]): readonly ImportFault[] {
  const held = new Map<string, Map<string, Days>>();
  for (const post of posts) {
    const days = post.holdings
      .filter(({ isActing }) => !isActing)
      .map((holding) => ({ ...holding, line: null, key: holdingKey({ ...holding, post: postKey(post) }) }));
    held.set(postKey(post), new Map(days.map((each) => [each.key, each])));
  }
  for (const { line, post, person, entry } of lines) {
    if (entry.holder === null || person === null || entry.holder.isActing) continue;
    const key = holdingKey({ ...entry.holder, post, personId: person });
    held.set(post, new Map(held.get(post)).set(key, { ...entry.holder, line, key }));
  }
  return [...held.values()].flatMap((days) => overlapping([...days.values()]));
}

function overlapping(days: readonly Days[]): readonly ImportFault[] {
  return days.flatMap((one) => {
    const isHeld = days.some(
      (other) =>
        other.key !== one.key && !isBefore(one.validTo, other.validFrom) && !isBefore(other.validTo, one.validFrom),
    );
    return isHeld && one.line !== null ? [{ line: one.line, ...fault('valid_from', 'already_held') }] : [];
  });
}

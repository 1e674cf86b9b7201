/** An entry of the directory; every one begins at a multiple of its length. */
const entryBytes = 128;
const nameLengthOffset = 64;
const kindOffset = 66;
/** A storage, or a stream: not empty, and not the root. */
const kinds: readonly (number | undefined)[] = [1, 2];

/**
 * The names in the directory of a container of before 2007, in capitals: by them nobody tells two entries apart. A word that
 * stands somewhere in the text is none of them.
 */
export function entryNames(content: Buffer): ReadonlySet<string> {
  const names = new Set<string>();
  for (let at = 0; at + entryBytes <= content.length; at += entryBytes) {
    // Both ends of the name are looked at first: hardly anything else in a file passes.
    if (!kinds.includes(content[at + kindOffset]) || content[at + nameLengthOffset + 1] !== 0) continue;
    const length = content[at + nameLengthOffset] ?? 0;
    if (length < 4 || length > nameLengthOffset || length % 2 !== 0) continue;
    if (content.readUInt16LE(at + length - 2) === 0)
      names.add(content.toString('utf16le', at, at + length - 2).toUpperCase());
  }
  return names;
}

const longest = 300;
/** More than this no server says to people; looking through it takes no time. */
const mostRead = 2_000;
const ellipsis = String.fromCodePoint(0x2026);
const mark = `<${ellipsis}>`;

/**
 * The server's words as they may be kept: on one line, without anything like an address, and not long.
 * Servers repeat the address, or only its local part, in what they say of it.
 */
export function withoutAddresses(answer: string, to: string): string {
  const localPart = to.slice(0, to.lastIndexOf('@'));
  const plain = answer
    .slice(0, mostRead)
    // Filters quote the address that they do not like: what follows is the secret of a link.
    .replace(/\/l\/[\w-]{16,}/g, `/l/${ellipsis}`)
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .replace(/<?(?:"[^"]*"|[^\s<>"@]+)@[^\s<>@]+>?/gu, mark)
    .trim();
  return cut(localPart.length < 3 ? plain : withoutWord(plain, localPart));
}

function withoutWord(text: string, word: string): string {
  const literal = word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  return text.replace(new RegExp(`(?<![\\p{L}\\p{N}])${literal}(?![\\p{L}\\p{N}])`, 'giu'), mark);
}

function cut(text: string): string {
  const characters = Array.from(text);
  return characters.length <= longest ? text : `${characters.slice(0, longest - 1).join('')}${ellipsis}`;
}

const groupsInAddress = 8;
const groupsInNetwork = 4;

/**
 * Whose address it is, as far as an address tells: whoever is given one of IPv6 is given a whole network of them (/64), and
 * could ask from each once. An address of IPv4 is itself, also where it is written as one of IPv6.
 */
export function networkOf(address: string): string {
  const plain = address.replace(/%.*$/, '').toLowerCase();
  const [, mapped] = /^::ffff:(\d+(?:\.\d+){3})$/.exec(plain) ?? [];
  if (mapped !== undefined) return mapped;
  if (!plain.includes(':')) return plain;
  const [head = '', tail] = plain.split('::');
  const [before, behind] = [groupsOf(head), groupsOf(tail ?? '')];
  const left = Math.max(0, groupsInAddress - before.length - behind.length);
  const zeros = Array.from({ length: tail === undefined ? 0 : left }, () => '0');
  return `${[...before, ...zeros, ...behind].slice(0, groupsInNetwork).join(':')}::/64`;
}

function groupsOf(part: string): readonly string[] {
  return part === '' ? [] : part.split(':').map((group) => group.replace(/^0+(?=.)/, ''));
}

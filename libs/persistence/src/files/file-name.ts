import { FileRefused } from './file-refused.js';

/** Longer than any name that a person reads, shorter than what file systems take (255 bytes, up to 4 a character). */
const mostCharacters = 120;

/**
 * The name under which a file is shown and saved again: without the folders that it came from, without characters that
 * cannot be seen or turn the reading around, and none that a file system takes for something else.
 *
 * @throws FileRefused `file.name_unusable`: no name with an ending is left.
 */
export function cleanName(given: string): string {
  const [last = ''] = given.normalize('NFC').split(/[/\\]/).slice(-1);
  const visible = last
    // Controls, marks that turn the direction of reading, lone halves of pairs; every kind of space is one space.
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}]/gu, '')
    .replace(/\s+/gu, ' ')
    .replace(/[<>:"|?*]/g, '_');
  const { stem, ending } = partsOf(visible.replace(/^[ .]+|[ .]+$/g, ''));
  const room = mostCharacters - ending.length - 1;
  const short = Array.from(stem)
    .slice(0, room)
    .join('')
    .replace(/[ .]+$/, '');
  if (short === '' || ending === '') throw new FileRefused('file.name_unusable');
  return `${isReserved(short) ? '_' : ''}${short}.${ending}`;
}

/** What follows the last point, in small letters; empty where there is none. */
export function endingOf(name: string): string {
  return partsOf(name).ending;
}

function partsOf(name: string): { readonly stem: string; readonly ending: string } {
  const point = name.lastIndexOf('.');
  const ending = point < 0 ? '' : name.slice(point + 1).toLowerCase();
  return /^[a-z0-9]{1,10}$/.test(ending) ? { stem: name.slice(0, point), ending } : { stem: name, ending: '' };
}

/** Names of devices, which Windows opens instead of a file. */
function isReserved(stem: string): boolean {
  return /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(stem);
}

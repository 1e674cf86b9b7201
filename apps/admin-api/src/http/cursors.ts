import { createHmac, timingSafeEqual } from 'node:crypto';

import type { Place } from '@dialogue/persistence';

import { ApiError } from '../errors/api-error.js';
import { canonicalJson } from '../door/canonical-json.js';
import { cursorWrong } from './validation.vi.js';

/** Which list a page belongs to, by which filters and in which order: a cursor is good for no other. */
type Bound = object;

/** Where the next page of a list begins, as a text that nobody else can make. */
export interface Cursors {
  write(bound: Bound, place: Place): string;
  /** @throws ApiError `request.invalid`, naming the cursor, when it was changed, or belongs to another list. */
  read(bound: Bound, cursor: string): Place;
}

/** Signed with a key that is made for them of the one that tokens are signed with. */
export function createCursors(tokenKey: Uint8Array): Cursors {
  const key = createHmac('sha256', tokenKey).update('cursors of lists').digest();
  const seal = (bound: Bound, place: string): Buffer =>
    createHmac('sha256', key).update(canonicalJson({ bound, place })).digest().subarray(0, sealBytes);
  return {
    write(bound, { sortedBy, id }) {
      const place = JSON.stringify([sortedBy, id]);
      return Buffer.concat([seal(bound, place), Buffer.from(place)]).toString('base64url');
    },
    read(bound, cursor) {
      const given = Buffer.from(cursor, 'base64url');
      const place = given.subarray(sealBytes).toString();
      const isWhole = given.length > sealBytes && given.toString('base64url') === cursor;
      if (!isWhole || !timingSafeEqual(given.subarray(0, sealBytes), seal(bound, place)))
        throw new ApiError('request.invalid', { fields: [{ path: 'cursor', message: cursorWrong }] });
      return placeIn(place);
    },
  };
}

const sealBytes = 16;

/** What was signed was written by {@link createCursors}: two texts. */
function placeIn(text: string): Place {
  const parsed: unknown = JSON.parse(text);
  const [sortedBy, id]: readonly unknown[] = Array.isArray(parsed) ? Array.from<unknown>(parsed) : [];
  return { sortedBy: String(sortedBy), id: String(id) };
}

import { isLocalDate } from '@dialogue/domain';

import type { Page } from './case-reads.js';

/** A row's place in a list, as PostgreSQL writes it: what the list is ordered by, then the id. */
export interface Place {
  readonly sortedBy: string;
  readonly id: string;
}

/**
 * One page of a list that was asked for one row more than it shows. The cursor is the last row's place, so rows that come
 * in between move nothing.
 */
export function toPage<Row extends Place, Shown>(
  rows: readonly Row[],
  limit: number,
  show: (row: Row) => Shown,
): Page<Shown> {
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return { rows: rows.slice(0, limit).map(show), nextCursor: last === undefined ? null : cursorAt(last) };
}

function cursorAt({ sortedBy, id }: Place): string {
  return Buffer.from(JSON.stringify([sortedBy, id])).toString('base64url');
}

const instantForm = /^(?<day>\S{10}) ([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,6})?[+-][01]\d(:[0-5]\d)?$/;
const sortForms = {
  day: isLocalDate,
  instant: (text: string): boolean => isLocalDate(instantForm.exec(text)?.groups?.['day'] ?? ''),
};
const idForms = {
  uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  report: /^[^/\s]{1,40}\/[^/\s]{1,40}$/,
};

/** Null for a cursor that is none of this list: the list then begins anew. */
export function placeOf(
  cursor: string | undefined,
  form: { readonly sortedBy: keyof typeof sortForms; readonly id: keyof typeof idForms },
): Place | null {
  const [sortedBy, id] = partsOf(cursor ?? '');
  if (sortedBy === undefined || id === undefined) return null;
  return sortForms[form.sortedBy](sortedBy) && idForms[form.id].test(id) ? { sortedBy, id } : null;
}

function partsOf(cursor: string): readonly string[] {
  const text = Buffer.from(cursor, 'base64url').toString();
  const groups = /^\["(?<sortedBy>[^"\\]*)","(?<id>[^"\\]*)"\]$/.exec(text)?.groups;
  return groups === undefined ? [] : Object.values(groups);
}

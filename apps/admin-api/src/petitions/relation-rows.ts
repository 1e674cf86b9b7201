import { randomUUID } from 'node:crypto';

import { petitionAuthorities, petitionUrgencies, textClassifications } from '@dialogue/domain';
import { z } from 'zod';

import type { CommandRow } from '../cases/command-row.js';
import { requireField } from '../cases/fields.js';
import { fieldCode, reason, remark, text, uuid } from '../http/schemas.js';
import { leadingPetition } from './leading-petition.js';
import { petitionRow as row, type PetitionRouteKind } from './petition-row.js';

type RelationRouteKind = Extract<PetitionRouteKind, 'merge' | 'unmerge' | 'split' | 'classify'>;

/** Another matter of the same letter. */
const matter = z.strictObject({ title: text(300), content: text(50_000) });

/** How petitions belong together, and how they are classed (D4.1, D5, D8.1c, D8.2a). */
export const relationRows: Readonly<Record<RelationRouteKind, CommandRow>> = {
  merge: row('merge', { leading: uuid, remark }, async ({ leading, ...words }, context) => ({
    command: { kind: 'merge', into: await leadingPetition(context, leading) },
    words,
  })),
  unmerge: row('unmerge', { reason }, (words) => ({ command: { kind: 'unmerge' }, words })),
  split: row('split', { matters: z.array(matter).min(1).max(20), remark }, ({ matters, ...words }) => {
    const parts = matters.map((each) => ({ id: randomUUID(), ...each }));
    return { command: { kind: 'split', parts: parts.map(({ id }) => id) }, words, beside: { parts } };
  }),
  classify: row(
    'classify',
    {
      field: fieldCode.optional(),
      urgency: z.enum(petitionUrgencies).optional(),
      authority: z.enum(petitionAuthorities).optional(),
      classification: z.enum(textClassifications).optional(),
      reason: reason.optional(),
    },
    async ({ reason: why, ...given }, context) => {
      if (given.field !== undefined) await requireField(context, given.field);
      return { command: { kind: 'classify', ...withoutGaps(given) }, words: { reason: why } };
    },
  ),
};

/** What was given, without what was not. */
function withoutGaps<Given extends object>(given: Given): { [Key in keyof Given]?: Exclude<Given[Key], undefined> } {
  // eslint-disable-next-line house/no-assertion -- the entries are those of the object
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as {
    [Key in keyof Given]?: Exclude<Given[Key], undefined>;
  };
}

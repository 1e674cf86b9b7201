import { boundBodies, calendarConfidences, calendarDayKinds } from '@dialogue/domain';
import { z } from 'zod';

/** An edition without its days. */
const editionSummary = z.object({
  edition: z.int(),
  status: z.enum(['draft', 'published']),
  note: z.string(),
  createdAt: z.iso.datetime(),
  /** The name of an account; null: the set-up. */
  createdBy: z.string().nullable(),
  publishedAt: z.iso.datetime().nullable(),
  publishedBy: z.string().nullable(),
  basedOn: z.int().nullable(),
});

/** All editions, the newest first. */
export const calendarEditionsResponse = z.object({ items: z.array(editionSummary) });

/** A whole edition. */
export const calendarEditionResponse = editionSummary.extend({
  years: z.array(
    z.object({
      year: z.int(),
      isConfirmed: z.boolean(),
      /** Days that are proposals only, since the Government has still to choose. */
      openChoices: z.array(z.object({ name: z.string(), days: z.array(z.iso.date()) })),
    }),
  ),
  days: z.array(
    z.object({
      on: z.iso.date(),
      kind: z.enum(calendarDayKinds),
      name: z.string(),
      basis: z.string(),
      binds: z.enum(boundBodies),
      swapWith: z.iso.date().nullable(),
      source: z.string(),
      confidence: z.enum(calendarConfidences),
    }),
  ),
  problems: z.array(z.object({ on: z.iso.date(), code: z.string(), message: z.string() })),
});

export type CalendarEditionsResponse = z.output<typeof calendarEditionsResponse>;
export type CalendarEditionResponse = z.output<typeof calendarEditionResponse>;

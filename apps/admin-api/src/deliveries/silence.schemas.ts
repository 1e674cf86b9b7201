import { z } from 'zod';

/** A body that has not stirred since a letter asked something of it. */
const silentBody = z.object({
  organisation: z.object({ code: z.string(), name: z.string() }),
  /** When the first letter went out that it has left lying, and how many working days ago. */
  since: z.iso.datetime(),
  workingDays: z.int(),
  /** For how many it may be silent. */
  limit: z.int(),
  /** When it last did anything, in any case; null: never. */
  actedAt: z.iso.datetime().nullable(),
  /** When its superior was told. */
  toldAt: z.iso.datetime().nullable(),
  duties: z.array(
    z.object({
      case: z.object({ kind: z.string(), id: z.string(), number: z.string() }),
      duty: z.string(),
      rule: z.string(),
      article: z.string(),
      dueOn: z.string(),
    }),
  ),
  letters: z.array(z.object({ kind: z.string(), caseNumber: z.string(), sentAt: z.iso.datetime() })),
  contacts: z.array(z.object({ kind: z.string(), email: z.string().nullable(), phone: z.string().nullable() })),
});
export type SilentBodyResponse = z.output<typeof silentBody>;

/** `GET /v1/deliveries/silent-bodies`: those that have been silent longest first. */
export const silentBodiesResponse = z.object({ items: z.array(silentBody) });
export type SilentBodiesResponse = z.output<typeof silentBodiesResponse>;

/** `PUT /v1/deliveries/silence-limits/{organisation}`. */
export const silenceLimitBody = z
  .strictObject({ workingDays: z.int().min(1).max(60) })
  .meta({ example: { workingDays: 10 } });
export type SilenceLimitBody = z.output<typeof silenceLimitBody>;

import { rootFields } from '@dialogue/domain';
import { z } from 'zod';

const subField = z.object({
  code: z.string(),
  name: z.string(),
  validFrom: z.string().nullable(),
  validTo: z.string().nullable(),
  isInForce: z.boolean(),
  /** How it was from each change on, the first first. */
  changes: z.array(
    z.object({
      name: z.string(),
      validTo: z.string().nullable(),
      at: z.string(),
      by: z.object({ id: z.string(), username: z.string() }),
    }),
  ),
});

/** The fields of article 5, which are always in force, with those that stand under them (D5). */
export const fieldsResponse = z.object({
  on: z.string(),
  items: z.array(z.object({ code: z.enum(rootFields), name: z.string(), fields: z.array(subField) })),
});
export type FieldsResponse = z.output<typeof fieldsResponse>;

import { postKinds, routingCases, routingLevels } from '@dialogue/domain';
import { z } from 'zod';

import { namedOrganisation } from './organisation.response-schemas.js';

/** A role of article 7 with the body that has it; null: the register has none, staff name it. */
const routedBody = z.object({ role: z.string(), roleName: z.string(), organisation: namedOrganisation.nullable() });

/** Who prepares a conference (D7). */
export const routingResponse = z.object({
  organisation: namedOrganisation,
  on: z.string(),
  level: z.enum(routingLevels),
  levelName: z.string(),
  host: z.object({
    /** As which the host speaks; null: the register does not say. */
    post: z.enum(postKinds).nullable(),
    /** All that the host holds there on the day; empty: nobody holds the post, as far as the register knows. */
    posts: z.array(z.object({ kind: z.enum(postKinds), title: z.string(), organisation: namedOrganisation })),
  }),
  /** The row that applies; null: it depends on the host's post, which nobody has said. */
  row: z.object({ case: z.enum(routingCases), rule: z.string(), article: z.string(), wording: z.string() }).nullable(),
  /** Who says who prepares: the text itself (`offices`), the host, or the Party secretary of the commune. */
  preparedBy: z.enum(['offices', 'host', 'partySecretary']).nullable(),
  leads: z.array(routedBody.extend({ isStanding: z.boolean() })),
  coordinating: z.array(routedBody),
  /** Who prepares where nobody names another. */
  usualLeadOffice: namedOrganisation,
  /** What the register cannot answer, in words. */
  missing: z.array(z.string()),
});
export type RoutingResponse = z.output<typeof routingResponse>;

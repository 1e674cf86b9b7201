import { lineKinds } from '@dialogue/domain';
import { z } from 'zod';

import { namedOrganisation } from './organisation.response-schemas.js';

const line = z.object({
  kind: z.enum(lineKinds),
  name: z.string(),
  rule: z.string(),
  article: z.string(),
  /** Since which day an office has set it so; null: since ever, as the reference data have it. */
  since: z.string().nullable(),
  /** Each with who answers for it on the day; null: it has ended without a successor. */
  bodies: z.array(namedOrganisation.extend({ inForce: namedOrganisation.nullable() })),
});

const setting = z.object({
  kind: z.enum(lineKinds),
  name: z.string(),
  from: z.string(),
  bodies: z.array(namedOrganisation),
  reason: z.string(),
  setAt: z.string(),
  setBy: z.object({ id: z.string(), username: z.string() }),
});

/** How a body stands to others on a day, and all that offices have set, newest first, those to come as well. */
export const linesResponse = namedOrganisation.extend({
  on: z.string(),
  lines: z.array(line),
  settings: z.array(setting),
});
export type LinesResponse = z.output<typeof linesResponse>;

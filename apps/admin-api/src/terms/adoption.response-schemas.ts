import { limitUnits } from '@dialogue/domain';
import { z } from 'zod';

import { namedOrganisation } from '../organisations/organisation.response-schemas.js';

const versions = z.object({ petition: z.string(), conference: z.string(), report: z.string() });

const limitChange = z.object({
  path: z.string(),
  rule: z.string(),
  article: z.string(),
  unit: z.enum(limitUnits),
  wasCount: z.number(),
  count: z.number(),
});

const deadlineMove = z.object({
  duty: z.string(),
  rule: z.string(),
  article: z.string(),
  anchorOn: z.string(),
  wasDueOn: z.string(),
  dueOn: z.string(),
  isProvisional: z.boolean(),
});

const adoptingCase = z.object({
  kind: z.enum(['petition', 'conference', 'report']),
  id: z.string(),
  number: z.string(),
  stage: z.string(),
  wasVersion: z.string(),
  limits: z.array(limitChange),
  /** Duties that urge others, or on other days. */
  ladders: z.array(z.string()),
  /** Null: not to be counted before the calendar of another year is published. */
  moves: z.array(deadlineMove).nullable(),
});

/** What an adoption would do to the open cases of a body. */
export const termsAdoptionResponse = namedOrganisation.extend({
  on: z.string(),
  versions,
  /** Of all cases, also of those that the list leaves out. */
  counts: z.object({ cases: z.int(), moving: z.int(), uncounted: z.int() }),
  cases: z.array(adoptingCase),
});

/** How many cases were told. */
export const termsAdoptionOrderResponse = namedOrganisation.extend({ on: z.string(), versions, told: z.int() });

export type AdoptingCaseResponse = z.output<typeof adoptingCase>;
export type TermsAdoptionResponse = z.output<typeof termsAdoptionResponse>;
export type TermsAdoptionOrderResponse = z.output<typeof termsAdoptionOrderResponse>;

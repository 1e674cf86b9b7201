import { z } from 'zod';

import { namedOrganisation } from '../organisations/organisation.response-schemas.js';

const countedBody = namedOrganisation.extend({ count: z.int() });

/** How many cases a filter finds: of every stage and flag that there is, and of the bodies that have any, most first. */
export const listCountsResponse = z.object({
  total: z.int(),
  overdue: z.int(),
  byStage: z.array(z.object({ stage: z.string(), stageName: z.string(), count: z.int() })),
  byFlag: z.array(z.object({ flag: z.string(), flagName: z.string(), count: z.int() })),
  /** The agencies that have the work; of conferences and reports nobody. */
  byAgency: z.array(countedBody),
  byOrganisation: z.array(countedBody),
});
export type ListCountsResponse = z.output<typeof listCountsResponse>;

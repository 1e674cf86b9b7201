import { postKinds } from '@dialogue/domain';
import { z } from 'zod';

import { day, organisationCode, uuid } from '../http/schemas.js';

/** `GET /v1/routing` (D7). */
export const routingQuery = z.strictObject({
  organisation: organisationCode,
  /** The post as which the host speaks, or who holds it: a person or a holding by its id. Absent: the organisation's head. */
  host: z.union([z.enum(postKinds), uuid]).optional(),
  on: day.optional(),
});
export type RoutingListQuery = z.output<typeof routingQuery>;

import { lineDefinitions, lineKinds } from '@dialogue/domain';
import { z } from 'zod';

import { exampleTexts } from '../http/example-texts.vi.js';
import { day, dayFromToday, organisationCodes, reason } from '../http/schemas.js';
import { oneBodyOnly } from './lines.vi.js';

/** How many bodies one line may lead to. */
const manyBodies = 50;

/** `GET /v1/organisations/{code}/lines`. */
export const linesQuery = z.strictObject({ on: day.optional() });
export type LinesQuery = z.output<typeof linesQuery>;

/** `POST /v1/organisations/{code}/lines`: from a day on a line leads to these bodies, and to no other. */
export const newLine = z
  .strictObject({
    kind: z.enum(lineKinds),
    /** None: from that day on there is nobody on this line. */
    bodies: organisationCodes(0, manyBodies),
    /** What has been, stays as it was: a line is set from today on, or from a day to come. */
    from: dayFromToday,
    reason,
  })
  .refine(({ kind, bodies }) => lineDefinitions[kind].leadsTo === 'many' || bodies.length <= 1, {
    path: ['bodies'],
    error: oneBodyOnly,
  })
  .meta({ example: { kind: 'monitor', bodies: ['SL-BTGDV'], from: '2099-01-01', reason: exampleTexts.lineReason } });
export type NewLineBody = z.output<typeof newLine>;

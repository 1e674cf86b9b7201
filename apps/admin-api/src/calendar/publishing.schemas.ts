import { caseKinds } from '@dialogue/domain';
import { z } from 'zod';

import { workflowShown } from '../cases/case.response-schemas.js';

import { limit } from '../http/schemas.js';

/** `GET /v1/calendar/editions/{edition}/preview`. */
export const previewQuery = z.strictObject({
  limit,
  /** How many moves to leave out from the beginning. */
  cursor: z
    .string()
    .regex(/^\d{1,6}$/)
    .optional(),
});
export type PreviewQuery = z.output<typeof previewQuery>;

/** `POST /v1/calendar/editions/{edition}/publish`: so many deadlines the preview said would move. */
export const publication = z
  .strictObject({ deadlinesMoved: z.int().min(0).max(1_000_000) })
  .meta({ example: { deadlinesMoved: 0 } });
export type PublicationBody = z.output<typeof publication>;

const changedDay = z.object({
  on: z.string(),
  onText: z.string(),
  change: z.enum(['added', 'removed', 'changed']),
  name: z.string(),
  basis: z.string(),
});

const move = z.object({
  case: z.object({ kind: z.enum(caseKinds), id: z.string(), number: z.string() }),
  duty: z.string(),
  rule: z.string(),
  article: z.string(),
  anchorOn: z.string(),
  wasDueOn: z.string(),
  wasDueText: z.string(),
  dueOn: z.string(),
  dueText: z.string(),
  isProvisional: z.boolean(),
  because: z.array(changedDay),
});

/** What the publication of a draft would move, and why. */
export const previewResponse = z.object({
  edition: z.int(),
  basedOn: z.int().nullable(),
  differences: z.array(changedDay),
  openCases: z.int(),
  casesMoved: z.int(),
  deadlinesMoved: z.int(),
  /** Open cases that count beyond the years of the draft; they wait for the next edition as they do now. */
  uncounted: z.array(z.object({ kind: z.enum(caseKinds), id: z.string(), number: z.string() })),
  items: z.array(move),
  nextCursor: z.string().nullable(),
});
export type PreviewResponse = z.output<typeof previewResponse>;
export type ChangedDayResponse = z.output<typeof changedDay>;

/** How far all open cases have taken a published edition over. */
export const rolloutResponse = z.object({
  edition: z.int(),
  requestedAt: z.iso.datetime(),
  finishedAt: z.iso.datetime().nullable(),
  /** Cases that were told, and those that still count on an older edition. */
  casesTold: z.int(),
  casesLagging: z.int(),
  letters: z.int(),
  workflow: workflowShown,
});
export type RolloutResponse = z.output<typeof rolloutResponse>;

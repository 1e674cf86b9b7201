import { z } from 'zod';

const day = z.string();

/** One day of a working. */
const workingLine = z.object({
  on: day,
  /** ISO 8601: Monday is 1, Sunday is 7. */
  weekday: z.int(),
  /** Which day of the count it is; null where it does not count. */
  counted: z.int().nullable(),
  reason: z.enum(['anchor', 'workingDay', 'workedRestDay', 'weekend', 'dayOff']),
  /** The reason in Vietnamese, with name and legal basis. */
  text: z.string(),
  name: z.string().optional(),
  basis: z.string().optional(),
  /** The other half of a swap. */
  swapWith: day.optional(),
});

/** `GET /v1/deadlines/explain`. */
export const explanationResponse = z.object({
  rule: z.string(),
  article: z.string(),
  anchorOn: day,
  dueOn: day,
  dueText: z.string(),
  /** How it was counted, in one sentence or two. */
  sentence: z.string(),
  /** Whose limit it is; null where no rule counts so, or two of them whose limits differ. */
  limit: z.enum(['regulation', 'periodicConferences', 'office']).nullable(),
  edition: z.int(),
  /** Touches a year whose calendar may still change. */
  provisional: z.boolean(),
  working: z.array(workingLine),
  /** The same for people to read and to print. */
  pageUrl: z.string(),
});

export type ExplanationResponse = z.output<typeof explanationResponse>;

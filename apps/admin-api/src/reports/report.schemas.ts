import { reportFlags, reportKinds, reportStages } from '@dialogue/domain';
import { reportSorts } from '@dialogue/persistence';
import { z } from 'zod';

import {
  cursor,
  day,
  dayFromToday,
  document,
  dueRange,
  inOrder,
  limit,
  organisationCode,
  reason,
  severalOf,
  text,
} from '../http/schemas.js';
import { exampleTexts } from '../http/example-texts.vi.js';
import { untilBeforeFrom } from '../http/validation.vi.js';
import { periodInvalid } from './reports.vi.js';

/** `POST /v1/reports`: one on demand, for days of its own (D14.2). */
export const reportRequest = z
  .strictObject({
    organisation: organisationCode,
    from: day,
    cutOn: day,
    dueOn: dayFromToday,
    reason,
    /** By what it was asked for. */
    request: document.optional(),
  })
  .refine(({ from, cutOn }) => from <= cutOn, { path: ['cutOn'], error: untilBeforeFrom })
  .meta({
    example: {
      organisation: 'SL-UBND',
      from: '2026-01-01',
      cutOn: '2026-10-31',
      dueOn: '2026-12-31',
      reason: exampleTexts.reportReason,
      request: { number: '45-CV/BTGDV', signedOn: '2026-11-20' },
    },
  });
export type ReportRequest = z.output<typeof reportRequest>;

/** The code of a period: `2026-H1`, `2026-Y`, `20260101-20261031`. */
export const periodCode = z
  .string()
  .regex(/^[0-9A-Za-z-]{1,32}$/, periodInvalid)
  .meta({ example: '2026-Y' });

const filters = {
  stage: severalOf(reportStages).optional(),
  kind: severalOf(reportKinds).optional(),
  period: periodCode.optional(),
  /** Of this body, or of one below it on the day. */
  organisation: organisationCode.optional(),
  flag: severalOf(reportFlags).optional(),
  ...dueRange,
  text: text(200).optional(),
  sort: z.enum(reportSorts).default('newest'),
};
const ranges = [['dueFrom', 'dueTo']] as const;

/** `GET /v1/reports/counts`, `GET /v1/reports.csv`. */
export const reportFilters = inOrder(z.strictObject(filters), ranges);
export type ReportFilters = z.output<typeof reportFilters>;

/** `GET /v1/reports`. */
export const reportQuery = inOrder(z.strictObject({ ...filters, limit, cursor }), ranges);
export type ReportQuery = z.output<typeof reportQuery>;

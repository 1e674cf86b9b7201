import { importRowStates } from '@dialogue/persistence';
import { z } from 'zod';

import { cursor, limit, organisationCode } from '../../http/schemas.js';

/** For which office a file is: the account's own, unless it is named. */
export const importPreviewQuery = z.strictObject({ office: organisationCode.optional() });
export type ImportPreviewQuery = z.output<typeof importPreviewQuery>;

/** Whoever confirms has seen how many rows the preview registers. */
export const importQuery = importPreviewQuery.extend({ registers: z.coerce.number().int().min(0) });
export type ImportQuery = z.output<typeof importQuery>;

/** `GET /v1/petitions/imports`. */
export const importsQuery = z.strictObject({ limit, cursor });
export type ImportsQuery = z.output<typeof importsQuery>;

/** PostgreSQL counts lines no further. */
const mostLine = 2_147_483_647;

/** `GET /v1/petitions/imports/{id}/rows`; the cursor is the line behind which the page begins. */
export const importRowsQuery = z.strictObject({
  state: z.enum(importRowStates).optional(),
  limit,
  cursor: z.coerce.number().int().min(0).max(mostLine).default(0),
});
export type ImportRowsQuery = z.output<typeof importRowsQuery>;

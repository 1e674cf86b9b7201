import type { CaseReference } from '@dialogue/domain';
import type { Account, Register } from '@dialogue/persistence';
import { z } from 'zod';

import type { Scopes } from '../auth/scope.js';
import type { Cursors } from '../http/cursors.js';
import { cursor, limit } from '../http/schemas.js';
import { toHistory } from './case.response.js';
import type { HistoryPageResponse } from './case.response-schemas.js';

/** `GET /v1/petitions/{id}/history`, and of the other kinds of case. */
export const historyQuery = z.strictObject({ order: z.enum(['oldest', 'newest']).default('oldest'), limit, cursor });
export type HistoryQuery = z.output<typeof historyQuery>;

/** What a history is read with. */
export interface HistoryParts {
  readonly register: Pick<Register, 'history'>;
  readonly scopes: Scopes;
  readonly cursors: Cursors;
}

/** One page of what has happened to a case that the account may see. */
export async function historyPage(
  { register, scopes, cursors }: HistoryParts,
  account: Account,
  { caseKind, caseId, order, limit: many, cursor: given }: HistoryQuery & CaseReference,
): Promise<HistoryPageResponse> {
  await scopes.readable(account, caseKind, caseId);
  const bound = { list: 'history', caseKind, caseId, order };
  const after = given === undefined ? {} : { after: Number(cursors.read(bound, given).sortedBy) };
  const { rows, next } = await register.history({ caseKind, caseId }, { limit: many, order, ...after });
  return {
    items: rows.map((row) => toHistory(caseKind, row, account)),
    nextCursor: next === null ? null : cursors.write(bound, { sortedBy: String(next), id: caseId }),
  };
}

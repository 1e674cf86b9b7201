import { randomUUID } from 'node:crypto';

import { addDays, startOfDay } from '@dialogue/domain';
import type { DataSource } from 'typeorm';

import { sqlOf } from '../sql/sql.js';
import type { NewCaseLink } from './case-link.js';

/** Makes the links of letters, as they are written. */
export interface LinkIssuer {
  issue(link: NewCaseLink): Promise<void>;
}

/** Over the connections of the worker's role. */
export function createLinkIssuer(dataSource: DataSource): LinkIssuer {
  const sql = sqlOf(dataSource);
  return {
    async issue({ tokenHash, deliveryId, caseKind, caseId, organisation, goodUntil }) {
      await sql(
        `INSERT INTO case_links (id, token_hash, delivery_id, case_kind, case_id, organisation_code, expires_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7)`,
        [
          ...[randomUUID(), Buffer.from(tokenHash), deliveryId, caseKind, caseId, organisation],
          new Date(startOfDay(addDays(goodUntil, 1))),
        ],
      );
    },
  };
}

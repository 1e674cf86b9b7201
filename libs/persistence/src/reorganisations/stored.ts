import type { Sql } from '../sql/sql.js';
import type { StoredReorganisation } from './reorganisations.js';

type Row = Omit<StoredReorganisation, 'requestedAt' | 'withdrawnAt'> & {
  readonly requested_at: Date;
  readonly withdrawn_at: Date | null;
};

/** All of them, or the one; the latest day first. */
export async function storedReorganisations(sql: Sql, id: string | null): Promise<readonly StoredReorganisation[]> {
  const rows = await sql<Row>(
    `SELECT asked.id, effective_on AS "effectiveOn", reason, requested_at, withdrawn_at,
       jsonb_build_object('number', document_number, 'signedOn', document_on) AS document,
       jsonb_build_object('id', requester.id, 'username', requester.username) AS "requestedBy",
       CASE WHEN withdrawer.id IS NOT NULL THEN jsonb_build_object('id', withdrawer.id, 'username', withdrawer.username) END AS "withdrawnBy",
       (SELECT jsonb_agg(jsonb_build_object('kind', change.kind, 'isMain', is_main, 'isNew', is_new,
           'predecessor', jsonb_build_object('code', body.code, 'name', body.name),
           'successor', CASE WHEN change.successor_code IS NOT NULL THEN jsonb_build_object('code', change.successor_code, 'name', successor_name) END
         ) ORDER BY place)
         FROM reorganisation_changes change JOIN organisations body ON body.code = predecessor_code
         WHERE reorganisation_id = asked.id) AS changes
     FROM reorganisations asked
     JOIN accounts requester ON requester.id = requested_by LEFT JOIN accounts withdrawer ON withdrawer.id = withdrawn_by
     WHERE $1::uuid IS NULL OR asked.id = $1 ORDER BY effective_on DESC, requested_at DESC, asked.id`,
    [id],
  );
  return rows.map(({ requested_at: requestedAt, withdrawn_at: withdrawnAt, ...row }) => ({
    ...row,
    requestedAt: requestedAt.getTime(),
    withdrawnAt: withdrawnAt?.getTime() ?? null,
  }));
}

import type { DataSource } from 'typeorm';

import { inTransaction } from '../sql/sql.js';

/** Why somebody opens a seal: a person reads it, or a letter is addressed. */
export type IdentityPurpose = 'read' | 'letter';

/** The one path to a petitioner's identity; every reading leaves a row in `access_log` (D11.1d). */
export interface IdentityStore {
  /** Still sealed; null when there is none. */
  readIdentity(petitionId: string, accountId: string | null, purpose: IdentityPurpose): Promise<Uint8Array | null>;
}

export function createIdentityStore(dataSource: DataSource): IdentityStore {
  return {
    readIdentity: async (petitionId, accountId, purpose) =>
      inTransaction(dataSource, async (sql) => {
        const [found] = await sql<{ sealed: Buffer }>(newest, [petitionId]);
        if (found === undefined) return null;
        await sql('INSERT INTO access_log (account_id, purpose, petition_id) VALUES ($1, $2, $3)', [
          accountId,
          purpose,
          petitionId,
        ]);
        return found.sealed;
      }),
  };
}

/** D2.2: as the newest change says that its case has accepted; else as it came in. */
const newest = `
  SELECT COALESCE(
    (SELECT change.sealed FROM petition_identity_changes change JOIN commands command ON command.id = change.command_id
      WHERE change.petition_id = identity.petition_id AND command.outcome = 'accepted'
      ORDER BY command.outcome_sequence DESC LIMIT 1),
    identity.sealed) AS sealed
  FROM petition_identities identity WHERE identity.petition_id = $1`;

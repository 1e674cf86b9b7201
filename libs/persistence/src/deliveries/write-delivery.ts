import { addresseeColumns, type Recipient } from '../recipients/recipients.js';
import { startMail } from '../relay/tell-case.js';
import type { Sql } from '../sql/sql.js';

/** One letter to one recipient, under an id that is for ever the same. */
export interface NewDelivery {
  readonly id: string;
  readonly letterId: string;
  readonly recipient: Recipient;
}

/**
 * Inside the transaction that owes the letter. False: nobody can be addressed, which is seen in the list of letters; else the
 * relay will start its workflow.
 */
export async function writeDelivery(sql: Sql, { id, letterId, recipient }: NewDelivery): Promise<boolean> {
  const { role, organisationCode, addressee } = recipient;
  // A petitioner's address stays sealed, and is read when the letter is written.
  const isAddressed = addressee !== null || role === 'petitioner';
  await sql(
    `INSERT INTO mail_deliveries (id, letter_id, recipient_role, organisation_code, state, person_id, post_kind, post_title, address, deputy_for)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [id, letterId, role, organisationCode, isAddressed ? 'queued' : 'unaddressed', ...addresseeColumns(addressee)],
  );
  if (isAddressed) await startMail(sql, id);
  return isAddressed;
}

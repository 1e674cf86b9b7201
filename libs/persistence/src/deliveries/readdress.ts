import type { LocalDate, OrganisationCode, RecipientRole } from '@dialogue/domain';

import { addresseeColumns, addresseesToday, type Addressee } from '../recipients/recipients.js';
import type { Sql } from '../sql/sql.js';

interface AddressedDelivery {
  readonly letterId: string;
  readonly role: RecipientRole;
  readonly organisationCode: OrganisationCode | null;
  readonly personId: string | null;
  readonly address: string | null;
}

/**
 * Looks up anew where a letter goes that did not arrive, or had nobody to go to: a mended address, or a new holder of the
 * post, is in the register by the time somebody asks for the letter again. Whom nothing leads to keeps the address that
 * the letter had. False when it has none: nobody is there to address.
 *
 * A petitioner's address stays sealed and is read when the letter is written.
 */
export async function readdress(sql: Sql, deliveryId: string, on: LocalDate): Promise<boolean> {
  const [delivery] = await sql<AddressedDelivery>(
    `SELECT letter_id AS "letterId", recipient_role AS role, organisation_code AS "organisationCode",
       person_id AS "personId", address
     FROM mail_deliveries WHERE id = $1`,
    [deliveryId],
  );
  if (delivery === undefined) return false;
  const { role, organisationCode, address } = delivery;
  if (role === 'petitioner') return true;
  if (organisationCode === null) return address !== null;
  const found = await addresseesToday(sql, { role, organisationCode, on });
  const others = await addressesOfOthers(sql, deliveryId, delivery.letterId);
  const addressee = chosen(found, delivery, others);
  if (addressee === null) return address !== null;
  // Who was unaddressed is so until this statement has given both address and state.
  await sql(
    `UPDATE mail_deliveries SET state = 'queued', person_id = $2, post_kind = $3, post_title = $4, address = $5,
       deputy_for = $6 WHERE id = $1`,
    [deliveryId, ...addresseeColumns(addressee)],
  );
  return true;
}

/** The same person, or address of the body, while it would get the letter today; else the first to whom it does not go already. */
function chosen(
  found: readonly Addressee[],
  { personId, address }: AddressedDelivery,
  others: readonly string[],
): Addressee | null {
  const same = found.find((one) =>
    personId === null
      ? one.holder === null && one.address.toLowerCase() === address?.toLowerCase()
      : one.holder?.personId === personId,
  );
  return same ?? found.find((one) => !others.includes(one.address.toLowerCase())) ?? null;
}

/** Where the letter goes besides; of a digest, where the letters that are in it do. */
async function addressesOfOthers(sql: Sql, deliveryId: string, letterId: string): Promise<readonly string[]> {
  const rows = await sql<{ address: string }>(
    `SELECT lower(other.address) AS address FROM mail_deliveries other
     WHERE other.id <> $2 AND other.digest_id IS DISTINCT FROM $2 AND other.address IS NOT NULL
       AND (other.letter_id = $1 OR other.letter_id IN (SELECT letter_id FROM mail_deliveries WHERE digest_id = $2))`,
    [letterId, deliveryId],
  );
  return rows.map(({ address }) => address);
}

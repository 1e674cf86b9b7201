import { dateAt, type AnyLedgerEntry, type Notice } from '@dialogue/domain';

import { writeDelivery } from '../deliveries/write-delivery.js';
import { partiesOf } from '../recipients/parties.js';
import { recipientKey, resolveRecipients, type Recipient } from '../recipients/recipients.js';
import { tellOfDelivery } from '../relay/tell-case.js';
import { deterministicId } from '../sql/deterministic-id.js';
import type { Sql } from '../sql/sql.js';

/** Every letter that a transition owes, each once for ever, with one delivery per recipient and a row for the relay. */
export async function oweLetters(sql: Sql, entry: AnyLedgerEntry): Promise<void> {
  for (const notice of entry.notices) {
    const letterId = await writeLetter(sql, entry, notice);
    if (letterId !== null) await writeDeliveries(sql, { entry, notice, letterId });
  }
}

/** Null when the letter was owed before. */
async function writeLetter(
  sql: Sql,
  { caseKind, caseId, sequence, at, rule, state }: AnyLedgerEntry,
  { key, letter }: Notice,
): Promise<string | null> {
  const [written] = await sql<{ id: string }>(
    `INSERT INTO letters (id, case_kind, case_id, key, kind, content, sequence, owed_at, rule)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     ON CONFLICT (case_kind, case_id, key) DO NOTHING RETURNING id`,
    [
      deterministicId('letter', caseKind, caseId, key),
      caseKind,
      caseId,
      key,
      letter.kind,
      // D11.1c: its deadline links to a working on the very edition on which it was counted.
      JSON.stringify({ ...letter, edition: state.countedWith ?? state.calendar.edition }),
      sequence,
      new Date(at),
      rule,
    ],
  );
  return written?.id ?? null;
}

interface OwedLetter {
  readonly entry: AnyLedgerEntry;
  readonly notice: Notice;
  readonly letterId: string;
}

async function writeDeliveries(sql: Sql, owed: OwedLetter): Promise<void> {
  const { entry, notice } = owed;
  const recipients = await resolveRecipients(sql, {
    letter: notice.letter,
    roles: notice.recipients,
    parties: partiesOf(entry),
    // Addresses resolve on the day on which the letter is owed.
    on: dateAt(entry.at),
  });
  for (const recipient of recipients) await oweDelivery(sql, owed, recipient);
}

async function oweDelivery(sql: Sql, { entry, notice, letterId }: OwedLetter, recipient: Recipient): Promise<void> {
  // Several bodies may lead to nobody, each by itself (D14.1).
  const id = deterministicId('delivery', letterId, recipient.role, recipientKey(recipient));
  const isAddressed = await writeDelivery(sql, { id, letterId, recipient });
  // D11.3: seen by the case; but a letter about such trouble makes no new one.
  if (!isAddressed && notice.letter.kind !== 'deliveryTrouble') {
    await tellOfDelivery(sql, entry, { kind: 'noteDelivery', deliveryId: id, outcome: 'unaddressed' });
  }
}

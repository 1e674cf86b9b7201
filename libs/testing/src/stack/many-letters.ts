import { randomUUID } from 'node:crypto';

import type { ReceivedMail } from '../smtp/smtp-session.js';
import type { RealStack } from './real-stack.js';
import { waitFor } from './wait-until.js';

/** What a run of many letters is about. */
export interface ManyLetters {
  /** The cases that owe them, each as many. */
  readonly caseIds: readonly string[];
  readonly count: number;
}

/**
 * Writes letters that petitions owe, each to an address of its own, and leaves them to the relay: what the ledger does in a
 * transition, for many at once.
 */
export async function oweManyLetters({ register }: RealStack, { caseIds, count }: ManyLetters): Promise<void> {
  const numbers = Array.from({ length: count }, (_, index) => index);
  await register.rows(
    `WITH given AS (
       SELECT * FROM unnest($1::text[], $2::text[], $3::text[]) AS one (case_id, key, address)
     ), owed AS (
       INSERT INTO letters (id, case_kind, case_id, key, kind, content, sequence, owed_at, rule)
       SELECT gen_random_uuid(), 'petition', case_id, key, 'accepted', '{"kind":"accepted"}', 1, now(), 'D11.3' FROM given
       RETURNING id, key
     ), sent AS (
       INSERT INTO mail_deliveries (id, letter_id, recipient_role, organisation_code, state, address)
       SELECT gen_random_uuid(), owed.id, 'leadOffice', 'SL-VPUBND', 'queued', given.address FROM owed JOIN given USING (key)
       RETURNING id
     )
     INSERT INTO outbox (kind, case_kind, case_id, payload) SELECT 'startMail', 'mail', id::text, '{}' FROM sent`,
    [
      numbers.map((at) => caseIds[at % caseIds.length]),
      numbers.map(() => randomUUID()),
      numbers.map((at) => `thu-${String(at)}@nhieu.example`),
    ],
  );
}

/**
 * Kills the worker so many times while letters go out, each time after as many steps at the mail server, and starts it
 * again; then waits until nothing is on its way.
 */
export async function sendThroughKilledWorkers(
  stack: RealStack,
  { kills, steps, limitMs }: { readonly kills: number; readonly steps: number; readonly limitMs: number },
): Promise<void> {
  for (let kill = 0; kill < kills; kill += 1) {
    const from = stack.smtp.steps.length;
    await stack.smtp.until(() => stack.smtp.steps.length >= from + steps);
    await stack.worker.kill();
    // The lease only keeps a living attempt from being overtaken; that these are dead is known here without waiting.
    await stack.register.rows(
      `UPDATE mail_deliveries SET lease_until = now() - interval '1 second' WHERE state IN ('claimed', 'sending')`,
    );
    await stack.worker.start();
  }
  await waitFor('every letter is at its end', async () => (await lettersOnTheirWay(stack)) === 0, limitMs);
}

/** Also those that are still to be begun, and those that news of others will make. */
export async function lettersOnTheirWay({ register }: RealStack): Promise<number> {
  return register.count(
    `SELECT (SELECT count(*) FROM outbox WHERE sent_at IS NULL)
       + (SELECT count(*) FROM mail_deliveries WHERE state IN ('queued', 'claimed', 'sending', 'deferred'))
       + (SELECT count(*) FROM outbox WHERE kind = 'signalCase' AND payload ? 'deliveryId' AND NOT EXISTS (
            SELECT FROM case_events WHERE case_events.case_id = outbox.case_id
              AND facts ->> 'deliveryId' = payload ->> 'deliveryId' AND facts ->> 'outcome' = payload ->> 'outcome'))`,
  );
}

/** What the register says of all letters, beside what came to the mail server. */
export interface LettersAccount {
  readonly states: Readonly<Record<string, number>>;
  /** Ids of deliveries of which more than one text may have arrived. */
  readonly twice: readonly string[];
  /** None arrived, and the register does not say uncertain, refused or dropped. */
  readonly lost: readonly string[];
  /** The register says sent, and none arrived; or it says refused, and one did. */
  readonly untrue: readonly string[];
}

interface DeliveryRow {
  readonly id: string;
  readonly state: string;
}

const knownAbsences = ['uncertain', 'refused', 'dropped', 'unaddressed'];

export async function accountForLetters({ register, smtp }: RealStack): Promise<LettersAccount> {
  const rows = await register.rows<DeliveryRow>('SELECT id, state FROM mail_deliveries');
  const arrived = arrivals(smtp.received);
  const countOf = (row: DeliveryRow): number => arrived.get(row.id) ?? 0;
  const idsOf = (isMeant: (row: DeliveryRow) => boolean): readonly string[] => rows.filter(isMeant).map(({ id }) => id);
  const strangers = [...arrived.keys()].filter((id) => !rows.some((row) => row.id === id));
  return {
    states: countBy(rows.map(({ state }) => state)),
    twice: idsOf((row) => countOf(row) > 1),
    lost: idsOf((row) => countOf(row) === 0 && !knownAbsences.includes(row.state)),
    untrue: [
      ...strangers,
      ...idsOf((row) => (row.state === 'sent' && countOf(row) === 0) || (row.state === 'refused' && countOf(row) > 0)),
    ],
  };
}

/** By Message-ID, how many texts a real server may have delivered: all that came to their dot and were not turned away. */
function arrivals(received: readonly ReceivedMail[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const { raw, answer } of received) {
    if (answer !== null && !answer.startsWith('2')) continue;
    const id = /^message-id:\s*<([^@>]+)@/im.exec(raw)?.[1] ?? 'without a Message-ID';
    found.set(id, (found.get(id) ?? 0) + 1);
  }
  return found;
}

function countBy(words: readonly string[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}

import { expect } from '@jest/globals';
import type { Instant, Letter } from '@dialogue/domain';
import { aPetition, at } from '@dialogue/testing/builders';

import { createDoor } from '../door/door.js';
import { createLedger } from '../ledger/ledger.js';
import { createRegister } from '../reads/register.js';
import { aCommandOf, anEntry, submitPetition, type TestRegister } from '../register.fixture.js';
import { createDeliveries } from './deliveries.js';
import type { DeliveryDecision } from './delivery.js';

/** A letter to the lead office, of a petition of its own; the id of its delivery. */
export async function owedDelivery({ api, worker }: TestRegister, letter: Letter): Promise<string> {
  const caseId = await submitPetition(api);
  const notices = [{ key: 'letter', letter, recipients: ['leadOffice'] }] as const;
  const state = aPetition({ id: caseId });
  const transition = { event: 'x', at: at('2026-03-02'), rule: 'D11.3', facts: {}, state, notices } as const;
  await createLedger(worker).recordTransition(anEntry(transition, { sequence: 1 }));
  const deliveryId = (await createRegister(api).petition(caseId))?.letters[0]?.deliveries[0]?.id;
  if (deliveryId === undefined) throw new Error('No delivery was made');
  return deliveryId;
}

/** The first letter of a kind in a case, on its way to the first of its recipients. */
export async function firstDelivery({ admin }: TestRegister, caseId: string, kind: Letter['kind']): Promise<string> {
  const [row] = await admin.query<{ id: string }[]>(
    `SELECT delivery.id FROM mail_deliveries delivery JOIN letters letter ON letter.id = delivery.letter_id
     WHERE letter.case_id = $1 AND letter.kind = $2 ORDER BY letter.sequence, delivery.id LIMIT 1`,
    [caseId, kind],
  );
  if (row === undefined) throw new Error('No delivery was made');
  return row.id;
}

export async function letLeasePass({ admin }: TestRegister, id: string): Promise<void> {
  await admin.query(`UPDATE mail_deliveries SET lease_until = now() - interval '1 second' WHERE id = $1`, [id]);
}

export async function stateOf({ api }: TestRegister, id: string): Promise<string | undefined> {
  return (await createRegister(api).deliveryScope(id))?.state;
}

/** What the case is going to hear of the delivery. */
export async function newsOf({ admin }: TestRegister, id: string): Promise<readonly string[]> {
  const rows = await admin.query<{ outcome: string }[]>(
    `SELECT payload ->> 'outcome' AS outcome FROM outbox
     WHERE kind = 'signalCase' AND payload ->> 'deliveryId' = $1 ORDER BY id`,
    [id],
  );
  return rows.map(({ outcome }) => outcome);
}

/** What somebody decides of a letter, and when the step that carries it out takes place. */
export interface Decided {
  readonly deliveryId: string;
  readonly decision: DeliveryDecision;
  readonly actorId: string;
  readonly at: Instant;
  /** How many attempts there had been when it was given; absent: given before decisions said so. */
  readonly attempts?: number;
}

/** A person's decision, through the door; the step that carries it out is repeated, and its outcome stands. */
export async function decided(
  { api, worker }: TestRegister,
  { actorId, attempts, ...decision }: Decided,
): Promise<{ readonly isCarriedOut: boolean; readonly outcome: unknown }> {
  const [door, deliveries] = [createDoor(api), createDeliveries(worker)];
  const { command } = await door.arrive(
    aCommandOf(decision.deliveryId, {
      ...{ caseKind: 'mail', kind: decision.decision, actorId },
      payload: attempts === undefined ? {} : { attempts },
    }),
  );
  const entry = { ...decision, commandId: command.id };
  const isCarriedOut = await deliveries.decideDelivery(entry);
  expect(await deliveries.decideDelivery(entry)).toBe(isCarriedOut);
  return { isCarriedOut, outcome: await door.outcomeOf(command.id) };
}

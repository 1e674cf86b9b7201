import type { DropReason, Instant } from '@dialogue/domain';
import type { DataSource } from 'typeorm';

import { inTransaction, sqlOf } from '../sql/sql.js';
import { claimDelivery, markSending, recordOutcome } from './claims.js';
import { decideDelivery, recordGivenUp } from './decisions.js';
import type { AttemptOutcome, Claim, DeliveryDecision, DeliveryToSend } from './delivery.js';
import { recordFallback, type FallbackEntry } from './fallback.js';
import { loadDelivery } from './load-delivery.js';
import { planDelivery, type DeliveryPlan, type PlanQuestion } from './plan-delivery.js';
import { dropPointless } from './pointless.js';

/** A person's word about a letter that did not arrive, or of which nobody knows whether it did. */
export interface DeliveryDecisionEntry {
  readonly deliveryId: string;
  readonly decision: DeliveryDecision;
  readonly commandId: string;
  readonly at: Instant;
}

/** Letters on their way. Leases count on the database's clock, so that all workers agree. */
export interface Deliveries {
  loadDelivery(deliveryId: string): Promise<DeliveryToSend | null>;
  /** Whether a letter leaves now, or until when it waits. */
  planDelivery(question: PlanQuestion): Promise<DeliveryPlan>;
  /** Why a letter has no purpose any more, for whoever holds its claim; parts of a digest that have none are dropped. */
  dropPointless(deliveryId: string): Promise<DropReason | null>;
  claimDelivery(deliveryId: string, token: string, leaseMs: number): Promise<Claim>;
  /**
   * The server has said 354 and the text begins to flow: from now on the letter is never sent again by itself.
   *
   * @throws ClaimLost when the claim is no longer this attempt's.
   */
  markSending(deliveryId: string, token: string): Promise<void>;
  /** Refused and uncertain letters are told to their case, except letters about such trouble. @throws ClaimLost */
  recordDeliveryOutcome(deliveryId: string, token: string, outcome: AttemptOutcome): Promise<void>;
  /** After the last attempt: refused, visible, and told to the case; a letter that is already done stays as it is. */
  recordGivenUp(deliveryId: string): Promise<void>;
  /** Records the decision with the command's outcome; false where there is nothing to decide: the command is refused. */
  decideDelivery(entry: DeliveryDecisionEntry): Promise<boolean>;
  /** Records what was told otherwise with the command's outcome; false: it was refused. */
  recordFallback(entry: FallbackEntry): Promise<boolean>;
}

/** Over the connections of the worker's role. */
export function createDeliveries(dataSource: DataSource): Deliveries {
  const sql = sqlOf(dataSource);
  return {
    loadDelivery: async (id) => loadDelivery(sql, id),
    planDelivery: async (question) => inTransaction(dataSource, async (tx) => planDelivery(tx, question)),
    dropPointless: async (id) => inTransaction(dataSource, async (tx) => dropPointless(tx, id)),
    claimDelivery: async (id, token, leaseMs) =>
      inTransaction(dataSource, async (tx) => claimDelivery(tx, id, { token, leaseMs })),
    markSending: async (id, token) => markSending(sql, id, token),
    recordDeliveryOutcome: async (id, token, outcome) =>
      inTransaction(dataSource, async (tx) => recordOutcome(tx, id, { token, outcome })),
    recordGivenUp: async (id) => inTransaction(dataSource, async (tx) => recordGivenUp(tx, id)),
    decideDelivery: async (entry) => inTransaction(dataSource, async (tx) => decideDelivery(tx, entry)),
    recordFallback: async (entry) => inTransaction(dataSource, async (tx) => recordFallback(tx, entry)),
  };
}

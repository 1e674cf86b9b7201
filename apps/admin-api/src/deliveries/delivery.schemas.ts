import { caseKinds } from '@dialogue/domain';
import { deliveryStates, fallbackMeans, keptBounceOutcomes } from '@dialogue/persistence';
import { z } from 'zod';

import { dropShown } from '../cases/drop.response.js';
import { deliveryTroubles, letterDeadline } from '../http/delivery-troubles.js';
import { exampleTexts } from '../http/example-texts.vi.js';
import { limit, pastDay, reason, text } from '../http/schemas.js';

/** `GET /v1/deliveries`. */
export const deliveryQuery = z.strictObject({
  state: z.enum(deliveryStates).default('uncertain'),
  /** Also letters that were told otherwise; they are no trouble any more. */
  told: z.enum(['true', 'false']).default('false'),
  limit,
});
export type DeliveryQuery = z.output<typeof deliveryQuery>;

/**
 * What a person says of a letter of which nobody knows whether it arrived; `attempts` as the list showed them: after another
 * attempt it is refused.
 */
export const deliveryDecision = z
  .strictObject({ remark: text(2000).optional(), attempts: z.int().min(0).optional() })
  .meta({ example: {} });
export type DeliveryDecision = z.output<typeof deliveryDecision>;

/** `POST /v1/deliveries/{id}/fallback`: to correct what was recorded before takes a reason. */
export const fallbackBody = z
  .strictObject({
    means: z.enum(fallbackMeans),
    /** Who was told, by name or by post. */
    told: text(300),
    toldOn: pastDay,
    evidenceNumber: text(100).optional(),
    remark: text(2000).optional(),
    reason: reason.optional(),
  })
  .meta({ example: { means: 'phone', told: exampleTexts.told, toldOn: '2026-11-23' } });
export type FallbackBody = z.output<typeof fallbackBody>;

/** `POST /v1/deliveries/{id}/withdraw-fallback`. */
export const withdrawalBody = z.strictObject({ reason }).meta({ example: { reason: exampleTexts.fallbackReason } });
export type WithdrawalBody = z.output<typeof withdrawalBody>;

/** A letter on its way. */
export const deliveryResponse = z.object({
  id: z.string(),
  /** The case that the letter belongs to, or the round over many; a report is known by its id, and so is a round. */
  case: z.object({ kind: z.enum([...caseKinds, 'rollout', 'silence', 'digest']), id: z.string(), number: z.string() }),
  letterKind: z.string(),
  deadline: letterDeadline.nullable(),
  role: z.string(),
  postTitle: z.string().nullable(),
  address: z.string().nullable(),
  state: z.enum(deliveryStates),
  attempts: z.int(),
  smtpCode: z.int().nullable(),
  /** Not before: it waits for the morning, or for a digest; null: it goes at once. */
  sendAfter: z.iso.datetime().nullable(),
  /** Why it was not sent, with its name. */
  dropped: dropShown.nullable(),
  /** The delivery of the digest that it goes with, and with which it is decided. */
  digestId: z.string().nullable(),
  ...deliveryTroubles,
  updatedAt: z.iso.datetime(),
});
/** Letters in one state, those that have waited longest first. */
export const deliveriesResponse = z.object({ items: z.array(deliveryResponse) });
export type DeliveryResponse = z.output<typeof deliveryResponse>;
export type DeliveriesResponse = z.output<typeof deliveriesResponse>;

/** `GET /v1/deliveries/bounce-reports`. */
export const bounceQuery = z.strictObject({ outcome: z.enum(keptBounceOutcomes).optional(), limit });
export type BounceQuery = z.output<typeof bounceQuery>;

/** What reports of delivery came to (RFC 3464): counted, and the newest of them. */
export const bounceReportsResponse = z.object({
  mailboxes: z.array(z.object({ name: z.string(), readAt: z.iso.datetime(), others: z.int() })),
  counts: z.record(z.enum(keptBounceOutcomes), z.int()),
  items: z.array(
    z.object({
      outcome: z.enum(keptBounceOutcomes),
      deliveryId: z.string().nullable(),
      action: z.string().nullable(),
      status: z.string().nullable(),
      diagnostic: z.string().nullable(),
      mailbox: z.string(),
      uid: z.int(),
      recordedAt: z.iso.datetime(),
    }),
  ),
});
export type BounceReportsResponse = z.output<typeof bounceReportsResponse>;

import { caseKinds, DomainError } from '@dialogue/domain';
import {
  canDecide,
  deliveryStates,
  type Account,
  type DeliveryFilter,
  type ListedDelivery,
} from '@dialogue/persistence';
import { z } from 'zod';

import { isWithin, type Scopes } from '../auth/scope.js';
import type { DoorService } from '../door/door.service.js';
import { ApiError } from '../errors/api-error.js';
import type { Giver } from '../http/command-giver.js';
import { limit, text } from '../http/schemas.js';
import { pendingCommand, type PendingCommand } from '../http/pending.interceptor.js';

/** `GET /v1/deliveries`. */
export const deliveryQuery = z.strictObject({ state: z.enum(deliveryStates).default('uncertain'), limit });
export type DeliveryQuery = z.output<typeof deliveryQuery>;

/** What a person says of a letter that did not arrive, or of which nobody knows whether it did. */
export const deliveryDecision = z.strictObject({ remark: text(2000).optional() }).meta({ example: {} });
export type DeliveryDecision = z.output<typeof deliveryDecision>;

/** A letter on its way. */
export const deliveryResponse = z.object({
  id: z.string(),
  /** The case that the letter belongs to, or the rollout to many; a report is known by its id, and so is a rollout. */
  case: z.object({ kind: z.enum([...caseKinds, 'rollout']), id: z.string(), number: z.string() }),
  letterKind: z.string(),
  role: z.string(),
  postTitle: z.string().nullable(),
  address: z.string().nullable(),
  state: z.enum(deliveryStates),
  attempts: z.int(),
  smtpCode: z.int().nullable(),
  updatedAt: z.iso.datetime(),
});
/** Letters in one state, those that have waited longest first. */
export const deliveriesResponse = z.object({ items: z.array(deliveryResponse) });
export type DeliveryResponse = z.output<typeof deliveryResponse>;
export type DeliveriesResponse = z.output<typeof deliveriesResponse>;

/** What the routes of letters do. */
export interface DeliveriesService {
  deliveries(account: Account, query: DeliveryQuery): Promise<DeliveriesResponse>;
  decide(giver: Giver, id: string, decision: Decision): Promise<DeliveryResponse | PendingCommand>;
}

/** A person's decision, with what they say about it. */
interface Decision {
  readonly kind: 'resend' | 'confirmSent';
  readonly body: DeliveryDecision;
}

/** What the service stands on. */
export interface DeliveriesServiceParts {
  readonly list: (filter: DeliveryFilter) => Promise<readonly ListedDelivery[]>;
  readonly scopes: Scopes;
  readonly door: DoorService;
}

export function createDeliveriesService(parts: DeliveriesServiceParts): DeliveriesService {
  return {
    async deliveries(account, query) {
      const scope = await parts.scopes.scopeOf(account);
      const found = await parts.list({ ...query, ...(scope === null ? {} : { scope }) });
      return { items: found.map(toDeliveryResponse) };
    },
    decide: (giver, id, decision) => decide(parts, { ...giver, id }, decision),
  };
}

async function decide(
  parts: DeliveriesServiceParts,
  { account, idempotencyKey, id }: Giver & { readonly id: string },
  { kind, body }: Decision,
): Promise<DeliveryResponse | PendingCommand> {
  const delivery = await one(parts, id);
  const scope = await parts.scopes.scopeOf(account);
  if (!isWithin(scope, delivery.organisationCode, delivery.leadOfficeCode)) throw new ApiError('delivery.not_found');
  const { commandId, isDecided } = await parts.door.submit({
    ...{ caseKind: 'mail', caseId: id, kind, accountId: account.id, idempotencyKey, body },
    prepare: () => {
      // Given early it would wait, and settle a later uncertainty that nobody has looked at.
      if (!canDecide(kind, delivery.state)) throw new DomainError('delivery.decision_refused');
      return { payload: {}, words: body.remark === undefined ? null : body };
    },
  });
  return isDecided ? toDeliveryResponse(await one(parts, id)) : pendingCommand(commandId);
}

async function one({ list }: DeliveriesServiceParts, id: string): Promise<ListedDelivery> {
  const [delivery] = await list({ id, limit: 1 });
  if (delivery === undefined) throw new ApiError('delivery.not_found');
  return delivery;
}

function toDeliveryResponse(delivery: ListedDelivery): DeliveryResponse {
  const {
    id,
    caseKind,
    caseId,
    caseNumber,
    letterKind,
    role,
    postTitle,
    address,
    state,
    attempts,
    smtpCode,
    updatedAt,
  } = delivery;
  return {
    ...{ id, case: { kind: caseKind, id: caseId, number: caseNumber }, letterKind, role, postTitle, address },
    ...{ state, attempts, smtpCode, updatedAt: new Date(updatedAt).toISOString() },
  };
}

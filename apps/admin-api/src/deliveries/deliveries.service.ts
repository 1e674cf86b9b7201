import { DomainError } from '@dialogue/domain';
import {
  canDecide,
  tellableStates,
  type Account,
  type BounceReportFilter,
  type BounceReports,
  type DeliveryFilter,
  type ListedDelivery,
} from '@dialogue/persistence';

import { toDrop } from '../cases/drop.response.js';
import { isWithin, type Scopes } from '../auth/scope.js';
import type { DoorService, PreparedCommand } from '../door/door.service.js';
import { ApiError } from '../errors/api-error.js';
import type { Giver } from '../http/command-giver.js';
import { troublesShown } from '../http/delivery-troubles.js';
import { pendingCommand, type PendingCommand } from '../http/pending.interceptor.js';
import { toBounceReports } from './bounce-reports.js';
import type {
  BounceQuery,
  BounceReportsResponse,
  DeliveriesResponse,
  DeliveryDecision,
  DeliveryQuery,
  DeliveryResponse,
  FallbackBody,
  WithdrawalBody,
} from './delivery.schemas.js';

/** What the routes of letters do. */
export interface DeliveriesService {
  deliveries(account: Account, query: DeliveryQuery): Promise<DeliveriesResponse>;
  decide(giver: Giver, id: string, decision: Decision): Promise<DeliveryResponse | PendingCommand>;
  bounceReports(account: Account, query: BounceQuery): Promise<BounceReportsResponse>;
}

/** A person's decision, with what they say about it. */
type Decision =
  | { readonly kind: 'resend' | 'confirmSent'; readonly body: DeliveryDecision }
  | { readonly kind: 'recordFallback'; readonly body: FallbackBody }
  | { readonly kind: 'withdrawFallback'; readonly body: WithdrawalBody };

/** What the service stands on. */
export interface DeliveriesServiceParts {
  readonly list: (filter: DeliveryFilter) => Promise<readonly ListedDelivery[]>;
  readonly bounceReports: (filter: BounceReportFilter) => Promise<BounceReports>;
  readonly scopes: Scopes;
  readonly door: DoorService;
}

export function createDeliveriesService(parts: DeliveriesServiceParts): DeliveriesService {
  return {
    async deliveries(account, { state, told, limit }) {
      const scope = await parts.scopes.scopeOf(account);
      const asked = { state, limit, isToldIncluded: told === 'true' };
      const found = await parts.list({ ...asked, ...(scope === null ? {} : { scope }) });
      return { items: found.map(toDeliveryResponse) };
    },
    decide: (giver, id, decision) => decide(parts, { ...giver, id }, decision),
    async bounceReports(account, { outcome, limit }) {
      const scope = await parts.scopes.scopeOf(account);
      const asked = { limit, ...(outcome === undefined ? {} : { outcome }), ...(scope === null ? {} : { scope }) };
      return toBounceReports(await parts.bounceReports(asked));
    },
  };
}

async function decide(
  parts: DeliveriesServiceParts,
  { account, idempotencyKey, id }: Giver & { readonly id: string },
  decision: Decision,
): Promise<DeliveryResponse | PendingCommand> {
  const delivery = await one(parts, id);
  const scope = await parts.scopes.scopeOf(account);
  if (!isWithin(scope, delivery.organisationCode, delivery.leadOfficeCode)) throw new ApiError('delivery.not_found');
  const { commandId, isDecided } = await parts.door.submit({
    ...{
      caseKind: 'mail',
      caseId: id,
      kind: decision.kind,
      accountId: account.id,
      idempotencyKey,
      body: decision.body,
    },
    prepare: () => prepare(delivery, decision),
  });
  return isDecided ? toDeliveryResponse(await one(parts, id)) : pendingCommand(commandId);
}

/** Given early it would wait, and settle a later trouble that nobody has looked at. */
function prepare(delivery: ListedDelivery, decision: Decision): PreparedCommand {
  // What goes with a digest is decided with it.
  if (delivery.digestId !== null) throw new DomainError('delivery.in_digest');
  if (decision.kind === 'recordFallback' || decision.kind === 'withdrawFallback')
    return prepareFallback(delivery, decision);
  // Said of the attempt that was seen: should another follow meanwhile, it says nothing of that.
  const { attempts = delivery.attempts, ...words } = decision.body;
  if (attempts !== delivery.attempts || !canDecide(decision.kind, delivery.state))
    throw new DomainError('delivery.decision_refused');
  return { payload: { attempts }, words: words.remark === undefined ? null : words };
}

/** Means, day and number may be known everywhere; who was told, and why it is corrected, stays in the register. */
function prepareFallback(
  { state, fallback }: ListedDelivery,
  decision: Extract<Decision, { readonly kind: 'recordFallback' | 'withdrawFallback' }>,
): PreparedCommand {
  if (!tellableStates.some((tellable) => tellable === state)) throw new DomainError('delivery.fallback_refused');
  if (decision.kind === 'withdrawFallback') return { payload: {}, words: decision.body };
  const { means, toldOn, evidenceNumber, ...words } = decision.body;
  if (fallback !== null && words.reason === undefined) throw new DomainError('delivery.fallback_reason_missing');
  return { payload: { means, toldOn, ...(evidenceNumber === undefined ? {} : { evidenceNumber }) }, words };
}

async function one({ list }: DeliveriesServiceParts, id: string): Promise<ListedDelivery> {
  const [delivery] = await list({ id, limit: 1 });
  if (delivery === undefined) throw new ApiError('delivery.not_found');
  return delivery;
}

function toDeliveryResponse(delivery: ListedDelivery): DeliveryResponse {
  const { id, caseKind, caseId, caseNumber, letterKind, deadline, role, postTitle, address } = delivery;
  const { state, attempts, smtpCode, sendAfter, droppedBecause, digestId, updatedAt } = delivery;
  return {
    ...{ id, case: { kind: caseKind, id: caseId, number: caseNumber }, letterKind, deadline, role, postTitle, address },
    ...{
      state,
      attempts,
      smtpCode,
      sendAfter: sendAfter === null ? null : new Date(sendAfter).toISOString(),
      dropped: toDrop(droppedBecause),
      digestId,
      ...troublesShown(delivery, delivery.role !== 'petitioner'),
      updatedAt: new Date(updatedAt).toISOString(),
    },
  };
}

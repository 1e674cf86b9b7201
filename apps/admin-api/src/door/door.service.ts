import type { Instant } from '@dialogue/domain';
import type { Logger } from '@dialogue/observability';
import {
  hasSameBody,
  type Arrival,
  type ArrivingCommand,
  type CommandSupplement,
  type Door,
  type DoorReference,
  type NewCase,
  type Outcome,
  type OutcomeListener,
  type SealingKey,
  type StoredCommand,
} from '@dialogue/persistence';
import { DomainError } from '@dialogue/domain';

import { CommandRefused } from '../errors/command-refused.js';
import type { Waits } from '../waits.js';
import { bodyMarkOf, commandIdOf, newCaseIdOf } from './command-id.js';
import type { Signaller } from './signaller.js';

/** What a command needs before it may be written: checked and looked up only when it is not known yet. */
export interface PreparedCommand {
  /** Ids, codes and dates: goes into the signal. */
  readonly payload: Readonly<Record<string, unknown>>;
  /** The words of people: stay in the register. */
  readonly words: Readonly<Record<string, unknown>> | null;
  readonly newCase?: NewCase;
  /** Counts once the case has accepted the command. */
  readonly supplement?: CommandSupplement;
}

/** A command on its way through the door. */
export interface CommandRequest {
  readonly caseKind: DoorReference['caseKind'];
  /** Null: the command begins a case, whose id is made from its own. */
  readonly caseId: string | null;
  readonly kind: string;
  /** Where the command came in, when that is not told by its case and kind: keys of several routes stay apart. */
  readonly route?: string;
  readonly accountId: string;
  /** The link by which a body acts without an account: then the id above is the link's. */
  readonly linkId?: string | undefined;
  readonly idempotencyKey: string | null;
  /** As it came in: tells whether a repeated key has the same body. */
  readonly body: object;
  readonly prepare: (caseId: string) => PreparedCommand | Promise<PreparedCommand>;
}

/** How far a command has come while the person waited. */
export interface CommandResult {
  readonly commandId: string;
  readonly caseId: string;
  /** False: not yet. Nothing is lost: it is written, and carried out as soon as worker and Temporal are back. */
  readonly isDecided: boolean;
}

export interface DoorService {
  /**
   * Writes a command, tells Temporal, waits for the outcome.
   *
   * @throws CommandRefused when a rule said no; DomainError `command.key_reused`; LinkClosed; whatever `prepare` throws.
   */
  submit(request: CommandRequest): Promise<CommandResult>;
}

/** What the door stands on. */
export interface DoorServiceParts {
  readonly door: Door;
  readonly outcomes: Pick<OutcomeListener, 'waitFor'>;
  readonly signal: Signaller;
  readonly logger: Logger;
  readonly now: () => Instant;
  /** D11.1d: bodies name people. */
  readonly sealingKey: SealingKey;
  readonly waits: Pick<Waits, 'signalling' | 'outcome' | 'outcomeWithoutSignal'>;
}

export function createDoorService(parts: DoorServiceParts): DoorService {
  return {
    async submit(request) {
      const { command, caseNumber } = await arrive(parts, request);
      const outcome = command.outcome ?? (await decided(parts, command, caseNumber));
      return resultOf(command, outcome);
    },
  };
}

async function arrive(
  { door, now, sealingKey }: DoorServiceParts,
  request: CommandRequest,
): Promise<Pick<Arrival, 'command' | 'caseNumber'>> {
  // The instant of arrival is taken first: what is looked up afterwards must not make anybody late.
  const receivedAt = now();
  const { caseKind, kind, accountId, linkId, idempotencyKey, route = kind } = request;
  const id = commandIdOf({ accountId, caseKind, caseId: request.caseId ?? 'new', route, idempotencyKey });
  const bodyHash = bodyMarkOf(id, request.body, sealingKey);
  const known = idempotencyKey === null ? null : await door.commandById(id);
  // A repetition is answered from what is written, even if the same request would be refused as new today.
  if (known !== null) return { command: withSameBody(known, bodyHash), caseNumber: null };
  const caseId = request.caseId ?? newCaseIdOf(caseKind, id);
  const { payload, words, newCase, supplement } = await request.prepare(caseId);
  const arriving: ArrivingCommand = {
    id,
    caseKind,
    caseId,
    kind,
    bodyHash,
    payload: { kind, ...payload },
    words,
    ...(linkId === undefined ? { actorId: accountId } : { actorId: null, linkId }),
    receivedAt,
  };
  return door.arrive(arriving, newCase, supplement);
}

function withSameBody(command: StoredCommand, bodyHash: string): StoredCommand {
  if (!hasSameBody(command, bodyHash)) throw new DomainError('command.key_reused');
  return command;
}

async function decided(
  parts: DoorServiceParts,
  command: StoredCommand,
  caseNumber: string | null,
): Promise<Outcome | null> {
  parts.logger.info('A command arrived', {
    commandId: command.id,
    caseKind: command.caseKind,
    caseId: command.caseId,
    kind: command.kind,
  });
  const isTold = await tellTemporal(parts, command, caseNumber);
  return parts.outcomes.waitFor(command.id, isTold ? parts.waits.outcome : parts.waits.outcomeWithoutSignal);
}

/** Signals what the case has not been told, in order of arrival; what fails is left to the relay. */
async function tellTemporal(
  parts: DoorServiceParts,
  command: StoredCommand,
  caseNumber: string | null,
): Promise<boolean> {
  const { door, signal, logger, now, waits } = parts;
  const told: string[] = [];
  const until = now() + waits.signalling;
  try {
    for (const waiting of await door.unsignalled(command)) {
      // After an outage many may wait: the relay goes on where the person's patience ends.
      if (now() > until) return false;
      await signal(waiting, caseNumber);
      told.push(waiting.id);
    }
    return true;
  } catch (error) {
    logger.warn('Temporal was not told of a command; the relay will', {
      commandId: command.id,
      caseId: command.caseId,
      error,
    });
    return false;
  } finally {
    await markSignalled(parts, told);
  }
}

async function markSignalled({ door, logger }: DoorServiceParts, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  // A mark that is missing only makes the relay repeat the signal, which its case recognises.
  await door.markSignalled(ids).catch((error: unknown) => {
    logger.warn('Signalled commands were not marked so', { count: ids.length, error });
  });
}

function resultOf(command: StoredCommand, outcome: Outcome | null): CommandResult {
  if (outcome?.kind === 'refused') throw new CommandRefused(outcome, command);
  return { commandId: command.id, caseId: command.caseId, isDecided: outcome !== null };
}

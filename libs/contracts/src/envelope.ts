import type { Instant } from '@dialogue/domain';

/** A command as its signal carries it: ids, codes and dates; the words of people stay in PostgreSQL under `commandId`. */
export interface Envelope<Command> {
  readonly commandId: string;
  readonly actorId: string | null;
  /** The API's clock at receipt. Null where the case runs in virtual time. */
  readonly receivedAt: Instant | null;
  readonly command: Command;
}

/** A command or news of any kind of case: whoever carries it looks at nothing but the name of its signal. */
export interface CarriedCommand {
  readonly kind: string;
}

/** As much of a command that the register keeps as its signal needs. */
export interface KeptCommand extends CarriedCommand {
  readonly id: string;
  readonly actorId: string | null;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly receivedAt: Instant;
  /** The case runs in virtual time: its own clock says when the command came. */
  readonly isVirtual: boolean;
}

/** As much of news in the outbox as its signal needs: what a letter or another case tells. */
export interface KeptNews {
  readonly commandId: string;
  readonly createdAt: Instant;
  readonly isVirtual: boolean;
  readonly command: CarriedCommand;
}

/** A command of a person, as its signal carries it. */
export function envelopeOf({
  id,
  kind,
  payload,
  actorId,
  isVirtual,
  receivedAt,
}: KeptCommand): Envelope<CarriedCommand> {
  return { commandId: id, actorId, receivedAt: isVirtual ? null : receivedAt, command: { ...payload, kind } };
}

/** News of the system itself, as their signal carries them. */
export function envelopeOfNews({ commandId, createdAt, isVirtual, command }: KeptNews): Envelope<CarriedCommand> {
  return { commandId, actorId: null, receivedAt: isVirtual ? null : createdAt, command };
}

import type { CaseMemory, Envelope } from '@dialogue/contracts';

const seenLimit = 200;

/** The commands that wait for a case, in the order in which they came, and the ids that make repetition harmless. */
export interface CaseInbox<Command> {
  readonly pending: Envelope<Command>[];
  readonly seen: readonly string[];
  /** What a signal does, and all that it does; it never throws, and leaves what is no envelope where it is. */
  readonly enqueue: (envelope: unknown) => void;
  /** Forgets what the register has already decided: it came again to a run that was started anew. */
  dropDecided(commandIds: readonly string[]): void;
}

export function openInbox<Command>(
  carried: Pick<CaseMemory<unknown, Command>, 'pending' | 'seen'> | null,
): CaseInbox<Command> {
  const pending = [...(carried?.pending ?? [])];
  const seen = [...(carried?.seen ?? [])];
  return { pending, seen, enqueue, dropDecided };

  function enqueue(envelope: unknown): void {
    if (!isEnvelope<Command>(envelope)) return;
    if (seen.includes(envelope.commandId)) return;
    seen.push(envelope.commandId);
    keepNewest();
    pending.push(envelope);
  }

  function dropDecided(commandIds: readonly string[]): void {
    pending.splice(0, pending.length, ...pending.filter(({ commandId }) => !commandIds.includes(commandId)));
    seen.unshift(...commandIds);
    keepNewest();
  }

  function keepNewest(): void {
    seen.splice(0, seen.length - seenLimit);
  }
}

/** Somebody may signal by hand: what would throw later would stop the case for ever. */
function isEnvelope<Command>(signal: unknown): signal is Envelope<Command> {
  if (typeof signal !== 'object' || signal === null) return false;
  if (!('commandId' in signal && 'command' in signal && 'receivedAt' in signal)) return false;
  const { commandId, command, receivedAt } = signal;
  const isInstant = receivedAt === null || typeof receivedAt === 'number';
  return typeof commandId === 'string' && isInstant && typeof command === 'object' && command !== null;
}

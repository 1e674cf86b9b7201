import type { Instant } from '@dialogue/domain';

/** A command as its signal carries it: ids, codes and dates; the words of people stay in PostgreSQL under `commandId`. */
export interface Envelope<Command> {
  readonly commandId: string;
  readonly actorId: string | null;
  /** The API's clock at receipt. Null where the case runs in virtual time. */
  readonly receivedAt: Instant | null;
  readonly command: Command;
}

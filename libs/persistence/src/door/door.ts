import type { DataSource } from 'typeorm';

import { inTransaction, sqlOf } from '../sql/sql.js';
import { arrive } from './arrive.js';
import type {
  ArrivingCommand,
  Arrival,
  CommandSupplement,
  DoorReference,
  NewCase,
  Outcome,
  StoredCommand,
} from './command.js';
import { commandById, commandsOf } from './stored-commands.js';

/** Where commands arrive, in one transaction each; the only part of the register that the API may write. */
export interface Door {
  /**
   * Writes a command, and with it the rows of the case that it begins. The same id with the same body gives the stored
   * row back.
   *
   * @throws DomainError `command.key_reused` when the id is known with another body.
   */
  arrive(command: ArrivingCommand, newCase?: NewCase | null, supplement?: CommandSupplement): Promise<Arrival>;
  /** What Temporal has not been told yet, in order of arrival. */
  unsignalled(reference: DoorReference): Promise<readonly StoredCommand[]>;
  /** What was signalled and has no outcome, in order of arrival: sent again, should Temporal have lost it. */
  undecided(reference: DoorReference): Promise<readonly StoredCommand[]>;
  markSignalled(ids: readonly string[]): Promise<void>;
  outcomeOf(id: string): Promise<Outcome | null>;
  commandById(id: string): Promise<StoredCommand | null>;
}

/** Over the connections of the API's role, or of the worker's for all but `arrive`. */
export function createDoor(dataSource: DataSource): Door {
  const sql = sqlOf(dataSource);
  return {
    arrive: async (command, newCase, supplement) =>
      inTransaction(dataSource, async (tx) => arrive(tx, command, { newCase: newCase ?? null, supplement })),
    unsignalled: async (reference) => commandsOf(sql, reference, 'signalled_at IS NULL'),
    undecided: async (reference) => commandsOf(sql, reference, 'signalled_at IS NOT NULL AND outcome IS NULL'),
    markSignalled: async (ids) => {
      await sql('UPDATE commands SET signalled_at = now() WHERE id = ANY ($1) AND signalled_at IS NULL', [ids]);
    },
    outcomeOf: async (id) => (await commandById(sql, id))?.outcome ?? null,
    commandById: async (id) => commandById(sql, id),
  };
}

import { DomainError } from '@dialogue/domain';

import { requireOpenLink, whereLinkIsUsed } from '../links/require-open-link.js';
import { lockCase } from '../sql/lock-case.js';
import type { Sql } from '../sql/sql.js';
import {
  hasSameBody,
  type Arrival,
  type ArrivingCommand,
  type CommandSupplement,
  type NewCase,
  type StoredCommand,
} from './command.js';
import { caseNumber, writeNewCase } from './new-case.js';
import { commandById } from './stored-commands.js';
import { writeSupplement } from './supplement.js';

/** What is written together with a command. */
interface Beside {
  readonly newCase: NewCase | null;
  readonly supplement?: CommandSupplement | undefined;
}

/**
 * Inside one transaction. Commands of one case arrive one after the other, so their order, their instants and the order
 * of their signals agree.
 *
 * @throws DomainError `command.key_reused`; LinkClosed when the link lets nobody act any more.
 */
export async function arrive(sql: Sql, command: ArrivingCommand, { newCase, supplement }: Beside): Promise<Arrival> {
  await lockCase(sql, command);
  const isNew = await whereLinkIsUsed(command, async () => writeCommand(sql, command));
  const stored = await commandById(sql, command.id);
  if (stored === null) throw new Error('A command is gone that was just written');
  if (!isNew) return repeated(sql, command, stored);
  await requireOpenLink(sql, command);
  if (newCase !== null) await writeNewCase(sql, newCase, stored);
  if (supplement !== undefined) await writeSupplement(sql, stored, supplement);
  return { isNew, command: stored, caseNumber: newCase === null ? null : await caseNumber(sql, stored) };
}

async function repeated(sql: Sql, command: ArrivingCommand, stored: StoredCommand): Promise<Arrival> {
  if (!hasSameBody(stored, command.bodyHash)) throw new DomainError('command.key_reused', { commandId: command.id });
  return { isNew: false, command: stored, caseNumber: await caseNumber(sql, stored) };
}

/** False when the id is there already; a transaction that is just writing it is waited for. */
async function writeCommand(sql: Sql, command: ArrivingCommand): Promise<boolean> {
  const { id, caseKind, caseId, kind, bodyHash, payload, words, actorId, linkId = null, receivedAt } = command;
  // Only the API may say that a link was used: the worker, which brings in the rows of files, does not name the column.
  const [linkColumn, linkValue] = linkId === null ? ['', ''] : [', link_id', ', $10'];
  const written = await sql(
    `INSERT INTO commands (id, case_kind, case_id, kind, body_hash, payload, words, actor_id, received_at, is_virtual${linkColumn})
     SELECT $1, $2, $3, $4, $5, $6, $7, $8,
       -- Clocks of several servers differ: what came after another command was not received before it.
       GREATEST($9, (SELECT max(received_at) FROM commands WHERE case_kind = $2 AND case_id = $3)),
       EXISTS (SELECT FROM virtual_cases WHERE case_kind = $2 AND case_id = $3)${linkValue}
     ON CONFLICT (id) DO NOTHING RETURNING id`,
    [
      id,
      caseKind,
      caseId,
      kind,
      bodyHash,
      JSON.stringify(payload),
      words === null ? null : JSON.stringify(words),
      actorId,
      new Date(receivedAt),
      ...(linkId === null ? [] : [linkId]),
    ],
  );
  return written.length > 0;
}

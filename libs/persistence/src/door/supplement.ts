import { nameFiles } from '../files/name-files.js';
import type { Sql } from '../sql/sql.js';
import type { CommandSupplement, StoredCommand } from './command.js';

/** What counts once the command is accepted (D2.2, D8.1c); of a refused one nobody reads it. */
export async function writeSupplement(
  sql: Sql,
  command: StoredCommand,
  { sealedIdentity, parts = [], files }: CommandSupplement,
): Promise<void> {
  const { id, caseId } = command;
  if (files !== undefined) await nameFiles(sql, command, files);
  if (sealedIdentity !== undefined)
    await sql('INSERT INTO petition_identity_changes (command_id, petition_id, sealed) VALUES ($1, $2, $3)', [
      id,
      caseId,
      Buffer.from(sealedIdentity),
    ]);
  for (const [place, part] of parts.entries())
    await sql(
      `INSERT INTO petition_parts (petition_id, command_id, place, title, content, sealed) VALUES ($1, $2, $3, $4, $5, $6)`,
      [
        part.id,
        id,
        place + 1,
        part.title,
        part.content,
        part.sealedIdentity === null ? null : Buffer.from(part.sealedIdentity),
      ],
    );
}

import type { ArrivingCommand } from '../door/command.js';
import type { Sql } from '../sql/sql.js';
import { LinkClosed } from './link-closed.js';

/**
 * Inside the transaction in which a command by a link arrives, before it is seen by anybody: whoever revokes the link
 * waits for it, or it is refused.
 *
 * @throws LinkClosed
 */
export async function requireOpenLink(sql: Sql, { id, linkId = null }: ArrivingCommand): Promise<void> {
  if (linkId === null) return;
  await sql('SELECT FROM case_links WHERE id = $1 FOR SHARE', [linkId]);
  const open = await sql(
    `SELECT FROM case_links link WHERE link.id = $1 AND link.revoked_at IS NULL AND link.expires_at > clock_timestamp()
       AND NOT EXISTS (SELECT FROM case_links sibling JOIN commands used ON used.link_id = sibling.id
         WHERE sibling.delivery_id = link.delivery_id AND used.id <> $2 AND used.outcome IS DISTINCT FROM 'refused')`,
    [linkId, id],
  );
  if (open.length === 0) throw new LinkClosed(linkId);
}

/** One link, one act: of two at once PostgreSQL takes one. @throws LinkClosed */
export async function whereLinkIsUsed<Result>(
  { linkId = null }: ArrivingCommand,
  write: () => Promise<Result>,
): Promise<Result> {
  try {
    return await write();
  } catch (error) {
    if (linkId !== null && isSecondUse(error)) throw new LinkClosed(linkId, { cause: error });
    throw error;
  }
}

function isSecondUse(error: unknown): boolean {
  return error instanceof Error && 'constraint' in error && error.constraint === 'commands_link_once';
}

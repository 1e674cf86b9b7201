import type { Sql } from '../sql/sql.js';
import { FileRefused } from './file-refused.js';

/** Who sent a file: an account, or whoever had a one-time link. */
export type Uploader = { readonly account: string } | { readonly link: string };

/** How many one link may bring before its act is sent: an act that is mended several times, and no full disk. */
export const mostFilesPerLink = 30;

/** How many files one account may leave lying that no command has named, however small they are. */
const mostUnnamedFiles = 300;

/** Names who sent a file: no link is called as an account is. */
export function ownerOf(uploader: Uploader): string {
  return 'link' in uploader ? `link/${uploader.link}` : `account/${uploader.account}`;
}

interface Wanted {
  readonly uploader: Uploader;
  readonly bytes: number;
}

/**
 * Whether there is room for one more file of somebody. Inside a transaction, of several at once each waits for the one before.
 *
 * @throws FileRefused `file.too_many`, `file.no_room`
 */
export async function requireRoom(
  sql: Sql,
  limits: { readonly mostUnnamedBytes: number },
  { uploader, bytes }: Wanted,
): Promise<void> {
  await sql(`SELECT pg_advisory_xact_lock(hashtextextended('files of ' || $1, 0))`, [ownerOf(uploader)]);
  if ('link' in uploader) return requireRoomOfLink(sql, uploader.link);
  const [lying] = await sql<{ readonly files: number; readonly bytes: number }>(unnamed, [uploader.account]);
  if (lying === undefined) throw new Error('A sum without a row');
  if (lying.files >= mostUnnamedFiles || lying.bytes + bytes > limits.mostUnnamedBytes)
    throw new FileRefused('file.no_room');
}

async function requireRoomOfLink(sql: Sql, link: string): Promise<void> {
  const sent = await sql('SELECT FROM files WHERE uploaded_by_link = $1 LIMIT $2', [link, mostFilesPerLink]);
  if (sent.length >= mostFilesPerLink) throw new FileRefused('file.too_many');
}

/** What goes after a day: no command names it, or only such as were refused. */
const unnamed = `
  SELECT count(*)::integer AS files, COALESCE(sum(bytes), 0)::float8 AS bytes FROM files file
  WHERE uploaded_by_account = $1 AND NOT EXISTS (
    SELECT FROM command_files named JOIN commands command ON command.id = named.command_id
    WHERE named.file_id = file.id AND command.outcome IS DISTINCT FROM 'refused')`;

import { randomUUID } from 'node:crypto';
import { open, readFile, rm } from 'node:fs/promises';
import type { Readable } from 'node:stream';

import type { Instant } from '@dialogue/domain';
import type { DataSource } from 'typeorm';

import { inTransaction, sqlOf, type Sql } from '../sql/sql.js';
import type { ScanFile } from './clamd.js';
import { contentPath, keep, receive, type Incoming } from './contents.js';
import { checkContent, kindOfName } from './file-kinds.js';
import { cleanName } from './file-name.js';
import { FileRefused } from './file-refused.js';
import { requireRoom, type Uploader } from './room.js';
import { lockContent, sweepFiles, type Swept } from './sweep-files.js';
import { createUnderWay } from './under-way.js';

/** Larger than what an office scans at once; a mail server mostly takes as much. */
export const mostFileBytes = 20 * 1024 * 1024;
/** How many files one act may carry. */
export const mostFilesPerAct = 10;

/** A file that is kept. */
export interface StoredFile {
  readonly id: string;
  /** Cleaned: may be shown, and put into a header once it is encoded. */
  readonly name: string;
  /** By its content; one of a fixed list. */
  readonly contentType: string;
  readonly bytes: number;
  readonly sha256: string;
  /** Null: there was no scanner. */
  readonly scannedAt: Instant | null;
  readonly createdAt: Instant;
}

/** A file that is being read; whoever opens it reads it to the end, or destroys it. */
export interface OpenedFile extends StoredFile {
  readonly stream: Readable;
}

/** Files of people, by content on the disk and by name in the register. */
export interface FileStore {
  /**
   * Takes a file in: measured while it comes, then known by its content, then scanned. It belongs to no case until a
   * command names it, and is removed after a day when none does.
   *
   * @throws FileRefused
   */
  put(
    content: AsyncIterable<Uint8Array>,
    wish: { readonly name: string; readonly uploadedBy: Uploader },
  ): Promise<StoredFile>;
  /** Null: there is no such file. Whether somebody may read it is not asked here. */
  open(id: string): Promise<OpenedFile | null>;
  /** Those of these files that somebody has sent, in this order. */
  sentBy(uploader: Uploader, ids: readonly string[]): Promise<readonly StoredFile[]>;
  /** Removes what no command has named since then, and content that nothing refers to. */
  sweep(before: Date): Promise<Swept>;
}

/** What the store stands on. */
export interface FileStoreParts {
  readonly dataSource: DataSource;
  /** Outside of everything that is served. */
  readonly folder: string;
  /** Null: none is set, and nothing is scanned. */
  readonly scan: ScanFile | null;
  /** How many bytes one account may leave lying that no command has named. */
  readonly mostUnnamedBytes: number;
  /** Hears why a scanner said no, or nothing at all; never the name of a file. */
  readonly note: (what: string, about: Readonly<Record<string, unknown>>) => void;
}

export function createFileStore(parts: FileStoreParts): FileStore {
  const { dataSource, folder } = parts;
  const underWay = createUnderWay();
  return {
    put: (content, wish) => underWay(wish.uploadedBy, async () => take(parts, content, wish)),
    open: (id) => openFile(sqlOf(dataSource), folder, id),
    sentBy: (uploader, ids) => sentBy(sqlOf(dataSource), uploader, ids),
    sweep: (before) => sweepFiles({ dataSource, folder }, before),
  };
}

async function take(
  parts: FileStoreParts,
  content: AsyncIterable<Uint8Array>,
  { name, uploadedBy }: { readonly name: string; readonly uploadedBy: Uploader },
): Promise<StoredFile> {
  const { dataSource, folder } = parts;
  const named = cleanName(name);
  const kind = kindOfName(named);
  await requireRoom(sqlOf(dataSource), parts, { uploader: uploadedBy, bytes: 1 });
  const incoming = await receive(folder, content, mostFileBytes);
  try {
    await checkContent(kind, await readFile(incoming.path));
    const scannedAt = await scanned(parts, incoming);
    return await store(parts, incoming, { name: named, contentType: kind.contentType, scannedAt, uploadedBy });
  } finally {
    await rm(incoming.path, { force: true });
  }
}

/** Fails closed: what could not be scanned is not taken. */
async function scanned({ scan, note }: FileStoreParts, { path, sha256 }: Incoming): Promise<Date | null> {
  if (scan === null) return null;
  const found = await scan(path).catch((cause: unknown) => {
    note('A file could not be scanned and was refused', { error: cause });
    throw new FileRefused('file.not_scanned', { cause });
  });
  if (found === null) return new Date();
  note('The scanner found something in a file, which was refused', { found, sha256 });
  throw new FileRefused('file.infected');
}

interface NewFile {
  readonly name: string;
  readonly contentType: string;
  readonly scannedAt: Date | null;
  readonly uploadedBy: Uploader;
}

/** Content first: a row never names what is not there. */
async function store(
  parts: FileStoreParts,
  incoming: Incoming,
  { name, contentType, scannedAt, uploadedBy }: NewFile,
): Promise<StoredFile> {
  return inTransaction(parts.dataSource, async (sql) => {
    await requireRoom(sql, parts, { uploader: uploadedBy, bytes: incoming.bytes });
    await lockContent(sql, incoming.sha256);
    await keep(parts.folder, incoming);
    const [row] = await sql<FileRow>(
      `INSERT INTO files (id, sha256, bytes, content_type, name, scanned_at, uploaded_by_account, uploaded_by_link)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING ${fileColumns}`,
      [
        ...[randomUUID(), incoming.sha256, incoming.bytes, contentType, name, scannedAt],
        ...('account' in uploadedBy ? [uploadedBy.account, null] : [null, uploadedBy.link]),
      ],
    );
    if (row === undefined) throw new Error('A file is gone that was just written');
    return toStoredFile(row);
  });
}

async function openFile(sql: Sql, folder: string, id: string): Promise<OpenedFile | null> {
  const [row] = await sql<FileRow>(`SELECT ${fileColumns} FROM files WHERE id = $1`, [id]);
  if (row === undefined) return null;
  // Opened before it is answered: content that is missing is an error, not a file that breaks off.
  const file = await open(contentPath(folder, row.sha256), 'r');
  return { ...toStoredFile(row), stream: file.createReadStream() };
}

async function sentBy(sql: Sql, uploader: Uploader, ids: readonly string[]): Promise<readonly StoredFile[]> {
  const rows = await sql<FileRow>(
    `SELECT ${fileColumns} FROM files WHERE id::text = ANY ($1) AND (uploaded_by_account = $2 OR uploaded_by_link = $3)
     ORDER BY array_position($1::text[], id::text)`,
    [ids, ...('account' in uploader ? [uploader.account, null] : [null, uploader.link])],
  );
  return rows.map(toStoredFile);
}

interface FileRow extends Omit<StoredFile, 'scannedAt' | 'createdAt'> {
  readonly scannedAt: Date | null;
  readonly createdAt: Date;
}

const fileColumns = `id, name, content_type AS "contentType", bytes, sha256, scanned_at AS "scannedAt", created_at AS "createdAt"`;

function toStoredFile({ scannedAt, createdAt, ...row }: FileRow): StoredFile {
  return { ...row, scannedAt: scannedAt?.getTime() ?? null, createdAt: createdAt.getTime() };
}

import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { FileRefused } from './file-refused.js';

/** Content that has come in, and is not kept yet. */
export interface Incoming {
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
}

const privateFolder = { recursive: true, mode: 0o700 } as const;

/** Where the content with this hash lies, or would. */
export function contentPath(folder: string, sha256: string): string {
  return join(folder, sha256.slice(0, 2), sha256);
}

/**
 * Writes content beside what is kept, whole and on the disk, or not at all. What is too long is cut off where it is.
 *
 * @throws FileRefused `file.too_large`
 */
export async function receive(
  folder: string,
  content: AsyncIterable<Uint8Array>,
  mostBytes: number,
): Promise<Incoming> {
  await mkdir(incomingFolder(folder), privateFolder);
  const path = join(incomingFolder(folder), randomUUID());
  const file = await open(path, 'wx', 0o600);
  const hash = createHash('sha256');
  let bytes = 0;
  try {
    for await (const piece of content) {
      bytes += piece.length;
      if (bytes > mostBytes) throw new FileRefused('file.too_large');
      hash.update(piece);
      await file.appendFile(piece);
    }
    await file.sync();
    return { path, sha256: hash.digest('hex'), bytes };
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  } finally {
    await file.close();
  }
}

/** Content that came in is kept from here on; the same content is kept once. */
export async function keep(folder: string, { path, sha256 }: Incoming): Promise<void> {
  const kept = contentPath(folder, sha256);
  await mkdir(dirname(kept), privateFolder);
  if (await isThere(kept)) return;
  await rename(path, kept);
  // The name of the file is in the folder, and safe only when that is.
  await syncFolder(dirname(kept));
  await syncFolder(folder);
}

/** The hashes of what is kept, one folder after the other. */
export async function* keptHashes(folder: string): AsyncGenerator<readonly string[]> {
  for (const name of await namesIn(folder))
    if (/^[0-9a-f]{2}$/.test(name))
      yield (await namesIn(join(folder, name))).filter((each) => /^[0-9a-f]{64}$/.test(each));
}

/** What began to come in before then, and never ended: a process died. */
export async function removeUnfinished(folder: string, before: Date): Promise<void> {
  for (const name of await namesIn(incomingFolder(folder))) {
    const path = join(incomingFolder(folder), name);
    const { mtime } = await stat(path);
    if (mtime < before) await rm(path, { force: true });
  }
}

function incomingFolder(folder: string): string {
  return join(folder, 'incoming');
}

async function namesIn(folder: string): Promise<readonly string[]> {
  return (await isThere(folder)) ? readdir(folder) : [];
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    (error: unknown) => {
      if (typeof error === 'object' && error !== null && Reflect.get(error, 'code') === 'ENOENT') return false;
      throw error;
    },
  );
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

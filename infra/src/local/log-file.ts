import { mkdir, open, rename, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

const largestBytes = 10 * 1024 * 1024;
const tailBytes = 16 * 1024;

/** The length of a log now, to read later only what came after. */
export async function logLength(file: string): Promise<number> {
  return stat(file).then(
    ({ size }) => size,
    () => 0,
  );
}

/** What was written to the log since it had this length, at most its last 16 KiB. */
export async function logSince(file: string, length: number): Promise<string> {
  const handle = await open(file, 'r').catch(() => null);
  if (handle === null) return '';
  try {
    const { size } = await handle.stat();
    const start = Math.max(length, size - tailBytes);
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(Math.max(0, size - start)), 0, null, start);
    return buffer.toString('utf8', 0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** A log that has grown large makes room for a new one; one older one is kept. */
export async function rotateLog(file: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  if ((await logLength(file)) > largestBytes) await rename(file, `${file}.old`);
}

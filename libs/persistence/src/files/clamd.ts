import { createReadStream } from 'node:fs';
import { connect, type NetConnectOpts, type Socket } from 'node:net';
import { addAbortSignal } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** What a virus scanner says of a file: nothing, or the name of what it has found. */
export type ScanFile = (path: string) => Promise<string | null>;

const answerBytes = 4096;

/**
 * A scanner that speaks the protocol of clamd (INSTREAM), by TCP (`host:port`) or a socket (`/path`). Whatever is not a
 * plain answer is an error: away, slow, too large for it.
 */
export function createClamd(address: string, timeoutMs = 60_000): ScanFile {
  const target = targetOf(address);
  return async (path) => {
    const socket = addAbortSignal(AbortSignal.timeout(timeoutMs), connect(target));
    try {
      const [answer] = await Promise.all([answerOf(socket), pipeline(frames(path), socket, { end: false })]);
      return foundIn(answer);
    } finally {
      socket.destroy();
    }
  };
}

/** Each piece after its length, in four bytes; a length of nothing ends it. */
async function* frames(path: string): AsyncGenerator<Buffer> {
  yield Buffer.from('zINSTREAM\0');
  for await (const piece of createReadStream(path)) {
    const bytes = Buffer.from(piece);
    yield lengthOf(bytes.length);
    yield bytes;
  }
  yield lengthOf(0);
}

function lengthOf(bytes: number): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes);
  return length;
}

/** Up to the end of the conversation, which is clamd's to make. */
async function answerOf(socket: Socket): Promise<string> {
  let answer = '';
  for await (const piece of socket) {
    answer += String(piece);
    if (answer.length > answerBytes) throw new Error('clamd says more than an answer');
  }
  return answer.replace(/\0$/, '');
}

function foundIn(answer: string): string | null {
  if (answer === 'stream: OK') return null;
  const found = /^stream: ([\w.:()/-]+) FOUND$/.exec(answer)?.[1];
  if (found === undefined) throw new Error(`clamd gives no verdict: ${answer.slice(0, 200)}`);
  return found;
}

function targetOf(address: string): NetConnectOpts {
  if (address.startsWith('/')) return { path: address };
  const colon = address.lastIndexOf(':');
  return { host: address.slice(0, colon).replace(/^\[|\]$/g, ''), port: Number(address.slice(colon + 1)) };
}

import { createServer, type AddressInfo, type Socket } from 'node:net';

/** What a scripted clamd does with a stream: answers this text, or hangs up, or says nothing at all. */
export type ClamdScript =
  { readonly says: string } | 'hangsUp' | 'staysSilent' | { readonly hangsUpAfterBytes: number };

export interface ScriptedClamd {
  readonly address: string;
  /** What it was sent, frames taken off. */
  readonly received: Buffer[];
  script: ClamdScript;
  close(): Promise<void>;
}

/** A server that speaks as clamd does: reads `zINSTREAM` and frames up to an empty one, answers, and hangs up. */
export async function scriptedClamd(script: ClamdScript, path?: string): Promise<ScriptedClamd> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    converse(clamd, socket);
  });
  await new Promise<void>((resolve) => {
    if (path === undefined) server.listen(0, '127.0.0.1', resolve);
    else server.listen(path, resolve);
  });
  const clamd: ScriptedClamd = {
    address: path ?? `127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    received: [],
    script,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => {
          resolve();
        });
      }),
  };
  return clamd;
}

function converse(clamd: ScriptedClamd, socket: Socket): void {
  let sent = Buffer.alloc(0);
  socket.on('data', (piece) => {
    sent = Buffer.concat([sent, piece]);
    const { script } = clamd;
    if (typeof script === 'object' && 'hangsUpAfterBytes' in script && sent.length > script.hangsUpAfterBytes) {
      socket.end('INSTREAM size limit exceeded. ERROR\0');
      return;
    }
    const content = contentOf(sent);
    if (content === null) return;
    clamd.received.push(content);
    if (script === 'hangsUp') socket.destroy();
    else if (typeof script === 'object' && 'says' in script) socket.end(`${script.says}\0`);
  });
}

/** Null while the empty frame has not come. */
function contentOf(sent: Buffer): Buffer | null {
  const command = Buffer.from('zINSTREAM\0');
  if (!sent.subarray(0, command.length).equals(command)) return null;
  const pieces: Buffer[] = [];
  for (let at = command.length; at + 4 <= sent.length;) {
    const length = sent.readUInt32BE(at);
    if (length === 0) return Buffer.concat(pieces);
    pieces.push(sent.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return null;
}

import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

import { loopback } from '@dialogue/infra';

/** What a proxy does with connections and their bytes. `refuse` also ends those that there are, with what was held of them. */
export type ProxyMode = 'pass' | 'holdRequests' | 'holdAnswers' | 'refuse';

/** A line between a client and a server that a test can take hold of. */
export interface TcpProxy {
  readonly port: number;
  readonly address: string;
  /**
   * `pass` also lets go what was held. Of a client that was killed that must not be left to chance: the end of its connection
   * may be heard later than its death, so `refuse` comes first.
   */
  turn(mode: ProxyMode): void;
  /** How many connections there are now. */
  openLines(): number;
  /** How many bytes of clients are held back now. */
  heldRequestBytes(): number;
  close(): Promise<void>;
}

interface Line {
  readonly client: Socket;
  readonly server: Socket;
  readonly requests: Buffer[];
  readonly answers: Buffer[];
}

/** Listens on a free port and hands everything on to this port of the loopback address, until told otherwise. */
export async function startTcpProxy(targetPort: number): Promise<TcpProxy> {
  const lines = new Set<Line>();
  let mode: ProxyMode = 'pass';
  const listener = createServer((client) => {
    if (mode === 'refuse') client.destroy();
    else openLine(client, { targetPort, lines, modeNow: () => mode });
  });
  const port = await listen(listener);
  return {
    port,
    address: `${loopback}:${String(port)}`,
    turn(next) {
      mode = next;
      for (const line of lines) adjust(line, next);
    },
    openLines: () => lines.size,
    heldRequestBytes: () => [...lines].reduce((sum, { requests }) => sum + Buffer.concat(requests).length, 0),
    async close() {
      for (const line of lines) end(line);
      const closed = once(listener, 'close');
      listener.close();
      await closed;
    },
  };
}

interface LineContext {
  readonly targetPort: number;
  readonly lines: Set<Line>;
  readonly modeNow: () => ProxyMode;
}

function openLine(client: Socket, { targetPort, lines, modeNow }: LineContext): void {
  const line: Line = { client, server: connect(targetPort, loopback), requests: [], answers: [] };
  lines.add(line);
  client.setNoDelay(true);
  line.server.setNoDelay(true);
  for (const socket of [client, line.server]) {
    // A reset is an end like any other: the `close` that follows carries it to the other side.
    socket.on('error', () => undefined);
    socket.once('close', () => {
      lines.delete(line);
      end(line);
    });
  }
  client.on('data', (bytes: Buffer) => {
    if (modeNow() === 'holdRequests') line.requests.push(bytes);
    else line.server.write(bytes);
  });
  line.server.on('data', (bytes: Buffer) => {
    if (modeNow() === 'holdAnswers') line.answers.push(bytes);
    else client.write(bytes);
  });
}

function adjust(line: Line, mode: ProxyMode): void {
  if (mode === 'refuse') drop(line);
  if (mode !== 'holdRequests') for (const bytes of line.requests.splice(0)) line.server.write(bytes);
  if (mode !== 'holdAnswers') for (const bytes of line.answers.splice(0)) line.client.write(bytes);
}

/** Nothing of what was held reaches anybody. */
function drop(line: Line): void {
  line.requests.length = 0;
  line.answers.length = 0;
  end(line);
}

function end({ client, server }: Line): void {
  client.destroy();
  server.destroy();
}

async function listen(listener: Server): Promise<number> {
  listener.listen(0, loopback);
  await once(listener, 'listening');
  return (listener.address() as AddressInfo).port;
}

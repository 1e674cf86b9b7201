import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/** The only address on which the local stack listens: nothing of it is meant for another machine. */
export const loopback = '127.0.0.1';

/** Below what operating systems give to whoever asks for any port: between asking and listening nobody gets it so. */
const lowest = 20_000;
const highest = 32_000;

const given = new Set<number>();

/** A port that nobody listens on now, and that this process has not yet been given. */
export async function freePort(): Promise<number> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const port = randomInt(lowest, highest);
    if (given.has(port)) continue;
    given.add(port);
    if (await isPortFree(port)) return port;
  }
  throw new Error('no free port found');
}

/** Whether the stack could listen on this port now. */
export async function isPortFree(port: number): Promise<boolean> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once('error', () => resolve(false));
    server.listen(port, loopback, () => server.close(() => resolve(true)));
  });
}

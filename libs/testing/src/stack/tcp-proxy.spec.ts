import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { startTcpProxy, type TcpProxy } from './tcp-proxy.js';
import { waitFor } from './wait-until.js';

describe('a line that a test holds', () => {
  let server: Server;
  let proxy: TcpProxy;
  let client: Socket;
  let received: string;
  let ended: boolean;

  beforeEach(async () => {
    [received, ended] = ['', false];
    server = createServer((socket) => {
      socket.on('data', (bytes) => (received += bytes.toString()));
      socket.on('close', () => (ended = true));
      socket.on('error', () => undefined);
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    proxy = await startTcpProxy((server.address() as AddressInfo).port);
    client = connect(proxy.port, '127.0.0.1');
    client.on('error', () => undefined);
    client.write('seen;');
    await waitFor('the server has something', () => received === 'seen;');
    proxy.turn('holdRequests');
    client.write('held');
    await waitFor('the rest is held', () => proxy.heldRequestBytes() === 4);
  });
  afterEach(async () => {
    client.destroy();
    await proxy.close();
    server.close();
  });

  it('hands on what it held when it passes again', async () => {
    proxy.turn('pass');

    await waitFor('the server has it all', () => received === 'seen;held');
    expect(proxy.heldRequestBytes()).toBe(0);
  });

  it('hands nobody what it held of a client that died, when it refuses first', async () => {
    client.destroy();
    proxy.turn('refuse');
    proxy.turn('pass');

    await waitFor('the line has ended on both sides', () => ended && proxy.openLines() === 0);
    expect(received).toBe('seen;');
  });
});

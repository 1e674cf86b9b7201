import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

import { afterEach, describe, expect, it } from '@jest/globals';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

import type { DeliveryAnswer } from './delivery-answer.js';
import { createMailer } from './mailer.js';

let server: SMTPServer | null = null;
let texts: string[] = [];

afterEach(async () => {
  const closing = server;
  server = null;
  texts = [];
  if (closing !== null) await new Promise<void>((resolve) => closing.close(() => resolve()));
});

/** An independent server with a certificate of its own making. */
describe('a server that encrypts', () => {
  it.each([
    { scheme: 'smtp', secure: false },
    { scheme: 'smtps', secure: true },
  ])(
    'is not trusted over $scheme with a certificate that nobody signed, and the letter may be sent again',
    async (how) => {
      const answer = await deliver(how);

      expect(answer).toMatchObject({ kind: 'deferred', code: null });
      expect(texts).toEqual([]);
    },
  );

  it.each([
    { scheme: 'smtp', secure: false },
    { scheme: 'smtps', secure: true },
  ])('gets the letter over $scheme where the URL says to trust it', async (how) => {
    const answer = await deliver({ ...how, query: '?tls.rejectUnauthorized=false&requireTLS=true' });

    expect(answer).toMatchObject({ kind: 'accepted', code: 250 });
    expect(texts).toHaveLength(1);
  });

  it('gets login and letter over TLS', async () => {
    const query = '?tls.rejectUnauthorized=false';

    const answer = await deliver({ scheme: 'smtp', secure: false, query, login: 'ten:mat@' });

    expect(answer.kind).toBe('accepted');
  });

  it('that refuses the login leaves the letter to be sent again', async () => {
    const query = '?tls.rejectUnauthorized=false';

    const answer = await deliver({ scheme: 'smtp', secure: false, query, login: 'ten:sai@' });

    expect(answer).toMatchObject({ kind: 'deferred', code: 535 });
  });
});

interface Way {
  readonly scheme: string;
  readonly secure: boolean;
  readonly query?: string;
  readonly login?: string;
}

async function deliver({ scheme, secure, query = '', login = '' }: Way): Promise<DeliveryAnswer> {
  const port = await listen({ secure, authOptional: true });
  const mailer = createMailer({
    smtpUrl: `${scheme}://${login}127.0.0.1:${String(port)}${query}`,
    from: 'doi-thoai@sonla.example',
    messageIdDomain: 'thu.sonla.example',
  });
  const message = {
    deliveryId: '0193',
    to: 'ai-do@so.example',
    subject: 'Thư',
    text: 'Kính gửi',
    html: '<p>Kính gửi</p>',
  };
  return mailer.deliver(message, () => Promise.resolve());
}

async function listen(options: SMTPServerOptions): Promise<number> {
  server = new SMTPServer({
    ...options,
    logger: false,
    onAuth: (auth, _session, done) => {
      if (auth.password === 'mat') done(null, { user: auth.username });
      else done(new Error('Wrong password'));
    },
    onData: (stream, _session, done) => {
      let text = '';
      stream.on('data', (chunk: Buffer) => (text += chunk.toString('latin1')));
      stream.on('end', () => {
        texts.push(text);
        done();
      });
    },
  });
  // A client that hangs up on a certificate is what the tests want.
  server.on('error', () => undefined);
  const listening = server.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  return (listening.address() as AddressInfo).port;
}

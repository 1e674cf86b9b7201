import { createServer } from 'node:net';

import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import {
  readMail,
  smtp,
  startScriptedSmtpServer,
  type ScriptedSmtpServer,
  type ScriptedSmtpServerOptions,
} from '@dialogue/testing';

import type { SmtpTimeLimits } from './time-limits.js';
import type { DeliveryAnswer } from './delivery-answer.js';
import { createMailer } from './mailer.js';

const to = 'nguyen.van.a@so-tai-chinh.example';
const aMessage = {
  deliveryId: '0193-abc',
  to,
  subject: 'Nhắc việc: báo cáo giải quyết kiến nghị, phản ánh',
  text: 'Kính gửi: Giám đốc Sở Tài chính\n.\nMột dòng chỉ có dấu chấm.\n',
  html: '<p>Kính gửi: Giám đốc Sở Tài chính</p>',
};

let server: ScriptedSmtpServer;

beforeEach(async () => {
  server = await startScriptedSmtpServer();
});

afterEach(async () => {
  await server.close();
});

describe('a letter that is taken', () => {
  it('arrives once, for one recipient, with the words as written', async () => {
    const answer = await deliver();

    expect(answer).toEqual({ kind: 'accepted', code: 250, answer: '250 2.0.0 queued' });
    expect(server.accepted).toMatchObject([{ from: 'doi-thoai@sonla.example', to: [to] }]);
    const mail = theMail();
    expect(mail.subject).toBe(aMessage.subject);
    expect(mail.text.replaceAll('\r\n', '\n')).toBe(aMessage.text);
    expect(mail.html).toContain('Giám đốc Sở Tài chính');
  });

  it('carries the id of the delivery, the day, and a word to answering machines', async () => {
    await deliver();

    const { messageId, headers } = theMail();
    expect(messageId).toBe('<0193-abc@thu.sonla.example>');
    expect(headers.get('auto-submitted')).toBe('auto-generated');
    expect(Math.abs(Date.parse(headers.get('date') ?? '') - Date.now())).toBeLessThan(60_000);
    expect(headers.get('from')).toBe('Văn phòng Tỉnh ủy <doi-thoai@sonla.example>');
  });

  it('has a head of plain ASCII, though its subject is Vietnamese', async () => {
    await deliver();

    expect(theMail().head).toMatch(/^[\x20-\x7e\r\n\t]+$/);
  });

  it('keeps a line break of its subject out of the head', async () => {
    await deliver({ message: { ...aMessage, subject: 'Nhắc việc\r\nBcc: khac@example.org' } });

    expect(server.accepted).toMatchObject([{ to: [to] }]);
    expect(theMail().headers.has('bcc')).toBe(false);
    expect(theMail().subject).toBe('Nhắc việc Bcc: khac@example.org');
  });

  it('goes out after a login where the URL has one', async () => {
    await restart({ extensions: ['AUTH PLAIN'] });

    const answer = await deliver({ url: loginUrl('may-chu:m%40t') });

    expect(answer.kind).toBe('accepted');
    expect(server.steps.find(({ command }) => command === 'AUTH')?.argument).toBe(
      `PLAIN ${Buffer.from('\0may-chu\0m@t').toString('base64')}`,
    );
  });

  it('asks for reports of delivery under its own id where the server offers them, and says nothing of it elsewhere', async () => {
    await restart({ extensions: ['DSN'] });
    const offered = await envelopeOf();
    await restart({});

    expect(offered).toMatch(/^FROM:<\S+> .*RET=HDRS ENVID=\S+ TO:<\S+> NOTIFY=FAILURE,DELAY ORCPT=rfc822;\S+$/);
    expect(await envelopeOf()).not.toMatch(/ENVID|NOTIFY/);
  });

  async function envelopeOf(): Promise<string> {
    await deliver();
    const said = server.steps.filter(({ command }) => command === 'MAIL' || command === 'RCPT');
    return said.map(({ argument }) => argument).join(' ');
  }

  it.each([[[]], [['PIPELINING']]])(
    'waits for beforeText between 354 and the first byte, with extensions %j',
    async (extensions) => {
      await restart({ extensions });
      const opened = aGate();

      const delivery = deliver({ beforeText: () => opened.whenOpen });
      await server.seen('DATA');
      const receivedBefore = server.received.length;
      opened.resolve();

      expect((await delivery).kind).toBe('accepted');
      expect(receivedBefore).toBe(0);
    },
  );
});

describe('a server that says no', () => {
  it.each([
    { command: 'connect', line: '421 4.3.2 going down', kind: 'deferred', code: 421 },
    { command: 'connect', line: '554 5.3.2 no service here', kind: 'deferred', code: 554 },
    { command: 'EHLO', line: '421 4.3.2 going down', kind: 'deferred', code: 421 },
    { command: 'STARTTLS', line: '454 4.7.0 no TLS now', kind: 'deferred', code: 454 },
    { command: 'AUTH', line: '535 5.7.8 wrong password', kind: 'deferred', code: 535 },
    { command: 'MAIL', line: '421 4.3.2 going down', kind: 'deferred', code: 421 },
    { command: 'MAIL', line: '450 4.1.8 try again', kind: 'deferred', code: 450 },
    { command: 'MAIL', line: '550 5.1.8 sender refused', kind: 'refused', code: 550 },
    { command: 'RCPT', line: '421 4.3.2 going down', kind: 'deferred', code: 421 },
    { command: 'RCPT', line: '450 4.2.0 greylisted', kind: 'deferred', code: 450 },
    { command: 'RCPT', line: '550 5.1.1 no such user', kind: 'refused', code: 550 },
    { command: 'DATA', line: '421 4.3.2 going down', kind: 'deferred', code: 421 },
    { command: 'DATA', line: '451 4.3.0 try again', kind: 'deferred', code: 451 },
    { command: 'DATA', line: '554 5.6.0 not from you', kind: 'refused', code: 554 },
  ])('to $command with $line leaves the letter $kind, and no text flows', async ({ command, line, kind, code }) => {
    await restart({
      script: smtp.on(command, smtp.reply(line)),
      extensions: ['PIPELINING', 'AUTH PLAIN', ...(command === 'STARTTLS' ? ['STARTTLS'] : [])],
    });
    const beforeText = jest.fn(() => Promise.resolve());

    const answer = await deliver({ url: loginUrl('ten:mat'), beforeText });

    expect(answer).toMatchObject({ kind, code });
    expect(beforeText).not.toHaveBeenCalled();
    expect(server.received).toEqual([]);
  });

  it.each([
    ['421 4.3.2 going down', 'deferred', 421],
    ['452 4.3.1 disk full', 'deferred', 452],
    ['550 5.7.1 looks like advertising', 'refused', 550],
  ])('to the text with %s leaves the letter %s', async (line, kind, code) => {
    server.follow(smtp.on('text', smtp.reply(line)));

    expect(await deliver()).toEqual({ kind, code, answer: line });
    expect(server.accepted).toEqual([]);
  });

  it('is quoted without addresses, on one line of at most 300 characters', async () => {
    server.follow(
      smtp.on(
        'RCPT',
        smtp.reply(
          `550 5.1.1 <${to}> unknown\n550 no nguyen.van.a here, ask postmaster@example.org ${'x'.repeat(400)}`,
        ),
      ),
    );

    const { answer } = await deliver();

    expect(answer).toMatch(/^550-5\.1\.1 <…> unknown 550 no <…> here, ask <…> x+…$/);
    expect(Array.from(answer)).toHaveLength(300);
  });
});

describe('a connection that fails before the text', () => {
  it('is safe to repeat when nobody listens', async () => {
    await server.goDown();

    expect(await deliver()).toMatchObject({ kind: 'deferred', code: null });
  });

  it('is made anew once the server is back on its port', async () => {
    await server.goDown();
    await deliver();
    await server.comeUp();

    expect((await deliver()).kind).toBe('accepted');
    expect(server.accepted).toHaveLength(1);
  });

  it.each(['connect', 'EHLO', 'MAIL', 'RCPT', 'DATA'])('is safe to repeat when it is cut at %s', async (command) => {
    server.follow(smtp.on(command, smtp.drop()));

    expect(await deliver()).toMatchObject({ kind: 'deferred', code: null });
    expect(server.received).toEqual([]);
  });

  it.each([
    ['connect', { greetingMs: 50 }],
    ['MAIL', { commandMs: 50 }],
    ['DATA', { commandMs: 50 }],
    ['RCPT', { untilTextMs: 50 }],
  ])('is safe to repeat when the server falls silent at %s', async (command, timeouts) => {
    server.follow(smtp.on(command, smtp.silence()));

    expect(await deliver({ timeouts })).toMatchObject({ kind: 'deferred', code: null });
  });

  it('is safe to repeat when TLS fails', async () => {
    await restart({ extensions: ['STARTTLS'], script: smtp.on('STARTTLS', smtp.drop('220 ready')) });

    expect(await deliver()).toMatchObject({ kind: 'deferred', code: null });
  });

  it('is safe to repeat when TLS is demanded and not offered', async () => {
    server.follow(smtp.on('STARTTLS', smtp.reply('502 5.5.1 not implemented')));

    expect(await deliver({ url: `${server.url}?requireTLS=true` })).toMatchObject({ kind: 'deferred', code: 502 });
  });

  it('is safe to repeat when a login is configured and not offered', async () => {
    expect(await deliver({ url: loginUrl('ten:mat') })).toMatchObject({
      kind: 'deferred',
      code: null,
    });
    expect(server.steps.some(({ command }) => command === 'MAIL')).toBe(false);
  });

  it('gets no password in the clear, unless the URL says so', async () => {
    await restart({ extensions: ['AUTH PLAIN'] });

    const answer = await deliver({ url: loginUrl('ten:mat').replace('?requireTLS=false', '') });

    expect(answer.kind).toBe('deferred');
    expect(server.steps.some(({ command }) => command === 'AUTH' || command === 'MAIL')).toBe(false);
  });

  it('sends no byte of the text when it is cut while beforeText runs', async () => {
    const beforeText = async (): Promise<void> => {
      server.dropConnections();
      await server.until(() => server.cutTexts.length === 1);
    };

    expect((await deliver({ beforeText })).kind).toMatch(/deferred|uncertain/);
    expect(server.cutTexts).toEqual(['']);
    expect(server.received).toEqual([]);
  });

  it('gives no answer before beforeText has ended', async () => {
    const opened = aGate();
    let hasAnswered = false;

    // Long enough to come to the text on any machine: what is looked at happens after it.
    const delivery = deliver({ beforeText: () => opened.whenOpen, timeouts: { untilTextMs: 1_500 } }).finally(
      () => (hasAnswered = true),
    );
    await server.until(() => server.cutTexts.length === 1);
    const hadAnsweredBefore = hasAnswered;
    opened.resolve();

    expect(await delivery).toMatchObject({ kind: 'deferred', code: null });
    expect(hadAnsweredBefore).toBe(false);
  });
});

describe('beforeText that throws', () => {
  it('cuts the connection without a byte of the text and without a dot, and is heard', async () => {
    const error = new Error('The claim was lost');

    await expect(deliver({ beforeText: () => Promise.reject(error) })).rejects.toBe(error);
    await server.until(() => server.cutTexts.length === 1);

    expect(server.cutTexts).toEqual(['']);
    expect(server.received).toEqual([]);
    expect(server.steps.some(({ command }) => command === 'QUIT')).toBe(false);
  });
});

describe('a connection that fails after the text', () => {
  it('leaves the letter uncertain when it is cut before the answer', async () => {
    server.follow(smtp.on('text', smtp.drop()));

    expect((await deliver()).kind).toBe('uncertain');
    expect(server.received).toMatchObject([{ answer: null }]);
  });

  it('leaves the letter uncertain when the answer does not come in time', async () => {
    const held = server.holdFinalAnswers();

    const answer = await deliver({ timeouts: { finalAnswerMs: 1_000 } });
    held.release();

    expect(answer.kind).toBe('uncertain');
    expect(server.received).toHaveLength(1);
  });

  it('takes an answer that is slow but in time', async () => {
    const held = server.holdFinalAnswers();

    // Of the limit for a command, each of the commands before may need a part.
    const delivery = deliver({ timeouts: { commandMs: 1_000 } });
    await server.seen('text');
    setTimeout(() => held.release(), 1_500);

    expect((await delivery).kind).toBe('accepted');
  });
});

describe('an address that is none', () => {
  it.each(['', 'khong-co-a-cong', 'a@b.example, c@d.example', 'a@b.example\r\nRCPT TO:<c@d.example>', '<a@b.example>'])(
    'is refused without a connection: %j',
    async (address) => {
      expect(await deliver({ message: { ...aMessage, to: address } })).toMatchObject({ kind: 'refused', code: 553 });
      expect(server.steps).toEqual([]);
    },
  );
});

describe('createMailer', () => {
  it.each([
    ['http://127.0.0.1:25', 'Office <a@b.example>', 'b.example'],
    ['smtp://127.0.0.1:25?logger=true', 'Office <a@b.example>', 'b.example'],
    ['smtp://127.0.0.1:25', 'Office', 'b.example'],
    ['smtp://127.0.0.1:25', 'a@b.example, c@d.example', 'b.example'],
    ['smtp://127.0.0.1:25', 'a@b.example', 'b.example>\r\nBcc: x'],
  ])('refuses at start: %s, %s, %s', (smtpUrl, from, messageIdDomain) => {
    expect(() => createMailer({ smtpUrl, from, messageIdDomain })).toThrow(
      /must look like|unknown settings|one address/,
    );
  });

  it('waits no longer than a refused connection takes', async () => {
    const closed = createServer();
    await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve));
    const address = closed.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    await new Promise((resolve) => closed.close(resolve));

    expect((await deliver({ url: `smtp://127.0.0.1:${String(port)}` })).kind).toBe('deferred');
  });
});

interface DeliverOptions {
  readonly url?: string;
  readonly message?: typeof aMessage;
  readonly beforeText?: () => Promise<void>;
  readonly timeouts?: Partial<SmtpTimeLimits>;
}

/** With a login, in the clear: the scripted server speaks no TLS. */
function loginUrl(login: string): string {
  return `${server.url.replace('smtp://', `smtp://${login}@`)}?requireTLS=false`;
}

function deliver({ url, message, beforeText, timeouts }: DeliverOptions = {}): Promise<DeliveryAnswer> {
  const mailer = createMailer({
    smtpUrl: url ?? server.url,
    from: 'Văn phòng Tỉnh ủy <doi-thoai@sonla.example>',
    messageIdDomain: 'thu.sonla.example',
    timeouts: timeouts ?? {},
  });
  return mailer.deliver(message ?? aMessage, beforeText ?? (() => Promise.resolve()));
}

async function restart(options: ScriptedSmtpServerOptions): Promise<void> {
  await server.close();
  server = await startScriptedSmtpServer(options);
}

function theMail(): ReturnType<typeof readMail> {
  return readMail(server.received[0]?.raw ?? '');
}

/** A wait that the test ends. */
function aGate(): { readonly whenOpen: Promise<void>; resolve(): void } {
  let resolve: () => void = () => undefined;
  const whenOpen = new Promise<void>((open) => (resolve = open));
  return { whenOpen, resolve: () => resolve() };
}

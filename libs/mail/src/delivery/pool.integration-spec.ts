import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { smtp, startScriptedSmtpServer, type ScriptedSmtpServer } from '@dialogue/testing';

import type { DeliveryAnswer } from './delivery-answer.js';
import { createMailer, type SmtpMailer } from './mailer.js';
import type { SmtpTimeLimits } from './time-limits.js';

let server: ScriptedSmtpServer;
let mailer: SmtpMailer;
let count = 0;

beforeEach(async () => {
  server = await startScriptedSmtpServer();
  mailer = pooled();
});

afterEach(async () => {
  await mailer.close();
  await server.close();
});

describe('a kept connection', () => {
  it('carries one letter after the other, and is asked with RSET before each', async () => {
    const answers = [await deliver(), await deliver(), await deliver()];

    expect(answers.map(({ kind }) => kind)).toEqual(['accepted', 'accepted', 'accepted']);
    expect(connectionsOf(server.accepted)).toEqual([1, 1, 1]);
    expect(commands().filter((command) => command === 'RSET')).toHaveLength(2);
    expect(commands()).not.toContain('QUIT');
  });

  it('is left after so many letters', async () => {
    mailer = pooled('&maxMessages=2');

    for (let sent = 0; sent < 3; sent += 1) await deliver();
    await server.seen('QUIT');

    expect(connectionsOf(server.accepted)).toEqual([1, 1, 2]);
  });

  it('is not shared by letters that go out at the same time', async () => {
    const held = server.holdFinalAnswers();
    const both = [deliver(), deliver()];
    await server.seen('text', 2);
    held.release();
    await Promise.all(both);

    expect(connectionsOf(server.accepted).toSorted()).toEqual([1, 2]);
  });

  it('goes on after a letter that was turned away before its text', async () => {
    server.follow(smtp.on('RCPT', smtp.reply('550 5.1.1 unknown')));
    expect((await deliver()).kind).toBe('refused');
    server.follow(null);

    expect((await deliver()).kind).toBe('accepted');
    expect(connectionsOf(server.accepted)).toEqual([1]);
  });

  it('lets no byte of the text go before beforeText is through', async () => {
    await deliver();
    let open = (): void => undefined;
    const opened = new Promise<void>((resolve) => (open = resolve));

    const delivery = deliver(() => opened);
    await server.seen('DATA', 2);
    const before = server.received.length;
    open();

    expect((await delivery).kind).toBe('accepted');
    expect(before).toBe(1);
    expect(connectionsOf(server.accepted)).toEqual([1, 1]);
  });

  it('is left when nobody has needed it for a while', async () => {
    mailer = pooled('', { idleMs: 10 });

    await deliver();
    await server.seen('QUIT');

    expect((await deliver()).kind).toBe('accepted');
    expect(connectionsOf(server.accepted)).toEqual([1, 2]);
  });

  it('is left when the mailer closes, and none is kept from then on', async () => {
    await deliver();
    await mailer.close();
    await deliver();
    await server.seen('QUIT', 2);

    expect(connectionsOf(server.accepted)).toEqual([1, 2]);
  });
});

describe('a kept connection that is dead', () => {
  it.each([
    ['has been cut', null],
    ['answers RSET with 421', smtp.drop('421 4.4.2 idle for too long')],
    ['answers RSET with something else', smtp.reply('502 5.5.1 not implemented')],
    ['hangs up at RSET', smtp.drop()],
    ['says nothing to RSET', smtp.silence()],
  ])('costs no attempt when it %s', async (_how, reaction) => {
    mailer = pooled('', { checkMs: 50 });
    await deliver();
    if (reaction === null) server.dropConnections();
    else server.follow(smtp.on('RSET', reaction));

    expect((await deliver()).kind).toBe('accepted');
    expect(connectionsOf(server.accepted)).toEqual([1, 2]);
  });

  it('leaves the letter to be sent again where the server cannot be reached anew', async () => {
    await deliver();
    await server.goDown();

    expect(await deliver()).toMatchObject({ kind: 'deferred', code: null });
    await server.comeUp();
    expect((await deliver()).kind).toBe('accepted');
  });

  it.each(['MAIL', 'RCPT', 'DATA'])('leaves the letter to be sent again when it is cut at %s', async (command) => {
    await deliver();
    server.follow(smtp.on(command, smtp.drop()));

    expect(await deliver()).toMatchObject({ kind: 'deferred', code: null });
    expect(server.received).toHaveLength(1);
  });

  it.each([
    ['cut in the text', 'DATA', smtp.cutText(50)],
    ['cut after the dot', 'text', smtp.drop()],
  ])('leaves the letter uncertain when it is %s, and carries none after it', async (_how, command, reaction) => {
    await deliver();
    server.follow(smtp.on(command, reaction));
    expect((await deliver()).kind).toBe('uncertain');
    server.follow(null);

    expect((await deliver()).kind).toBe('accepted');
    expect(connectionsOf(server.accepted)).toEqual([1, 2]);
  });
});

describe('a connection on which something is open', () => {
  it('carries no letter after a text that was refused', async () => {
    server.follow(smtp.on('text', smtp.reply('452 4.3.1 disk full')));
    expect((await deliver()).kind).toBe('deferred');
    server.follow(null);
    await deliver();

    expect(connectionsOf(server.accepted)).toEqual([2]);
  });

  it('carries no letter, and hears no word, after beforeText that threw', async () => {
    await deliver();
    await expect(deliver(() => Promise.reject(new Error('The claim was lost')))).rejects.toThrow('The claim was lost');
    await server.until(() => server.cutTexts.length === 1);
    await deliver();

    expect(server.cutTexts).toEqual(['']);
    expect(commands()).not.toContain('QUIT');
    expect(connectionsOf(server.accepted)).toEqual([1, 2]);
  });
});

function pooled(more = '', timeouts: Partial<SmtpTimeLimits> = {}): SmtpMailer {
  return createMailer({
    smtpUrl: `${server.url}?pool=true${more}`,
    from: 'doi-thoai@sonla.example',
    messageIdDomain: 'thu.sonla.example',
    timeouts,
  });
}

function deliver(beforeText = (): Promise<void> => Promise.resolve()): Promise<DeliveryAnswer> {
  count += 1;
  const letter = {
    deliveryId: `thu-${String(count)}`,
    to: 'ai-do@so.example',
    subject: 'Thư',
    text: 'a',
    html: '<p>a</p>',
  };
  return mailer.deliver(letter, beforeText);
}

function connectionsOf(mails: ScriptedSmtpServer['accepted']): number[] {
  return mails.map(({ connection }) => connection);
}

function commands(): readonly string[] {
  return server.steps.map(({ command }) => command);
}

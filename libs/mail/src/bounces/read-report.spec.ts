import { describe, expect, it } from '@jest/globals';

import { readReport } from './read-report.js';
import * as samples from './report-samples.fixture.js';

const domain = 'dialogue.example';
const deliveryId = '0193a1b2-93a8-8d53-8d0b-6a1d5a3c0001';
const letter = { messageId: `<${deliveryId}@${domain}>`, to: 'van.thu+so@body.example' };

async function read(sample: string) {
  return readReport(Buffer.from(sample), domain);
}

describe('a report of delivery', () => {
  it.each<[string, (given: typeof letter) => string, object]>([
    ['Postfix', samples.postfix, { action: 'failed', status: '5.1.1' }],
    ['Postfix that still tries', samples.postfixDelayed, { action: 'delayed', status: '4.4.1' }],
    ['Exim', samples.exim, { action: 'failed', status: '5.0.0' }],
    ['Exchange, by its references', samples.exchange, { action: 'failed', status: '5.2.2' }],
    ['Gmail, which gave up in the end', samples.gmail, { action: 'failed', status: '4.4.7' }],
    ['one that names the envelope only', samples.byEnvelopeId, { action: 'failed', status: '5.4.6' }],
    ['one without an action', samples.withoutAction, { action: 'failed', status: '5.0.0' }],
  ])('of %s names our letter, its recipient, and what became of it', async (_server, sample, said) => {
    const report = await read(sample(letter));

    expect(report).toMatchObject({ deliveryId, parts: [said] });
    expect(report?.parts[0]?.recipients).toContain(letter.to);
  });

  it('speaks of each recipient by itself', async () => {
    expect(await read(samples.twoRecipients(letter))).toMatchObject({
      parts: [
        { action: 'failed', recipients: [letter.to] },
        { action: 'relayed', recipients: ['other@body.example'] },
      ],
    });
  });

  it('D11.1d: keeps the words of the server without any address', async () => {
    const words = await Promise.all(
      [samples.postfix, samples.exim, samples.exchange].map(async (sample) => (await read(sample(letter)))?.parts[0]),
    );

    expect(words.map((part) => part?.diagnostic)).toEqual([
      expect.stringContaining('User unknown in virtual mailbox table'),
      expect.stringContaining('No such user'),
      expect.stringContaining('mailbox full'),
    ]);
    expect(JSON.stringify(words.map((part) => part?.diagnostic))).not.toMatch(/@|van\.thu/);
  });

  it('that cannot be read is one all the same, of nobody', async () => {
    expect(await read(samples.broken(letter))).toEqual({ deliveryId: null, parts: [] });
  });

  it.each<[string, (given: typeof letter) => string]>([
    ['a receipt of reading', samples.readReceipt],
    ['an answer of a person, whatever it quotes', samples.plainAnswer],
  ])('is not %s', async (_what, sample) => {
    expect(await read(sample(letter))).toBeNull();
  });

  it.each([
    ['of another domain', `<${deliveryId}@elsewhere.example>`],
    ['that no letter of ours has', '<20261127.4Xy1@dialogue.example>'],
    ['that is cut', `<${deliveryId.slice(0, 20)}@${domain}>`],
  ])('names no letter of ours by a Message-ID %s', async (_reason, messageId) => {
    const report = await read(samples.postfix({ ...letter, messageId }));

    expect(report).toMatchObject({ deliveryId: null, parts: [{ action: 'failed' }] });
  });

  it('takes the id of the letter that came back, not one that stands beside it', async () => {
    const other = '0193a1b2-93a8-8d53-8d0b-6a1d5a3c0002';
    const forged = samples
      .gmail(letter)
      .replace(/X-Original-Message-ID: .*/, `X-Original-Message-ID: <${other}@${domain}>`);

    expect(await read(forged)).toMatchObject({ deliveryId });
  });

  it.each([
    ['more parts than anybody writes', `--B0/mx.example.net\r\nContent-Type: text/plain\r\n\r\nx\r\n`.repeat(3_000)],
    [
      'parts within parts without end',
      Array.from(
        { length: 3_000 },
        (_, depth) => `--b${String(depth)}\r\nContent-Type: multipart/mixed; boundary="b${String(depth + 1)}"\r\n\r\n`,
      ).join(''),
    ],
  ])('a message with %s is none, and stops nobody who reads on', async (_what, parts) => {
    const first = parts.slice(2, parts.indexOf('\r\n'));
    const message = `From: a@body.example\r\nContent-Type: multipart/report; boundary="${first}"\r\n\r\n${parts}`;

    expect(await read(message)).toBeNull();
  });

  it('is read as far as a server writes one, and no further', async () => {
    const endless = '('.repeat(10_000);
    const block = `\r\n\r\nFinal-Recipient: rfc822; ${letter.to}${endless}\r\nAction: failed\r\nDiagnostic-Code: smtp; ${endless}`;
    const report = await read(samples.postfix(letter).replace(/Action: failed/, `Action: failed${block.repeat(60)}`));

    expect(report?.parts.length).toBeGreaterThan(1);
    expect(report?.parts.flatMap(({ recipients }) => recipients).filter((one) => one.length > 2_000)).toEqual([]);
  });

  it('hears only so many blocks and recipients', async () => {
    const names = Array.from({ length: 500 }, (_, number) => `a${String(number)}@body.example`);
    const sample = samples.postfix(letter).replace(/\r\n\r\n/, `\r\nX-Failed-Recipients: ${names.join(', ')}\r\n\r\n`);
    const report = await read(
      sample.replace(/Action: failed/, `Action: failed${'\r\n\r\nAction: failed'.repeat(500)}`),
    );

    expect(report?.parts.length).toBeLessThanOrEqual(200);
    expect(report?.parts.at(-1)?.recipients).toHaveLength(50);
  });
});

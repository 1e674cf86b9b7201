import { generateKeyPairSync } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readMail, startScriptedSmtpServer, type ScriptedSmtpServer } from '@dialogue/testing';

import { isSignedBy, tagsOf } from './dkim-verifier.fixture.js';
import { createMailer } from './mailer.js';

const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const dkim = { domain: 'sonla.example', selector: 'doi-thoai-2026', privateKey: pem };
const letter = {
  deliveryId: '0193-abc',
  to: 'ai-do@so.example',
  subject: 'Nhắc việc: báo cáo giải quyết kiến nghị, phản ánh của nhân dân trên địa bàn',
  text: 'Kính gửi: Giám đốc Sở Tài chính\n.\nMột dòng chỉ có dấu chấm.  \n\n\n',
  html: '<p>Kính gửi: Giám đốc Sở Tài chính</p>',
};

describe('a signed letter', () => {
  let server: ScriptedSmtpServer;
  let raw: string;

  beforeAll(async () => {
    server = await startScriptedSmtpServer();
    await deliver(dkim);
    raw = server.accepted[0]?.raw ?? '';
  });
  afterAll(async () => server.close());

  async function deliver(key: typeof dkim | null): Promise<void> {
    const sender = { from: 'Văn phòng <doi-thoai@sonla.example>', messageIdDomain: 'thu.sonla.example' };
    await createMailer({ smtpUrl: server.url, ...sender, dkim: key }).deliver(letter, () => Promise.resolve());
  }

  it('is found genuine as it arrived', () => {
    expect(isSignedBy(raw, publicKey)).toBe(true);
  });

  it('is not when somebody has changed its words, or its head', () => {
    const [head, body] = [raw.slice(0, raw.indexOf('\r\n\r\n')), raw.slice(raw.indexOf('\r\n\r\n'))];

    expect(isSignedBy(`${head}${body.replace(/[A-Za-z0-9+/]{8}/, 'AAAAAAAA')}`, publicKey)).toBe(false);
    expect(isSignedBy(raw.replace(/^To: .*$/m, 'To: khac@so.example'), publicKey)).toBe(false);
    expect(isSignedBy(raw.replace(/^Message-ID: .*$/im, 'Message-ID: <khac@so.example>'), publicKey)).toBe(false);
  });

  it('is not under another key', () => {
    expect(isSignedBy(raw, generateKeyPairSync('rsa', { modulusLength: 1024 }).publicKey)).toBe(false);
  });

  it('says whose signature it is, and keeps the Message-ID of the delivery', () => {
    const tags = tagsOf(/^DKIM-Signature:(?:.|\r\n[ \t])*/im.exec(raw)?.[0] ?? '');

    expect([tags.get('d'), tags.get('s')]).toEqual(['sonla.example', 'doi-thoai-2026']);
    expect(tags.get('h')?.toLowerCase().split(':')).toEqual(
      expect.arrayContaining(['from', 'to', 'subject', 'date', 'message-id']),
    );
    expect(readMail(raw).messageId).toBe('<0193-abc@thu.sonla.example>');
  });

  it('has no signature where no key is configured', async () => {
    await deliver(null);

    expect(server.accepted.at(-1)?.raw).not.toMatch(/^DKIM-Signature/im);
  });

  it('may have its key with line breaks written out', async () => {
    await deliver({ ...dkim, privateKey: pem.replaceAll('\n', '\\n') });

    expect(isSignedBy(server.accepted.at(-1)?.raw ?? '', publicKey)).toBe(true);
  });
});

describe('a key that is none', () => {
  it.each([
    ['no PEM', { ...dkim, privateKey: 'canary' }, /private key in PEM/],
    ['another kind', { ...dkim, privateKey: anEllipticKey() }, /RSA key/],
    ['a domain with a space', { ...dkim, domain: 'son la' }, /must look like/],
    ['a selector with a line break', { ...dkim, selector: 'a\nb' }, /must look like/],
  ])('is known at start: %s', (_what, key, sentence) => {
    const options = { smtpUrl: 'smtp://127.0.0.1:25', from: 'a@b.example', messageIdDomain: 'b.example' };

    expect(() => createMailer({ ...options, dkim: key })).toThrow(sentence);
    expect(() => createMailer({ ...options, dkim: key })).toThrow(/^(?!.*canary)/);
  });
});

function anEllipticKey(): string {
  return generateKeyPairSync('ec', { namedCurve: 'P-256' })
    .privateKey.export({ type: 'pkcs8', format: 'pem' })
    .toString();
}

import { describe, expect, it } from '@jest/globals';

import { parseImapUrl } from './imap-url.js';

describe('the IMAP URL', () => {
  it.each<[string, string, object]>([
    [
      'TLS from the first byte',
      'imaps://doi%40thoai:p%3Ass@mail.example.vn/INBOX',
      {
        ...{ host: 'mail.example.vn', port: 993, secure: true, requireTLS: false, folder: 'INBOX', othersFolder: null },
      },
    ],
    [
      'STARTTLS, required',
      'imap://a:b@mail.example.vn',
      { port: 143, secure: false, requireTLS: true, folder: 'INBOX' },
    ],
    ['no TLS on a trusted network', 'imap://a:b@127.0.0.1:1143?ignoreTLS=true', { port: 1143, requireTLS: false }],
    ['a folder of its own', 'imaps://a:b@m.example/Thu/Tra%20lai', { folder: 'Thu/Tra lai' }],
    [
      'others are moved',
      'imaps://a:b@m.example/?moveOthersTo=Thu%20khac',
      { folder: 'INBOX', othersFolder: 'Thu khac' },
    ],
    ['a certificate of its own', 'imaps://a:b@m.example/?tls.rejectUnauthorized=false', { rejectUnauthorized: false }],
  ])('says: %s', (_what, url, expected) => {
    expect(parseImapUrl(url)).toMatchObject(expected);
  });

  it('decodes name and password', () => {
    expect(parseImapUrl('imaps://doi%40thoai:p%3Ass@m.example').login).toEqual({ user: 'doi@thoai', pass: 'p:ss' });
  });

  it.each([
    ['pop3://a:b@m.example', /must look like/],
    ['imaps://m.example', /names nobody/],
    ['imaps://a:secret@m.example?tls=no', /unknown settings: tls/],
  ])('%s is refused by a sentence without the password', (url, problem) => {
    expect(() => parseImapUrl(url)).toThrow(problem);
    expect(() => parseImapUrl(url)).not.toThrow(/secret/);
  });
});

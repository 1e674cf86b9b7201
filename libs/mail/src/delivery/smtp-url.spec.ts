import { describe, expect, it } from '@jest/globals';

import { parseSmtpUrl } from './smtp-url.js';

describe('parseSmtpUrl', () => {
  it.each([
    ['smtp://127.0.0.1:1025', { host: '127.0.0.1', port: 1025, secure: false, login: null }],
    ['smtp://mail.example', { host: 'mail.example', port: 587, secure: false }],
    ['smtps://mail.example', { host: 'mail.example', port: 465, secure: true }],
    ['smtp://[::1]:25', { host: '::1', port: 25 }],
    ['smtp://ten:m%40t@mail.example:25', { login: { user: 'ten', pass: 'm@t' }, requireTLS: true }],
    ['smtp://ten:mat@mail.example?requireTLS=false', { requireTLS: false }],
    ['smtp://ten:mat@mail.example?ignoreTLS=true', { requireTLS: false, ignoreTLS: true }],
    ['smtp://mail.example:25', { login: null, requireTLS: false }],
    [
      'smtp://mail.example?requireTLS=true&name=thu.example',
      { requireTLS: true, name: 'thu.example', rejectUnauthorized: true },
    ],
    ['smtp://mail.example?tls.rejectUnauthorized=false&ignoreTLS=true', { rejectUnauthorized: false, ignoreTLS: true }],
    ['smtp://mail.example?maxMessages=5', { pool: null }],
    ['smtp://mail.example?pool=true', { pool: { maxConnections: 10, maxMessages: 100 } }],
    ['smtp://mail.example?pool=true&maxConnections=3&maxMessages=1', { pool: { maxConnections: 3, maxMessages: 1 } }],
  ])('reads %s', (url, server) => {
    expect(parseSmtpUrl(url)).toMatchObject(server);
  });

  it.each([
    ...['', 'mail.example:25', 'http://mail.example', 'smtp://', 'smtp://u:secret@mail.example?debug=true'],
    ...['smtp://u:secret@mail.example?pool=true&maxConnections=0', 'smtp://mail.example?maxMessages=many'],
  ])('refuses %j without repeating a password', (url) => {
    expect(() => parseSmtpUrl(url)).toThrow(/^(?!.*secret)The SMTP URL/);
  });
});

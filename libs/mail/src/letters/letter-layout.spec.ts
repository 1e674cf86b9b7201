import { describe, expect, it } from '@jest/globals';

import { samples } from '../preview/letter-samples.vi.js';
import { aRequest } from '../preview/sample-request.vi.js';
import { composeLetter } from './compose-letter.js';
import { readOf } from './letter-reading.fixture.js';

const actionLink = 'https://doi-thoai.sonla.example/l/abcdefghijklmnopqrstuvwxyz0123456789-_ABCDE';

describe('hostile words', () => {
  const caseTitle = `<script>alert('x')</script>"&\r\nBcc: khac@example.org\u2028\u0000`;

  it('are escaped in HTML', async () => {
    const { html } = await composeLetter(aRequest({ ...samples.assigned, recipientRole: 'handler', caseTitle }));

    expect(html).not.toContain('<script');
    expect(html).toContain('&#60;script&#62;alert(&#39;x&#39;)&#60;/script&#62;&#34;&#38;');
  });

  it('draw no line of their own in the plain text', async () => {
    const { text } = await composeLetter(aRequest({ ...samples.assigned, recipientRole: 'handler', caseTitle }));

    expect(text).not.toMatch(/^Bcc/m);
  });

  it('never reach the subject as a title, and never break it as a number', async () => {
    const { subject } = await composeLetter(
      aRequest({
        ...samples.assigned,
        recipientRole: 'handler',
        caseTitle,
        caseNumber: '1\r\nBcc: khac@example.org',
      }),
    );

    expect(subject).toMatch(/^\[1 Bcc: khac@example\.org\] Giao giải quyết/);
    expect(subject).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]|script/u);
  });

  it('cannot leave the link', async () => {
    const { html } = await composeLetter(
      aRequest({ ...samples.assigned, recipientRole: 'handler', link: 'https://a.example/"onclick="x' }),
    );

    expect(html).not.toContain('"onclick');
  });
});

describe('the layout', () => {
  it('is one column of at most 600 px that breaks long words, in Vietnamese', async () => {
    const { html } = await composeLetter(aRequest({ ...samples.dutyOverdue, recipientRole: 'host' }));

    expect(html).toContain('<html lang="vi" dir="ltr"');
    expect(html).toContain('max-width:600px');
    expect(html).toContain('overflow-wrap:anywhere');
  });

  it('fetches nothing: no picture, font, sheet or program, whatever the letter', async () => {
    const { html } = await composeLetter(aRequest({ ...samples.assigned, recipientRole: 'handler', actionLink }));

    expect(html).not.toMatch(/<(img|script|link|iframe|object|form)\b|url\(|@import|@font-face|\bsrc=|background="/i);
  });

  it('reads no word of a letter as a tag or a mark of its own', async () => {
    const caseTitle = '<mj-include path="/etc/passwd" /> {{ name }} [[ name ]] <!-- htmlmin:ignore --> &amp; {';

    const { html } = await composeLetter(aRequest({ ...samples.assigned, recipientRole: 'handler', caseTitle }));

    expect(readOf(html)).toContain(`Nội dung ${caseTitle} `);
  });
});

describe('a link by which a body answers without an account', () => {
  it.each([['handler'], ['agencyHead'], ['host']] as const)(
    'is the one button of a letter to the %s',
    async (recipientRole) => {
      const { text, html } = await composeLetter(aRequest({ ...samples.assigned, recipientRole, actionLink }));

      expect(text).toContain(`\n\nXem và trả lời: ${actionLink}\n\n`);
      expect(
        html.match(/<a\s+href="https:\/\/doi-thoai\.sonla\.example\/l\/[^"]+"[^>]*>\s*Xem và trả lời/g),
      ).toHaveLength(1);
      for (const form of [readOf(text), readOf(html)]) {
        for (const part of ['dành riêng cho cơ quan nhận thư này', 'thực hiện một lần', 'có thời hạn', actionLink])
          expect(form).toContain(part);
      }
      // What was the button before is a quiet link.
      expect(html.match(/bgcolor="#0b57d0"/g)).toHaveLength(1);
    },
  );

  it('D11.1d: stands in no letter to the person', async () => {
    const { text, html } = await composeLetter(
      aRequest({ ...samples.registered, recipientRole: 'petitioner', actionLink }),
    );

    expect(`${text}${html}`).not.toMatch(/Xem và trả lời|\/l\//);
  });

  it.each([[null], [undefined]])('is not missed where there is none (%s)', async (none) => {
    const link = none === undefined ? {} : { actionLink: none };

    const { text } = await composeLetter(aRequest({ ...samples.assigned, recipientRole: 'handler', ...link }));

    expect(text).not.toMatch(/Xem và trả lời|một lần/);
    expect(text).toContain('Xem hồ sơ: https://doi-thoai.sonla.example/v1/petitions/0193abc');
  });
});

describe('the salutation', () => {
  it.each([
    [undefined, 'Kính gửi: Giám đốc Sở Tài chính'],
    ['vi', 'Kính gửi: Giám đốc Sở Tài chính'],
    ['vi+en', 'Kính gửi (To): Giám đốc Sở Tài chính'],
  ] as const)('in the language %s is "%s"', async (language, words) => {
    const said = language === undefined ? {} : { salutationLanguage: language };

    const { text, html } = await composeLetter(aRequest({ ...samples.assigned, recipientRole: 'agencyHead', ...said }));

    expect([readOf(text), readOf(html)].filter((form) => form.includes(`${words} Theo`))).toHaveLength(2);
  });
});

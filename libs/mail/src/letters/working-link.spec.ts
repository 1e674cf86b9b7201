import { describe, expect, it } from '@jest/globals';

import { composeLetter } from './compose-letter.js';
import { samples } from '../preview/letter-samples.vi.js';
import { aRequest } from '../preview/sample-request.vi.js';

/** All that are about one case. */
const everyLetter = Object.entries(omitted(samples)).flatMap(([kind, sample]) =>
  sample.roles.map((recipientRole) => ({ kind, recipientRole, ...sample })),
);

describe('the deadline of a letter', () => {
  it.each(everyLetter)(
    'D11.1c: $kind to $recipientRole links to the working of its deadline, and only with a deadline',
    async ({ letter, recipientRole, dueOn }) => {
      const { text, html } = await composeLetter(aRequest({ letter: { ...letter, edition: 3 }, recipientRole }));

      const url =
        /^Cách tính thời hạn: https:\/\/doi-thoai\.sonla\.example\/v1\/deadlines\/explain\/page\?rule=D[\d.a-z]+&anchor=[\d-]+&due=(?<due>[\d-]+)&edition=3$/m;
      expect(url.exec(text)?.groups?.['due'] ?? null).toBe(dueOn === null ? null : '2026-12-04');
      expect(html.includes('>Cách tính thời hạn</a>')).toBe(dueOn !== null);
    },
  );

  it('D11.1c: that moved with others links to its own working, on the edition that moved it', async () => {
    const { text, html } = await composeLetter(aRequest({ ...samples.deadlinesMoved, recipientRole: 'handler' }));

    for (const rule of ['D11.1c', 'D11.3']) {
      const query = `explain/page?rule=${rule}&anchor=2026-11-12&due=2026-12-04&edition=2`;
      expect(text).toContain(`\n  Cách tính thời hạn: https://doi-thoai.sonla.example/v1/deadlines/${query}\n`);
    }
    expect(html.match(/>Cách tính thời hạn<\/a>/g)).toHaveLength(2);
  });

  it('D11.1c, D11.3: that a silent body has not kept links to its own working', async () => {
    const { text, html } = await composeLetter(aRequest({ ...samples.bodySilent, recipientRole: 'superior' }));

    const links = text.match(/^ {2}Cách tính thời hạn: https:\S+\/v1\/deadlines\/explain\/page\?rule=D\S+$/gm) ?? [];
    expect(links.length).toBeGreaterThan(0);
    expect(html.match(/>Cách tính thời hạn<\/a>/g)).toHaveLength(links.length);
  });

  it('D11.1c: of each part of a digest links to its own working', async () => {
    const { text, html } = await composeLetter(aRequest({ ...samples.digest, recipientRole: 'handler' }));

    const links = text.match(/^ {2}Cách tính thời hạn: https:\S+\/v1\/deadlines\/explain\/page\?rule=D\S+$/gm) ?? [];
    expect(links).toHaveLength(1);
    expect(html.match(/>Cách tính thời hạn<\/a>/g)).toHaveLength(links.length);
  });

  it('D11.1c: links of a letter written before editions were kept name none', async () => {
    const { text } = await composeLetter(aRequest({ ...samples.receiptRecorded, recipientRole: 'handler' }));

    expect(text).toMatch(/rule=D11\.1c&anchor=2026-11-13&due=2026-12-04\n/);
  });
});

/** What is about deadlines of several cases links to each of them. */
function omitted({ deadlinesMoved: _, bodySilent: __, digest: ___, ...others }: typeof samples) {
  return others;
}

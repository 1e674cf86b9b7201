import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { chromium, type Browser, type Page } from 'playwright-core';

import { sampleLetters } from '../preview/sample-letters.js';
import { aRequest } from '../preview/sample-request.vi.js';
import { composeLetter } from './compose-letter.js';

jest.setTimeout(240_000);

/** As Debian, and most others, name it. */
const programs = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const actionLink = `https://doi-thoai.sonla.example/l/${'a1-_'.repeat(11)}`;

/** WCAG 2.2, 2.5.5: a thumb hits it. */
const leastHeight = 44;

describe('letters on a phone', () => {
  let browser: Browser;
  let page: Page;
  let pictures: string;

  beforeAll(async () => {
    const executablePath = programs.find((program) => existsSync(program));
    if (executablePath === undefined) throw new Error(`No browser at ${programs.join(', ')}: apt-get install chromium`);
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
    page = await browser.newPage({ deviceScaleFactor: 2 });
    pictures = process.env['LETTER_PICTURES'] ?? (await mkdtemp(join(tmpdir(), 'letters-')));
  });
  afterAll(async () => {
    await browser.close();
    if (process.env['LETTER_PICTURES'] === undefined) await rm(pictures, { recursive: true });
  });

  it.each([320, 390])('fit into %i px, with buttons for a thumb and nothing to fetch', async (width) => {
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    await page.setViewportSize({ width, height: 800 });
    const faults: string[] = [];

    for (const { id, ...sample } of sampleLetters) {
      const { html } = await composeLetter(aRequest({ ...sample, actionLink }));
      await page.setContent(html);
      faults.push(...(await faultsOf(page)).map((fault) => `${id}: ${fault}`));
      if (process.env['LETTER_PICTURES'] !== undefined)
        await page.screenshot({ path: join(pictures, `${id.replace('/', '-')}-${String(width)}.png`), fullPage: true });
    }

    expect(faults).toEqual([]);
    expect(requests.filter((url) => !url.startsWith('about:'))).toEqual([]);
  });

  it.each(['assigned/handler', 'registered/petitioner'])('break words that nobody can break: %s', async (wanted) => {
    const sample = sampleLetters.find(({ id }) => id === wanted)!;
    const caseTitle = `${'ế'.repeat(300)} ${'W'.repeat(300)}`;
    await page.setViewportSize({ width: 320, height: 800 });

    const { html } = await composeLetter(aRequest({ ...sample, caseTitle, petitionerName: 'Ng'.repeat(60) }));
    await page.setContent(html);

    expect(await faultsOf(page)).toEqual([]);
  });

  it('would be caught wider than the screen, with a small button', async () => {
    await page.setViewportSize({ width: 320, height: 800 });
    await page.setContent('<div style="width:400px"><a href="https://a.example" bgcolor="x">a</a></div>');

    expect(await faultsOf(page)).toEqual([expect.stringContaining('wider'), expect.stringContaining('low')]);
  });
});

/** What the browser makes of the letter: its width, and the height of what can be touched. */
async function faultsOf(page: Page): Promise<readonly string[]> {
  return page.evaluate<string[]>(`(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const wide = scrollWidth > clientWidth ? ['wider than the screen: ' + scrollWidth] : [];
    const low = [...document.querySelectorAll('a')]
      .map((link) => ({ text: link.textContent.trim(), height: link.getBoundingClientRect().height }))
      .filter(({ height }) => height < ${leastHeight})
      .map(({ text, height }) => 'too low for a thumb: ' + text + ', ' + height);
    return [...wide, ...low];
  })()`);
}

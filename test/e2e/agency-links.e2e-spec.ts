import { readFile } from 'node:fs/promises';

import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { aContext, faultsOf, overflowOf, pictured, startChromium } from '@dialogue/testing/browser';
import {
  historyOf,
  startRealStack,
  waitFor,
  workflowIds,
  type ApiClient,
  type RealStack,
} from '@dialogue/testing/stack';
import type { Browser, Page } from 'playwright-core';

import { startInbox, type Inbox } from './agency-browser.fixture.js';
import { addresses, bodies, give, historyRows, registered, today } from './petition.fixture.js';

jest.setTimeout(240_000);

describe('an agency without an account', () => {
  let inbox: Inbox;
  let stack: RealStack;
  let clerk: ApiClient;
  let browser: Browser;
  const followed: string[] = [];

  beforeAll(async () => {
    inbox = await startInbox();
    stack = await startRealStack({ environments: { worker: { SMTP_URL: `${inbox.smtpUrl}?ignoreTLS=true` } } });
    clerk = await stack.logIn();
    browser = await startChromium();
  });
  afterAll(async () => {
    await browser.close();
    await stack.stop();
    await inbox.stop();
  });

  /** The link as the mail has it, at the port of this stack. */
  async function linkIn(topic: string): Promise<string> {
    const { pathname } = new URL(await inbox.actionLink(addresses.handler, topic));
    followed.push(pathname.slice('/l/'.length));
    return `${stack.api.origin}${pathname}`;
  }

  async function assigned(): Promise<{ readonly id: string; readonly number: string }> {
    const id = await registered(clerk);
    await give(clerk, id, 'accept', bodies.accept);
    const { body } = await give(clerk, id, 'assign', bodies.assign);
    return { id, number: String(body['number']) };
  }

  async function stageOf(id: string): Promise<unknown> {
    return (await clerk.get(`/v1/petitions/${id}`)).body['stage'];
  }

  async function press(page: Page, name: string): Promise<void> {
    await page.getByRole('button', { name }).click();
  }

  /** A page that axe finds nothing wrong with, and that fits the width of a small phone. */
  async function isFit(page: Page, name: string): Promise<void> {
    await pictured(page, name);
    expect([name, await faultsOf(page)]).toEqual([name, []]);
    expect([name, await overflowOf(page)]).toEqual([name, 0]);
  }

  it.each([
    ['with script', true],
    ['with script turned off', false],
  ])('D11.1c: walks %s from the mail in the inbox to the answered petition', async (_how, hasScript) => {
    const { id, number } = await assigned();
    const context = await aContext(browser, hasScript);
    const page = await context.newPage();
    const fit = async (name: string): Promise<void> => (hasScript ? isFit(page, name) : undefined);

    const link = await linkIn(`[${number}] Giao`);
    await page.goto(link);
    expect(new URL(page.url()).pathname).toBe('/viec');
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain(number);
    expect(await stageOf(id)).toBe('assigned');
    await fit('overview');

    await page.getByRole('link', { name: 'Xác nhận đã nhận' }).click();
    await page.getByLabel('Số đến').fill('');
    await press(page, 'Xem lại trước khi gửi');
    expect(await page.getByRole('alert').textContent()).toContain('Số đến');
    await fit('errors');
    await page.getByLabel('Số đến').fill('1024');
    await page.getByLabel('Ngày đến').fill(today());
    await fit('form');
    await press(page, 'Xem lại trước khi gửi');
    await fit('confirm');
    await press(page, 'Gửi: xác nhận đã nhận');
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toMatch(/^Đã ghi nhận|^Đã nhận/);
    await fit('done');
    await waitFor('the receipt is recorded', async () => (await stageOf(id)) === 'inProgress');

    await page.goto(link);
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Không mở được trang');
    await fit('closed');

    await page.goto(await linkIn(`[${number}] Đã ghi nhận ngày đến`));
    await page.getByRole('link', { name: 'Trả lời', exact: true }).click();
    await fit('answer');
    await page.getByLabel('Biện pháp giải quyết').check();
    await page.getByLabel('Số, ký hiệu văn bản trả lời').fill('87/SXD-QLN');
    await page.getByLabel('Ngày ký văn bản trả lời').fill(today());
    await page.getByLabel('Nội dung trả lời').fill('Sở đã bố trí kinh phí sửa chữa trong quý I.');
    await page.getByLabel('Tệp đính kèm').setInputFiles({
      ...{ name: 'Văn bản trả lời.pdf', mimeType: 'application/pdf' },
      buffer: Buffer.from('%PDF-1.4\ntrailer\n<< >>\n%%EOF\n'),
    });
    await press(page, 'Xem lại trước khi gửi');
    await fit('confirm-answer');
    expect(await page.getByText('Văn bản trả lời.pdf').count()).toBe(1);
    await press(page, 'Gửi: trả lời');
    await waitFor('the petition is answered', async () => (await stageOf(id)) === 'answered');
    expect((await historyRows(stack, id)).map(({ event }) => event)).toEqual([
      ...['registered', 'accepted', 'assigned', 'acknowledged', 'answered'],
    ]);
    await context.close();
  });

  it('is let in from a page of another site, to which the cookie of the session does not belong', async () => {
    const { number } = await assigned();
    const context = await aContext(browser, true);
    const page = await context.newPage();
    const link = await linkIn(`[${number}] Giao`);
    // The page of a web mail: a site of its own.
    await page.route('http://webmail.example/*', (route) =>
      route.fulfill({ contentType: 'text/html', body: `<a href="${link}">Xem và trả lời</a>` }),
    );
    await page.goto('http://webmail.example/');

    await page.getByRole('link').click();

    const heading = page.getByRole('heading', { name: number });
    await heading.waitFor();
    expect(await heading.count()).toBe(1);
    await context.close();
  });

  it.each(['api', 'worker'] as const)('leaves no token in the log of the %s, nor in a history', async (app) => {
    const log = await readFile(stack[app].logFile, 'utf8');
    const ids = await workflowIds(stack.temporalClient);
    const events = (await Promise.all(ids.map(async (id) => historyOf(stack.temporalClient, id)))).flat();

    expect(followed.length).toBeGreaterThan(4);
    expect(ids.some((id) => id.startsWith('mail/'))).toBe(true);
    for (const text of [log, ...events.map((event) => event.text)])
      expect(followed.filter((token) => text.includes(token.slice(0, 20)))).toEqual([]);
  });
});

import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { freePort, startMailCatcher, type RunningMailCatcher } from '@dialogue/infra';
import { waitFor } from '@dialogue/testing/stack';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';

/** A mail as the inbox of the catcher shows it. */
interface InboxMail {
  readonly subject: string;
  readonly to: readonly { readonly address: string }[];
  readonly text: string;
  readonly html: string;
}

/** The inbox of the office's mail catcher. */
export interface Inbox extends RunningMailCatcher {
  /** The link of the newest mail to an address whose subject says this; waited for. */
  actionLink(address: string, topic: string): Promise<string>;
}

export async function startInbox(): Promise<Inbox> {
  const mailDir = await mkdtemp(join(tmpdir(), 'dialogue-inbox-'));
  const catcher = await startMailCatcher({ smtpPort: await freePort(), inboxPort: await freePort(), mailDir });
  return {
    ...catcher,
    async stop() {
      await catcher.stop();
      await rm(mailDir, { recursive: true, force: true });
    },
    actionLink: (address, topic) =>
      waitFor(`a mail "${topic}" with a link comes to ${address}`, async () => {
        const mails = (await (await fetch(`${catcher.url}/api/email`)).json()) as readonly InboxMail[];
        const found = mails.findLast(
          ({ subject, to }) => subject.includes(topic) && to.some((each) => each.address === address),
        );
        return /https?:\/\/[^\s"<>]+\/l\/[\w-]{43}/.exec(found?.text ?? '')?.[0] ?? null;
      }),
  };
}

/** A Chromium of its own; its pages are of the width of a small phone unless told. */
export async function startChromium(): Promise<Browser> {
  const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
}

/** With the page's own rules against scripts set aside, so that the accessibility checker can run in it. */
export async function aContext(browser: Browser, hasScript: boolean): Promise<BrowserContext> {
  return browser.newContext({
    viewport: { width: 320, height: 700 },
    locale: 'vi-VN',
    javaScriptEnabled: hasScript,
    bypassCSP: hasScript,
  });
}

interface AxeResult {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
}

/** What is wrong with a page for those who cannot see it, or cannot use a mouse; empty: nothing that axe finds. */
export async function faultsOf(page: Page): Promise<readonly string[]> {
  await page.addScriptTag({ content: await axeSource() });
  const { violations } = await page.evaluate<AxeResult>('axe.run({ resultTypes: ["violations"] })');
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

let source: string | null = null;

async function axeSource(): Promise<string> {
  source ??= await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  return source;
}

/** How much wider than the window a page is. */
export async function overflowOf(page: Page): Promise<number> {
  return page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth');
}

/** Keeps a picture of a page where `SCREENSHOTS` says, for somebody to look at. */
export async function pictured(page: Page, name: string): Promise<void> {
  const folder = process.env['SCREENSHOTS'];
  if (folder !== undefined) await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}

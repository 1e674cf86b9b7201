import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { LinkedAct } from '@dialogue/domain';
import { aContext, faultsOf, overflowOf, pictured, startChromium } from '@dialogue/testing/browser';
import type { Browser, Page } from 'playwright-core';

import { recordedIn } from '../recorded.fixture.js';
import { startApi, type RunningApi } from '../running-api.fixture.js';
import { byKeyboard, type Way } from './keyboard.fixture.js';
import { fieldsOf, linkForms } from './link-forms.vi.js';
import { casesWithLinks, typedInto, type CasesWithLinks } from './link-pages.fixture.js';
import { continuePage } from './link-pages.vi.js';
import { aLinkedPetition } from './links.fixture.js';

jest.setTimeout(240_000);

let api: RunningApi;
let origin: string;
let browser: Browser;
let cases: CasesWithLinks;
let readers = 0;

beforeAll(async () => {
  api = await startApi();
  [origin, browser, cases] = await Promise.all([api.listen(), startChromium(), casesWithLinks(api)]);
});
afterAll(async () => {
  await browser.close();
  await cases.close();
  await api.close();
});

/** A window of somebody else: nobody is slowed down by what another does. */
async function opened(path: string): Promise<Page> {
  readers += 1;
  const context = await aContext(browser, true, {
    extraHTTPHeaders: { 'x-forwarded-for': `10.9.0.${String(readers)}` },
  });
  const page = await context.newPage();
  await page.goto(`${origin}${path}`);
  return page;
}

const [desk, phone] = [1024, 320];

/** What is wrong with a page; it fits both windows, and is looked through in both or in that of a phone, the last, alone. */
async function faults(page: Page, name: string, lookedThrough: readonly number[] = [desk, phone]): Promise<string[]> {
  const found: string[] = [];
  for (const width of [desk, phone]) {
    await page.setViewportSize({ width, height: 700 });
    await pictured(page, `${name}-${String(width)}`);
    const overflow = await overflowOf(page);
    if (overflow > 0) found.push(`${String(overflow)} px too wide for ${String(width)}`);
    if (lookedThrough.includes(width)) found.push(...(await faultsOf(page)));
  }
  return found;
}

async function heading(page: Page): Promise<string | null> {
  return page.getByRole('heading', { level: 1 }).textContent();
}

async function focused<Answer>(page: Page, what: string): Promise<Answer> {
  return page.evaluate<Answer>(`document.activeElement.${what}`);
}

/** WCAG 2.2, 1.4.11: dark enough on white. */
const ringOfFocus =
  '(({ outlineWidth: width, outlineColor: color }) => ({ width, color }))(getComputedStyle(document.activeElement))';

/** The focus comes by everything there is, in the order in which it stands there. */
function inOrder({ walked, standing }: Way): void {
  expect(walked).toEqual(standing);
}

const acts = Object.keys(linkForms) as LinkedAct[];
const [lookOver, mend, send] = ['buoc=xem-lai', 'buoc=sua', 'buoc=gui'];

// First: the forms use up the links of their letters.
describe('the page of a link in a browser', () => {
  it('is fit to be read, whichever it is', async () => {
    const petition = await aLinkedPetition(api, { stage: 'inProgress', cooperating: ['SL-SXD'] });
    const ended = await aLinkedPetition(api, { stage: 'closed' });
    const page = await opened(`/l/${await petition.link('receiptRecorded')}`);
    const found = await faults(page, 'overview-petition');
    const headings = [await heading(page)];
    const look = async (path: string, name: string): Promise<void> => {
      await page.goto(`${origin}${path}`);
      headings.push(await heading(page));
      found.push(...(await faults(page, name)).map((fault) => `${name}: ${fault}`));
    };

    await look(`/l/${await cases.linkTo('recordSituationReport')}`, 'overview-conference');
    await look(`/l/${await ended.link('receiptRecorded')}`, 'ended');
    await look('/l/that-nobody-has-made', 'misuse');
    await page.setContent(withoutRefresh(continuePage()));
    found.push(...(await faults(page, 'continue')));
    for (const each of [petition, ended]) await each.close();
    await page.context().close();

    expect(headings).toEqual([
      expect.stringMatching(/^Kiến nghị, phản ánh số KN-/),
      expect.stringMatching(/^Hội nghị đối thoại số HN-/),
      ...['Hồ sơ đã kết thúc', 'Không mở được trang'],
    ]);
    expect(found).toEqual([]);
  });
});

describe('the form of a link in a browser', () => {
  it.each(acts)('%s is filled in, mended, looked over and sent by keyboard alone', async (act) => {
    const { slug, title } = linkForms[act];
    const page = await opened(`/l/${await cases.linkTo(act)}`);
    await byKeyboard(page, `/viec/${slug}`).then(inOrder);
    expect([await page.title(), await heading(page)]).toEqual([title, title]);
    expect(await faults(page, `${act}-1-empty`, [phone])).toEqual([]);

    const wrong = act === 'acknowledge' ? { receivedOn: '31/02/2026' } : {};
    await byKeyboard(page, lookOver, wrong).then(inOrder);
    expect(await page.title()).toBe(`Lỗi: ${title}`);
    expect(await focused(page, 'className')).toBe('problems');
    expect(await page.getByRole('alert').getByRole('link').allTextContents()).toEqual(required(act));
    expect(await page.getByRole('alert').textContent()).not.toMatch(/[a-z]+, [a-z]+, other|true|NĂM/);
    expect(await faults(page, `${act}-2-errors`)).toEqual([]);

    await byKeyboard(page, lookOver, typedInto[act]).then(inOrder);
    expect(await heading(page)).toBe('Xem lại trước khi gửi');
    expect(await shownFacts(page)).toEqual(expect.arrayContaining([...typedWords(act)]));
    expect(await faults(page, `${act}-3-look-over`, [phone])).toEqual([]);

    await byKeyboard(page, send).then(inOrder);
    expect(await heading(page)).toBe('Đã nhận, đang chờ ghi vào hồ sơ');
    await pictured(page, `${act}-4-done-320`);
    await page.context().close();
  });

  it('leads from what is wrong to its field, shows the focus, and leads back from the look-over page with all that was typed', async () => {
    const page = await opened(`/l/${await cases.linkTo('requestExtension')}`);
    await page.goto(`${origin}/viec/${linkForms.requestExtension.slug}`);
    await byKeyboard(page, lookOver);

    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(ringOfFocus)).toEqual({ width: '3px', color: 'rgb(27, 31, 36)' });
    await page.keyboard.press('Enter');
    expect(await focused(page, 'name')).toBe('legalBasis');
    await page.reload();
    await byKeyboard(page, lookOver, typedInto.requestExtension);
    await byKeyboard(page, mend).then(inOrder);

    for (const [name, value] of Object.entries(typedInto.requestExtension))
      expect(await page.locator(`[name="${name}"]`).inputValue()).toBe(value);
    await page.context().close();
  });

  it('says in time what became of what was sent', async () => {
    const page = await opened(`/l/${await cases.linkTo('returnAssignment')}`);
    await page.goto(`${origin}/viec/${linkForms.returnAssignment.slug}`);
    await byKeyboard(page, lookOver, typedInto.returnAssignment);
    await byKeyboard(page, send);
    const found = await faults(page, 'done-waiting');
    const [command] = await api.sql<{ id: string }>(
      'SELECT id FROM commands WHERE link_id IS NOT NULL ORDER BY arrival DESC LIMIT 1',
    );
    const decided = async (outcome: Parameters<ReturnType<typeof recordedIn>['decide']>[1]): Promise<string | null> => {
      await recordedIn(api).decide(command?.id ?? '', outcome);
      await page.goto(`${origin}/viec/xong`);
      found.push(...(await faults(page, `done-${typeof outcome === 'string' ? outcome : 'refused'}`)));
      return heading(page);
    };

    expect(await page.getByRole('link', { name: 'Xem kết quả' }).getAttribute('href')).toBe('/viec/xong');
    expect(await decided('accepted')).toBe('Đã ghi nhận');
    expect(await decided({ refused: 'petition.date_in_future', rule: 'D11.1c' })).toBe('Không ghi nhận được');
    expect(await page.getByRole('main').textContent()).not.toContain('không dùng được nữa');
    expect(found).toEqual([]);
    await page.context().close();
  });
});

/** What has to be named when nothing was typed, by the labels. */
function required(act: LinkedAct): readonly string[] {
  // Of what is picked one is picked already.
  return fieldsOf(act)
    .filter(({ isRequired, kind }) => isRequired && kind !== 'pick')
    .map(({ label }) => label);
}

/** As it stands there until the browser has gone on. */
function withoutRefresh(html: string): string {
  return html.replace(/<meta http-equiv="refresh"[^>]*>/, '');
}

/** What was typed, as the look-over page says it. */
function typedWords(act: LinkedAct): readonly string[] {
  return fieldsOf(act).flatMap(({ name, kind, options = [] }) => {
    const typed = typedInto[act][name];
    if (typed === undefined) return [];
    return [kind === 'day' ? (saidDays[typed] ?? '') : (options.find(({ value }) => value === typed)?.label ?? typed)];
  });
}

const saidDays: Readonly<Record<string, string>> = {
  '5/3/2026': 'thứ Năm, ngày 05/03/2026',
  '10/03/2026': 'thứ Ba, ngày 10/03/2026',
  '02.04.2026': 'thứ Năm, ngày 02/04/2026',
  '10042026': 'thứ Sáu, ngày 10/04/2026',
  '20-04-2026': 'thứ Hai, ngày 20/04/2026',
};

async function shownFacts(page: Page): Promise<readonly string[]> {
  return page.locator('dd').allInnerTexts();
}

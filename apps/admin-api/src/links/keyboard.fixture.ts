import type { Page } from 'playwright-core';

/** One place where the focus stops: a control by its name, a button by its value, a link by where it leads. */
interface Stop {
  readonly key: string;
  readonly type: string;
  readonly value: string;
  /** Of radio buttons and lists: what may be chosen, in order. */
  readonly options: readonly string[];
}

/** Runs in the page: what one is at, and everything that one should come by, in the order in which it stands there. */
const readStops = `
  (() => {
    const keyOf = (element) => element.name ? element.name + (element.type === 'submit' ? '=' + element.value : '') : element.getAttribute('href') ?? element.className;
    const stopOf = (element) => ({
      key: keyOf(element),
      type: element.tagName === 'A' ? 'link' : element.type ?? element.tagName,
      value: element.value ?? '',
      options: element.type === 'radio'
        ? [...element.form.elements[element.name]].map((each) => each.value)
        : [...(element.options ?? [])].map((each) => each.value),
    });
    const all = [...document.querySelectorAll('a[href], input:not([type=hidden]), select, textarea, button')];
    return {
      at: document.activeElement === document.body ? null : stopOf(document.activeElement),
      order: all.map(keyOf).filter((key, index, keys) => key !== keys[index - 1]),
    };
  })()`;

interface Stops {
  readonly at: Stop | null;
  readonly order: readonly string[];
}

/** What the focus came by, and what it should have come by up to there. */
export interface Way {
  readonly walked: readonly string[];
  readonly standing: readonly string[];
}

/**
 * Goes from one control to the next by the tabulator, types what is to stand in each, and presses the button of this value
 * with Enter: no mouse, no script.
 */
export async function byKeyboard(
  page: Page,
  button: string,
  typed: Readonly<Record<string, string>> = {},
): Promise<Way> {
  const walked: string[] = [];
  for (let steps = 0; steps < 80; steps += 1) {
    await page.keyboard.press('Tab');
    const { at, order } = await page.evaluate<Stops>(readStops);
    if (at === null) break;
    walked.push(at.key);
    if (at.key === button) {
      await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
      return { walked, standing: order.slice(0, order.indexOf(button) + 1) };
    }
    const text = typed[at.key];
    if (text !== undefined) await enter(page, at, text);
  }
  throw new Error(`The tabulator does not lead to ${button}, but to ${walked.join(', ')}`);
}

async function enter(page: Page, { type, value, options }: Stop, text: string): Promise<void> {
  if (type === 'radio') {
    await page.keyboard.press('Space');
    return pressed(page, 'ArrowDown', options.indexOf(text) - options.indexOf(value));
  }
  if (type === 'select-one') return pressed(page, 'ArrowDown', options.indexOf(text) - options.indexOf(value));
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText(text);
}

async function pressed(page: Page, key: string, times: number): Promise<void> {
  for (let count = 0; count < times; count += 1) await page.keyboard.press(key);
}

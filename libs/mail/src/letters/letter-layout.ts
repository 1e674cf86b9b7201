import mjml2html from 'mjml';

import { singleLine, type Block } from './letter-block.js';
import type { Fact } from './letter-request.js';

/**
 * The one layout of all letters, as a tree of MJML: what mail programs need of tables and of dialects of their own is
 * MJML's affair (ADR-0040). It is a tree and never a text, so no word of a letter is read as a tag.
 */
export async function renderHtml(title: string, blocks: readonly Block[]): Promise<string> {
  const head = node('mj-head', {}, [leaf('mj-title', {}, escapeHtml(title)), defaults]);
  const body = node('mj-body', { width: '600px', 'background-color': colours.page }, sectionsOf(blocks));
  const letter = node('mjml', { lang: 'vi', dir: 'ltr' }, [head, body]);
  // No font is fetched from anywhere; a mistake of the layout is an error, not a letter without a part.
  const { html } = await mjml2html(letter, { fonts: {}, validationLevel: 'strict', keepComments: false });
  return html;
}

interface Leaf {
  tagName: string;
  attributes: Record<string, string>;
  content: string;
}

interface Node {
  tagName: string;
  attributes: Record<string, string>;
  children: (Leaf | Node)[];
}

type Attributes = Readonly<Record<string, string>>;

/** Parts of one place that follow each other share a section; nothing stands beside anything, from 320 px up. */
function sectionsOf(blocks: readonly Block[]): readonly Node[] {
  const groups: { readonly place: Place; readonly parts: Leaf[] }[] = [];
  for (const block of blocks) {
    const { place } = looks[block.kind];
    const last = groups.at(-1);
    if (last?.place === place) last.parts.push(...partsOf(block));
    else groups.push({ place, parts: [...partsOf(block)] });
  }
  return groups.map(({ place, parts }) =>
    node('mj-section', places[place].section, [node('mj-column', places[place].column, parts)]),
  );
}

function partsOf(block: Block): readonly Leaf[] {
  switch (block.kind) {
    case 'facts':
      return block.facts.map((fact) => text('facts', factHtml(fact)));
    case 'link':
      return block.isQuiet === true ? [text('link', linkHtml(block))] : buttonOf(block);
    case 'sender':
    case 'salutation':
    case 'paragraph':
    case 'note':
    case 'footer':
      return [text(block.kind, escapeHtml(singleLine(block.text)))];
  }
}

/** With its address, for whoever reads on paper or does not trust a button. */
function buttonOf({ label, href }: Address): readonly Leaf[] {
  return [leaf('mj-button', { href: escapeHtml(href) }, escapeHtml(label)), text('note', escapeHtml(href))];
}

interface Address {
  readonly label: string;
  readonly href: string;
}

function factHtml({ label, value, link, isStrong = false }: Fact): string {
  const address = link === undefined ? '' : `<br>${linkHtml(link)}`;
  const words = escapeHtml(singleLine(value));
  return `<span style="${small}">${escapeHtml(label)}</span><br>${isStrong ? `<b>${words}</b>` : words}${address}`;
}

function linkHtml({ label, href }: Address): string {
  const address = escapeHtml(href);
  return `<a href="${address}" style="${touchable}">${escapeHtml(label)}</a><br><span style="${small}">${address}</span>`;
}

/** Words that people typed, and addresses, are no markup. */
function escapeHtml(words: string): string {
  return words.replace(/[&<>"']/g, (character) => `&#${String(character.charCodeAt(0))};`);
}

/** A long word or address breaks, and never makes the letter wider than the screen. */
function text(kind: Block['kind'], html: string): Leaf {
  return leaf('mj-text', looks[kind].text, `<div style="overflow-wrap:anywhere;word-break:break-word;">${html}</div>`);
}

function leaf(tagName: string, attributes: Attributes, content: string): Leaf {
  return { tagName, attributes: { ...attributes }, content };
}

function node(tagName: string, attributes: Attributes, children: readonly (Leaf | Node)[]): Node {
  return { tagName, attributes: { ...attributes }, children: [...children] };
}

const colours = {
  ...{ page: '#f4f5f7', paper: '#ffffff', ink: '#1b1f24', quiet: '#4d5661' },
  ...{ mark: '#b3261e', link: '#0b57d0', line: '#d0d5dd' },
} as const;

const small = `color:${colours.quiet};font-size:14px;`;
/** Tall enough for a thumb. */
const touchable = `color:${colours.link};display:inline-block;padding:10px 0;`;

/** What holds for every element of a kind. */
const defaults = node('mj-attributes', {}, [
  node('mj-all', { 'font-family': 'Arial, Helvetica, sans-serif' }, []),
  node('mj-section', { padding: '0', 'background-color': colours.paper }, []),
  node('mj-text', { padding: '8px 16px', 'font-size': '16px', 'line-height': '24px', color: colours.ink }, []),
  node(
    'mj-button',
    {
      ...{ align: 'left', padding: '8px 16px', 'inner-padding': '14px 24px', 'border-radius': '4px' },
      ...{ 'background-color': colours.link, color: '#ffffff', 'font-size': '16px', 'font-weight': 'bold' },
    },
    [],
  ),
]);

type Place = 'top' | 'words' | 'table' | 'bottom';

/** The bands of a letter, from top to bottom. */
const places: Readonly<Record<Place, { readonly section: Attributes; readonly column: Attributes }>> = {
  top: { section: { 'border-bottom': `2px solid ${colours.mark}` }, column: {} },
  words: { section: { padding: '8px 0 16px' }, column: {} },
  table: {
    section: { padding: '8px 16px' },
    column: { 'background-color': colours.page, 'border-left': `4px solid ${colours.mark}`, padding: '8px 0' },
  },
  bottom: { section: { 'border-top': `1px solid ${colours.line}` }, column: {} },
};

const quietText = { color: colours.quiet, 'font-size': '14px', 'line-height': '20px' } as const;

/** Where each kind of part stands, and how its words look. */
const looks: Readonly<Record<Block['kind'], { readonly place: Place; readonly text: Attributes }>> = {
  sender: { place: 'top', text: { 'font-weight': 'bold', padding: '16px' } },
  salutation: { place: 'words', text: { 'font-weight': 'bold' } },
  paragraph: { place: 'words', text: {} },
  note: { place: 'words', text: { ...quietText, padding: '0 16px 8px' } },
  facts: { place: 'table', text: { padding: '4px 12px' } },
  link: { place: 'words', text: { padding: '0 16px' } },
  footer: { place: 'bottom', text: { ...quietText, padding: '16px' } },
};

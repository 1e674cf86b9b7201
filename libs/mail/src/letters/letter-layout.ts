import type { Fact } from './letter-request.js';

/** One part of a letter. The same parts are written as plain text and as HTML, so that both say the same. */
export type Block =
  | { readonly kind: 'sender' | 'salutation' | 'paragraph' | 'footer'; readonly text: string }
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
  /** A quiet link is a line of text, not a button: the letter asks for something else. */
  | { readonly kind: 'link'; readonly label: string; readonly href: string; readonly isQuiet?: boolean };

/** Plain text: one blank line between parts. */
export function renderText(blocks: readonly Block[]): string {
  return `${blocks.map(blockText).join('\n\n')}\n`;
}

/** One column that reads from 320 px up, with inline styles only: mail programs drop everything else. */
export function renderHtml(title: string, blocks: readonly Block[]): string {
  return [
    '<!doctype html>',
    '<html lang="vi">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeHtml(title)}</title>`,
    '</head>',
    `<body style="${styles.body}">`,
    `<div style="${styles.column}">`,
    ...blocks.map(blockHtml),
    '</div>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

function blockText(block: Block): string {
  switch (block.kind) {
    case 'facts':
      return block.facts.map(factText).join('\n');
    case 'link':
      return `${block.label}: ${block.href}`;
    case 'footer':
      return `--\n${singleLine(block.text)}`;
    case 'sender':
    case 'salutation':
    case 'paragraph':
      return singleLine(block.text);
  }
}

function blockHtml(block: Block): string {
  switch (block.kind) {
    case 'facts':
      return `<div style="${styles.facts}">\n${block.facts.map(factHtml).join('\n')}\n</div>`;
    case 'link':
      return `<p style="${styles.paragraph}">${linkHtml(block, block.isQuiet === true ? styles.quietLink : styles.link)}</p>`;
    case 'sender':
    case 'salutation':
    case 'paragraph':
    case 'footer':
      return `<p style="${styles[block.kind]}">${escapeHtml(singleLine(block.text))}</p>`;
  }
}

/** The address of a fact has a line of its own: what stands behind it would become a part of it. */
function factText({ label, value, link }: Fact): string {
  const fact = `- ${label}: ${singleLine(value)}`;
  return link === undefined ? fact : `${fact}\n  ${link.label}: ${link.href}`;
}

function factHtml({ label, value, link }: Fact): string {
  const address = link === undefined ? '' : `<br>${linkHtml(link, styles.quietLink)}`;
  return `<p style="${styles.fact}"><span style="${styles.label}">${escapeHtml(label)}</span><br>${escapeHtml(singleLine(value))}${address}</p>`;
}

/** With its address, for whoever reads on paper or does not trust a button. */
function linkHtml({ label, href }: { readonly label: string; readonly href: string }, style: string): string {
  return `<a href="${escapeHtml(href)}" style="${style}">${escapeHtml(label)}</a><br><span style="${styles.small}">${escapeHtml(href)}</span>`;
}

/** Words that people typed cannot draw lines of their own: one fact stays one line. */
function singleLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${String(character.charCodeAt(0))};`);
}

const styles = {
  body: 'margin:0;padding:0;background:#f4f5f7;color:#1b1f24;font-family:Arial,Helvetica,sans-serif;font-size:16px;line-height:1.5;',
  column: 'max-width:600px;margin:0 auto;padding:16px;background:#ffffff;overflow-wrap:anywhere;word-break:break-word;',
  sender: 'margin:0 0 16px;padding-bottom:8px;border-bottom:2px solid #b3261e;font-weight:bold;',
  salutation: 'margin:0 0 16px;font-weight:bold;',
  paragraph: 'margin:0 0 16px;',
  footer: 'margin:24px 0 0;padding-top:8px;border-top:1px solid #d0d5dd;color:#57606a;font-size:13px;',
  facts: 'margin:0 0 16px;padding:12px;background:#f4f5f7;border-left:4px solid #b3261e;',
  fact: 'margin:0 0 8px;',
  label: 'color:#57606a;font-size:13px;',
  link: 'display:inline-block;padding:10px 16px;background:#0b57d0;color:#ffffff;text-decoration:none;',
  quietLink: 'color:#0b57d0;',
  small: 'color:#57606a;font-size:13px;',
} as const;

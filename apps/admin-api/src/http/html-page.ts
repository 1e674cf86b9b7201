import { createHash } from 'node:crypto';

import { explainPagePath } from '@dialogue/domain';
import { applyDecorators, Header } from '@nestjs/common';

/** Pages that people read in a browser; everything else of the API is JSON. */
const pagePaths: readonly string[] = [explainPagePath];

/** Whether what is asked for is a page: then a refusal is one, too. */
export function isPage(path: string): boolean {
  return pagePaths.includes(path);
}

/** One style for the screen of a phone, that of a desk, and A4 paper. No script, no picture, no font from elsewhere. */
const style = `
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0; background: #f4f5f7; color: #1b1f24; font: 16px/1.5 Arial, Helvetica, sans-serif; }
main { max-width: 46rem; margin: 0 auto; padding: 1rem; background: #fff; overflow-wrap: anywhere; }
h1 { margin: 0 0 .75rem; padding-bottom: .5rem; border-bottom: 2px solid #b3261e; font-size: 1.4rem; line-height: 1.25; }
h2 { margin: 1.5rem 0 .5rem; font-size: 1.1rem; }
.lead { margin: 0 0 1rem; font-size: 1.1rem; font-weight: bold; }
.note { margin: 0 0 1rem; padding: .75rem; border-left: 4px solid #8a5a00; background: #fff6e0; }
dl { margin: 0 0 1rem; padding: .75rem; border-left: 4px solid #b3261e; background: #f4f5f7; }
dt { color: #57606a; font-size: .85rem; }
dd { margin: 0 0 .5rem; }
table { width: 100%; border-collapse: collapse; }
caption { padding-bottom: .5rem; text-align: left; font-weight: bold; }
th, td { padding: .35rem .5rem; border: 1px solid #d0d5dd; text-align: left; vertical-align: top; font-weight: normal; }
thead th { background: #f4f5f7; font-weight: bold; }
.count { width: 4.5rem; text-align: center; white-space: nowrap; }
.day { width: 11.5rem; }
.rest { background: #f9fafb; color: #57606a; }
.due th, .due td { border-top: 2px solid #b3261e; border-bottom: 2px solid #b3261e; font-weight: bold; }
footer { margin-top: 1.5rem; padding-top: .5rem; border-top: 1px solid #d0d5dd; color: #57606a; font-size: .85rem; }
@media (max-width: 30rem) {
  th, td { padding: .3rem; font-size: .9rem; }
  .day { width: 6.6rem; }
  .count { width: 3.4rem; white-space: normal; }
}
@page { size: A4; margin: 15mm; }
@media print {
  body, main { background: #fff; font-size: 10pt; line-height: 1.3; }
  main { max-width: none; padding: 0; }
  th, td { padding: .12rem .4rem; }
  thead { display: table-header-group; }
  tr { break-inside: avoid; }
  h2 { break-after: avoid; }
  dl, .note, .rest, thead th { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;

const styleHash = createHash('sha256').update(style).digest('base64');

/** A page loads nothing and runs nothing: its one style is known by its hash. */
export const pageHeaders = {
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy': `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
} as const;

/** The route answers with a page. */
export function HtmlPage(): MethodDecorator {
  return applyDecorators(...Object.entries(pageHeaders).map(([name, value]) => Header(name, value)));
}

/** A whole document in Vietnamese; `body` is HTML, in which every word that came from outside has been escaped. */
export function htmlPage(title: string, body: string): string {
  return `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body>
<main>
${body}
</main>
</body>
</html>
`;
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${String(character.charCodeAt(0))};`);
}

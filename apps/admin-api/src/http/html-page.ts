import { createHash } from 'node:crypto';

import { explainPagePath } from '@dialogue/domain';
import { applyDecorators, Header } from '@nestjs/common';

/** Pages that people read in a browser; everything else of the API is JSON. */
const pagePaths: readonly string[] = [explainPagePath];

/** Whether what is asked for is a page: then a refusal is one, too. */
export function isPage(path: string): boolean {
  return pagePaths.includes(path) || isLinkPath(path);
}

/** Whether it belongs to the link of a letter: `/l/<token>`, and the pages behind it, whose addresses hold no token. */
export function isLinkPath(path: string): boolean {
  return path.startsWith('/l/') || path === '/viec' || path.startsWith('/viec/');
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
a { color: #0b57d0; }
.prose { white-space: normal; }
.hint { color: #57606a; font-size: .9rem; font-weight: normal; }
p.hint { margin: 0 0 .35rem; }
.duties, .acts, .files { padding-left: 1.25rem; }
.duties li, .acts li { margin-bottom: .5rem; }
.acts a { display: inline-block; padding: .5rem .9rem; border-radius: 4px; background: #0b57d0; color: #fff; text-decoration: none; }
.acts, .files { list-style: none; padding: 0; }
form { margin: 0; }
.field { margin: 0 0 1.25rem; padding: 0; border: 0; min-width: 0; }
.field > label, legend { display: block; margin-bottom: .25rem; padding: 0; font-weight: bold; }
.wrong { padding-left: .75rem; border-left: 4px solid #b3261e; }
.wrong > legend { float: left; width: 100%; }
.wrong > legend + * { clear: left; }
.problem { margin: 0 0 .35rem; color: #b3261e; font-weight: bold; }
.problems { margin: 0 0 1.25rem; padding: .75rem 1rem; border: 3px solid #b3261e; }
.problems h2 { margin: 0 0 .5rem; }
.problems ul { margin: 0; padding-left: 1.25rem; }
.problems a { color: #b3261e; }
input[type=text], select, textarea { width: 100%; padding: .5rem; border: 1px solid #57606a; border-radius: 4px; background: #fff; color: inherit; font: inherit; }
input.day-typed { max-width: 9rem; }
input[type=file] { max-width: 100%; font: inherit; }
.option { display: flex; gap: .5rem; align-items: flex-start; margin-bottom: .5rem; }
.option input { flex: none; width: 1.25rem; height: 1.25rem; margin: .15rem 0 0; }
.option .hint { display: block; }
button { padding: .6rem 1.1rem; border: 1px solid #0b57d0; border-radius: 4px; background: #0b57d0; color: #fff; font: inherit; cursor: pointer; }
button.quiet { background: #fff; color: #0b57d0; }
.buttons { display: flex; flex-wrap: wrap; gap: .75rem; }
a:focus-visible, button:focus-visible, input:focus-visible, select:focus-visible, textarea:focus-visible, .problems:focus-visible { outline: 3px solid #1b1f24; outline-offset: 1px; box-shadow: 0 0 0 7px #ffbf47; }
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
  form, .acts { display: none; }
  dl, .note, .rest, thead th { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;

const styleHash = createHash('sha256').update(style).digest('base64');

/** A page loads nothing and runs nothing: its one style is known by its hash. */
export const pageHeaders = headersOf("'none'");

/** A page with a form sends it nowhere but back to us; it is nobody's but the reader's, so no store keeps it. */
export const formPageHeaders = {
  ...headersOf("'self'"),
  'Cache-Control': 'no-store',
  'X-Robots-Tag': 'noindex, nofollow',
} as const;

function headersOf(formAction: string): {
  readonly 'Content-Type': string;
  readonly 'Referrer-Policy': string;
  readonly 'Content-Security-Policy': string;
} {
  return {
    'Content-Type': 'text/html; charset=utf-8',
    'Referrer-Policy': 'no-referrer',
    'Content-Security-Policy': `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action ${formAction}; frame-ancestors 'none'`,
  };
}

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

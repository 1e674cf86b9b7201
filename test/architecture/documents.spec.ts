import { existsSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, it } from '@jest/globals';

import { filesUnder, root, type SourceFile } from './support/repository.js';

describe('the documents', () => {
  const documents = filesUnder('*.md');

  it('link to files, pictures and headings that are there', () => {
    expect(documents.length).toBeGreaterThan(30);
    expect(documents.flatMap(brokenLinksOf)).toEqual([]);
  });

  it.each([
    ['a file that is not there', '[a](nowhere.md)', 'nowhere.md'],
    ['a picture that is not there', '![a](images/nothing.png)', 'images/nothing.png'],
    ['a heading that is not there', '[a](README.md#no-such-heading)', 'README.md#no-such-heading'],
    ['a heading of its own that is not there', '## One\n\n[a](#two)', '#two'],
  ])('would be caught with a link to %s', (_reason, text, link) => {
    expect(brokenLinksOf({ path: 'CHANGELOG.md', text })).toEqual([`CHANGELOG.md: ${link}`]);
  });

  it('may link to the world, to folders, and to headings in Vietnamese', () => {
    const text = '## Số đến, ngày đến\n\n[a](https://temporal.io) [b](docs/adr/) [c](#số-đến-ngày-đến)';

    expect(brokenLinksOf({ path: 'CHANGELOG.md', text })).toEqual([]);
  });
});

describe('the decisions', () => {
  const decisions = filesUnder('docs/adr/[0-9]*.md').map(({ path: file }) => path.basename(file));

  it('are numbered without a gap, each number once', () => {
    const numbers = decisions.map((_decision, place) => String(place + 1).padStart(4, '0'));

    expect(decisions.map((name) => name.slice(0, 4))).toEqual(numbers);
  });

  it('stand in their list, each once and in order', () => {
    const [list] = filesUnder('docs/adr/README.md');
    const listed = [...(list?.text ?? '').matchAll(/^\| \[\d{4}\]\((?<file>[^)]+)\)/gm)];

    expect(listed.map(({ groups }) => groups?.['file'])).toEqual(decisions);
  });
});

function brokenLinksOf(document: SourceFile): readonly string[] {
  const links = [...withoutCode(document.text).matchAll(/\]\((?<link>[^)\s]+)\)/g)].map(
    ({ groups }) => groups?.['link'] ?? '',
  );
  return links
    .filter((link) => !/^[a-z]+:/.test(link) && !leadsSomewhere(document, decodeURI(link)))
    .map((link) => `${document.path}: ${link}`);
}

function leadsSomewhere(document: SourceFile, link: string): boolean {
  const [file = '', heading] = link.split('#');
  const target = file === '' ? document.path : path.join(path.dirname(document.path), file);
  if (!existsSync(path.join(root, target))) return false;
  if (heading === undefined) return true;
  const text = file === '' ? document.text : filesUnder(target)[0]?.text;
  return text !== undefined && anchorsOf(text).includes(heading);
}

/** The names under which a reader of Git hosts finds headings: small letters, no marks, hyphens for spaces. */
function anchorsOf(text: string): readonly string[] {
  return [...withoutCode(text).matchAll(/^#+ (?<title>.+)$/gm)].map(({ groups }) =>
    (groups?.['title'] ?? '')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replaceAll(' ', '-'),
  );
}

function withoutCode(text: string): string {
  return text.replace(/^```[^]*?^```/gm, '').replace(/`[^`\n]*`/g, (code) => (code.includes('](') ? '' : code));
}

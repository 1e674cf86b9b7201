import { describe, expect, it } from '@jest/globals';

import { apiSettings, setUpSettings, temporalDatabasesSettings, variableNames, workerSettings } from '@dialogue/config';

import { textOf } from './support/repository.js';

describe('.env.example', () => {
  const known = new Set([
    ...variableNames(apiSettings),
    ...variableNames(workerSettings),
    ...variableNames(setUpSettings),
    ...variableNames(temporalDatabasesSettings),
  ]);

  it('names every variable of the applications, and no other', () => {
    expect(faultsOf(textOf('.env.example'), known)).toEqual([]);
  });

  it('would be caught with a variable too many or too few, or one without a word', () => {
    const text = '# The port.\n# API_PORT=3000\n\nOLD_NAME=1\n';

    expect(faultsOf(text, new Set(['API_PORT', 'PUBLIC_URL']))).toEqual([
      'OLD_NAME is no variable of any application',
      'PUBLIC_URL is missing',
      'OLD_NAME is not explained',
    ]);
  });
});

function faultsOf(text: string, known: ReadonlySet<string>): readonly string[] {
  const lines = text.split('\n');
  const named = new Set(lines.flatMap((line) => nameIn(line) ?? []));
  return [
    ...[...named].filter((name) => !known.has(name)).map((name) => `${name} is no variable of any application`),
    ...[...known].filter((name) => !named.has(name)).map((name) => `${name} is missing`),
    ...unexplained(lines).map((name) => `${name} is not explained`),
  ];
}

/** Variables without a comment above the group of lines in which they stand. */
function unexplained(lines: readonly string[]): readonly string[] {
  const paragraphs = lines
    .join('\n')
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.split('\n'));
  const silent = paragraphs.filter(
    (paragraph) => !paragraph.some((line) => line.startsWith('# ') && nameIn(line) === null),
  );
  return silent.flatMap((paragraph) => paragraph.flatMap((line) => nameIn(line) ?? []));
}

/** `NAME=` or, where it is optional, `# NAME=`. */
function nameIn(line: string): string | null {
  return /^(?:# )?([A-Z][A-Z_]+)=/.exec(line)?.[1] ?? null;
}

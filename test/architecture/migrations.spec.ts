import { basename } from 'node:path';

import { describe, expect, it } from '@jest/globals';

import { filesUnder, textOf, type SourceFile } from './support/repository.js';

const folder = 'libs/persistence/src/migrations';

describe('the migrations', () => {
  const files = filesUnder(folder).filter(({ path }) => /\/\d+-[^/]+\.ts$/.test(path));

  it('MG2: are numbered without a gap, in the order of their instants, and registered in that order', () => {
    expect(files.length).toBeGreaterThan(0);
    expect(faultsOf(files, textOf(`${folder}/migrations.ts`))).toEqual([]);
  });

  it('MG8: are compared with the rows by a test of their own', () => {
    expect(textOf(`${folder}/drift.integration-spec.ts`)).toContain('createSchemaBuilder');
  });

  it.each<[string, readonly SourceFile[], string]>([
    ['a gap', [file('0001-one', 'One1'), file('0003-three', 'Three3')], '0003-three.ts is number 2'],
    [
      'an older instant',
      [file('0001-one', 'One2'), file('0002-two', 'Two1')],
      '0002-two.ts is not later than the one before',
    ],
    ['another name', [file('0001-one', 'Two1')], '0001-one.ts has no class One<timestamp>'],
    ['a forgotten one', [file('0001-other', 'Other1')], '0001-other.ts is not registered in its place'],
    [
      'an import of ours',
      [file('0001-one', 'One1', "import { x } from '@dialogue/domain';")],
      '0001-one.ts imports something of ours (MG3)',
    ],
    [
      'a relative import',
      [file('0001-one', 'One1', "import { x } from '../sql.js';")],
      '0001-one.ts imports something of ours (MG3)',
    ],
  ])('would be caught with %s', (_what, given, expected) => {
    const registered = given.filter(({ path }) => !path.includes('other')).map(({ text }) => text.split(' ')[2]);

    expect(faultsOf(given, `export const migrations = [${registered.join(', ')}] as const;`)).toContain(expected);
  });
});

function file(name: string, className: string, first = ''): SourceFile {
  return { path: `${folder}/${name}.ts`, text: `export class ${className} implements MigrationInterface {}\n${first}` };
}

function faultsOf(files: readonly SourceFile[], registry: string): readonly string[] {
  const ordered = files.toSorted((one, other) => one.path.localeCompare(other.path));
  const classes = ordered.map(classOf);
  const registered = [...(/= \[([^\]]*)\]/.exec(registry)?.[1]?.matchAll(/\w+/g) ?? [])].map(([name]) => name);
  return ordered.flatMap((file, index) => {
    const name = basename(file.path);
    const found = classes[index];
    if (found == null) return [`${name} has no class ${pascalCase(name)}<timestamp>`];
    const isLater = found.instant > (classes[index - 1]?.instant ?? 0);
    const faults: readonly (readonly [boolean, string])[] = [
      [Number(name.slice(0, 4)) !== index + 1, `is number ${index + 1}`],
      [!isLater, 'is not later than the one before'],
      [registered[index] !== found.name, 'is not registered in its place'],
      [/from '(\.|@dialogue)/.test(file.text), 'imports something of ours (MG3)'],
    ];
    return faults.filter(([isFault]) => isFault).map(([, fault]) => `${name} ${fault}`);
  });
}

function classOf({ path, text }: SourceFile): { readonly name: string; readonly instant: number } | null {
  const [, name, instant] = new RegExp(`export class (${pascalCase(basename(path))}(\\d+)) `).exec(text) ?? [];
  return name === undefined ? null : { name, instant: Number(instant) };
}

/** `0007-add-extension-reason.ts` is `AddExtensionReason`. */
function pascalCase(name: string): string {
  return name
    .replace(/^\d+-|\.ts$/g, '')
    .replace(/(^|-)(\w)/g, (_match, _dash: string, letter: string) => letter.toUpperCase());
}

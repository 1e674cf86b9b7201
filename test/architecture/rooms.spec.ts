import { describe, expect, it } from '@jest/globals';

import { rooms } from '../../tools/rooms.js';
import { textOf } from './support/repository.js';

interface Manifest {
  readonly name: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly nx: { readonly tags: readonly string[] };
}

interface Declared {
  readonly ours: readonly string[];
  readonly npm: readonly string[];
}

const table = Object.entries(rooms).map(([name, room]) => ({ name, ...room }));

describe('a room', () => {
  it.each(table)('$name is named and tagged as in the table', ({ name, path }) => {
    const { name: packageName, nx } = manifestOf(path);

    expect(packageName).toBe(`@dialogue/${name}`);
    expect(nx.tags).toEqual([`room:${name}`]);
  });

  it.each(table)('$name declares no dependency that the table forbids', ({ path, ours, npm }) => {
    expect(undeclarable(dependenciesOf(path), { ours, npm })).toEqual([]);
  });

  it.each(table)('$name is compiled after the rooms that it depends on, and no others', ({ path }) => {
    const { references } = JSON.parse(textOf(`${path}/tsconfig.json`)) as { references: readonly { path: string }[] };
    const referenced = references.map((reference) => reference.path.split('/').at(-1));

    expect(referenced.toSorted()).toEqual(dependenciesOf(path).ours.toSorted());
  });

  it.each([
    [{ ours: ['mail'], npm: [] }, ['mail']],
    [{ ours: ['domain'], npm: ['@nestjs/common', 'pg'] }, ['pg']],
  ])('with %j would be caught', (declared, expected) => {
    expect(undeclarable(declared, { ours: ['domain'], npm: ['@nestjs/*'] })).toEqual(expected);
  });
});

/** What a manifest declares although the table does not allow it. */
function undeclarable(declared: Declared, allowed: Declared): readonly string[] {
  const fits = (name: string): boolean =>
    allowed.npm.some((pattern) => (pattern.endsWith('/*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern));
  return [
    ...declared.ours.filter((name) => !allowed.ours.includes(name)),
    ...declared.npm.filter((name) => !fits(name)),
  ];
}

function dependenciesOf(path: string): Declared {
  const names = Object.keys(manifestOf(path).dependencies ?? {});
  const ours = names.filter((name) => name.startsWith('@dialogue/'));
  return {
    ours: ours.map((name) => name.slice('@dialogue/'.length)),
    npm: names.filter((name) => !ours.includes(name)),
  };
}

function manifestOf(path: string): Manifest {
  return JSON.parse(textOf(`${path}/package.json`)) as Manifest;
}

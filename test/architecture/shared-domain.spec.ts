import { readFileSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import path from 'node:path';

import { describe, expect, it } from '@jest/globals';

import { workflowBundleOptions } from '@dialogue/worker';

const root = path.resolve(import.meta.dirname, '../..');
/** What a module keeps between two calls: a name that can be set again, or a container that is filled later. */
const kept = /^(?:export )?(?:let |var |const \w+[^=]*= (?:new (?:Map|Set|Array)\b[^(]*\(\)|\[\];|\{\};))/m;

describe('the domain, which all cases of a worker share', () => {
  it('is loaded once, not for each case that is kept in memory', () => {
    expect(workflowBundleOptions.preloadModules).toContain('@dialogue/domain');
  });

  it('keeps nothing between two calls, so no case sees what is of another', async () => {
    const keeping: string[] = [];
    for await (const file of glob('libs/domain/src/**/*.ts', { cwd: root })) {
      if (/\.(?:spec|fixture)\.ts$/.test(file)) continue;
      if (kept.test(readFileSync(path.join(root, file), 'utf8'))) keeping.push(file);
    }

    expect(keeping).toEqual([]);
  });

  it.each(['let count = 0;', 'const seen = new Set<string>();', 'export const rows: string[] = [];'])(
    'would notice %s',
    (line) => {
      expect(kept.test(`import a from 'a';\n${line}\n`)).toBe(true);
    },
  );
});

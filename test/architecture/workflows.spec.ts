import { describe, expect, it } from '@jest/globals';

import { taskQueues, workflowTypes } from '@dialogue/contracts';

import { exportsOf } from './support/compile.js';
import { filesUnder, isSpec, type SourceFile } from './support/repository.js';

describe('workflows/src/index.ts', () => {
  const exported = exportsOf('workflows', 'src/index.ts');

  it('WF1: exports workflow functions and nothing else', () => {
    expect(exported.size).toBeGreaterThan(0);
    expect(faultsOfExports(exported)).toEqual([]);
  });

  it('has each workflow started under its name by the contracts', () => {
    expect([...exported.keys()].toSorted()).toEqual(Object.values(workflowTypes).toSorted());
  });

  it('would be caught exporting anything else', () => {
    const strange = new Map([
      ['petitionWorkflow', 'function'],
      ['seenLimit', 'something else'],
      ['runCase', 'function'],
    ] as const);

    expect(faultsOfExports(strange)).toEqual(['seenLimit is not a function', 'runCase is not named …Workflow']);
  });
});

describe('the task queues of the contracts', () => {
  const sources = filesUnder('apps/worker/src').filter((file) => file.path.endsWith('.ts') && !isSpec(file));

  it('are each served by the worker', () => {
    expect(unserved(Object.keys(taskQueues), sources)).toEqual([]);
  });

  it('would be caught unserved', () => {
    expect(unserved([...Object.keys(taskQueues), 'report'], sources)).toEqual(['report']);
  });
});

function faultsOfExports(exported: ReadonlyMap<string, 'function' | 'something else'>): readonly string[] {
  return [...exported].flatMap(([name, kind]) => {
    if (kind !== 'function') return [`${name} is not a function`];
    return /^[a-z]\w*Workflow$/.test(name) ? [] : [`${name} is not named …Workflow`];
  });
}

/** A queue is served where the worker gives it to the SDK. */
function unserved(queues: readonly string[], sources: readonly SourceFile[]): readonly string[] {
  return queues.filter(
    (queue) => !sources.some(({ text }) => new RegExp(`taskQueue: taskQueues\\.${queue}\\b`).test(text)),
  );
}

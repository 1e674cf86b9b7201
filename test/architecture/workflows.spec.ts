import { describe, expect, it } from '@jest/globals';

import {
  bounceReading,
  launchOf,
  morningDigest,
  nightlyReconciliation,
  nightlySilences,
  reportOpeners,
  taskQueues,
  workflowTypes,
} from '@dialogue/contracts';
import { servedQueues } from '@dialogue/worker';

import { exportsOf } from './support/compile.js';

const kinds = ['petition', 'conference', 'report', 'mail', 'rollout', 'import', 'reconciliation'] as const;

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
  it('are each served by the worker', () => {
    expect(unserved(Object.values(taskQueues))).toEqual([]);
  });

  it('would be caught unserved', () => {
    expect(unserved([...Object.values(taskQueues), 'forgotten'])).toEqual(['forgotten']);
  });

  const scheduled = [
    ...Object.values(reportOpeners),
    nightlyReconciliation,
    bounceReading,
    nightlySilences,
    morningDigest,
  ];

  it.each([...kinds.map((kind) => launchOf(kind, 'a/b')), ...scheduled])(
    'carry $workflowType on $taskQueue, where workflows run',
    ({ workflowType, taskQueue }) => {
      expect(Object.values(workflowTypes)).toContain(workflowType);
      expect(served.find((queue) => queue.taskQueue === taskQueue)?.hasWorkflows).toBe(true);
    },
  );

  it('D14.1: carry no workflow that nobody starts', () => {
    const started = [
      ...kinds.map((kind) => launchOf(kind, 'a/b').workflowType),
      ...scheduled.map(({ workflowType }) => workflowType),
    ];

    expect([...new Set(started)].toSorted()).toEqual(Object.values(workflowTypes).toSorted());
  });
});

/** What the worker serves; its ports are not asked for anything here. */
const served = servedQueues(
  { ledger: {}, mail: { deliveries: {} }, bounces: {} } as Parameters<typeof servedQueues>[0],
  {
    perSecond: 1,
    connections: null,
  },
);

function faultsOfExports(exported: ReadonlyMap<string, 'function' | 'something else'>): readonly string[] {
  return [...exported].flatMap(([name, kind]) => {
    if (kind !== 'function') return [`${name} is not a function`];
    return /^[a-z]\w*Workflow$/.test(name) ? [] : [`${name} is not named …Workflow`];
  });
}

function unserved(queues: readonly string[]): readonly string[] {
  return queues.filter((name) => !served.some(({ taskQueue }) => taskQueue === name));
}

import path from 'node:path';

import { describe, expect, it } from '@jest/globals';

import { failureLines, failuresOf } from './failures.js';

const file = path.join(import.meta.dirname, 'some.spec.ts');

type Run = Parameters<typeof failuresOf>[0];

function aRun(overrides: Partial<Run['testResults'][number]>): Run {
  return { testResults: [{ testFilePath: file, testResults: [], ...overrides }] };
}

describe('what failed in a run', () => {
  it('is told by the full name, the file and the message without colours', () => {
    const run = aRun({
      testResults: [
        { status: 'passed', fullName: 'a case goes on', failureMessages: [] },
        { status: 'failed', fullName: 'a case ends', failureMessages: ['Error: \u001B[31mred\u001B[39m'] },
      ],
    });

    expect(failuresOf(run)).toEqual([{ name: 'a case ends', file: 'tools/jest/some.spec.ts', message: 'Error: red' }]);
  });

  it('has a file whose tests could not be begun', () => {
    const run = aRun({ testExecError: { message: 'gone' }, failureMessage: 'Cannot find module' });

    expect(failuresOf(run)).toEqual([
      { name: 'the file did not run', file: 'tools/jest/some.spec.ts', message: 'Cannot find module' },
    ]);
  });

  it('is cut after thirty lines of a message', () => {
    const long = Array.from({ length: 40 }, (_, index) => `line ${String(index + 1)}`).join('\n');
    const run = aRun({ testResults: [{ status: 'failed', fullName: 'long', failureMessages: [long] }] });

    const [failure] = failuresOf(run);

    expect(failure?.message.split('\n')).toHaveLength(30);
    expect(failure?.message).toMatch(/line 30$/);
  });
});

describe('the message of a failed test', () => {
  it('leaves out where Jest itself was', () => {
    const message = 'Error: no\n    at mine (/x/a.spec.ts:2:3)\n    at jest (/x/node_modules/jest/run.js:1:1)';
    const run = aRun({ testResults: [{ status: 'failed', fullName: 'a', failureMessages: [message] }] });

    expect(failuresOf(run)[0]?.message).toBe('Error: no\n    at mine (/x/a.spec.ts:2:3)');
  });
});

describe('the end of the log', () => {
  it('names each failed test with its tier', () => {
    const failures = [{ name: 'a case ends', file: 'a.spec.ts', message: 'Error: no\n  at x' }];

    expect(failureLines([{ tier: 'small' }, { tier: 'e2e', failures }])).toEqual([
      '',
      'failed in e2e: a case ends',
      '  a.spec.ts',
      '  Error: no',
      '    at x',
      '',
    ]);
  });

  it('says nothing when nothing failed', () => {
    expect(failureLines([{ tier: 'small', failures: [] }, { tier: 'e2e' }])).toEqual([]);
  });
});

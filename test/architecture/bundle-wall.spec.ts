import path from 'node:path';

import { describe, expect, it } from '@jest/globals';
import { bundleWorkflowCode, type LogLevel } from '@temporalio/worker';

import { workflowBundleOptions } from '@dialogue/worker';

describe('the workflow bundle', () => {
  it.each([
    ['a module of Node', 'node-in-workflow.ts', 'node:fs'],
    ['a room that needs Node', 'adapter-in-workflow.ts', 'node:async_hooks'],
  ])('refuses %s', async (_what, fixture, module) => {
    const { code, said } = await bundle(fixture);

    expect(code).toBeNull();
    expect(said).toContain(module);
  });

  it('takes what is pure, and rooms from their source', async () => {
    const { code, said } = await bundle('pure-workflow.ts');

    expect(code).toContain('libs/domain/src/');
    expect(said).not.toContain('ERROR');
  });
});

/** The code, or none where the bundler refused; and what it said about it. */
async function bundle(fixture: string): Promise<{ readonly code: string | null; readonly said: string }> {
  const lines: string[] = [];
  const say = (message: unknown): unknown => lines.push(String(message));
  const workflowsPath = path.join(import.meta.dirname, 'fixtures', fixture);
  const logger = {
    trace: say,
    debug: say,
    info: say,
    warn: say,
    error: say,
    log: (_level: LogLevel, text: string) => say(text),
  };
  const code = await bundleWorkflowCode({ ...workflowBundleOptions, workflowsPath, logger }).then(
    (bundled) => bundled.code,
    () => null,
  );
  return { code, said: lines.join('\n') };
}

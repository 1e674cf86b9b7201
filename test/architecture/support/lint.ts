import { execFileSync } from 'node:child_process';

import { root } from './repository.js';

export interface Sample {
  readonly filePath: string;
  readonly text: string;
}

export interface Finding {
  readonly ruleId: string | null;
  readonly message: string;
}

/** What the ESLint configuration of the repository says about texts, each as though it stood in the named file. */
export function lint(samples: readonly Sample[]): readonly (readonly Finding[])[] {
  const output = execFileSync('node', ['tools/eslint/lint-texts.js'], {
    cwd: root,
    input: JSON.stringify(samples),
    encoding: 'utf8',
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  return JSON.parse(output) as readonly (readonly Finding[])[];
}

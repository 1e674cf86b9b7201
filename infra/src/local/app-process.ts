import { access } from 'node:fs/promises';
import { join } from 'node:path';

import { LocalProblem } from './local-problem.js';
import { repositoryRoot } from './paths.js';
import { programEnvironment } from './program-environment.js';
import type { ServerSpec } from './server-process.js';

/** One of our applications, compiled, as it is to be started. */
export interface AppOptions {
  readonly name: 'api' | 'worker' | 'letters';
  /** Below the checkout. */
  readonly program: string;
  readonly args?: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly logFile: string;
  readonly stopGraceMs: number;
}

/**
 * What the memory of our programs needs, as the image has it (Dockerfile): glibc makes an arena for each of its first
 * threads, up to eight per core, and the many threads of Node and of Temporal's core keep most of what they once used.
 */
const memorySettings = { MALLOC_ARENA_MAX: '2' } as const;

/** How to run the application. @throws LocalProblem `build.missing` */
export async function appSpec(options: AppOptions): Promise<ServerSpec> {
  const file = join(repositoryRoot, options.program);
  await access(file).catch((cause: unknown) => {
    throw new LocalProblem({ code: 'build.missing', file: options.program }, { cause });
  });
  return {
    name: options.name,
    command: process.execPath,
    args: [file, ...(options.args ?? [])],
    env: {
      ...memorySettings,
      ...withoutFileVariants(programEnvironment(), options.environment),
      ...options.environment,
    },
    cwd: repositoryRoot,
    logFile: options.logFile,
    ipc: true,
    stopSignal: 'SIGTERM',
    stopGraceMs: options.stopGraceMs,
  };
}

/** `DATABASE_URL_FILE` beside our `DATABASE_URL` would be a contradiction that the application refuses. */
function withoutFileVariants(inherited: NodeJS.ProcessEnv, own: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(inherited).filter(([name]) => !(name.endsWith('_FILE') && name.slice(0, -'_FILE'.length) in own)),
  );
}

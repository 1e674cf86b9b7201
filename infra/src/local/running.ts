import { z } from 'zod';

import { readIfPresent, writePrivateFile } from './private-file.js';
import { processIdentity } from './process-identity.js';

/** What a running stack tells other commands about itself, in `running.json` of its folder. */
export interface RunningStack {
  readonly pid: number;
  readonly identity: string;
  readonly temporalAddress: string;
  readonly temporalNamespace: string;
  readonly postgresPort: number;
  readonly databaseName: string;
}

const runningStack = z.object({
  pid: z.int().positive(),
  identity: z.string(),
  temporalAddress: z.string(),
  temporalNamespace: z.string(),
  postgresPort: z.int().positive(),
  databaseName: z.string(),
});

/** Other commands find the stack from now on. */
export async function announceRunning(file: string, stack: Omit<RunningStack, 'pid' | 'identity'>): Promise<void> {
  const identity = (await processIdentity(process.pid)) ?? 'unknown';
  await writePrivateFile(file, `${JSON.stringify({ ...stack, pid: process.pid, identity }, null, 2)}\n`);
}

/** The stack that runs on this folder now, or `null`: what a killed one left behind does not count. */
export async function findRunning(file: string): Promise<RunningStack | null> {
  const text = await readIfPresent(file);
  if (text === null) return null;
  const parsed = runningStack.safeParse(parseOrNull(text));
  if (!parsed.success) return null;
  return (await processIdentity(parsed.data.pid)) === parsed.data.identity ? parsed.data : null;
}

function parseOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

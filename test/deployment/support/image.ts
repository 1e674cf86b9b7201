import { execFile } from 'node:child_process';
import { copyFile, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

import { root, textOf } from '../../architecture/support/repository.js';
import { isInContext, readCopy, readDockerfile, type Instruction } from './dockerfile.js';

const run = promisify(execFile);

/** What a build leaves behind, as far as running its programs goes. */
export interface Image {
  /** The folder that stands for `/`. */
  readonly root: string;
  /** Where programs start, within that folder. */
  readonly workdir: string;
  readonly environment: Readonly<Record<string, string>>;
}

interface Building {
  readonly root: string;
  readonly environment: Record<string, string>;
  workdir: string;
}

/**
 * Carries out the Dockerfile without a container engine: each stage is a folder, its base image this machine. Everything
 * but the base, the user and the walls of a container is the real thing: what is copied, run, left out and set.
 */
export async function buildImage(folder: string): Promise<Image> {
  const built = new Map<string, Building>();
  for (const [index, stage] of readDockerfile(textOf('Dockerfile')).entries()) {
    const name = stage.name ?? 'final';
    const building: Building = { root: path.join(folder, `${index}-${name}`), environment: {}, workdir: '/' };
    await mkdir(building.root, { recursive: true });
    built.set(name, building);
    for (const instruction of stage.instructions) await carryOut(instruction, building, built);
  }
  const final = built.get('final');
  if (final === undefined) throw new Error('the Dockerfile has no final stage');
  return { ...final, workdir: path.join(final.root, final.workdir) };
}

/** A path of the image on this machine. */
export function inImage(image: Image, value: string): string {
  return value.replaceAll(
    /(^|[\s=])(\/app\b)/g,
    (_all, before: string, inside: string) => before + image.root + inside,
  );
}

/** What a program of a container sees of this machine: the same Node as the image's, and nothing of our environment. */
export function bareEnvironment(...before: readonly string[]): Readonly<Record<string, string>> {
  return { PATH: [...before, path.dirname(process.execPath), '/usr/local/bin', '/usr/bin', '/bin'].join(':') };
}

async function carryOut(
  { name, rest }: Instruction,
  building: Building,
  built: ReadonlyMap<string, Building>,
): Promise<void> {
  if (name === 'WORKDIR') {
    building.workdir = rest;
    await mkdir(inside(building, ''), { recursive: true });
  } else if (name === 'ENV') {
    const [, variable = '', value = ''] = /^(\w+)=(.*)$/.exec(rest) ?? [];
    building.environment[variable] = value;
  } else if (name === 'COPY') {
    await copy(rest, building, built);
  } else if (name === 'RUN') {
    const env = { ...bareEnvironment(), ...building.environment, ...ofTheMachine() };
    await run('sh', ['-c', rest], { cwd: inside(building, ''), env, maxBuffer: 64 * 1024 * 1024 });
  } else if (!['USER', 'EXPOSE', 'CMD'].includes(name)) {
    throw new Error(`the Dockerfile says ${name}, which this builder does not know`);
  }
}

async function copy(rest: string, building: Building, built: ReadonlyMap<string, Building>): Promise<void> {
  const { from, sources, target } = readCopy(rest);
  if (from !== null) {
    const other = built.get(from);
    if (other === undefined) throw new Error(`no stage is called ${from}`);
    const copied = sources.map((source) => `${path.join(other.root, source)}/.`);
    await run('cp', ['--archive', ...copied, inside(building, target)]);
    return;
  }
  const context = await filesOfContext();
  for (const source of sources) {
    for (const file of context.filter((one) => source === '.' || one === source)) {
      const to = path.join(inside(building, target), source === '.' ? file : path.basename(file));
      await mkdir(path.dirname(to), { recursive: true });
      await copyFile(path.join(root, file), to);
    }
  }
}

/** What `docker build` would be sent: what Git knows or would add, as `.dockerignore` lets it through. */
async function filesOfContext(): Promise<readonly string[]> {
  const args = ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--deduplicate'];
  const { stdout } = await run('git', args, { cwd: root, maxBuffer: 64 * 1024 * 1024 });
  const ignore = textOf('.dockerignore');
  return stdout.split('\0').filter((file) => file !== '' && isInContext(file, ignore));
}

function inside({ root: folder, workdir }: Building, target: string): string {
  return target.startsWith('/') ? path.join(folder, target) : path.join(folder, workdir, target);
}

/** How this machine reaches the package registry, and where it keeps what it fetched. */
function ofTheMachine(): Readonly<Record<string, string>> {
  const wanted = Object.entries(process.env).filter(([name]) =>
    /^(HOME|npm_config_(registry|cache|userconfig)|NODE_EXTRA_CA_CERTS|.*_proxy)$/i.test(name),
  );
  return Object.fromEntries(wanted.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}

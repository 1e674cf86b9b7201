import { appSpec } from '@dialogue/infra';
import { describe, expect, it } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'yaml';

import { readCompose, type ComposeFile, type Service } from '../deployment/support/compose-file.js';
import { isInContext, readDockerfile } from '../deployment/support/dockerfile.js';
import { containerFaults, networkFaults, referenceFaults, stopFaults } from './support/containers.js';
import {
  commandFaults,
  environmentFaults,
  imageEnvironmentFaults,
  imageFaults,
  interpolationFaults,
  secretFaults,
  type Installation,
} from './support/one-server.js';
import { textOf } from './support/repository.js';

const text = textOf('docker-compose.yml');
const dockerfile = textOf('Dockerfile');
const installation: Installation = {
  compose: readCompose(text),
  text,
  stages: readDockerfile(dockerfile),
  envExample: textOf('infra/compose/env.example'),
  makeSecrets: textOf('infra/compose/make-secrets.sh'),
  version: (JSON.parse(textOf('package.json')) as { version: string }).version,
};
const { compose } = installation;

/** How long the programs themselves give to what is under way, as their code says it. */
const longestMs = {
  api: Number(/stopMs = (\d+)/.exec(textOf('apps/admin-api/src/main.ts'))?.[1]),
  worker:
    1000 * Number(/shutdownForceTime: '(\d+) seconds'/.exec(textOf('apps/worker/src/queues/queue-workers.ts'))?.[1]),
};

describe('docker-compose.yml', () => {
  it('keeps to the compose specification', () => {
    expect(schemaFaults(parse(text, { merge: true }))).toEqual([]);
  });

  it('sets every variable that its programs need and none that they do not know, secrets by file only', () => {
    expect(environmentFaults(installation)).toEqual([]);
    expect(imageEnvironmentFaults(installation)).toEqual([]);
    expect(secretFaults(installation)).toEqual([]);
    expect(interpolationFaults(installation)).toEqual([]);
  });

  it('gives the memory of its programs the shape that the embedded stack and the benches have', async () => {
    const { env } = await appSpec({
      ...{ name: 'worker', program: 'apps/worker/dist/main.js', environment: {} },
      ...{ logFile: 'worker.log', stopGraceMs: 0 },
    });

    expect(/^ENV MALLOC_ARENA_MAX=(\d+)$/m.exec(dockerfile)?.[1]).toBe('2');
    expect(env['MALLOC_ARENA_MAX']).toBe('2');
  });

  it('runs and watches only programs that exist', () => {
    expect(commandFaults(installation)).toEqual([]);
  });

  it('confines, limits and watches every container', () => {
    expect(containerFaults(compose)).toEqual([]);
  });

  it('publishes no port of a store', () => {
    expect(networkFaults(compose)).toEqual([]);
  });

  it('names only what is there', () => {
    expect(referenceFaults(compose)).toEqual([]);
  });

  it('gives API and worker longer to stop than they take at most', () => {
    expect(Object.values(longestMs).every((longest) => longest > 0)).toBe(true);
    expect(stopFaults(compose, longestMs)).toEqual([]);
  });

  it('has a read-only Temporal UI that logs no details, and a Temporal server with 512 shards', () => {
    expect(compose.services['temporal-ui']?.environment).toMatchObject({
      TEMPORAL_DISABLE_WRITE_ACTIONS: 'true',
      TEMPORAL_HIDE_LOGS: 'true',
    });
    expect(textOf('infra/compose/temporal/server.yaml')).toMatch(/^ {2}numHistoryShards: 512$/m);
  });

  it('has a PostgreSQL whose log repeats no values', () => {
    expect(compose.services['postgres']?.command).toContain('log_error_verbosity=terse');
  });
});

describe('a compose file', () => {
  it.each<[string, (service: Writable<Service>) => void, string]>([
    ['an image without a version', (api) => (api.image = 'dialogue:latest'), 'api is not pinned: dialogue:latest'],
    ['the user root', (api) => (api.user = 'root'), 'api runs as root'],
    ['no user', (api) => delete api.user, 'api runs as root'],
    ['a writable image', (api) => (api.read_only = false), 'api may write to its image'],
    ['an added capability', (api) => (api.cap_add = ['NET_ADMIN']), 'api has rights of its own'],
    ['its capabilities', (api) => delete api.cap_drop, 'api keeps capabilities'],
    ['the way to privileges', (api) => (api.security_opt = []), 'api may gain privileges'],
    ['a folder of the machine', (api) => (api.volumes = ['/var/run:/run']), 'api mounts a folder of the machine'],
    ['no limits', (api) => delete api.deploy, 'api has no limit of memory'],
    ['no health check', (api) => delete api.healthcheck, 'api is not watched'],
    ['no restart', (api) => delete api.restart, 'api does not come back'],
  ])('with %s would be caught', (_what, change, expected) => {
    expect(containerFaults(changed('api', change))).toContain(expected);
  });

  it.each<[string, string, (service: Writable<Service>) => void, string]>([
    ['a port of PostgreSQL', 'postgres', (it) => (it.ports = ['5432:5432']), 'postgres publishes a port'],
    ['an open port', 'api', (it) => (it.ports = ['3000:3000']), 'api publishes 3000:3000 to the world'],
    [
      'a store with a way out',
      'temporal',
      (it) => (it.networks = ['front']),
      'temporal stands in front, which leads out',
    ],
  ])('with %s would be caught', (_what, name, change, expected) => {
    expect(networkFaults(changed(name, change))).toContain(expected);
  });

  it.each<[string, string, (service: Writable<Service>) => void, string]>([
    ['no way to the server', 'api', (it) => (it.networks = ['front']), 'api cannot reach temporal'],
    ['an unknown host', 'api', (it) => (it.environment = { A: 'tempral:7233' }), 'api cannot reach tempral'],
    [
      'a job that never gets healthy',
      'api',
      (it) => (it.depends_on = { 'set-up': { condition: 'service_healthy' } }),
      'api waits for set-up to be service_healthy',
    ],
    ['a job for nobody', 'temporal', (it) => delete it.depends_on, 'nobody waits for temporal-schema'],
    ['no volume', 'postgres', (it) => (it.volumes = ['other:/data']), 'other is no named volume'],
  ])('with %s would be caught', (_what, name, change, expected) => {
    expect(referenceFaults(changed(name, change))).toContain(expected);
  });

  it.each<[string, (service: Writable<Service>) => void, string]>([
    ['a variable that nothing reads', (it) => set(it, { API_PROT: '3000' }), 'api sets API_PROT, which nothing reads'],
    ['too few variables', (it) => (it.environment = {}), 'api lacks PUBLIC_URL'],
    ['the Temporal server of the machine', (it) => (it.environment = {}), 'api lacks TEMPORAL_ADDRESS'],
    ['a secret in the open', (it) => set(it, { DATABASE_URL: 'postgres://a' }), 'api has DATABASE_URL in the open'],
  ])('with %s would be caught', (_what, change, expected) => {
    expect(environmentFaults({ ...installation, compose: changed('api', change) })).toContain(expected);
  });

  it.each<[string, (service: Writable<Service>) => void, string]>([
    ['a secret that is not given', (it) => (it.secrets = []), 'api is not given auth_token_key'],
    ['a secret too many', (it) => (it.secrets = ['smtp_url']), 'api has no use for smtp_url'],
    ['a key in the open', (it) => set(it, { SQL_PASSWORD: 'x' }), 'api has SQL_PASSWORD in the open'],
  ])('with %s would be caught', (_what, change, expected) => {
    expect(secretFaults({ ...installation, compose: changed('api', change) })).toContain(expected);
  });

  it('with a program that is not there would be caught', () => {
    const lost = changed('api', (api) => (api.command = ['node', 'apps/admin-api/dist/server.js']));

    expect(commandFaults({ ...installation, compose: lost })).toEqual([
      'api runs node apps/admin-api/dist/server.js, which does not exist',
    ]);
  });

  it('with a variable that nobody explains, or an explanation that nobody needs, would be caught', () => {
    const faults = interpolationFaults({ ...installation, text: '${NEW}', envExample: '# OLD=1\n' });

    expect(faults).toEqual(['NEW is not explained', 'OLD is asked for by nobody']);
  });

  it('with too little time to stop would be caught', () => {
    const hasty = changed('worker', (worker) => (worker.stop_grace_period = '10s'));

    expect(stopFaults(hasty, longestMs)).toEqual(['worker may take 12000 ms to stop and is killed before']);
  });

  it('with a word that the specification does not know would be caught', () => {
    expect(schemaFaults({ services: { api: { image: 'a:1', comand: ['x'] } } })).not.toEqual([]);
  });
});

describe('the image', () => {
  it('is built from pinned bases, from every manifest, for the user node', () => {
    expect(imageFaults(installation)).toEqual([]);
  });

  it('has the Node of the repository', () => {
    const { dependencies } = JSON.parse(textOf('package.json')) as { dependencies: { node: string } };

    expect(installation.stages.map(({ base }) => base)).toEqual(
      installation.stages.map(() => `node:${dependencies.node}-bookworm-slim`),
    );
  });

  it.each([
    ['another base', dockerfile.replaceAll('24.21.0-bookworm-slim', 'latest'), 'node:latest is not pinned'],
    ['the user root', dockerfile.replace('USER node', ''), 'the image runs as root'],
    ['a file that is not there', dockerfile.replace('.npmrc', '.npmrcs'), '.npmrcs is copied, and is not there'],
    ['a forgotten room', dockerfile.replace(/^COPY infra.*$/m, ''), 'infra/package.json is not copied before npm ci'],
  ])('with %s would be caught', (_what, changedText, expected) => {
    expect(imageFaults({ ...installation, stages: readDockerfile(changedText) })).toContain(expected);
  });

  it.each([
    ['libs/domain/src/index.ts', true],
    ['test/package.json', true],
    ['data/calendar.json', true],
    ['secrets/identity_key', false],
    ['.env', false],
    ['.data/secrets/identity-key', false],
    ['.git/config', false],
    ['libs/domain/src/index.spec.ts', false],
    ['libs/domain/dist/index.js', false],
    ['infra/node_modules/x/index.js', false],
  ])('takes %s from the checkout: %s', (path, expected) => {
    expect(isInContext(path, textOf('.dockerignore'))).toBe(expected);
  });
});

type Writable<T> = { -readonly [Key in keyof T]?: T[Key] };

/** The compose file with one service changed. */
function changed(name: string, change: (service: Writable<Service>) => void): ComposeFile {
  const copy = structuredClone(compose);
  change(copy.services[name] as Writable<Service>);
  return copy;
}

function set(service: Writable<Service>, more: Readonly<Record<string, string>>): void {
  service.environment = { ...service.environment, ...more };
}

function schemaFaults(document: unknown): readonly string[] {
  const schema = JSON.parse(textOf('test/architecture/fixtures/compose/compose-spec.json')) as Record<string, unknown>;
  const validate = new Ajv2020({ strict: false, validateFormats: false, allErrors: true }).compile(schema);
  validate(document);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`);
}

import { existsSync } from 'node:fs';
import path from 'node:path';

import { isJob, milliseconds, type ComposeFile, type Service } from '../../deployment/support/compose-file.js';
import { root } from './repository.js';

type Check = readonly [isFault: boolean, fault: string];

/** The services that keep data, or stand between it and the world. */
const stores = ['postgres', 'temporal'];
/** The only ones that a person reaches. */
const published = ['api', 'temporal-ui'];

/** Every container: pinned, not root, no rights, limited; the ones that last are watched and come back. */
export function containerFaults({ services }: ComposeFile): readonly string[] {
  return Object.entries(services).flatMap(([name, service]) =>
    [...confinement(service), ...limits(service), ...lasting(service)]
      .filter(([isFault]) => isFault)
      .map(([, fault]) => `${name} ${fault}`),
  );
}

function confinement(service: Service): readonly Check[] {
  const [, tag = ''] = service.image.split(':');
  return [
    [!/^\d+\.\d+(\.\d+)?(-\w+)?$/.test(tag), `is not pinned: ${service.image}`],
    [service.user === undefined || /^(root|0)(:|$)/.test(service.user), 'runs as root'],
    [service.read_only !== true, 'may write to its image'],
    [service.privileged === true || service.cap_add !== undefined, 'has rights of its own'],
    [service.cap_drop?.includes('ALL') !== true, 'keeps capabilities'],
    [service.security_opt?.includes('no-new-privileges:true') !== true, 'may gain privileges'],
    [(service.volumes ?? []).some((volume) => /^[./]/.test(volume)), 'mounts a folder of the machine'],
  ];
}

function limits({ deploy }: Service): readonly Check[] {
  const given = Object.keys(deploy?.resources?.limits ?? {});
  return ['cpus', 'memory', 'pids'].map((limit) => [!given.includes(limit), `has no limit of ${limit}`]);
}

function lasting(service: Service): readonly Check[] {
  if (isJob(service)) return [];
  return [
    [service.restart !== 'unless-stopped', 'does not come back'],
    [(service.healthcheck?.test.length ?? 0) < 2, 'is not watched'],
    [service.healthcheck?.test[0] !== 'CMD', 'is watched through a shell'],
    [service.stop_grace_period === undefined, 'has no time to stop'],
  ];
}

/** Nothing but API and UI can be reached from outside, and these from this machine only unless the operator says so. */
export function networkFaults({ services, networks }: ComposeFile): readonly string[] {
  return Object.entries(services).flatMap(([name, { ports = [], networks: own = [] }]) => [
    ...(ports.length > 0 && !published.includes(name) ? [`${name} publishes a port`] : []),
    ...ports
      .filter((port) => !/:-127\.0\.0\.1:\d+\}:\d+$/.test(port))
      .map((port) => `${name} publishes ${port} to the world`),
    ...(stores.includes(name) ? own.filter((network) => networks[network]?.internal !== true) : []).map(
      (network) => `${name} stands in ${network}, which leads out`,
    ),
    ...own.filter((network) => !(network in networks)).map((network) => `${name} stands in ${network}, which is none`),
    ...(own.length === 0 ? [`${name} stands in the default network`] : []),
  ]);
}

/** Who is waited for can be waited for, who is addressed can be reached, and what is mounted is there. */
export function referenceFaults({ services, configs, volumes, networks }: ComposeFile): readonly string[] {
  return [
    ...Object.entries(services).flatMap(([name, service]) => [
      ...waitingFaults(services, service).map((fault) => `${name} ${fault}`),
      ...addressed(service)
        .filter((host) => !shareNetwork(service, services[host]))
        .map((host) => `${name} cannot reach ${host}`),
      ...(service.configs ?? [])
        .filter(({ source }) => !(source in configs))
        .map(({ source }) => `${source} is no config`),
      ...(service.volumes ?? [])
        .map((volume) => volume.split(':')[0] ?? '')
        .filter((volume) => !(volume in volumes))
        .map((volume) => `${volume} is no named volume`),
    ]),
    // `docker compose up --wait` takes a job that nobody waits for, and that has ended well, for a failure.
    ...Object.entries(services)
      .filter(([name, service]) => isJob(service) && !Object.values(services).some((other) => waitsFor(other, name)))
      .map(([name]) => `nobody waits for ${name}`),
    ...Object.values(configs)
      .filter(({ file }) => !existsSync(path.join(root, file)))
      .map(({ file }) => `${file} does not exist`),
    ...Object.keys(networks)
      .filter((network) => !Object.values(services).some((service) => service.networks?.includes(network) === true))
      .map((network) => `nobody stands in ${network}`),
  ];
}

function waitingFaults(services: ComposeFile['services'], { depends_on: waits = {} }: Service): readonly string[] {
  return Object.entries(waits).flatMap(([other, { condition }]) => {
    const service = services[other];
    if (service === undefined) return [`waits for ${other}, which is none`];
    const fitting = isJob(service) ? 'service_completed_successfully' : 'service_healthy';
    return condition === fitting ? [] : [`waits for ${other} to be ${condition}`];
  });
}

function waitsFor({ depends_on: waits = {} }: Service, name: string): boolean {
  return name in waits;
}

/** The hosts in the environment: `temporal:7233`. */
function addressed({ environment = {} }: Service): readonly string[] {
  return Object.entries(environment).flatMap(([name, value]) =>
    name === 'SQL_HOST' ? [value] : (/^([a-z][a-z-]*):\d+$/.exec(value)?.[1] ?? []),
  );
}

function shareNetwork(service: Service, other: Service | undefined): boolean {
  return service.networks?.some((network) => other?.networks?.includes(network) === true) === true;
}

/** Whoever is asked to stop gets longer than it takes at most. */
export function stopFaults({ services }: ComposeFile, longestMs: Readonly<Record<string, number>>): readonly string[] {
  return Object.entries(longestMs)
    .filter(([name, longest]) => milliseconds(services[name]?.stop_grace_period ?? '0s') <= longest)
    .map(([name, longest]) => `${name} may take ${longest} ms to stop and is killed before`);
}

import { existsSync } from 'node:fs';
import path from 'node:path';

import { apiSettings, setUpSettings, temporalDatabasesSettings, workerSettings } from '@dialogue/config';

import { commandOf, healthCommandOf, variablesIn, type ComposeFile } from '../../deployment/support/compose-file.js';
import { allOf, environmentOf, readCopy, type Stage } from '../../deployment/support/dockerfile.js';
import { root } from './repository.js';

/** What one server is installed from. */
export interface Installation {
  readonly compose: ComposeFile;
  /** Of the compose file, with its variables. */
  readonly text: string;
  readonly stages: readonly Stage[];
  readonly envExample: string;
  readonly makeSecrets: string;
  readonly version: string;
}

interface Program {
  readonly variables: { readonly shape: Readonly<Record<string, Variable>> };
  readonly secrets: readonly string[];
  /** Variables whose default is meant for one machine, not for a container. */
  readonly given: readonly string[];
}

interface Variable {
  safeParse(value: unknown): { readonly success: boolean };
}

const { TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE } = apiSettings.variables.shape;

/** The programs of the image and what each reads from its environment. */
const programs: Readonly<Record<string, Program>> = {
  'apps/admin-api/dist/main.js': { ...apiSettings, given: ['TEMPORAL_ADDRESS', 'API_HOST'] },
  'apps/worker/dist/main.js': { ...workerSettings, given: ['TEMPORAL_ADDRESS', 'WORKFLOW_BUNDLE'] },
  'infra/dist/setup/main.js': {
    variables: { shape: { ...setUpSettings.variables.shape, TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE } },
    secrets: setUpSettings.secrets,
    given: ['TEMPORAL_ADDRESS', 'ADMIN_PASSWORD'],
  },
  'infra/dist/deploy/temporal-databases.main.js': { ...temporalDatabasesSettings, given: [] },
};

/** Variables of the image itself that no program of ours reads by its settings. */
const ofTheImage = ['NODE_ENV', 'MALLOC_ARENA_MAX'];

const ours = 'dialogue:';

/** Every variable that a service of ours sets is one of its program, and every one that the program needs is set. */
export function environmentFaults({ compose, stages }: Installation): readonly string[] {
  const imageEnvironment = environmentOf(stages.at(-1));
  return servicesOf(compose, (image) => image.startsWith(ours)).flatMap(([name, service]) => {
    const program = programs[commandOf(service)[1] ?? ''];
    if (program === undefined) return [`${name} runs no program of ours`];
    const own = Object.keys(service.environment ?? {});
    const known = new Set([
      ...Object.keys(program.variables.shape),
      ...program.secrets.map((secret) => `${secret}_FILE`),
    ]);
    const set = new Set([...own, ...Object.keys(imageEnvironment)].map((variable) => variable.replace(/_FILE$/, '')));
    const needed = Object.entries(program.variables.shape)
      .filter(([variable, schema]) => !schema.safeParse(undefined).success || program.given.includes(variable))
      .map(([variable]) => variable);
    return [
      ...own
        .filter((variable) => !known.has(variable))
        .map((variable) => `${name} sets ${variable}, which nothing reads`),
      ...needed.filter((variable) => !set.has(variable)).map((variable) => `${name} lacks ${variable}`),
      ...own
        .filter((variable) => program.secrets.includes(variable))
        .map((secret) => `${name} has ${secret} in the open`),
    ];
  });
}

/** What the image sets is read by some program. */
export function imageEnvironmentFaults({ stages }: Installation): readonly string[] {
  const known = new Set(Object.values(programs).flatMap(({ variables }) => Object.keys(variables.shape)));
  return Object.keys(environmentOf(stages.at(-1)))
    .filter((variable) => !known.has(variable) && !ofTheImage.includes(variable))
    .map((variable) => `the image sets ${variable}, which nothing reads`);
}

/** Every program that a service of ours runs, or is asked of its health, is compiled from a file that exists. */
export function commandFaults({ compose }: Installation): readonly string[] {
  return servicesOf(compose, (image) => image.startsWith(ours)).flatMap(([name, service]) =>
    [commandOf(service), healthCommandOf(service)]
      .filter((command) => command.length > 0)
      .filter(([program, file = '']) => program !== 'node' || !existsSync(path.join(root, sourceOf(file))))
      .map((command) => `${name} runs ${command.join(' ')}, which does not exist`),
  );
}

/** Secrets are files that the script makes; who names one is given it. */
export function secretFaults({ compose, makeSecrets }: Installation): readonly string[] {
  const used = Object.values(compose.services).flatMap(({ secrets = [] }) => secrets);
  return [
    ...Object.entries(compose.secrets)
      .filter(([name, { file }]) => file !== `./secrets/${name}` || !makeSecrets.includes(`keep_or_make ${name} `))
      .map(([name]) => `${name} is not made by make-secrets.sh`),
    ...Object.keys(compose.secrets)
      .filter((name) => !used.includes(name))
      .map((name) => `${name} is used by nobody`),
    ...servicesOf(compose).flatMap(([name, { environment = {}, secrets = [] }]) => {
      const named = Object.values(environment).flatMap((value) => /^\/run\/secrets\/(\w+)$/.exec(value)?.[1] ?? []);
      return [
        ...named.filter((secret) => !secrets.includes(secret)).map((secret) => `${name} is not given ${secret}`),
        ...secrets.filter((secret) => !named.includes(secret)).map((secret) => `${name} has no use for ${secret}`),
        ...secrets.filter((secret) => !(secret in compose.secrets)).map((secret) => `${secret} is no secret`),
        ...Object.entries(environment)
          .filter(
            ([variable, value]) => /PASSWORD|KEY|TOKEN/.test(variable) && !variable.endsWith('_FILE') && value !== '',
          )
          .map(([variable]) => `${name} has ${variable} in the open`),
      ];
    }),
  ];
}

/** What the operator is asked for is explained, and nothing else is. */
export function interpolationFaults({ text, envExample }: Installation): readonly string[] {
  const explained = [...envExample.matchAll(/^(?:# )?([A-Z_]+)=/gm)].map(([, name]) => name!);
  const asked = variablesIn(text);
  return [
    ...asked.filter((name) => !explained.includes(name)).map((name) => `${name} is not explained`),
    ...explained.filter((name) => !asked.includes(name)).map((name) => `${name} is asked for by nobody`),
  ];
}

/** Bases and tools are pinned, the build sees every manifest, and the image does not run as root. */
export function imageFaults({ stages, compose, version }: Installation): readonly string[] {
  const final = stages.at(-1);
  const copied = new Set(stages.flatMap((stage) => allOf(stage, 'COPY')).flatMap((rest) => readCopy(rest).sources));
  const missing = stages
    .flatMap((stage) => allOf(stage, 'COPY').map(readCopy))
    .filter(({ from }) => from === null)
    .flatMap(({ sources }) => sources.filter((source) => !existsSync(path.join(root, source))));
  return [
    ...stages
      .filter(({ base }) => !/^node:\d+\.\d+\.\d+-\w+-slim$/.test(base))
      .map(({ base }) => `${base} is not pinned`),
    ...(allOf(final, 'USER').at(-1) === 'node' ? [] : ['the image runs as root']),
    ...missing.map((source) => `${source} is copied, and is not there`),
    ...manifests
      .filter((manifest) => !copied.has(manifest))
      .map((manifest) => `${manifest} is not copied before npm ci`),
    ...servicesOf(compose, (image) => image.startsWith(ours) && image !== `dialogue:${version}`).map(
      ([name, { image }]) => `${name} runs ${image}, this is version ${version}`,
    ),
  ];
}

const manifests = [
  ...['activities', 'apps/admin-api', 'apps/worker', 'infra', 'test', 'workflows'],
  ...['config', 'contracts', 'domain', 'mail', 'observability', 'persistence', 'testing'].map((room) => `libs/${room}`),
].map((folder) => `${folder}/package.json`);

/** `infra/dist/setup/main.js` is compiled from `infra/src/setup/main.ts`. */
function sourceOf(file: string): string {
  return file.replace('/dist/', '/src/').replace(/\.js$/, '.ts');
}

function servicesOf(
  compose: ComposeFile,
  isWanted: (image: string) => boolean = () => true,
): readonly (readonly [string, ComposeFile['services'][string]])[] {
  return Object.entries(compose.services).filter(([, { image }]) => isWanted(image));
}

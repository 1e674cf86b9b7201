import { parse } from 'yaml';

/** What the tests read of a service; the compose specification knows more. */
export interface Service {
  readonly image: string;
  readonly user?: string;
  readonly entrypoint?: readonly string[];
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly secrets?: readonly string[];
  readonly configs?: readonly { readonly source: string; readonly target: string }[];
  readonly volumes?: readonly string[];
  readonly ports?: readonly string[];
  readonly networks?: readonly string[];
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly healthcheck?: { readonly test: readonly string[]; readonly timeout?: string };
  readonly restart?: string;
  readonly stop_grace_period?: string;
  readonly read_only?: boolean;
  readonly privileged?: boolean;
  readonly cap_add?: readonly string[];
  readonly cap_drop?: readonly string[];
  readonly security_opt?: readonly string[];
  readonly deploy?: { readonly resources?: { readonly limits?: Readonly<Record<string, unknown>> } };
}

interface FromFile {
  readonly file: string;
}

export interface ComposeFile {
  readonly services: Readonly<Record<string, Service>>;
  readonly networks: Readonly<Record<string, { readonly internal?: boolean }>>;
  readonly volumes: Readonly<Record<string, unknown>>;
  readonly configs: Readonly<Record<string, FromFile>>;
  readonly secrets: Readonly<Record<string, FromFile>>;
}

/** A compose file, its merges carried out and its variables as they stand. */
export function readCompose(text: string): ComposeFile {
  return parse(text, { merge: true }) as ComposeFile;
}

/** Everything that a container runs at its start. */
export function commandOf({ entrypoint = [], command = [] }: Service): readonly string[] {
  return [...entrypoint, ...command];
}

/** What is asked of a container to know that it is well. */
export function healthCommandOf({ healthcheck }: Service): readonly string[] {
  return healthcheck?.test.slice(1) ?? [];
}

/** One that ends by itself. */
export function isJob({ restart }: Service): boolean {
  return restart === 'no';
}

/** `30s` in milliseconds. */
export function milliseconds(duration: string): number {
  const [, seconds] = /^(\d+)s$/.exec(duration) ?? [];
  if (seconds === undefined) throw new Error(`not a number of seconds: ${duration}`);
  return Number(seconds) * 1000;
}

/** `${NAME}`, `${NAME:-default}`, `${NAME:?reason}`: all that stand in the text. */
export function variablesIn(text: string): readonly string[] {
  return [...new Set([...text.matchAll(/\$\{([A-Z_]+)/g)].map(([, name]) => name!))];
}

/** The file with its variables filled in, as texts: what stands in them is not read as YAML. */
export function interpolated(compose: ComposeFile, values: Readonly<Record<string, string>>): ComposeFile {
  return JSON.parse(
    JSON.stringify(compose, (_key, value: unknown) => (typeof value === 'string' ? interpolate(value, values) : value)),
  ) as ComposeFile;
}

function interpolate(text: string, values: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\$\{([A-Z_]+)(?::([-?])([^}]*))?\}/g, (_all, name: string, kind?: string, rest?: string) => {
    const value = values[name] ?? '';
    if (value === '' && kind === '?') throw new Error(`${name} is not set`);
    return value === '' ? (rest ?? '') : value;
  });
}

import { readFileSync } from 'node:fs';

import { z } from 'zod';

import type { Environment } from './variables.js';

/** The settings, or every problem that stands in their way, one readable sentence each. */
export type Reading<Settings> = { readonly settings: Settings } | { readonly problems: readonly string[] };

/** The variables of one application, by their names in the environment, and which of them may come from a file. */
export interface SettingsSchema<Shape extends z.ZodRawShape> {
  readonly variables: z.ZodObject<Shape>;
  readonly secrets: readonly (keyof Shape & string)[];
}

/**
 * Reads the variables of one application. A secret may instead stand in a file that `<NAME>_FILE` names, as container
 * platforms hand them over; a trailing line break is not part of it.
 */
export function readSettings<Shape extends z.ZodRawShape>(
  schema: SettingsSchema<Shape>,
  environment: Environment,
): Reading<Readonly<z.output<z.ZodObject<Shape>>>> {
  const { values, problems } = withSecretsFromFiles(schema.secrets, environment);
  const parsed = schema.variables.safeParse(values);
  const issues = parsed.success ? [] : parsed.error.issues.filter(({ path }) => !problems.has(String(path[0])));
  const sentences = [...problems.values(), ...issues.map((issue) => sentence(schema.variables, issue))];
  return parsed.success && sentences.length === 0 ? { settings: Object.freeze(parsed.data) } : { problems: sentences };
}

/** As {@link readSettings} from the process's own environment; prints all problems and ends the process with 1. */
export function settingsOrExit<Shape extends z.ZodRawShape>(
  schema: SettingsSchema<Shape>,
): Readonly<z.output<z.ZodObject<Shape>>> {
  const reading = readSettings(schema, process.env);
  if ('settings' in reading) return reading.settings;
  const count = reading.problems.length;
  process.stderr.write(
    `The configuration has ${count} ${count === 1 ? 'problem' : 'problems'}:\n${reading.problems.map((problem) => `  - ${problem}\n`).join('')}` +
      'Every variable is explained in .env.example.\n',
  );
  process.exit(1);
}

/** The variables of an application by name; each secret among them also as `<NAME>_FILE`. */
export function variableNames<Shape extends z.ZodRawShape>(schema: SettingsSchema<Shape>): readonly string[] {
  return Object.keys(schema.variables.shape);
}

interface Values {
  readonly values: Readonly<Record<string, string | undefined>>;
  /** By the name of the variable, which then needs no second sentence. */
  readonly problems: ReadonlyMap<string, string>;
}

function withSecretsFromFiles(secrets: readonly string[], environment: Environment): Values {
  // An empty variable counts as not set, and so does an empty file: compose files and .env files write `NAME=` for "none".
  const values = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const problems = new Map<string, string>();
  for (const name of secrets) {
    const path = values[`${name}_FILE`];
    if (path === undefined) continue;
    if (values[name] !== undefined) problems.set(name, `${name} and ${name}_FILE are both set. Keep one of them.`);
    else {
      try {
        const text = readFileSync(path, 'utf8').trimEnd();
        values[name] = text === '' ? undefined : text;
      } catch (error) {
        problems.set(name, `${name}_FILE names ${path}, which cannot be read (${codeOf(error)}).`);
      }
    }
  }
  return { values, problems };
}

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'unknown error';
}

function sentence(variables: z.ZodObject, issue: z.core.$ZodIssue): string {
  const name = String(issue.path[0] ?? 'The configuration');
  const description = variables.shape[name] instanceof z.ZodType ? variables.shape[name].description : undefined;
  return `${name} ${issue.message}.${description === undefined ? '' : ` It is ${description}.`}`;
}

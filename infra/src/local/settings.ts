import { resolve } from 'node:path';

import { z } from 'zod';

import { LocalProblem } from './local-problem.js';
import { repositoryRoot } from './paths.js';

function port(standard: number, meaning: string): z.ZodType<number> {
  return z.coerce.number().int().min(1).max(65_535).default(standard).describe(meaning);
}

/** The parts of the stack by the names under which they can be chosen, in the order in which they start. */
export const partNames = ['postgres', 'temporal', 'smtp', 'set-up', 'api', 'worker', 'letters'] as const;

/** Everything about the local stack that can be set, by the environment. Two copies need two folders and other ports. */
export const localSettingsSchema = z.object({
  API_PORT: port(3000, 'HTTP API, its documentation under /docs'),
  TEMPORAL_PORT: port(7233, 'Temporal, gRPC'),
  TEMPORAL_UI_PORT: port(8233, 'Temporal, web page'),
  SMTP_PORT: port(1025, 'mail catcher, SMTP'),
  INBOX_PORT: port(1080, 'mail catcher, inbox page'),
  POSTGRES_PORT: port(5433, 'PostgreSQL'),
  LETTERS_PORT: port(8026, 'samples of all letters, page'),
  DATA_DIR: z
    .string()
    .min(1)
    .default('.data')
    .describe('where data, secrets and logs are kept; relative to the repository'),
  ADMIN_PASSWORD: z
    .string()
    .min(8)
    .optional()
    .describe('password of the first account, when it is created; made up without it'),
  LOCAL_PARTS: z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.array(z.enum(partNames)))
    .default([...partNames])
    .describe('which parts to start, by comma; all of them by default. To run one under a debugger, and for tests'),
  TEMPORAL_CLI: z.string().min(1).optional().describe('path of the Temporal CLI, instead of looking for one'),
});

/** The ports of one copy, by what listens on them. */
export interface LocalPorts {
  readonly api: number;
  readonly temporal: number;
  readonly temporalUi: number;
  readonly smtp: number;
  readonly inbox: number;
  readonly postgres: number;
  readonly letters: number;
}

/** What one copy of the local stack is told from outside. */
export interface LocalSettings {
  readonly ports: LocalPorts;
  readonly dataDir: string;
  readonly adminPassword: string | null;
  readonly parts: readonly (typeof partNames)[number][];
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The settings in this environment; an empty variable counts as absent.
 * @throws LocalProblem `settings.invalid` with all that is wrong at once.
 */
export function readLocalSettings(environment: Environment): LocalSettings {
  const parsed = localSettingsSchema.safeParse(withoutEmpty(environment));
  if (!parsed.success) {
    throw new LocalProblem({ code: 'settings.invalid', issues: parsed.error.issues.map(describeIssue) });
  }
  const { data } = parsed;
  const ports: LocalPorts = {
    api: data.API_PORT,
    temporal: data.TEMPORAL_PORT,
    temporalUi: data.TEMPORAL_UI_PORT,
    smtp: data.SMTP_PORT,
    inbox: data.INBOX_PORT,
    postgres: data.POSTGRES_PORT,
    letters: data.LETTERS_PORT,
  };
  refuseEqualPorts(ports);
  return {
    ports,
    dataDir: resolve(repositoryRoot, data.DATA_DIR),
    adminPassword: data.ADMIN_PASSWORD ?? null,
    parts: data.LOCAL_PARTS,
  };
}

/** The variable that sets each port, for sentences that say what to change. */
export const portVariables = {
  api: 'API_PORT',
  temporal: 'TEMPORAL_PORT',
  temporalUi: 'TEMPORAL_UI_PORT',
  smtp: 'SMTP_PORT',
  inbox: 'INBOX_PORT',
  postgres: 'POSTGRES_PORT',
  letters: 'LETTERS_PORT',
} as const satisfies Record<keyof LocalPorts, keyof z.infer<typeof localSettingsSchema>>;

function withoutEmpty(environment: Environment): Environment {
  return Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
}

function describeIssue(issue: { readonly path: readonly PropertyKey[]; readonly message: string }): string {
  return `${issue.path.map(String).join('.')}: ${issue.message}`;
}

function refuseEqualPorts(ports: LocalPorts): void {
  const uses = [
    { variable: portVariables.api, port: ports.api },
    { variable: portVariables.temporal, port: ports.temporal },
    { variable: portVariables.temporalUi, port: ports.temporalUi },
    { variable: portVariables.smtp, port: ports.smtp },
    { variable: portVariables.inbox, port: ports.inbox },
    { variable: portVariables.postgres, port: ports.postgres },
    { variable: portVariables.letters, port: ports.letters },
  ];
  for (const { port: number } of uses) {
    const variables = uses.filter((use) => use.port === number).map(({ variable }) => variable);
    if (variables.length > 1)
      throw new LocalProblem({ code: 'settings.invalid', issues: [`${variables.join(' = ')} = ${number}`] });
  }
}

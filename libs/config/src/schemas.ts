import { z } from 'zod';

import type { SettingsSchema } from './settings.js';
import { address, allOrNone, hours, key, text, wholeNumber } from './variables.js';

const postgres = ['postgres:', 'postgresql:'];
const web = ['http:', 'https:'];

const temporal = {
  TEMPORAL_ADDRESS: z
    .string()
    .default('127.0.0.1:7233')
    .describe('host and port of the Temporal server, e.g. 127.0.0.1:7233'),
  TEMPORAL_NAMESPACE: z.string().default('default').describe('the Temporal namespace of this installation'),
};

const shared = {
  ...temporal,
  IDENTITY_KEY: key('the key under which the identities of petitioners are sealed; losing it loses them', 32),
  PUBLIC_URL: address('the address at which people reach the API, as letters print it', web),
};

/** The environment of `apps/admin-api`. */
export const apiSettings = {
  variables: z.object({
    ...shared,
    DATABASE_URL: address('the address of the database for the role dialogue_api', postgres),
    API_HOST: z.string().default('127.0.0.1').describe('the address on which the API listens'),
    API_PORT: wholeNumber('the port on which the API listens', { min: 0, max: 65_535 }, 3000),
    TRUSTED_PROXIES: z
      .string()
      .regex(/^[\w.:/]+(,[\w.:/]+)*$/, 'is not a list of addresses, separated by commas')
      .default('loopback')
      .describe('the addresses of reverse proxies, which say for whom they speak: loopback, uniquelocal, or networks'),
    AUTH_TOKEN_KEY: key('the key that signs access tokens', 32),
    FILES_DIR: text('the folder in which files of people are kept by their content; no web server may serve it'),
    FILES_UNNAMED_MB: wholeNumber(
      'how many megabytes of files one account may leave lying that no command has named; they go after a day',
      { min: 20, max: 1_000_000 },
      1_000,
    ),
    CLAMD_ADDRESS: z
      .string()
      .regex(/^(\/\S+|[\w.-]+:\d{1,5}|\[[\da-f:]+\]:\d{1,5})$/i, 'is neither host:port nor the path of a socket')
      .optional()
      .describe('the virus scanner clamd, as host:port or the path of its socket; without it no file is scanned'),
    TEMPORAL_UI_URL: address(
      'the address of the Temporal UI, for links to workflows; without it there are none',
      web,
    ).optional(),
  }),
  secrets: ['DATABASE_URL', 'AUTH_TOKEN_KEY', 'IDENTITY_KEY'],
} as const satisfies SettingsSchema<z.ZodRawShape>;

const dkim = {
  DKIM_DOMAIN: text(
    'the domain that signs every letter, that of MAIL_FROM; without it letters are not signed',
  ).optional(),
  DKIM_SELECTOR: text('under which name the public key stands in the DNS: <selector>._domainkey.<domain>').optional(),
  DKIM_PRIVATE_KEY: text('the RSA key that signs letters, as PEM; its line breaks may be written as \\n').optional(),
};

/** The environment of `apps/worker`. */
export const workerSettings = {
  variables: z
    .object({
      ...shared,
      DATABASE_URL: address('the address of the database for the role dialogue_worker', postgres),
      SMTP_URL: address('the address of the mail server, e.g. smtp://user:password@mail.example.vn:587', [
        'smtp:',
        'smtps:',
      ]),
      MAIL_FROM: text('the sender of every letter, e.g. "Office" <office@example.vn>'),
      MAIL_MESSAGE_ID_DOMAIN: text('the domain at the end of every Message-ID; it must never change'),
      IMAP_URL: address(
        'the mailbox to which reports of delivery come, e.g. imaps://user:password@mail.example.vn/INBOX; without it none is read',
        ['imap:', 'imaps:'],
      ).optional(),
      MAILS_PER_SECOND: wholeNumber(
        'how many letters may leave in one second, over all workers',
        { min: 1, max: 1000 },
        10,
      ),
      MAIL_FIRST_PAUSE_MS: wholeNumber(
        'after how many milliseconds a letter that the mail server did not take now is tried again; each pause after that is twice as long, up to 4 hours',
        { min: 10, max: 600_000 },
        10_000,
      ),
      MAIL_QUIET_HOURS: hours(
        'between which hours no letter leaves, nor on rest days, e.g. 18:00-07:00; off: letters leave at any hour',
        '18:00-07:00',
      ),
      ...dkim,
      WORKFLOW_BUNDLE: z
        .string()
        .optional()
        .describe('the path of a workflow bundle built beforehand; without it the worker builds one at start'),
      MAX_CACHED_WORKFLOWS: wholeNumber(
        'how many workflows of each queue a worker keeps in memory; another is read from its history when something happens',
        { min: 2, max: 999_999 },
        32,
      ),
    })
    .superRefine(allOrNone(Object.keys(dkim))),
  secrets: ['DATABASE_URL', 'SMTP_URL', 'IMAP_URL', 'IDENTITY_KEY', 'DKIM_PRIVATE_KEY'],
} as const satisfies SettingsSchema<z.ZodRawShape>;

/** The environment of the set-up, which runs once before the others and alone knows the owner of the database. */
export const setUpSettings = {
  variables: z.object({
    DATABASE_ADMIN_URL: address(
      'the address of the database for its owner, who migrates it and makes the two roles',
      postgres,
    ),
    API_DATABASE_PASSWORD: text('the password given to the database role dialogue_api'),
    WORKER_DATABASE_PASSWORD: text('the password given to the database role dialogue_worker'),
    ADMIN_PASSWORD: z
      .string()
      .min(8, 'is shorter than 8 characters')
      .optional()
      .describe('the password of the first account, admin; without it one is made up and printed once'),
  }),
  secrets: ['DATABASE_ADMIN_URL', 'API_DATABASE_PASSWORD', 'WORKER_DATABASE_PASSWORD', 'ADMIN_PASSWORD'],
} as const satisfies SettingsSchema<z.ZodRawShape>;

/** The environment of the one program that makes room for the Temporal server in PostgreSQL. */
export const temporalDatabasesSettings = {
  variables: z.object({
    DATABASE_ADMIN_URL: setUpSettings.variables.shape.DATABASE_ADMIN_URL,
    TEMPORAL_DATABASE_PASSWORD: text('the password given to the database role temporal, of the Temporal server'),
  }),
  secrets: ['DATABASE_ADMIN_URL', 'TEMPORAL_DATABASE_PASSWORD'],
} as const satisfies SettingsSchema<z.ZodRawShape>;

/** What `apps/admin-api` is configured with. */
export type ApiSettings = Readonly<z.output<typeof apiSettings.variables>>;
/** What `apps/worker` is configured with. */
export type WorkerSettings = Readonly<z.output<typeof workerSettings.variables>>;
/** What the set-up is configured with. */
export type SetUpSettings = Readonly<z.output<typeof setUpSettings.variables>>;

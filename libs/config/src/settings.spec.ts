import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { describe, expect, it } from '@jest/globals';

import {
  apiSettings,
  readSettings,
  setUpSettings,
  temporalDatabasesSettings,
  variableNames,
  workerSettings,
} from './index.js';

const base64Key = Buffer.alloc(32, 7).toString('base64');
const apiEnvironment = {
  DATABASE_URL: 'postgres://dialogue_api:secret@127.0.0.1:5432/dialogue',
  AUTH_TOKEN_KEY: base64Key,
  IDENTITY_KEY: base64Key,
  PUBLIC_URL: 'http://127.0.0.1:3000',
  TEMPORAL_UI_URL: 'http://127.0.0.1:8233',
  FILES_DIR: '/var/lib/dialogue/files',
};

const workerEnvironment = {
  DATABASE_URL: 'postgres://dialogue_worker:secret@127.0.0.1:5432/dialogue',
  IDENTITY_KEY: base64Key,
  PUBLIC_URL: 'http://127.0.0.1:3000',
  SMTP_URL: 'smtp://127.0.0.1:25',
  MAIL_FROM: 'a@sonla.example',
  MAIL_MESSAGE_ID_DOMAIN: 'sonla.example',
};

describe('readSettings', () => {
  it('gives defaults to what may be left out', () => {
    const reading = readSettings(apiSettings, apiEnvironment);

    expect(reading).toMatchObject({
      settings: { API_HOST: '127.0.0.1', API_PORT: 3000, TEMPORAL_NAMESPACE: 'default' },
    });
  });

  it('is frozen', () => {
    const reading = readSettings(apiSettings, apiEnvironment);

    expect('settings' in reading && Object.isFrozen(reading.settings)).toBe(true);
  });

  it('names every problem at once, each in a sentence that says what the variable is', () => {
    const reading = readSettings(apiSettings, {
      ...apiEnvironment,
      DATABASE_URL: undefined,
      AUTH_TOKEN_KEY: 'c2hvcnQ=',
      API_PORT: '70000',
    });

    expect(reading).toEqual({
      problems: expect.arrayContaining([
        'DATABASE_URL is missing. It is the address of the database for the role dialogue_api.',
        expect.stringContaining('AUTH_TOKEN_KEY is not base64 of 32 bytes'),
        expect.stringContaining('API_PORT is not a whole number from 0 to 65535'),
      ]),
    });
    expect('problems' in reading && reading.problems).toHaveLength(3);
  });

  it('never repeats the value of a variable', () => {
    const reading = readSettings(apiSettings, {
      ...apiEnvironment,
      DATABASE_URL: 'canary-value',
      AUTH_TOKEN_KEY: 'canary-value',
    });

    expect(JSON.stringify(reading)).not.toContain('canary-value');
  });

  it('takes an empty variable as not set', () => {
    const reading = readSettings(apiSettings, { ...apiEnvironment, API_HOST: '' });

    expect(reading).toMatchObject({ settings: { API_HOST: '127.0.0.1' } });
  });
});

describe('a secret in a file', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'settings-')), 'key');
  writeFileSync(file, `${base64Key}\n`);

  it('is read without its line break', () => {
    const reading = readSettings(apiSettings, {
      ...apiEnvironment,
      AUTH_TOKEN_KEY: undefined,
      AUTH_TOKEN_KEY_FILE: file,
    });

    expect(reading).toMatchObject({ settings: { AUTH_TOKEN_KEY: new Uint8Array(32).fill(7) } });
  });

  it('is refused when the variable is set as well', () => {
    const reading = readSettings(apiSettings, { ...apiEnvironment, AUTH_TOKEN_KEY_FILE: file });

    expect(reading).toEqual({ problems: ['AUTH_TOKEN_KEY and AUTH_TOKEN_KEY_FILE are both set. Keep one of them.'] });
  });

  it('that is empty counts as not set', () => {
    const empty = join(mkdtempSync(join(tmpdir(), 'settings-')), 'key');
    writeFileSync(empty, '\n');

    expect(readSettings(workerSettings, { ...workerEnvironment, DKIM_PRIVATE_KEY_FILE: empty })).toHaveProperty(
      'settings',
    );
  });

  it('names a file that cannot be read', () => {
    const reading = readSettings(apiSettings, {
      ...apiEnvironment,
      AUTH_TOKEN_KEY: undefined,
      AUTH_TOKEN_KEY_FILE: `${file}.gone`,
    });

    expect(reading).toEqual({ problems: expect.arrayContaining([expect.stringContaining('cannot be read (ENOENT)')]) });
  });
});

describe('variables that mean something only together', () => {
  it('are missing where others of them are set', () => {
    const reading = readSettings(workerSettings, { ...workerEnvironment, DKIM_DOMAIN: 'sonla.example' });

    expect(reading).toEqual({
      problems: [
        expect.stringMatching(
          /^DKIM_SELECTOR is missing, while others of DKIM_DOMAIN, DKIM_SELECTOR, DKIM_PRIVATE_KEY/,
        ),
        expect.stringMatching(/^DKIM_PRIVATE_KEY is missing/),
      ],
    });
  });

  it('may all be left out, or all be set', () => {
    const key = { DKIM_DOMAIN: 'sonla.example', DKIM_SELECTOR: 'a', DKIM_PRIVATE_KEY: 'PEM' };

    expect(readSettings(workerSettings, workerEnvironment)).toHaveProperty('settings');
    expect(readSettings(workerSettings, { ...workerEnvironment, ...key })).toMatchObject({ settings: key });
  });
});

describe('.env.example', () => {
  it('has every variable of every application and no other', () => {
    const example = readFileSync(new URL('../../../.env.example', import.meta.url), 'utf8');

    const named = new Set([...example.matchAll(/^(?:# )?([A-Z][A-Z_]+)=/gm)].map(([, name]) => name));

    expect([...named].sort()).toEqual(
      [
        ...new Set([
          ...variableNames(apiSettings),
          ...variableNames(workerSettings),
          ...variableNames(setUpSettings),
          ...variableNames(temporalDatabasesSettings),
        ]),
      ].sort(),
    );
  });
});

describe('MAIL_QUIET_HOURS', () => {
  const workerEnvironment = {
    ...{ DATABASE_URL: 'postgres://dialogue_worker:secret@127.0.0.1:5432/dialogue', IDENTITY_KEY: base64Key },
    ...{
      SMTP_URL: 'smtp://127.0.0.1:2525',
      MAIL_FROM: 'Office <office@example.vn>',
      PUBLIC_URL: 'http://127.0.0.1:3000',
    },
    MAIL_MESSAGE_ID_DOMAIN: 'example.vn',
  };
  const read = (value?: string) => readSettings(workerSettings, { ...workerEnvironment, MAIL_QUIET_HOURS: value });

  it.each([
    [undefined, { from: 1_080, until: 420 }],
    ['21:30-06:15', { from: 1_290, until: 375 }],
    ['off', null],
  ])('%s is %j, in minutes of the day', (value, hours) => {
    expect(read(value)).toMatchObject({ settings: { MAIL_QUIET_HOURS: hours } });
  });

  it.each(['07:00-18:00', '18:00', '25:00-07:00', '18:00-07:00 ', 'on'])('%s is refused', (value) => {
    expect(read(value)).toEqual({ problems: [expect.stringContaining('MAIL_QUIET_HOURS is neither off nor hours')] });
  });
});

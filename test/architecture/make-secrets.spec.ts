import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { apiSettings, readSettings, setUpSettings, temporalDatabasesSettings, workerSettings } from '@dialogue/config';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { readCompose, type Service } from '../deployment/support/compose-file.js';
import { root, textOf } from './support/repository.js';

const { services, secrets } = readCompose(textOf('docker-compose.yml'));

describe('make-secrets.sh', () => {
  let folder = '';

  beforeEach(() => {
    folder = path.join(mkdtempSync(path.join(tmpdir(), 'dialogue-secrets-')), 'secrets');
  });
  afterEach(() => {
    rmSync(path.dirname(folder), { recursive: true, force: true });
  });

  it('makes every secret of the compose file, in a closed folder, readable for the users of containers', () => {
    makeSecrets();

    expect(readdirSync(folder).toSorted()).toEqual(Object.keys(secrets).toSorted());
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    for (const name of Object.keys(secrets)) expect(statSync(path.join(folder, name)).mode & 0o044).toBe(0o044);
  });

  it('makes them in the form that the programs ask for', () => {
    makeSecrets();
    writeFileSync(path.join(folder, 'smtp_url'), 'smtp://127.0.0.1:25\n');
    const given = {
      PUBLIC_URL: 'https://a.example',
      TEMPORAL_UI_URL: 'https://b.example',
      FILES_DIR: '/files',
      MAIL_FROM: 'a@b.example',
      MAIL_MESSAGE_ID_DOMAIN: 'b.example',
    };

    expect(readSettings(apiSettings, { ...given, ...filesOf(services['api']) })).toHaveProperty('settings');
    expect(readSettings(workerSettings, { ...given, ...filesOf(services['worker']) })).toHaveProperty('settings');
    expect(readSettings(setUpSettings, filesOf(services['set-up']))).toHaveProperty('settings');
    expect(readSettings(temporalDatabasesSettings, filesOf(services['temporal-databases']))).toHaveProperty('settings');
  });

  it('touches nothing that is there, and makes what is missing again', () => {
    makeSecrets();
    const before = contents();
    rmSync(path.join(folder, 'auth_token_key'));

    makeSecrets();

    const { auth_token_key: madeAnew, ...others } = contents();
    const { auth_token_key: lost, ...kept } = before;
    expect(others).toEqual(kept);
    expect(madeAnew).not.toBe(lost);
  });

  it('makes each of its own', () => {
    makeSecrets();
    const all = Object.values(contents()).filter((content) => content !== '');

    expect(new Set(all).size).toBe(all.length);
  });

  function makeSecrets(): void {
    execFileSync('sh', [path.join(root, 'infra/compose/make-secrets.sh'), folder], { stdio: 'pipe' });
  }

  function contents(): Readonly<Record<string, string>> {
    return Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(path.join(folder, name), 'utf8')]));
  }

  function filesOf(service: Service | undefined): Readonly<Record<string, string>> {
    const entries = Object.entries(service?.environment ?? {}).filter(([name]) => name.endsWith('_FILE'));
    return Object.fromEntries(entries.map(([name, value]) => [name, value.replace('/run/secrets', folder)]));
  }
});

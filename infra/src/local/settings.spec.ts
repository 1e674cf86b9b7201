import { join } from 'node:path';

import { describe, expect, it } from '@jest/globals';

import { LocalProblem, type Problem } from './local-problem.js';
import { repositoryRoot } from './paths.js';
import { readLocalSettings } from './settings.js';

describe('readLocalSettings', () => {
  it('needs no variable: the fixed ports and .data of the checkout', () => {
    expect(readLocalSettings({})).toEqual({
      ports: { api: 3000, temporal: 7233, temporalUi: 8233, smtp: 1025, inbox: 1080, postgres: 5433, letters: 8026 },
      dataDir: join(repositoryRoot, '.data'),
      adminPassword: null,
      parts: ['postgres', 'temporal', 'smtp', 'set-up', 'api', 'worker', 'letters'],
    });
  });

  it('takes an empty variable for an absent one', () => {
    expect(readLocalSettings({ API_PORT: '', ADMIN_PASSWORD: '', DATA_DIR: '' })).toEqual(readLocalSettings({}));
  });

  it('takes ports, folder and password from the environment', () => {
    const settings = readLocalSettings({ API_PORT: '3001', DATA_DIR: '/srv/copy', ADMIN_PASSWORD: 'long enough' });

    expect(settings.ports.api).toBe(3001);
    expect(settings.dataDir).toBe('/srv/copy');
    expect(settings.adminPassword).toBe('long enough');
  });

  it('says everything that is wrong at once', () => {
    const problem = problemOf(() =>
      readLocalSettings({ API_PORT: 'abc', SMTP_PORT: '70000', ADMIN_PASSWORD: 'short' }),
    );

    expect(problem).toMatchObject({
      code: 'settings.invalid',
      issues: [
        expect.stringContaining('API_PORT'),
        expect.stringContaining('SMTP_PORT'),
        expect.stringContaining('ADMIN_PASSWORD'),
      ],
    });
  });

  it('refuses one port for two parts, by their variables', () => {
    const problem = problemOf(() => readLocalSettings({ API_PORT: '1080' }));

    expect(problem).toEqual({ code: 'settings.invalid', issues: ['API_PORT = INBOX_PORT = 1080'] });
  });
});

function problemOf(action: () => unknown): Problem {
  try {
    action();
  } catch (error) {
    if (error instanceof LocalProblem) return error.problem;
    throw error;
  }
  throw new Error('nothing was refused');
}

import { describe, expect, it } from '@jest/globals';

import { sweep } from './sweeping.js';
import { aLogger } from './testing.fixture.js';

const now = Date.parse('2026-03-02T09:00+07:00');

describe('the hourly sweeping', () => {
  it('removes files of yesterday that nobody named, and sessions that are over', async () => {
    const { logger, lines } = aLogger();
    const asked: Date[] = [];
    const files = {
      sweep: async (before: Date) => {
        asked.push(before);
        return Promise.resolve({ files: 2, contents: 1 });
      },
    };

    await sweep({
      files,
      caseLinks: { removeSessionsThatAreOver: async () => Promise.resolve(3) },
      logger,
      now: () => now,
    });

    expect(asked).toEqual([new Date(now - 86_400_000)]);
    expect(lines.join('\n')).toMatch(/"files":2[^]*"sessions":3/);
  });

  it('removes the one when the other fails, and says so', async () => {
    const { logger, lines } = aLogger();
    const files = { sweep: async () => Promise.reject(new Error('the disk is away')) };

    await sweep({
      files,
      caseLinks: { removeSessionsThatAreOver: async () => Promise.resolve(1) },
      logger,
      now: () => now,
    });

    expect(lines.join('\n')).toMatch(/could not be removed[^]*"sessions":1/);
  });
});

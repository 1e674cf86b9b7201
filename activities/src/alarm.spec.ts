import { describe, expect, it } from '@jest/globals';
import type { Logger, LogMetadata } from '@temporalio/common';
import { MockActivityEnvironment } from '@temporalio/testing';

import { alarmed } from './alarm.js';

/** Lets a step fail that has been asked for so long ago, and gives what the log says. */
async function logOfFailing(minutes: number) {
  const written: { level: string; meta: LogMetadata }[] = [];
  const write = (level: string) => (_message: string, meta: LogMetadata) => written.push({ level, meta });
  const logger = {
    ...Object.fromEntries(['trace', 'debug', 'info', 'warn', 'error'].map((level) => [level, write(level)])),
  };
  const info = { scheduledTimestampMs: Date.now() - minutes * 60_000, attempt: 42, activityType: 'recordTransition' };
  const env = new MockActivityEnvironment(info, { logger: logger as unknown as Logger });
  const failing = async (): Promise<void> => alarmed(async () => Promise.reject(new TypeError('Key (email)=(a@b.vn)')));

  await expect(env.run(failing)).rejects.toThrow(TypeError);

  return written.filter(({ meta }) => 'alarm' in meta);
}

describe('alarmed', () => {
  it.each([
    [0, 'warn', false],
    [9, 'warn', false],
    [11, 'error', true],
    [600, 'error', true],
  ])('after %i minutes of failing logs at level %s', async (minutes, level, alarm) => {
    const [entry, ...more] = await logOfFailing(minutes);

    expect(more).toEqual([]);
    expect(entry).toMatchObject({ level, meta: { alarm, attempt: 42, activityType: 'recordTransition' } });
  });

  it('D11.1d: names the kind of error, never its message, which may quote a person', async () => {
    const written = await logOfFailing(11);

    expect(written).toMatchObject([{ meta: { error: 'TypeError' } }]);
    expect(JSON.stringify(written)).not.toContain('a@b.vn');
  });

  it('gives what the step gives', async () => {
    expect(await new MockActivityEnvironment().run(async () => alarmed(async () => Promise.resolve(7)))).toBe(7);
  });
});

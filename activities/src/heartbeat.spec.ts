import { describe, expect, it, jest } from '@jest/globals';

import { keepTrying } from './heartbeat.js';

describe('keepTrying', () => {
  it('gives up after a minute with the last error', async () => {
    let now = 0;
    jest.spyOn(Date, 'now').mockImplementation(() => now);
    let tries = 0;
    const write = async (): Promise<void> => Promise.reject(new Error(`try ${(tries += 1)}`));
    const sleep = async (): Promise<void> => {
      now += 2_000;
      return Promise.resolve();
    };

    await expect(keepTrying(write, { sleep })).rejects.toThrow('try 31');
  });
});

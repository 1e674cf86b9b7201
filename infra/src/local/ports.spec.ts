import { describe, expect, it } from '@jest/globals';

import { freePort } from './ports.js';

describe('a free port', () => {
  it('is given once, also while nobody listens on it yet', async () => {
    const ports: number[] = [];

    while (ports.length < 400) ports.push(await freePort());

    expect(new Set(ports).size).toBe(400);
  });
});

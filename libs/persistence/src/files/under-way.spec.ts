import { describe, expect, it } from '@jest/globals';

import { createUnderWay, mostFilesUnderWay } from './under-way.js';

describe('files under way', () => {
  it('are only so many of one account, or one link', async () => {
    const never = async (): Promise<void> => new Promise(() => undefined);
    const underWay = createUnderWay();
    for (let each = 0; each < mostFilesUnderWay; each += 1) void underWay({ account: 'a' }, never);

    await expect(underWay({ account: 'a' }, never)).rejects.toMatchObject({ code: 'file.no_room' });
    expect(await underWay({ link: 'a' }, async () => Promise.resolve('taken'))).toBe('taken');
    expect(await underWay({ account: 'b' }, async () => Promise.resolve('taken'))).toBe('taken');
  });

  it('make room however they end', async () => {
    const underWay = createUnderWay();
    const broken = async () => underWay({ link: 'l' }, async () => Promise.reject(new Error('The connection is gone')));

    for (let each = 0; each < mostFilesUnderWay + 1; each += 1) await expect(broken()).rejects.toThrow('is gone');
    for (let each = 0; each < mostFilesUnderWay + 1; each += 1)
      expect(await underWay({ link: 'l' }, async () => Promise.resolve(each))).toBe(each);
  });
});

import { describe, expect, it } from '@jest/globals';

import { localDate } from '../time/local-date.js';
import { swapHalfIn, swapName } from './calendar-names.vi.js';

const [off, worked] = [localDate('2018-12-31'), localDate('2019-01-05')];

describe('swapHalfIn', () => {
  it('reads the other half from a name as it is written', () => {
    expect(swapHalfIn(swapName('off', off, worked))).toBe(worked);
    expect(swapHalfIn(swapName('worked', worked, off))).toBe(off);
  });

  it.each(['Quốc khánh', 'Nghỉ bù Quốc khánh', 'Hoán đổi: làm bù cho ngày 31/02/2026', 'Hoán đổi'])(
    'finds none in "%s"',
    (name) => {
      expect(swapHalfIn(name)).toBeNull();
    },
  );
});

import { describe, expect, it } from '@jest/globals';

import { localDate } from './local-date.js';
import { formatDate, formatDay } from './local-date.vi.js';

describe('formatDay', () => {
  it.each([
    ['2026-11-30', 'thứ Hai, ngày 30/11/2026'],
    ['2026-12-01', 'thứ Ba, ngày 01/12/2026'],
    ['2026-12-02', 'thứ Tư, ngày 02/12/2026'],
    ['2026-12-03', 'thứ Năm, ngày 03/12/2026'],
    ['2026-12-04', 'thứ Sáu, ngày 04/12/2026'],
    ['2026-12-05', 'thứ Bảy, ngày 05/12/2026'],
    ['2026-12-06', 'Chủ nhật, ngày 06/12/2026'],
    ['2028-02-29', 'thứ Ba, ngày 29/02/2028'],
  ])('writes %s as %s', (on, text) => {
    expect(formatDay(localDate(on))).toBe(text);
  });
});

describe('formatDate', () => {
  it('puts the day first, with two digits each', () => {
    expect(formatDate(localDate('2027-01-09'))).toBe('09/01/2027');
  });
});

import { describe, expect, it } from '@jest/globals';

import { readCalendarFile, withImported } from './calendar-import.js';

describe('a calendar with more wrong rows than anybody mends in one go', () => {
  it('is refused with the first two hundred, and says how many more there are', () => {
    const rows = Array.from({ length: 230 }, () => '2026-02-30,off,A,B,,confirmed');
    const text = ['date,kind,name_vi,basis,source,confidence', ...rows].join('\n');
    const file = readCalendarFile({ mediaType: 'text/csv', text });
    const listed = rows.slice(0, 200).map((_, at) => expect.objectContaining({ path: `line.${String(at + 2)}` }));

    const fields = [...listed, { path: 'file', message: expect.stringContaining('30') }];

    expect(() => withImported({ edition: 1, years: [], days: [] }, file)).toThrow(expect.objectContaining({ fields }));
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addWorkingDays, localDate } from '@dialogue/domain';

import { openRegister, type TestRegister } from '../register.fixture.js';
import { createLedger } from './ledger.js';

describe('the calendar slice', () => {
  let register: TestRegister;

  beforeAll(async () => {
    register = await openRegister('reference');
  });
  afterAll(async () => register.close());

  const load = async (from: string, until: string): ReturnType<ReturnType<typeof createLedger>['loadCalendar']> =>
    createLedger(register.worker).loadCalendar({ from: localDate(from), until: localDate(until) });

  it('D11.1c: counts 15 working days over 24 November 2026', async () => {
    const calendar = await load('2026-11-20', '2026-12-20');

    expect(calendar).toMatchObject({
      edition: 1,
      from: '2026-11-20',
      until: '2026-12-31',
      daysOff: ['2026-11-24'],
      unconfirmedYears: [],
    });
    expect(addWorkingDays(calendar, localDate('2026-11-23'), 15)).toBe('2026-12-15');
  });

  it('holds swapped Saturdays as worked rest days', async () => {
    expect((await load('2026-08-01', '2026-08-31')).workedRestDays).toEqual(['2026-08-22']);
  });

  it('names the years that may still change', async () => {
    expect(await load('2026-12-01', '2027-02-01')).toMatchObject({ until: '2027-12-31', unconfirmedYears: [2027] });
  });

  it.each([
    ['2027-12-01', '2028-01-05', 'calendar year 2028 is missing in edition 1'],
    ['2014-12-01', '2015-01-05', 'calendar year 2014 is missing in edition 1'],
  ])('from %s until %s: says which year is missing', async (from, until, message) => {
    await expect(load(from, until)).rejects.toThrow(message);
  });

  it('takes the newest edition that is published', async () => {
    await register.admin.query(`INSERT INTO calendar_editions (edition) VALUES (2)`);
    await register.admin.query(`INSERT INTO calendar_years VALUES (2, 2026, true)`);
    await register.admin.query(`UPDATE calendar_editions SET published_at = now() WHERE edition = 2`);
    await register.admin.query(`INSERT INTO calendar_editions (edition) VALUES (3)`);
    await register.admin.query(`INSERT INTO calendar_years VALUES (3, 2026, true)`);

    expect(await load('2026-11-20', '2026-12-20')).toMatchObject({ edition: 2, daysOff: [] });
  });

  it('D11.3: counts by weekdays what is asked for mail of a year that is not published yet', async () => {
    const [from, until] = [localDate('2042-01-31'), localDate('2042-02-01')];

    const slice = await createLedger(register.worker).loadCalendar({ from, until, isForMail: true });

    expect(slice).toMatchObject({ from, until, daysOff: [], workedRestDays: [] });
  });
});

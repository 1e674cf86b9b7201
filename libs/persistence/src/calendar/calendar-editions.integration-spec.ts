import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { localDate, suggestYear, withDayOff, withoutDay, withSwap, withYearSuggested } from '@dialogue/domain';

import { createLedger } from '../ledger/ledger.js';
import { anAdmin, openRegister, type TestRegister } from '../register.fixture.js';
import { createCalendarEditions, type CalendarEditions } from './calendar-editions.js';

const decided = { basis: 'Thông báo 1/TB-BNV', source: 'công báo' };
const cultureDay = { on: localDate('2026-11-25'), name: 'Ngày Văn hóa', ...decided };
const range = { from: localDate('2026-11-20'), until: localDate('2026-12-31') };

let register: TestRegister;
let editions: CalendarEditions;
let accountId: string;

beforeAll(async () => {
  register = await openRegister('reference');
  editions = createCalendarEditions(register.api);
  accountId = await anAdmin(register);
});
afterAll(async () => register.close());
afterEach(async () => {
  const draft = (await editions.list()).find(({ status }) => status === 'draft');
  if (draft !== undefined) await editions.discardDraft(draft.edition);
});

async function draft(): Promise<number> {
  return (await editions.beginDraft({ accountId, note: 'lịch 2028' })).edition;
}

describe('a draft of the calendar', () => {
  it('begins with all that the newest published edition has', async () => {
    const edition = await draft();

    const [stored, basis] = [await editions.edition(edition), await editions.editionDays(1)];
    expect(stored).toMatchObject({
      ...{ edition: 2, status: 'draft', note: 'lịch 2028', createdBy: 'lan' },
      ...{ basedOn: 1, publishedAt: null, publishedBy: null },
      calendar: { ...basis, edition: 2 },
    });
    expect(basis?.days).toHaveLength(191);
  });

  it('is one at a time, whoever begins it at the same moment', async () => {
    const begun = await Promise.all([1, 2, 3].map(() => editions.beginDraft({ accountId, note: '' })));

    expect(begun.filter(({ isNew }) => isNew)).toHaveLength(1);
    expect(new Set(begun.map(({ edition }) => edition))).toEqual(new Set([2]));
  });

  it('becomes what a change makes of it', async () => {
    const edition = await draft();

    await editions.changeDraft(edition, (calendar) => withDayOff(calendar, cultureDay));
    await editions.changeDraft(edition, (calendar) => withYearSuggested(calendar, 2028));

    const calendar = await editions.editionDays(edition);
    expect(calendar?.years.at(-1)).toEqual({ year: 2028, isConfirmed: false });
    expect(calendar?.days).toEqual(expect.arrayContaining([...suggestYear(2028)]));
    expect(calendar?.days.find(({ on }) => on === cultureDay.on)).toMatchObject(cultureDay);
  });

  it('D11.1c: gets both halves of a swap, also over the end of a year, and loses both', async () => {
    const edition = await draft();
    const swap = { off: localDate('2026-12-31'), worked: localDate('2027-01-09'), ...decided };
    const swaps = async () => (await editions.editionDays(edition))?.days.filter(({ swapWith }) => swapWith !== null);
    const before = await swaps();

    await editions.changeDraft(edition, (calendar) => withSwap(calendar, swap));
    const after = await swaps();
    await editions.changeDraft(edition, (calendar) => withoutDay(calendar, swap.worked));

    expect(after).toHaveLength(before!.length + 2);
    expect(await swaps()).toEqual(before);
  });

  it('keeps what it had when a change is refused', async () => {
    const edition = await draft();
    const before = await editions.editionDays(edition);

    await expect(
      editions.changeDraft(edition, (calendar) => withDayOff(calendar, { ...cultureDay, on: localDate('2026-11-28') })),
    ).rejects.toThrow(expect.objectContaining({ code: 'calendar.day_off_on_rest_day' }));

    expect(await editions.editionDays(edition)).toEqual(before);
  });

  it('that two change at once has both changes', async () => {
    const edition = await draft();
    const days = ['2026-12-01', '2026-12-02', '2026-12-03', '2026-12-04'].map((on) => localDate(on));

    await Promise.all(
      days.map((on) => editions.changeDraft(edition, (calendar) => withDayOff(calendar, { ...cultureDay, on }))),
    );

    const stored = (await editions.editionDays(edition))?.days.map(({ on }) => on);
    expect(stored).toEqual(expect.arrayContaining(days));
  });

  it('is discarded, and its number is free again', async () => {
    const edition = await draft();

    await editions.discardDraft(edition);

    expect(await editions.edition(edition)).toBeNull();
    expect(await draft()).toBe(edition);
  });

  it('does not count yet', async () => {
    const edition = await draft();
    await editions.changeDraft(edition, (calendar) => withDayOff(calendar, cultureDay));

    expect(await createLedger(register.worker).loadCalendar(range)).toMatchObject({
      edition: 1,
      daysOff: ['2026-11-24'],
    });
    expect(await editions.sliceOf(edition, range)).toEqual({
      ...{ edition, ...range, daysOff: ['2026-11-24', '2026-11-25'], workedRestDays: [], unconfirmedYears: [] },
    });
  });
});

describe('a published edition of the calendar', () => {
  const change = (): never => {
    throw new Error('Nobody may come this far');
  };

  it('is read as the ledger reads it', async () => {
    expect(await editions.sliceOf(1, range)).toEqual(await createLedger(register.worker).loadCalendar(range));
  });

  it.each<[string, () => Promise<void>]>([
    ['changed', () => editions.changeDraft(1, change)],
    ['discarded', () => editions.discardDraft(1)],
  ])('is not %s', async (_, attempt) => {
    await expect(attempt()).rejects.toThrow(expect.objectContaining({ code: 'calendar.edition_published' }));
  });

  it.each([
    ['a day goes', 'DELETE FROM calendar_days WHERE edition = 1'],
    [
      'a day comes',
      `INSERT INTO calendar_days (edition, on_day, kind, name, basis) VALUES (1, '2026-12-01', 'off', 'x', 'x')`,
    ],
    ['a day moves to it', `UPDATE calendar_days SET edition = 1 WHERE edition = 2 AND on_day = '2026-11-25'`],
    [
      'a day moves away',
      `UPDATE calendar_days SET edition = 2, on_day = '2026-12-01' WHERE edition = 1 AND on_day = '2026-11-24'`,
    ],
    ['a year is not confirmed any more', 'UPDATE calendar_years SET is_confirmed = false WHERE edition = 1'],
    ['a year comes', 'INSERT INTO calendar_years VALUES (1, 2028, false)'],
    ['it is a draft again', 'UPDATE calendar_editions SET published_at = NULL WHERE edition = 1'],
    ['it goes', 'DELETE FROM calendar_editions WHERE edition = 1'],
  ])('D11.1c: stays, also for the owner of the database, when %s', async (_, statement) => {
    const edition = await draft();
    await editions.changeDraft(edition, (calendar) => withDayOff(calendar, cultureDay));

    await expect(register.admin.query(statement)).rejects.toThrow('is published: nothing changes it');
  });

  it('comes to an end in the years that it covers', async () => {
    await expect(editions.sliceOf(1, { ...range, until: localDate('2028-01-31') })).rejects.toThrow(
      expect.objectContaining({ code: 'calendar.year_missing', details: { year: 2028 } }),
    );
  });
});

describe('an edition that is not there', () => {
  it.each<[string, () => Promise<unknown>]>([
    ['changed', () => editions.changeDraft(99, (calendar) => calendar)],
    ['discarded', () => editions.discardDraft(99)],
    ['counted on', () => editions.sliceOf(99, range)],
  ])('is not %s', async (_, attempt) => {
    await expect(attempt()).rejects.toThrow(expect.objectContaining({ code: 'calendar.edition_unknown' }));
  });

  it('is read as nothing', async () => {
    expect([await editions.edition(99), await editions.editionDays(99)]).toEqual([null, null]);
  });
});

describe('the tables of the calendar', () => {
  const into = 'INSERT INTO calendar_days (edition, on_day, kind, name, basis, swap_with) VALUES';

  it.each([
    ['half of a swap', `${into} (2, '2026-12-31', 'off', 'x', 'x', '2027-01-09')`],
    [
      'halves of one kind',
      `${into} (2, '2026-12-30', 'off', 'x', 'x', '2026-12-31'), (2, '2026-12-31', 'off', 'x', 'x', '2026-12-30')`,
    ],
    ['the end of half of a swap', `DELETE FROM calendar_days WHERE edition = 2 AND on_day = '2026-08-22'`],
  ])('D11.1c: refuse %s when the transaction ends', async (_, statement) => {
    await draft();

    await expect(register.api.query(statement)).rejects.toThrow('Half of a swap');
  });

  it('let the API publish a draft, but neither number nor origin of an edition be changed', async () => {
    const edition = await draft();

    for (const change of ['edition = 7', 'created_by = NULL', 'based_on = NULL', 'created_at = now()'])
      await expect(
        register.api.query(`UPDATE calendar_editions SET ${change} WHERE edition = ${String(edition)}`),
      ).rejects.toThrow('permission denied');
  });
});

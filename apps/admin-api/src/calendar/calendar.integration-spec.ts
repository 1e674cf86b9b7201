import { readFileSync } from 'node:fs';

import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { AccountRole } from '@dialogue/persistence';

import { startApi, type Answer, type RunningApi } from '../running-api.fixture.js';

const published = readFileSync(new URL('../../../../data/working-calendar.csv', import.meta.url), 'utf8');
const editions = '/v1/calendar/editions';
const basis = 'Thông báo 1/TB-BNV ngày 01/10/2027';

let api: RunningApi;
let admin: string;

beforeAll(async () => {
  api = await startApi();
  admin = await api.loginAs('admin');
});
afterAll(() => api.close());
afterEach(async () => {
  await api.sql(
    'DELETE FROM calendar_days WHERE edition IN (SELECT edition FROM calendar_editions WHERE published_at IS NULL)',
  );
  await api.sql(
    'DELETE FROM calendar_years WHERE edition IN (SELECT edition FROM calendar_editions WHERE published_at IS NULL)',
  );
  await api.sql('DELETE FROM calendar_editions WHERE published_at IS NULL');
});

function get(path: string): Promise<Answer> {
  return api.get(`${editions}${path}`, { token: admin });
}

function post(path: string, body: object = {}): Promise<Answer> {
  return api.post(`${editions}${path}`, { token: admin, body });
}

function send(path: string, content: string | Buffer, type = 'text/csv'): Promise<Answer> {
  return api.post(`${editions}${path}`, { token: admin, file: { type, content } });
}

function dayOf({ body }: Answer, on: string): unknown {
  return body.days.find((day) => day.on === on);
}

async function aDraft(): Promise<string> {
  return `/${String((await post('', { note: 'lịch 2028' })).body.edition)}`;
}

describe('the story of an admin who makes the calendar of 2028', () => {
  it('D11.1c: begins a draft, has the year suggested, enters what was decided, confirms the year', async () => {
    const begun = await post('', { note: 'lịch 2028' });
    const draft = `/${String(begun.body.edition)}`;
    const suggested = await post(`${draft}/suggest`, { year: 2028 });
    const early = await post(`${draft}/years/2028/confirm`, { isConfirmed: true });
    for (const on of ['2028-01-29', '2028-01-31']) await post(`${draft}/days/${on}/remove`);
    for (const on of ['2028-01-24', '2028-01-25', '2028-01-26', '2028-01-27', '2028-01-28'])
      await post(`${draft}/days-off`, { on, name: 'Tết Nguyên đán', basis });
    await post(`${draft}/days-off`, { on: '2028-09-01', name: 'Quốc khánh (ngày liền kề)', basis });
    const swapped = await post(`${draft}/swaps`, {
      off: '2028-12-29',
      worked: '2028-12-23',
      basis,
      source: 'công báo',
    });
    const confirmed = await post(`${draft}/years/2028/confirm`, { isConfirmed: true });

    expect([begun.status, begun.body]).toEqual([
      201,
      expect.objectContaining({
        edition: 2,
        status: 'draft',
        basedOn: 1,
        note: 'lịch 2028',
        publishedAt: null,
        problems: [],
      }),
    ]);
    expect(suggested.body.years.at(-1)).toEqual({
      year: 2028,
      isConfirmed: false,
      openChoices: [
        { name: 'Tết Nguyên đán', days: ['2028-01-25', '2028-01-26', '2028-01-27', '2028-01-28', '2028-01-29'] },
        { name: 'Nghỉ bù Tết Nguyên đán', days: ['2028-01-31'] },
        { name: 'Quốc khánh (ngày liền kề)', days: ['2028-09-01'] },
      ],
    });
    expect([early.status, early.body.code]).toEqual([409, 'calendar.choices_open']);
    expect(dayOf(swapped, '2028-12-29')).toEqual({
      ...{ on: '2028-12-29', kind: 'off', basis, binds: 'stateBodies', swapWith: '2028-12-23', source: 'công báo' },
      ...{ name: 'Hoán đổi: nghỉ ngày 29/12/2028 (làm bù ngày 23/12/2028)', confidence: 'confirmed' },
    });
    expect(confirmed.body.years.at(-1)).toEqual({ year: 2028, isConfirmed: true, openChoices: [] });
    expect((await get(draft)).body).toEqual(confirmed.body);
    expect((await get('')).body.items).toMatchObject([
      { edition: 2, status: 'draft' },
      { edition: 1, status: 'published' },
    ]);
    expect((await post(`${draft}/discard`)).status).toBe(204);
    expect((await get(draft)).status).toBe(404);
  });

  it('changes nothing by a second click', async () => {
    const draft = await aDraft();
    const clicks: [string, object][] = [
      ['suggest', { year: 2028 }],
      ['days-off', { on: '2027-12-24', name: 'Ngày nghỉ', basis }],
      ['days-in-lieu', { on: '2027-07-05', insteadOf: '2027-07-03', holiday: 'Ngày lễ', basis }],
      ['swaps', { off: '2027-12-31', worked: '2028-01-08', basis }],
      ['years/2027/confirm', { isConfirmed: true }],
    ];

    for (const [action, body] of clicks) {
      const first = await post(`${draft}/${action}`, body);
      const second = await post(`${draft}/${action}`, body);

      expect([action, first.status, second.body]).toEqual([action, 200, first.body]);
    }
  });

  it('D11.1c: takes both halves of a swap away, whichever is named', async () => {
    const draft = await aDraft();

    const removed = await post(`${draft}/days/2026-08-22/remove`);

    expect([dayOf(removed, '2026-08-22'), dayOf(removed, '2026-08-31')]).toEqual([undefined, undefined]);
    expect((await post(`${draft}/days/2026-08-31/remove`)).body.code).toBe('calendar.date_unknown');
  });

  it('hears of the draft that is open when another is begun', async () => {
    await aDraft();

    expect(await post('')).toMatchObject({
      status: 409,
      body: { code: 'calendar.draft_open', fields: [{ path: 'edition', message: expect.stringContaining('số 2') }] },
    });
  });
});

describe('a change of the calendar is refused', () => {
  it.each([
    [
      'a day off on a Saturday',
      'days-off',
      { on: '2026-11-28', name: 'x', basis },
      422,
      'calendar.day_off_on_rest_day',
    ],
    [
      'another day on a date that is taken',
      'days-off',
      { on: '2026-11-24', name: 'x', basis },
      409,
      'calendar.date_taken',
    ],
    [
      'a year that is not covered',
      'days-off',
      { on: '2028-11-24', name: 'x', basis },
      422,
      'calendar.day_in_uncovered_year',
    ],
    [
      'a day in lieu of nothing',
      'days-in-lieu',
      { on: '2026-12-07', insteadOf: '2026-12-05', basis },
      422,
      'calendar.holiday_unknown',
    ],
    [
      'a worked weekday',
      'swaps',
      { off: '2026-12-31', worked: '2026-12-30', basis },
      422,
      'calendar.day_worked_on_weekday',
    ],
    [
      'a worked half in a year not covered',
      'swaps',
      { off: '2027-12-31', worked: '2028-01-08', basis },
      422,
      'calendar.day_in_uncovered_year',
    ],
    ['a year that is not there', 'years/2030/confirm', { isConfirmed: true }, 404, 'calendar.year_unknown'],
    ['a suggestion for a confirmed year', 'suggest', { year: 2026 }, 409, 'calendar.year_confirmed'],
    ['no basis', 'days-off', { on: '2026-12-07', name: 'x', basis: ' ' }, 400, 'request.invalid'],
    ['a year before the law', 'suggest', { year: 2020 }, 400, 'request.invalid'],
  ])('with %s', async (_, action, body, status, code) => {
    const draft = await aDraft();
    const before = await get(draft);

    const refused = await post(`${draft}/${action}`, body);

    expect([refused.status, refused.body.code]).toEqual([status, code]);
    expect(refused.body.message).toMatch(/[àáạảãâăđêôơư]/);
    expect((await get(draft)).body).toEqual(before.body);
  });

  it.each(['days-off', 'days-in-lieu', 'swaps', 'days/2026-11-24/remove', 'years/2027/confirm', 'suggest', 'discard'])(
    'of a published edition: %s',
    async (action) => {
      const bodies: Record<string, object> = {
        'days-off': { on: '2026-12-07', name: 'x', basis },
        'days-in-lieu': { on: '2026-12-07', insteadOf: '2026-12-05', holiday: 'x', basis },
        swaps: { off: '2026-12-31', worked: '2026-12-26', basis },
        'years/2027/confirm': { isConfirmed: true },
        suggest: { year: 2028 },
      };

      const refused = await post(`/1/${action}`, bodies[action]);

      expect([refused.status, refused.body.code]).toEqual([409, 'calendar.edition_published']);
    },
  );

  it('of an edition that is not there', async () => {
    expect((await post('/99/suggest', { year: 2028 })).body.code).toBe('calendar.edition_unknown');
    expect((await get('/99')).body.code).toBe('calendar.edition_unknown');
    expect((await get('/99/calendar.csv')).body.code).toBe('calendar.edition_unknown');
  });

  it.each<AccountRole>(['clerk', 'host', 'agency', 'monitor', 'auditor'])('to a %s, who may read it', async (role) => {
    const token = await api.loginAs(role, role === 'auditor' ? undefined : 'SL-STC');

    expect((await api.get(`${editions}/1`, { token })).status).toBe(200);
    expect((await api.post(editions, { token, body: {} })).status).toBe(403);
  });
});

describe('files of the calendar', () => {
  it.each([
    ['calendar.csv', 'text/csv'],
    ['calendar.ics', 'text/calendar'],
  ])('%s: what is exported and imported again changes nothing', async (file, type) => {
    const draft = await aDraft();
    const before = await get(draft);
    const exported = await get(`/1/${file}`);

    const imported = await send(`${draft}/import`, exported.text, type);

    expect(exported.headers['content-type']).toBe(`${type}; charset=utf-8`);
    expect(exported.headers['content-disposition']).toContain('attachment');
    expect([imported.status, imported.body]).toEqual([200, before.body]);
  });

  it('are those of data/, byte by byte', async () => {
    expect((await get('/1/calendar.csv')).text).toBe(published);
  });

  it('replace the years that they have, and let the others be', async () => {
    const draft = await aDraft();
    const text = `date,kind,name_vi,basis,source,confidence\n2027-01-01,off,Tết Dương lịch,${basis},,confirmed\n2029-01-01,off,Tết Dương lịch,${basis},,derived\n`;

    const { body } = await send(`${draft}/import`, text);

    expect(body.days.filter(({ on }) => on >= '2026-11-24').map(({ on }) => on)).toEqual([
      '2026-11-24',
      '2027-01-01',
      '2029-01-01',
    ]);
    expect(body.years.slice(-2)).toMatchObject([
      { year: 2027, isConfirmed: false },
      { year: 2029, isConfirmed: false },
    ]);
  });

  it('D11.1c: with wrong rows are refused with every line and its reason, and nothing is half imported', async () => {
    const draft = await aDraft();
    const before = await get(draft);
    const text = [
      'date,kind,name_vi,basis,source,confidence',
      '2027-01-01,off,Tết Dương lịch,Luật,,confirmed',
      '2027-01-02,off,Nghỉ,Luật,,confirmed',
      '2027-01-04,worked,Hoán đổi: làm bù cho ngày 05/01/2027,Luật,,confirmed',
      '2027-01-01,off,Tết Dương lịch,Luật,,confirmed',
      '2027-02-30,off,Nghỉ,Luật,,confirmed',
      '2027-03-01,closed,Nghỉ,Luật,,confirmed',
      '2027-03-02,off,,Luật,,confirmed',
    ].join('\n');

    const refused = await send(`${draft}/import`, text);

    expect([refused.status, refused.body.code]).toEqual([422, 'calendar.import_refused']);
    expect(refused.body.fields.map(({ path }) => path)).toEqual([
      'line.6',
      'line.7',
      'line.8',
      'line.3',
      'line.4',
      'line.5',
    ]);
    expect(refused.body.fields[0]?.message).toBe(
      'Dòng 6: date "2027-02-30" không phải là ngày có trong lịch, viết theo dạng NĂM-THÁNG-NGÀY.',
    );
    expect((await get(draft)).body).toEqual(before.body);
  });

  it('D11.1c: that leave half of a swap in a year which they do not have are refused', async () => {
    const draft = await aDraft();
    const withoutHalf = published
      .split('\n')
      .filter((line) => line.startsWith('date,') || (line.startsWith('2018') && !line.startsWith('2018-12-31')))
      .join('\n');

    const { body } = await send(`${draft}/import`, withoutHalf);

    expect(body.fields).toEqual([
      { path: 'days.2019-01-05', message: expect.stringContaining('Hoán đổi phải có đủ hai ngày') },
    ]);
  });

  const wrongTime =
    'BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:x\nCATEGORIES:off\nSUMMARY:A\nDESCRIPTION:B\nEND:VEVENT\nEND:VCALENDAR\n';
  it.each([
    ['nothing', 'date,kind,name_vi,basis,source,confidence\n', 'text/csv', 422, 'calendar.import_refused'],
    ['no CSV', 'date,kind,name_vi,basis,source,confidence\n"', 'text/csv', 422, 'calendar.import_refused'],
    ['no iCalendar', 'BEGIN:VCARD\nEND:VCARD\n', 'text/calendar', 422, 'calendar.import_refused'],
    ['of a wrong time', wrongTime, 'text/calendar', 422, 'calendar.import_refused'],
    ['another type', '<a/>', 'application/xml', 415, 'request.media_type_unsupported'],
    ['JSON', '{}', 'application/json', 415, 'request.media_type_unsupported'],
    ['another code page', Buffer.from([0x64, 0xc7, 0x20]), 'text/csv', 400, 'request.file_unreadable'],
    ['a NUL', 'date\u0000', 'text/csv', 400, 'request.file_unreadable'],
    ['too much', 'x'.repeat(2_100_000), 'text/csv', 413, 'request.too_large'],
  ])('that are %s are refused', async (_, content, type, status, code) => {
    const refused = await send(`${await aDraft()}/import`, content, type);

    expect([refused.status, refused.body.code]).toEqual([status, code]);
  });

  it('are not taken by another route', async () => {
    const refused = await send('', published);

    expect([refused.status, refused.body.code]).toEqual([415, 'request.media_type_unsupported']);
  });

  it('change no published edition, however right they are', async () => {
    expect((await send('/1/import', published)).body.code).toBe('calendar.edition_published');
  });
});

import { randomUUID } from 'node:crypto';

import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';

import { startApi, type Answer, type RunningApi } from '../running-api.fixture.js';

const editions = '/v1/calendar/editions';

let api: RunningApi;
let admin: string;
let petitionId: string;

beforeAll(async () => {
  api = await startApi();
  admin = await api.loginAs('admin');
  petitionId = await anOpenPetition();
});
afterAll(() => api.close());
afterEach(async () => {
  for (const table of ['calendar_days', 'calendar_years', 'calendar_editions'])
    await api.sql(
      `DELETE FROM ${table} WHERE edition IN (SELECT edition FROM calendar_editions WHERE published_at IS NULL)`,
    );
});

function get(path: string, token = admin): Promise<Answer> {
  return api.get(`${editions}${path}`, { token });
}

function post(path: string, body: object = {}, token = admin): Promise<Answer> {
  return api.post(`${editions}${path}`, { token, body });
}

/** A draft in which 25 December 2026, a Friday, is free. */
async function aDraft(): Promise<string> {
  const draft = `/${String((await post('', { note: 'nghỉ thêm' })).body.edition)}`;
  const day = { on: '2026-12-25', name: 'Ngày nghỉ mới', basis: 'Thông báo 1/TB-BNV' };
  if (!(await get(draft)).body.days.some(({ on }) => on === day.on)) await post(`${draft}/days-off`, day);
  return draft;
}

/** In the register as its workflow would have recorded it: received by an agency on 10 December, due on the 31st. */
async function anOpenPetition(): Promise<string> {
  const id = randomUUID();
  const duty = {
    ...{ kind: 'answer', number: 1, rule: 'D11.1c', anchorOn: '2026-12-10', dueOn: '2026-12-31', workingDays: 15 },
    ...{ isProvisional: false, missedAt: null, climbed: [] },
  };
  const assignment = { round: 1, agency: 'SL-STC', receivedOn: '2026-12-10', firstAnsweredOn: null, breachedOn: null };
  const terms = { version: 'default-1', duties: { answer: { workingDays: 15 } } };
  const calendar = { edition: 1, from: '2026-01-01', until: '2026-12-31', daysOff: [], workedRestDays: [] };
  const state = { id, number: 'KN-2026-000777', endedAt: null, duties: [duty], assignment, terms, calendar };
  await api.sql(
    `INSERT INTO case_memory (case_kind, case_id, sequence, last_at, state) VALUES ('petition', $1, 1, now(), $2)`,
    [id, JSON.stringify(state)],
  );
  return id;
}

describe('the preview of a draft', () => {
  it('D11.1c: lists every open deadline that moves, from when to when, and because of which day', async () => {
    const draft = await aDraft();

    const { status, body } = await get(`${draft}/preview`);

    const holiday = {
      ...{ on: '2026-12-25', onText: 'thứ Sáu, ngày 25/12/2026', change: 'added' },
      ...{ name: 'Ngày nghỉ mới', basis: 'Thông báo 1/TB-BNV' },
    };
    expect(status).toBe(200);
    expect(body).toMatchObject({ openCases: 1, casesMoved: 1, deadlinesMoved: 1, nextCursor: null });
    expect(body).toHaveProperty('differences', [holiday]);
    expect(body.items).toEqual([
      {
        case: { kind: 'petition', id: petitionId, number: 'KN-2026-000777' },
        ...{ duty: 'answer', rule: 'D11.1c', article: 'khoản 1 Điều 11, gạch đầu dòng thứ hai' },
        ...{ anchorOn: '2026-12-10', wasDueOn: '2026-12-31', wasDueText: 'thứ Năm, ngày 31/12/2026' },
        ...{ dueOn: '2027-01-04', dueText: 'thứ Hai, ngày 04/01/2027', isProvisional: true, because: [holiday] },
      },
    ]);
  });

  it('D11.1c: is empty where nothing moves', async () => {
    const draft = `/${String((await post('', {})).body.edition)}`;

    expect((await get(`${draft}/preview`)).body).toMatchObject({ differences: [], deadlinesMoved: 0, items: [] });
  });

  it('is not for whoever may only read the calendar, and not of what is published', async () => {
    const clerk = await api.loginAs('clerk', 'SL-STC');
    const draft = await aDraft();

    expect((await get(`${draft}/preview`, clerk)).status).toBe(403);
    expect((await get('/1/preview')).body.code).toBe('calendar.edition_published');
    expect((await get('/99/preview')).status).toBe(404);
  });
});

describe('the publication of a draft', () => {
  it('D11.1c: is refused where the preview that was seen is another one, and nothing is published', async () => {
    const draft = await aDraft();

    const refused = await post(`${draft}/publish`, { deadlinesMoved: 0 });

    expect(refused).toMatchObject({ status: 409, body: { code: 'calendar.preview_outdated' } });
    expect(refused.body.fields).toEqual([
      { path: 'deadlinesMoved', message: expect.stringContaining('Hiện có 1 thời hạn') },
    ]);
    expect((await get(draft)).body.status).toBe('draft');
  });

  it('D11.1c: asks for a rollout to all open cases, once', async () => {
    const draft = await aDraft();

    const published = await post(`${draft}/publish`, { deadlinesMoved: 1 });
    const again = await post(`${draft}/publish`, { deadlinesMoved: 1 });

    const edition = Number(draft.slice(1));
    expect(published).toMatchObject({
      status: 200,
      body: { edition, finishedAt: null, casesTold: 0, casesLagging: 1, letters: 0 },
    });
    const workflow = { id: `rollout/calendar/${String(edition)}`, taskQueue: 'report' };
    expect(published.body).toMatchObject({ workflow });
    expect(again).toMatchObject({ status: 409, body: { code: 'calendar.edition_published' } });
    expect((await get(`${draft}/rollout`)).body).toEqual(published.body);
    expect((await get(draft)).body).toMatchObject({ status: 'published' });
  });

  it('has no rollout where the edition came with the installation', async () => {
    expect((await get('/1/rollout')).body.code).toBe('calendar.not_rolled_out');
    expect((await get('/99/rollout')).body.code).toBe('calendar.edition_unknown');
  });
});

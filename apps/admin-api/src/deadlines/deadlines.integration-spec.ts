import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { defaultPetitionTerms, submitted, type LedgerEntry, type Petition } from '@dialogue/domain';
import { createDataSource, createLedger } from '@dialogue/persistence';
import { aCalendar, aCommand, applied, aSubmission, at } from '@dialogue/testing/builders';

import { startApi, type Answer, type RunningApi } from '../running-api.fixture.js';

let api: RunningApi;
let admin: string;

beforeAll(async () => {
  api = await startApi();
  admin = await api.loginAs('admin');
});
afterAll(() => api.close());

function explain(query: string): Promise<Answer> {
  return api.get(`/v1/deadlines/explain?${query}`);
}

/** What the page behind a link explains, as data. */
function behind(workingUrl: string): Promise<Answer> {
  const { origin, pathname, search } = new URL(workingUrl);
  expect([origin, pathname]).toEqual(['http://127.0.0.1:3000', '/v1/deadlines/explain/page']);
  return explain(search.slice(1));
}

describe('the working of a deadline, over the register', () => {
  it('D11.1c: is explained on the newest published edition, with names and legal bases', async () => {
    const { status, body } = await explain('rule=D11.1b&anchor=2018-12-27');

    expect(status).toBe(200);
    expect(body).toMatchObject({ dueOn: '2019-01-05', edition: 1, provisional: false });
    expect(body).toMatchObject({
      working: expect.arrayContaining([
        {
          swapWith: '2019-01-05',
          on: '2018-12-31',
          weekday: 1,
          reason: 'dayOff',
          counted: null,
          name: 'Hoán đổi: nghỉ ngày 31/12/2018 (làm bù ngày 05/01/2019)',
          basis: 'Công văn 6519/VPCP-KGVX ngày 11/7/2018',
          text: expect.stringContaining('Căn cứ: Công văn 6519/VPCP-KGVX'),
        },
      ]),
    });
    expect(await explain('rule=D11.1c&anchor=2026-12-11')).toMatchObject({
      body: { dueOn: '2027-01-04', provisional: true },
    });
  });

  it('names the year that no edition has', async () => {
    const { status, body } = await explain('rule=D11.1c&anchor=2027-12-20');

    expect([status, body.code]).toEqual([422, 'calendar.year_missing']);
    expect(body).toMatchObject({ message: expect.stringContaining('2028') });
  });

  it('D13.1: counts with the terms of a body from the day on which they were set', async () => {
    await api.sql(
      `INSERT INTO terms (id, organisation_code, valid_from, petition, reason)
       VALUES (gen_random_uuid(), 'SL-STC', '2026-03-01', '{"duties": {"answer": {"workingDays": 10}}}', 'x')`,
    );

    const asked = 'rule=D11.1c&organisation=SL-STC';

    expect((await explain(`${asked}&anchor=2026-03-05`)).body).toMatchObject({ dueOn: '2026-03-19' });
    expect((await explain(`${asked}&anchor=2026-02-27`)).body).toMatchObject({ dueOn: '2026-03-20' });
    expect((await explain(`rule=D11.1c&organisation=SL-KHONG-CO&anchor=2026-03-05`)).body.code).toBe(
      'organisation.unknown',
    );
  });

  it('shows a draft of an edition to nobody, and an older edition to whoever names it', async () => {
    await api.sql('INSERT INTO calendar_editions (edition) VALUES (2)');
    await api.sql(`INSERT INTO calendar_years (edition, year, is_confirmed)
      VALUES (2, 2018, true), (2, 2019, true), (2, 2021, true)`);
    await api.sql('UPDATE calendar_editions SET published_at = now() WHERE edition = 2');
    await api.sql('INSERT INTO calendar_editions (edition) VALUES (3)');
    await api.sql('INSERT INTO calendar_years (edition, year, is_confirmed) VALUES (3, 2018, true)');

    const asked = 'rule=D11.1b&anchor=2018-12-27';

    expect((await explain(asked)).body).toMatchObject({ edition: 2, dueOn: '2019-01-03' });
    expect((await explain(`${asked}&edition=1`)).body).toMatchObject({ edition: 1, dueOn: '2019-01-05' });
    expect((await explain(`${asked}&edition=3`)).body.code).toBe('calendar.edition_unknown');
    expect((await explain('rule=D11.1b&anchor=2021-03-05')).body).toMatchObject({
      code: 'calendar.year_missing',
      message: expect.stringContaining('2021'),
    });
  });
});

describe('a deadline of a petition', () => {
  it('D2.1: links to the working of exactly what is shown, in the petition and in the list', async () => {
    const id = await aRegisteredPetition();

    const { body } = await api.get(`/v1/petitions/${id}`, { token: admin });
    const { next, duties } = body as unknown as Linked;
    const { items } = (await api.get('/v1/petitions', { token: admin })).body as unknown as { items: Linked[] };

    expect(duties).toHaveLength(1);
    expect(duties[0]).toMatchObject({ kind: 'screen', dueOn: '2026-03-05', workingUrl: next?.workingUrl });
    expect(items.find((item) => item.id === id)?.next).toEqual(next);
    expect(await behind(next?.workingUrl ?? '')).toMatchObject({
      status: 200,
      body: { rule: 'D2.1', anchorOn: '2026-03-02', dueOn: '2026-03-05', edition: 1, limit: 'office' },
    });
  });
});

interface Linked {
  readonly id: string;
  readonly next: { readonly dueOn: string; readonly workingUrl: string } | null;
  readonly duties: readonly { readonly kind: string; readonly dueOn: string; readonly workingUrl: string }[];
}

/** Registered through the door, and taken on Monday 2 March 2026 as its workflow would have. */
async function aRegisteredPetition(): Promise<string> {
  const { body } = await api.post('/v1/petitions', {
    token: admin,
    key: randomUUID(),
    body: {
      ...{ title: 'Đường liên bản', content: 'Đường hư hỏng.', source: 'late', category: 'resident' },
      ...{ organisation: 'SL-UBND', receivedOn: '2026-03-02', petitioner: { name: 'Lò Thị Mai' } },
    },
  });
  const { id, number } = body.petition;
  const state = submitted(aSubmission({ id, number }), { terms: defaultPetitionTerms, calendar: aCalendar() });
  const entry: LedgerEntry<Petition> = {
    ...applied(state, aCommand('register'), at('2026-03-02')),
    ...{ caseKind: 'petition', caseId: id, sequence: 1, commandId: null },
  };
  const worker = await createDataSource({ url: api.database.workerUrl, poolSize: 1 }).initialize();
  await createLedger(worker).recordTransition(entry);
  await worker.destroy();
  return id;
}

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, dateAt } from '@dialogue/domain';

import { startApi, type Answer, type RunningApi } from '../running-api.fixture.js';

const today = dateAt(Date.now());
const tomorrow = addDays(today, 1);

let api: RunningApi;
let admin: string;

beforeAll(async () => {
  api = await startApi();
  admin = await api.loginAs('admin');
});
afterAll(() => api.close());

const shorter = { petition: { duties: { answer: { workingDays: 10 } } } };
const longer = { petition: { duties: { answer: { workingDays: 20 } } } };
const legalBasis = { number: '15-QĐ/ĐU', signedOn: '2026-11-02', issuer: 'Ban Thường vụ Đảng ủy' };

function set(code: string, changes: object = {}, token = admin): Promise<Answer> {
  const body = { validFrom: tomorrow, overrides: shorter, reason: 'Cụ thể hóa Quy định.', ...changes };
  return api.post(`/v1/organisations/${code}/terms`, { token, body });
}

async function termsOf(code: string, on: string): Promise<Answer> {
  return api.get(`/v1/organisations/${code}/terms?on=${on}`, { token: admin });
}

describe('the terms of a body', () => {
  it('D13.1: are the defaults where nobody has set any, each with its rule and whose it is', async () => {
    const { status, body } = await termsOf('SL-STC', today);

    expect(status).toBe(200);
    expect(body).toMatchObject({
      ...{ code: 'SL-STC', name: 'Sở Tài chính', on: today },
      petition: {
        ...{ version: 'default-1', source: null },
        limits: expect.arrayContaining([
          {
            ...{ path: 'duties.answer.workingDays', count: 15, standard: 15, unit: 'workingDays' },
            ...{ direction: 'after', whose: 'regulation', rule: 'D11.1c', isLonger: false },
            article: expect.stringContaining('Điều 11'),
          },
        ]),
        ladders: expect.arrayContaining([expect.objectContaining({ duty: 'answer', isStandard: true })]),
      },
      conference: { version: 'default-1', source: null, hostKinds: [] },
      report: { version: 'default-1', source: null },
    });
  });

  it('D13.1: are those that it has set, from their day on', async () => {
    const hostKinds = ['officeHead'];
    const { status, body: version } = await set('SL-STP', { overrides: { ...shorter, conference: { hostKinds } } });

    const [before, after] = [await termsOf('SL-STP', today), await termsOf('SL-STP', tomorrow)];

    expect(status).toBe(201);
    expect(before.body).toMatchObject({ petition: { source: null } });
    expect(after.body).toMatchObject({
      petition: {
        version: `SL-STP/${tomorrow}`,
        source: { organisation: { code: 'SL-STP' }, versionId: version.id, validFrom: tomorrow, isInherited: false },
        limits: expect.arrayContaining([
          expect.objectContaining({ path: 'duties.answer.workingDays', count: 10, standard: 15 }),
        ]),
      },
      conference: { hostKinds },
      report: { source: null },
    });
  });

  it('D13.1: are those of the body above in its area', async () => {
    await set('03703');

    expect((await termsOf('03703-PKT', tomorrow)).body).toMatchObject({
      petition: { version: `03703/${tomorrow}`, source: { organisation: { code: '03703' }, isInherited: true } },
    });
  });

  it('are none of a body that is not there', async () => {
    expect(await termsOf('SL-KHONG-CO', today)).toMatchObject({
      status: 404,
      body: { code: 'organisation.not_found' },
    });
  });
});

describe('terms that a body sets', () => {
  it('D13.1: longer than the regulation want a legal basis, and say so of the field', async () => {
    const without = await set('SL-SCT', { overrides: longer });
    const withBasis = await set('SL-SCT', { overrides: longer, legalBasis });

    expect(without).toMatchObject({
      status: 422,
      body: {
        code: 'terms.invalid',
        fields: [
          {
            path: 'overrides.petition.duties.answer.workingDays',
            message: expect.stringMatching(/15 ngày.*Điều 11.*legalBasis/),
          },
        ],
      },
    });
    expect(withBasis).toMatchObject({ status: 201, body: { legalBasis, overrides: longer } });
    expect((await termsOf('SL-SCT', tomorrow)).body).toMatchObject({
      petition: { limits: expect.arrayContaining([expect.objectContaining({ count: 20, isLonger: true })]) },
    });
  });

  it.each([
    [
      'an unknown duty',
      { petition: { duties: { sleep: { workingDays: 3 } } } },
      400,
      'overrides.petition.duties.sleep',
    ],
    ['an unknown field', { petition: { holidays: 3 } }, 400, 'overrides.petition.holidays'],
    [
      'a recipient who is urged by nobody',
      {
        report: {
          duties: { sendReport: { ladder: { rungs: [], thenEvery: { workingDays: 5, recipients: ['petitioner'] } } } },
        },
      },
      400,
      'overrides.report.duties.sendReport.ladder.thenEvery.recipients.0',
    ],
    ['nothing', {}, 422, 'overrides'],
    [
      'D11.3: a ladder that ends',
      {
        petition: {
          duties: { answer: { ladder: { rungs: [{ workingDays: 1, recipients: ['host'] }], thenEvery: null } } },
        },
      },
      422,
      'overrides.petition.duties.answer.ladder',
    ],
  ])('are not set with %s; the field is named', async (_, overrides, status, path) => {
    const answer = await set('SL-SYT', { overrides });

    expect(answer).toMatchObject({ status, body: { fields: [{ path, message: expect.stringMatching(/\S+ \S+/) }] } });
    expect((await api.get('/v1/organisations/SL-SYT/terms/versions', { token: admin })).body.items).toEqual([]);
  });

  it.each([
    [{ validFrom: addDays(today, -1) }, 400, 'validFrom'],
    [{ legalBasis: { ...legalBasis, signedOn: tomorrow } }, 400, 'legalBasis.signedOn'],
    [{ reason: ' ' }, 400, 'reason'],
  ])('are not set with %j', async (changes, status, path) => {
    expect(await set('SL-SYT', changes)).toMatchObject({ status, body: { fields: [{ path }] } });
  });

  it('are not set for a body that has ended by that day', async () => {
    expect(await set('SL-BDV')).toMatchObject({
      status: 422,
      body: { code: 'organisation.unknown', fields: [{ path: 'validFrom' }] },
    });
  });

  it('are set once, however often the same is sent, and nothing else from the same day', async () => {
    const first = await set('SL-SXD');
    const again = await set('SL-SXD');
    const other = await set('SL-SXD', { overrides: longer, legalBasis });

    expect(again).toMatchObject({ status: 201, body: first.body });
    expect(other).toMatchObject({ status: 409, body: { code: 'terms.day_taken', fields: [{ path: 'validFrom' }] } });
    expect((await api.get('/v1/organisations/SL-SXD/terms/versions', { token: admin })).body.items).toEqual([
      first.body,
    ]);
  });

  it('D13.1: are read by everybody, and set by the administrator of that body alone', async () => {
    const host = await api.loginAs('host', 'SL-UBND');
    const elsewhere = await api.loginAs('admin', 'SL-SYT');

    expect((await api.get('/v1/organisations/SL-STC/terms', { token: host })).status).toBe(200);
    expect((await set('SL-STC', {}, host)).status).toBe(403);
    expect(await set('SL-STC', {}, elsewhere)).toMatchObject({ status: 403, body: { code: 'auth.out_of_scope' } });
  });
});

describe('terms that a body takes back', () => {
  it('D13.1: are withdrawn before their day, once, and stay to be seen', async () => {
    const { body: version } = await set('SL-SNV');
    const withdraw = (): Promise<Answer> =>
      api.post(`/v1/organisations/SL-SNV/terms/${version.id}/withdraw`, { token: admin, body: { reason: 'Nhầm.' } });

    const [first, again] = [await withdraw(), await withdraw()];

    expect(first).toMatchObject({ status: 200, body: { id: version.id, withdrawal: { reason: 'Nhầm.' } } });
    expect(again.body).toEqual(first.body);
    expect((await termsOf('SL-SNV', tomorrow)).body).toMatchObject({ petition: { source: null } });
    expect((await api.get('/v1/organisations/SL-SNV/terms/versions', { token: admin })).body.items).toEqual([
      first.body,
    ]);
  });

  it('D13.1: are not withdrawn once their day has come, nor by the name of another', async () => {
    const { body: version } = await set('SL-SKHCN', { validFrom: today });
    const withdraw = (code: string): Promise<Answer> =>
      api.post(`/v1/organisations/${code}/terms/${version.id}/withdraw`, { token: admin, body: { reason: 'Nhầm.' } });

    expect(await withdraw('SL-SKHCN')).toMatchObject({ status: 409, body: { code: 'terms.in_force' } });
    expect(await withdraw('SL-STC')).toMatchObject({ status: 404, body: { code: 'terms.not_found' } });
  });
});

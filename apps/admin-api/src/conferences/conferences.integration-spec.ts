import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { recordedIn, type Recorded } from '../recorded.fixture.js';
import { startApi, type Answer, type RunningApi } from '../running-api.fixture.js';
import { conferenceResponse } from './conference.response-schemas.js';

const plan = {
  ...{ kind: 'periodic', host: 'levelHead', organisation: 'SL-UBND', title: 'Đối thoại', contents: 'Đường, đất' },
  ...{ place: 'Hội trường', on: '2099-06-15', startsAt: '08:00' },
};
const canary = 'Canary Nguyễn Thị Mốc';
const opinion = {
  ...{ title: 'Đề nghị sửa đường', content: 'Đường hỏng.', category: 'resident', field: 'economy' },
  petitioner: { name: canary },
};

let api: RunningApi;
let recorded: Recorded;
let clerk: string;
let admin: string;

beforeAll(async () => {
  api = await startApi();
  recorded = recordedIn(api);
  clerk = await api.loginAs('clerk', 'SL-VPUBND');
  admin = await api.loginAs('admin');
});
afterAll(() => api.close());

function planned(changes: object = {}, key: string = randomUUID()): Promise<Answer> {
  return api.post('/v1/conferences', { token: clerk, key, body: { ...plan, ...changes } });
}

/** The id of a conference that has come to a stage. */
async function conferenceIn(stage: Parameters<Recorded['conferenceIs']>[1], changes: object = {}): Promise<string> {
  const { body } = await planned(changes);
  if (stage !== 'drafted') await recorded.conferenceIs(body.conference.id, stage);
  return body.conference.id;
}

function give(id: string, command: string, body: object, token: string = clerk): Promise<Answer> {
  return api.post(`/v1/conferences/${id}/${command}`, { token, body });
}

describe('D8.1a: planning a conference while Temporal is away', () => {
  it('writes it with a number of its own, and waits for the relay', async () => {
    const answer = await planned();

    expect(answer).toMatchObject({
      status: 202,
      body: { conference: { number: expect.stringMatching(/^HN-\d{4}-\d{6}$/), stage: 'drafted' } },
    });
    expect(
      await api.sql('SELECT case_kind, kind, payload FROM commands WHERE id = $1', [answer.body.commandId]),
    ).toEqual([{ case_kind: 'conference', kind: 'plan', payload: { kind: 'plan' } }]);
  });

  it('shows it at once, as the documentation says, with its workflow', async () => {
    const { body } = await planned({ programme: 'Khai mạc' });

    const { status, body: shown } = await api.get(`/v1/conferences/${body.conference.id}`, { token: clerk });

    expect([status, conferenceResponse.safeParse(shown).error]).toEqual([200, undefined]);
    expect(shown).toMatchObject({
      ...{ stage: 'drafted', stageName: 'mới lập', on: '2099-06-15', programme: 'Khai mạc', field: null },
      ...{ organisation: { code: 'SL-UBND' }, leadOffice: { code: 'SL-VPUBND' } },
      workflow: { url: `http://127.0.0.1:8233/namespaces/default/workflows/conference%2F${body.conference.id}` },
    });
  });

  it('begins the same conference once when the same request comes again', async () => {
    const key = randomUUID();
    const first = await planned({}, key);
    const before = await recorded.rows();

    const second = await planned({}, key);

    expect(second.body).toEqual(first.body);
    expect(await recorded.rows()).toEqual(before);
  });

  it('refuses the key with another body', async () => {
    const key = randomUUID();
    await planned({}, key);

    expect(await planned({ title: 'Khác' }, key)).toMatchObject({ status: 422, body: { code: 'command.key_reused' } });
  });
});

describe('a plan that is wrong', () => {
  it.each([
    ['an unknown field', { colour: 'red' }, 400, 'request.invalid', 'colour'],
    ['a day that no calendar has', { on: '2099-02-30' }, 400, 'request.invalid', 'on'],
    ['a day that has passed', { on: '2026-01-05' }, 400, 'request.invalid', 'on'],
    ['an hour that no day has', { startsAt: '25:00' }, 400, 'request.invalid', 'startsAt'],
    ['an empty place', { place: ' ' }, 400, 'request.invalid', 'place'],
    ['D6.2b: no field, though it is ad hoc', { kind: 'adHoc' }, 400, 'request.invalid', 'field'],
    ['D6.2b: a field, though it is periodic', { field: 'economy' }, 400, 'request.invalid', 'field'],
    ['an unknown organisation', { organisation: 'SL-KHONG-CO' }, 422, 'organisation.unknown', 'organisation'],
    ['an organisation that is no more', { organisation: '118' }, 422, 'organisation.unknown', 'organisation'],
    ['an unknown lead office', { leadOffice: 'SL-KHONG-CO' }, 422, 'organisation.unknown', 'leadOffice'],
  ])('with %s is refused by its field, and nothing is written', async (_, changes, status, code, field) => {
    const before = await recorded.rows();

    const answer = await api.post('/v1/conferences', { token: admin, body: { ...plan, ...changes } });

    expect(answer).toMatchObject({ status, body: { code, message: expect.any(String), fields: [{ path: field }] } });
    expect(await recorded.rows()).toEqual(before);
  });

  it.each([
    ['an office, whose head leads the preparation', 'SL-VPUBND'],
    ['a body without anybody in a post', 'SL-BCHBP'],
    ["a board of the People's Council, whoever its head is", 'SL-BPC'],
  ])('D1: is one of %s', async (_what, organisation) => {
    await api.sql(
      `INSERT INTO organisations (code, name, kind, level, parent_code)
       VALUES ('SL-BPC', 'Ban Pháp chế', 'ban-hdnd', 'province', 'SL-HDND') ON CONFLICT DO NOTHING`,
    );
    const head = { kind: 'departmentHead', fullName: 'Trưởng ban', email: 'bpc@example.com', from: '2026-01-01' };
    await api.post('/v1/organisations/SL-BPC/posts', { token: admin, body: head });
    const before = await recorded.rows();

    const answer = await api.post('/v1/conferences', { token: admin, body: { ...plan, organisation } });

    expect(answer).toMatchObject({
      status: 422,
      body: { code: 'conference.may_not_host', rule: 'D1', article: 'Điều 1', fields: [{ path: 'organisation' }] },
    });
    expect(await recorded.rows()).toEqual(before);
  });

  it('D1: is possible again with somebody in charge', async () => {
    const acting = { kind: 'departmentHead', isActing: true, fullName: 'Phụ trách', email: 'bp@example.com' };
    await api.post('/v1/organisations/SL-BCHBP/posts', { token: admin, body: { ...acting, from: '2026-01-01' } });

    expect(
      await api.post('/v1/conferences', { token: admin, body: { ...plan, organisation: 'SL-BCHBP' } }),
    ).toMatchObject({ status: 202 });
  });

  it('is one of an organisation that others lead', async () => {
    const token = await api.loginAs('clerk', 'SL-VPTU');
    const body = { ...plan, leadOffice: 'SL-VPTU' };

    expect(await api.post('/v1/conferences', { token, body })).toMatchObject({
      status: 403,
      body: { code: 'auth.out_of_scope' },
    });
  });
});

describe('a command to a conference', () => {
  const document = { number: '1/KH', signedOn: '2026-11-20', signatory: 'Nguyễn Văn Mẫu' };

  it('is pending while nobody decides it, and then accepted', async () => {
    const id = await conferenceIn('planning');
    const key = randomUUID();
    const ask = { token: clerk, key, body: { document } };
    const pending = await api.post(`/v1/conferences/${id}/approve-plan`, ask);
    await recorded.decide(pending.body.commandId, 'accepted');

    const again = await api.post(`/v1/conferences/${id}/approve-plan`, ask);

    expect(pending).toMatchObject({ status: 202, body: { status: 'pending' } });
    expect(again).toMatchObject({ status: 200, body: { id } });
    expect((await api.get(pending.body.link, { token: clerk })).body).toMatchObject({
      subject: `/v1/conferences/${id}`,
      status: 'accepted',
    });
  });

  it('from the wrong stage is refused with the stages from which it may come', async () => {
    const id = await conferenceIn('planning');
    const ask = { token: clerk, key: randomUUID(), body: { guests: ['SL-SXD'] } };
    const { body } = await api.post(`/v1/conferences/${id}/send-invitations`, ask);
    await recorded.decide(body.commandId, { refused: 'conference.transition_refused', rule: 'D8.1g' });

    expect(await api.post(`/v1/conferences/${id}/send-invitations`, ask)).toMatchObject({
      status: 409,
      body: {
        ...{ code: 'conference.transition_refused', rule: 'D8.1g', article: expect.stringContaining('Điều 8') },
        message: expect.stringContaining('gửi giấy mời ở giai đoạn hiện nay. Việc này chỉ thực hiện được khi hội nghị'),
      },
    });
  });

  it('names a body that is none, and nothing is written', async () => {
    const id = await conferenceIn('preparing');
    const before = await recorded.rows();

    const answers = [
      await give(id, 'request-opinions', { bodies: ['SL-SXD', 'SL-KHONG-CO'], content: 'x' }),
      await give(id, 'send-invitations', { guests: [] }),
      await give(id, 'sendInvitations', { guests: ['SL-SXD'] }),
    ];

    expect(answers.map(({ status }) => status)).toEqual([422, 400, 404]);
    expect(answers.slice(0, 2).map(({ body }) => body)).toMatchObject([
      { code: 'organisation.unknown', fields: [{ path: 'bodies.1' }] },
      { code: 'request.invalid', fields: [{ path: 'guests' }] },
    ]);
    expect(await recorded.rows()).toEqual(before);
  });

  it.each([
    ['agency', 'SL-SXD', 404, 'conference.not_found'],
    ['clerk', 'SL-VPTU', 404, 'conference.not_found'],
    ['host', 'SL-UBND', 403, 'auth.forbidden'],
    ['monitor', 'SL-BTGDV', 403, 'auth.forbidden'],
  ] as const)('to invite is not for a %s of %s: %i', async (role, organisation, status, code) => {
    const id = await conferenceIn('preparing');
    const token = await api.loginAs(role, organisation);

    const answer = await give(id, 'send-invitations', { guests: ['SL-SXD'] }, token);

    expect(answer.status).toBe(role === 'agency' ? 403 : status);
    expect(answer.body.code).toBe(role === 'agency' ? 'auth.forbidden' : code);
  });
});

describe('D8.1f: an opinion raised at the conference', () => {
  it('begins a petition that must be answered in writing, of the host of the conference', async () => {
    const id = await conferenceIn('held');

    const answer = await give(id, 'record-opinion-raised', opinion);

    expect(answer).toMatchObject({ status: 202, body: { petition: { number: expect.stringMatching(/^KN-/) } } });
    const [command] = await api.sql<object>('SELECT kind, payload FROM commands WHERE id = $1', [
      answer.body.commandId,
    ]);
    expect(command).toMatchObject({
      kind: 'register',
      payload: { raised: { conference: { id, on: '2099-06-15' }, field: 'economy' } },
    });
    expect((await api.get(`/v1/petitions/${answer.body.petition.id}`, { token: clerk })).body).toMatchObject({
      ...{ source: 'atConference', isWrittenAnswerRequired: true, organisation: { code: 'SL-UBND' } },
    });
    expect(JSON.stringify(command)).not.toContain(canary);
  });

  it.each(['drafted', 'planning', 'preparing', 'followUp', 'cancelled'] as const)(
    'is refused while the conference is %s',
    async (stage) => {
      const id = await conferenceIn(stage);
      const before = await recorded.rows();

      expect(await give(id, 'record-opinion-raised', opinion)).toMatchObject({
        status: 409,
        body: { code: 'conference.not_held' },
      });
      expect(await recorded.rows()).toEqual(before);
    },
  );

  it.each([
    ['source', { source: 'late' }],
    ['organisation', { organisation: 'SL-UBND' }],
    ['field', { field: undefined }],
  ])('says nothing of %s that the conference says, and lacks nothing else', async (path, changes) => {
    const id = await conferenceIn('held');

    expect(await give(id, 'record-opinion-raised', { ...opinion, ...changes })).toMatchObject({
      status: 400,
      body: { fields: [{ path }] },
    });
  });

  it('under the key of a registration is a request of its own', async () => {
    const id = await conferenceIn('held');
    const key = randomUUID();
    const { title, content, category, petitioner } = opinion;
    const body = { title, content, category, petitioner, source: 'late', organisation: 'SL-UBND' };

    const first = await api.post('/v1/petitions', { token: clerk, key, body });
    const second = await api.post(`/v1/conferences/${id}/record-opinion-raised`, { token: clerk, key, body: opinion });

    expect([first.status, second.status]).toEqual([202, 202]);
    expect(second.body.petition.id).not.toBe(first.body.petition.id);
  });
});

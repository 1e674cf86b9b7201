import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { startApi, type Answer, type RunningApi } from '../running-api.fixture.js';
import { conferenceResponse } from './conference.response-schemas.js';

const plan = {
  ...{ kind: 'periodic', host: 'levelHead', organisation: 'SL-TU', title: 'Đối thoại', contents: 'Đường, đất' },
  ...{ place: 'Hội trường', on: '2099-06-15', startsAt: '08:00', hostPost: 'partySecretary' },
};

let api: RunningApi;
let admin: string;

beforeAll(async () => {
  api = await startApi();
  admin = await api.loginAs('admin');
});
afterAll(() => api.close());

function planned(changes: object = {}, token: string = admin): Promise<Answer> {
  return api.post('/v1/conferences', { token, body: { ...plan, ...changes } });
}

async function shown(changes: object = {}): Promise<Answer['body']> {
  const { body } = await planned(changes);
  return (await api.get(`/v1/conferences/${body.conference.id}`, { token: admin })).body;
}

describe('planning a conference', () => {
  it('D7.1: is led by the standing office, beside the second, with who coordinates', async () => {
    const body = await shown({ coordinating: ['SL-SYT', 'SL-MTTQ'] });

    expect(conferenceResponse.safeParse(body).error).toBeUndefined();
    expect(body).toMatchObject({
      leadOffice: { code: 'SL-VPTU' },
      preparation: {
        ...{
          hostPost: 'partySecretary',
          row: { case: 'provincePartyCommittee', rule: 'D7.1', article: 'khoản 1 Điều 7' },
        },
        coLeadOffice: { code: 'SL-VPDBQHHDND' },
        coordinating: [{ code: 'SL-BTGDV' }, { code: 'SL-SYT' }, { code: 'SL-MTTQ' }],
        ...{ leadOfficeReason: null, leadOfficeNamedBy: null },
      },
    });
  });

  it('D7.1: the second of two offices may stand without a reason, and the first leads beside it', async () => {
    expect(await shown({ leadOffice: 'SL-VPDBQHHDND' })).toMatchObject({
      leadOffice: { code: 'SL-VPDBQHHDND' },
      preparation: { coLeadOffice: { code: 'SL-VPTU' }, leadOfficeReason: null },
    });
  });

  it('D7.1: another office leads for a reason, which is kept; the second office stays', async () => {
    expect(await shown({ leadOffice: 'SL-BTGDV', leadOfficeReason: 'Văn phòng đang sắp xếp lại' })).toMatchObject({
      leadOffice: { code: 'SL-BTGDV' },
      preparation: {
        ...{ coLeadOffice: { code: 'SL-VPDBQHHDND' }, coordinating: [{ code: 'SL-MTTQ' }] },
        leadOfficeReason: 'Văn phòng đang sắp xếp lại',
      },
    });
  });

  it('D7.1: nobody needs to name the post of a head whom the register knows', async () => {
    expect(await shown({ organisation: 'SL-HDND', hostPost: undefined })).toMatchObject({
      ...{ leadOffice: { code: 'SL-VPDBQHHDND' }, preparation: { hostPost: 'councilChair', coLeadOffice: null } },
    });
  });

  it('D7.4: the office that the Party secretary of a commune has named, and that it was he, is kept', async () => {
    const changes = { organisation: '03703', hostPost: 'committeeChair', leadOffice: '03703-PVHXH' };

    expect(await shown({ ...changes, leadOfficeNamedBy: 'Bí thư Đảng ủy xã Quỳnh Nhai' })).toMatchObject({
      leadOffice: { code: '03703-PVHXH' },
      preparation: {
        ...{ row: { case: 'commune', rule: 'D7.4' }, coLeadOffice: null, coordinating: [] },
        leadOfficeNamedBy: 'Bí thư Đảng ủy xã Quỳnh Nhai',
      },
    });
  });

  it('D7.4: a Party secretary hosts as that of a commune, and nowhere else', async () => {
    const commune = { organisation: '03703', host: 'communeSecretary', hostPost: 'partySecretary' };

    expect(await shown({ ...commune, leadOfficeNamedBy: 'Bí thư Đảng ủy' })).toMatchObject({
      host: 'communeSecretary',
    });
    expect(await planned({ host: 'communeSecretary' })).toMatchObject({ body: { code: 'routing.not_a_host' } });
  });

  it('D7.3: a department prepares itself where its head has named nobody', async () => {
    const changes = { organisation: 'SL-STC', host: 'departmentHead', hostPost: 'departmentHead' };

    expect(await shown(changes)).toMatchObject({
      leadOffice: { code: 'SL-STC' },
      preparation: { row: { rule: 'D7.3' } },
    });
  });

  it.each([
    ['D7.1: another office without a reason', { leadOffice: 'SL-BTGDV' }, 'leadOfficeReason', /khoản 1 Điều 7.*lý do/],
    [
      'D7.3: an office of a department that nobody has named',
      { organisation: 'SL-STC', hostPost: 'departmentHead', leadOffice: 'SL-SYT' },
      ...(['leadOfficeNamedBy', /khoản 3 Điều 7.*phân công/] as const),
    ],
    [
      'D7.4: an office of a commune that nobody has named',
      { organisation: '03703', hostPost: undefined, leadOffice: '03703-PKT' },
      ...(['leadOfficeNamedBy', /khoản 4 Điều 7.*phân công/] as const),
    ],
    [
      'D7.1: somebody who names what the text names already',
      { leadOfficeNamedBy: 'Bí thư Tỉnh ủy' },
      ...(['leadOfficeNamedBy', /khoản 1 Điều 7/] as const),
    ],
  ])('%s is refused with the article, and nothing is written', async (_what, changes, path, message) => {
    const count = 'SELECT count(*) FROM conference_plans';
    const before = await api.sql(count);

    expect(await planned(changes)).toMatchObject({
      status: 422,
      body: {
        code: 'conference.lead_office_unexplained',
        fields: [{ path, message: expect.stringMatching(message) }],
      },
    });
    expect(await api.sql(count)).toEqual(before);
  });

  it('D1: is refused for a post that does not host there', async () => {
    expect(await planned({ organisation: 'SL-STC', hostPost: 'councilChair' })).toMatchObject({
      ...{ status: 422, body: { code: 'routing.not_a_host' } },
    });
  });

  it('D7.1: is done, seen and carried on by either of the two offices that lead', async () => {
    const second = await api.loginAs('clerk', 'SL-VPDBQHHDND');
    const coordinator = await api.loginAs('monitor', 'SL-MTTQ');
    const { status, body } = await planned({}, second);
    const path = `/v1/conferences/${body.conference.id}`;

    const seen = await Promise.all([second, coordinator].map((token) => api.get(path, { token })));
    const listed = await api.get('/v1/conferences', { token: second });

    expect([status, ...seen.map((answer) => answer.status)]).toEqual([202, 200, 200]);
    expect(listed.body.items.map(({ id }) => id)).toContain(body.conference.id);
  });
});

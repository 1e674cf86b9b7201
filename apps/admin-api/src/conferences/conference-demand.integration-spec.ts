import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, dateAt } from '@dialogue/domain';
import type { AccountRole } from '@dialogue/persistence';

import { startApi, type Answer, type RunningApi } from '../running-api.fixture.js';

const today = dateAt(Date.now());
const demand = {
  ...{ by: 'SL-UBND', organisation: 'SL-STC', host: 'departmentHead', field: 'economy' },
  ...{ title: 'An ad hoc dialogue', contents: 'Land prices', holdBy: addDays(today, 30) },
  document: { number: '315/UBND-TH', signedOn: today },
};

let api: RunningApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

async function demanded(role: AccountRole, organisation: string | undefined, changes: object = {}): Promise<Answer> {
  const token = await api.loginAs(role, organisation);
  return api.post('/v1/conferences/demand-ad-hoc', { token, body: { ...demand, ...changes } });
}

describe('D8.3a: the demand of an ad hoc dialogue', () => {
  it('is written as a conference of the unit, with who demands it', async () => {
    const answer = await demanded('host', 'SL-UBND');
    const { id } = answer.body.conference;
    const read = await api.get(`/v1/conferences/${id}`, { token: await api.loginAs('admin') });

    expect(answer.status).toBe(202);
    expect(read.body).toMatchObject({
      ...{
        kind: 'adHoc',
        organisation: { code: 'SL-STC' },
        on: demand.holdBy,
        place: 'Do đơn vị được yêu cầu xác định',
      },
      steps: { demand: { by: { code: 'SL-UBND' }, document: demand.document }, demandAnsweredOn: null },
    });
    expect(await api.sql('SELECT kind, payload FROM commands WHERE id = $1', [answer.body.commandId])).toMatchObject([
      { kind: 'demandAdHoc', payload: { kind: 'demandAdHoc', by: { code: 'SL-UBND' } } },
    ]);
  });

  it.each([
    ['host', 'SL-STC', {}, 403, 'auth.out_of_scope'],
    ['agency', 'SL-STC', {}, 403, 'auth.forbidden'],
    ['admin', undefined, { organisation: 'SL-NONE' }, 422, 'organisation.unknown'],
    ['admin', undefined, { organisation: 'SL-VPUBND' }, 422, 'conference.may_not_host'],
  ] as const)('is refused to %s of %s with %j', async (role, organisation, changes, status, code) => {
    expect(await demanded(role, organisation, changes)).toMatchObject({ status, body: { code } });
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { petitionResponse, type PetitionResponse } from '../petitions/petition.response-schemas.js';
import { startApi, type RunningApi } from '../running-api.fixture.js';
import { historyPageResponse } from './case.response-schemas.js';
import { aToldPetition, type ToldPetition } from './told-story.fixture.js';

let api: RunningApi;
let told: ToldPetition;

beforeAll(async () => {
  api = await startApi();
  told = await aToldPetition(api);
  await api.sql(
    `UPDATE mail_deliveries SET state = 'refused', smtp_code = 550, smtp_answer = '550 5.1.1 <an@mau.example> unknown', attempts = 1`,
  );
});
afterAll(() => api.close());

async function shownTo(token: string): Promise<PetitionResponse> {
  const { body } = await api.get(`/v1/petitions/${told.id}`, { token });
  return petitionResponse.parse(body);
}

describe('a petition, whole', () => {
  it('D11.1c: says who owes what until when by which rule, and who was urged when', async () => {
    const { duties } = await shownTo(told.clerk);

    expect(duties.find(({ kind }) => kind === 'answer')).toMatchObject({
      ...{ rule: 'D11.1c', dueOn: '2026-03-26', anchorOn: '2026-03-05', isOpen: true, isProvisional: false },
      missedAt: '2026-03-26T17:00:00.000Z',
      workingUrl: expect.stringContaining('rule=D11.1c&anchor=2026-03-05&due=2026-03-26'),
      owedBy: { role: 'agency', organisation: { code: 'SL-STC', name: expect.stringMatching(/\S/) } },
      rungs: [
        { workingDays: -2, dueOn: '2026-03-26', at: '2026-03-24T01:00:00.000Z' },
        { workingDays: 1, dueOn: '2026-03-26', recipients: expect.arrayContaining(['agencyHead', 'leadOffice']) },
      ],
    });
    expect(duties.find(({ kind }) => kind === 'screen')).toMatchObject({ isOpen: false, rungs: [] });
  });

  it('D11.3: tells its history in sentences: who, what, for whom by which document, by which rule', async () => {
    const { history, hasOlderHistory } = await shownTo(told.clerk);

    expect(hasOlderHistory).toBe(false);
    expect(history.map(({ sequence }) => sequence)).toEqual(history.map((_, index) => index + 1));
    const [, , assigned, acknowledged] = history;
    expect(assigned).toMatchObject({
      actor: { role: 'clerk', roleName: 'Chuyên viên cơ quan đầu mối', organisation: { code: 'SL-VPUBND' } },
      ...{ command: 'assign', onBehalf: null },
      sentence: expect.stringMatching(
        /^Chuyên viên cơ quan đầu mối clerk\.1 \(.+\) giao cơ quan xử lý, theo .*Điều 11/,
      ),
    });
    expect(acknowledged).toMatchObject({
      onBehalf: { number: '12/CV-STC', signedOn: '2026-03-05', signatory: 'Nguyễn Văn Mẫu' },
      sentence: expect.stringContaining('căn cứ văn bản số 12/CV-STC ngày 05/03/2026 do Nguyễn Văn Mẫu ký'),
    });
    expect(history.find(({ event }) => event === 'deadlineMissed')).toMatchObject({
      ...{ actor: null, command: null },
      sentence: expect.stringMatching(/^Hệ thống ghi nhận quá hạn, hạn 26\/03\/2026, theo /),
    });
  });

  it('lists every document by which an act is known, and which proves it', async () => {
    const { documents } = await shownTo(told.clerk);

    expect(documents).toMatchObject([
      {
        number: '45/VPUBND',
        signedOn: '2026-03-04',
        part: 'document',
        isEvidence: false,
        command: 'assign',
        sequence: 3,
      },
      { number: '12/CV-STC', signatory: 'Nguyễn Văn Mẫu', part: 'evidence', isEvidence: true, command: 'acknowledge' },
    ]);
  });

  it.each([
    ['clerk', 'SL-VPUBND', true],
    ['admin', undefined, true],
    ['agency', 'SL-STC', false],
    ['host', 'SL-UBND', false],
    ['monitor', 'SL-BTGDV', false],
    ['auditor', undefined, false],
  ] as const)(
    'shows a %s what became of each letter, and addresses only to who reaches people',
    async (role, of, sees) => {
      const token = await api.loginAs(role, of);

      const deliveries = (await shownTo(token)).letters.flatMap((letter) => letter.deliveries);

      expect(deliveries.length).toBeGreaterThan(3);
      expect(deliveries.every(({ state, smtpCode }) => state === 'refused' && smtpCode === 550)).toBe(true);
      expect(deliveries.some(({ address }) => address !== null)).toBe(sees);
      expect(deliveries.some(({ smtpAnswer }) => smtpAnswer !== null)).toBe(sees);
      expect(deliveries.filter(({ role: to }) => to === 'petitioner')).toEqual(
        expect.arrayContaining([expect.objectContaining({ address: null, smtpAnswer: null })]),
      );
    },
  );

  it('links to its workflow, the id written so that it is one part of the address', async () => {
    expect((await shownTo(told.clerk)).workflow).toMatchObject({
      id: `petition/${told.id}`,
      url: `http://127.0.0.1:8233/namespaces/default/workflows/petition%2F${told.id}`,
    });
  });

  it.each(['', '/history'])('is not there for who may not see it: %s', async (path) => {
    const token = await api.loginAs('clerk', 'SL-SYT');

    expect(await api.get(`/v1/petitions/${told.id}${path}`, { token })).toMatchObject({
      status: 404,
      body: { code: 'petition.not_found' },
    });
  });
});

describe('the history of a petition, page by page', () => {
  async function pages(order: string): Promise<readonly number[]> {
    const seen: number[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const turned = cursor === '' ? '' : `&cursor=${cursor}`;
      const { body } = await api.get(`/v1/petitions/${told.id}/history?limit=2&order=${order}${turned}`, {
        token: told.clerk,
      });
      const page = historyPageResponse.parse(body);
      seen.push(...page.items.map(({ sequence }) => sequence));
      cursor = page.nextCursor;
    }
    return seen;
  }

  it('is all of it, from either end', async () => {
    const all = (await shownTo(told.clerk)).history.map(({ sequence }) => sequence);

    expect(all.length).toBeGreaterThan(5);
    expect(await pages('oldest')).toEqual(all);
    expect(await pages('newest')).toEqual(all.toReversed());
  });

  it('takes no page of another order', async () => {
    const path = `/v1/petitions/${told.id}/history`;
    const { body } = await api.get(`${path}?limit=2&order=oldest`, { token: told.clerk });

    expect(
      await api.get(`${path}?order=newest&cursor=${String(body.nextCursor)}`, { token: told.clerk }),
    ).toMatchObject({
      status: 400,
      body: { fields: [{ path: 'cursor' }] },
    });
  });
});

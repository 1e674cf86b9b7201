import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { recordedIn, type Recorded } from '../recorded.fixture.js';
import { startApi, type Answer, type RunningApi } from '../running-api.fixture.js';

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

async function conferenceIn(stage: Parameters<Recorded['conferenceIs']>[1], organisation = 'SL-UBND'): Promise<string> {
  const body = {
    ...{ kind: 'periodic', host: 'levelHead', organisation, title: 'Đối thoại', contents: 'Đường, đất' },
    ...{ place: 'Hội trường', on: '2099-06-15', startsAt: '08:00' },
  };
  const { body: answer } = await api.post('/v1/conferences', { token: admin, body });
  await recorded.conferenceIs(answer.conference.id, stage);
  return answer.conference.id;
}

async function acceptedPetition(): Promise<{ readonly id: string; readonly number: string }> {
  const body = {
    ...{ title: 'Đề nghị', content: 'Nội dung', source: 'outsideConference', category: 'resident' },
    ...{ organisation: 'SL-UBND', petitioner: { name: 'Người kiến nghị' } },
  };
  const { petition } = (await api.post('/v1/petitions', { token: clerk, body })).body;
  await recorded.petitionIs(petition.id, 'accepted');
  return petition;
}

function attach(petitionId: string, conference: string, token = clerk): Promise<Answer> {
  return api.post(`/v1/petitions/${petitionId}/attach-to-conference`, { token, body: { conference } });
}

describe('D8.1e: attaching a petition to a conference', () => {
  it.each(['planning', 'preparing'] as const)('that is %s carries its number and day', async (stage) => {
    const conference = await conferenceIn(stage);
    const { id } = await acceptedPetition();

    const answer = await attach(id, conference);

    expect(answer.status).toBe(202);
    expect(await api.sql('SELECT payload FROM commands WHERE id = $1', [answer.body.commandId])).toEqual([
      {
        payload: {
          kind: 'attachToConference',
          conference: { id: conference, number: expect.stringMatching(/^HN-/), on: '2099-06-15' },
        },
      },
    ]);
  });

  it.each([
    ['that is held', () => conferenceIn('held'), 409, 'conference.takes_no_petitions'],
    ['that nobody knows', () => Promise.resolve('0190a7f4-9999-7abc-8def-0123456789ab'), 422, 'conference.unknown'],
    ['that the clerk may not see', () => conferenceIn('planning', 'SL-TU'), 422, 'conference.unknown'],
  ])('%s is refused, and nothing is written', async (_, which, status, code) => {
    const conference = await which();
    const { id } = await acceptedPetition();
    const before = await recorded.rows();

    expect(await attach(id, conference)).toMatchObject({
      status,
      body: { code, message: expect.any(String), fields: [{ path: 'conference' }] },
    });
    expect(await recorded.rows()).toEqual(before);
  });

  it('D10.1a: whose host does not answer for the one that was asked is refused', async () => {
    const conference = await conferenceIn('planning', 'SL-SXD');
    const { id } = await acceptedPetition();

    expect(await attach(id, conference, admin)).toMatchObject({
      status: 422,
      body: { code: 'conference.of_another_host' },
    });
  });
});

describe('D9: concluding', () => {
  function conclude(conference: string, petitions: readonly string[]): Promise<Answer> {
    const conclusions = petitions.map((petition) => ({ petition, conclusion: 'settle', words: 'Đã giải thích.' }));
    return api.post(`/v1/conferences/${conference}/conclude`, { token: clerk, body: { conclusions } });
  }

  it('needs a word on each petition, and names the others', async () => {
    const conference = await conferenceIn('held');
    const [one, other] = [await acceptedPetition(), await acceptedPetition()];
    for (const { id } of [one, other]) await recorded.attached(id, conference, true);

    const incomplete = await conclude(conference, [one.id]);
    const complete = await conclude(conference, [one.id, other.id]);

    expect(incomplete).toMatchObject({
      status: 422,
      body: {
        code: 'conference.conclusions_missing',
        fields: [{ path: 'conclusions', message: `Chưa có kết luận đối với: ${other.number}.` }],
      },
    });
    expect(complete.status).toBe(202);
  });

  it('waits for a petition that the conference has not heard of yet', async () => {
    const conference = await conferenceIn('held');
    const raised = await acceptedPetition();
    await recorded.attached(raised.id, conference, false);

    expect(await conclude(conference, [raised.id])).toMatchObject({
      status: 409,
      body: { code: 'conference.petition_on_its_way', fields: [{ message: expect.stringContaining(raised.number) }] },
    });
  });

  it('has no word on petitions of others', async () => {
    const conference = await conferenceIn('held');
    const { id } = await acceptedPetition();

    expect(await conclude(conference, [id])).toMatchObject({
      status: 422,
      body: { code: 'conference.petition_unknown', fields: [{ path: 'conclusions.0.petition' }] },
    });
  });
});

describe('reading conferences', () => {
  it.each(["classification = 'internal'", "protected_by = 'host'"])(
    'D4.1, D11.1d: tells those who were only invited no title of a petition with %s',
    async (mark) => {
      const conference = await conferenceIn('preparing');
      const petition = await acceptedPetition();
      await recorded.attached(petition.id, conference, true);
      await api.sql(`INSERT INTO conference_bodies VALUES ($1, 'SL-SXD', '2026-11-25', NULL)`, [conference]);
      await api.sql(`UPDATE petitions SET ${mark} WHERE id = $1`, [petition.id]);
      const shownTo = (token: string): Promise<Answer> => api.get(`/v1/conferences/${conference}`, { token });

      expect(await shownTo(await api.loginAs('agency', 'SL-SXD'))).toMatchObject({
        body: { petitions: [{ title: petition.number }] },
      });
      expect(await shownTo(clerk)).toMatchObject({ body: { petitions: [{ title: 'Đề nghị' }] } });
    },
  );

  it('shows the petitions with their way, to those who were invited too', async () => {
    const conference = await conferenceIn('preparing');
    const petition = await acceptedPetition();
    await recorded.attached(petition.id, conference, true);
    await api.sql(`INSERT INTO conference_bodies VALUES ($1, 'SL-SXD', '2026-11-25', NULL)`, [conference]);
    const token = await api.loginAs('agency', 'SL-SXD');

    expect(await api.get(`/v1/conferences/${conference}`, { token })).toMatchObject({
      status: 200,
      body: {
        petitions: [{ id: petition.id, path: 'briefing', conclusion: null, stageName: 'đã thụ lý' }],
        bodies: [{ organisation: { code: 'SL-SXD' }, askedOn: '2026-11-25', invitedOn: null }],
      },
    });
  });

  it('lists those within scope, page by page, the latest day first', async () => {
    const ids: string[] = [];
    let cursor = '';
    do {
      const { body } = await api.get(`/v1/conferences?limit=2&organisation=SL-UBND${cursor}`, { token: clerk });
      ids.push(...body.items.map(({ id }) => id));
      cursor = body.nextCursor === null ? '' : `&cursor=${body.nextCursor}`;
    } while (cursor !== '');

    const [count] = await api.sql(`SELECT count(*) FROM conference_plans WHERE organisation_code = 'SL-UBND'`);
    expect({ count: new Set(ids).size }).toEqual(count);
  });

  it.each([
    ['stage=held', (all: number) => all > 0],
    ['from=2099-06-15&to=2099-06-15', (all: number) => all > 0],
    ['from=2099-06-16', (all: number) => all === 0],
    ['stage=closed', (all: number) => all === 0],
  ])('finds by %s', async (query, isRight) => {
    const { status, body } = await api.get(`/v1/conferences?${query}`, { token: clerk });

    expect([status, isRight(body.items.length)]).toEqual([200, true]);
  });

  it.each(['stage=nowhere', 'from=2099-06-16&to=2099-06-15', 'colour=red', 'limit=1000'])(
    'refuses %s',
    async (query) => {
      expect((await api.get(`/v1/conferences?${query}`, { token: clerk })).status).toBe(400);
    },
  );

  it.each(['clerk', 'agency'] as const)('hides those of others from a %s', async (role) => {
    const conference = await conferenceIn('planning', 'SL-TU');
    const token = await api.loginAs(role, 'SL-SXD');

    expect((await api.get(`/v1/conferences/${conference}`, { token })).status).toBe(404);
  });
});

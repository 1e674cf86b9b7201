import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  addDays,
  atHour,
  dateAt,
  defaultPetitionTerms,
  localDate,
  petitionMachine,
  submitted,
  type Petition,
  type PetitionCommand,
} from '@dialogue/domain';
import { aCalendar, aCommand, aSubmission, valueOf } from '@dialogue/testing/builders';

import { startApi, type Answer, type RunningApi } from '../running-api.fixture.js';

const today = dateAt(Date.now());
const petition = aPetitionOfToday();
const terms = `/v1/organisations/SL-UBND/terms`;

let api: RunningApi;
let admin: string;

beforeAll(async () => {
  api = await startApi();
  admin = await api.loginAs('admin');
  await api.sql(
    `INSERT INTO petition_submissions (id, number, title, content, category, is_collective, source, organisation_code,
       lead_office_code, received_on, is_written_answer_required, is_reachable_by_mail,
       submitted_at)
     VALUES ($1, $2, 'x', 'x', 'resident', false, 'outsideConference', 'SL-UBND', 'SL-VPUBND', $3, false, true, now())`,
    [petition.id, petition.number, petition.receivedOn],
  );
  await api.sql(
    `INSERT INTO case_memory (case_kind, case_id, sequence, last_at, state) VALUES ('petition', $1, 2, now(), $2)`,
    [petition.id, JSON.stringify(petition)],
  );
});
afterAll(() => api.close());

/** Accepted today: to be assigned within five working days. */
function aPetitionOfToday(): Petition {
  // Whenever the test runs.
  const calendar = aCalendar({ until: localDate('2099-12-31') });
  const start = submitted(aSubmission({ receivedOn: today }), { calendar, terms: defaultPetitionTerms });
  const commands: readonly PetitionCommand[] = [aCommand('register'), aCommand('accept')];
  return commands.reduce((state, command) => {
    const decision = valueOf(petitionMachine.apply(state, command, atHour(today, 0)));
    if ('refused' in decision) throw new Error(decision.refused.code);
    return decision.accepted.state;
  }, start);
}

function preview(token = admin): Promise<Answer> {
  return api.get(`${terms}/adoption`, { token });
}

function order(token = admin): Promise<Answer> {
  return api.post(`${terms}/adoption`, { token, body: { reason: 'Thống nhất thời hạn.' } });
}

async function waiting(): Promise<readonly { readonly payload: object }[]> {
  return api.sql(`SELECT payload FROM outbox WHERE case_id = $1`, [petition.id]);
}

describe('the adoption of terms by running cases', () => {
  it('D13.1: has nothing to do where the cases go by what holds', async () => {
    expect(await preview()).toMatchObject({
      status: 200,
      body: {
        ...{ code: 'SL-UBND', on: today, counts: { cases: 0, moving: 0, uncounted: 0 }, cases: [] },
        versions: { petition: 'default-1', conference: 'default-1', report: 'default-1' },
      },
    });
    expect(await order()).toMatchObject({ status: 200, body: { told: 0 } });
  });

  it('D13.1: is previewed with both dates, the rule and the reason of each move, and ordered once', async () => {
    const overrides = { petition: { duties: { assign: { workingDays: 2 } } } };
    await api.post(terms, { token: admin, body: { validFrom: today, overrides, reason: 'Rút ngắn.' } });

    const { body } = await preview();
    const first = await order();
    const again = await order();

    expect(body).toMatchObject({
      counts: { cases: 1, moving: 1, uncounted: 0 },
      cases: [
        {
          ...{ kind: 'petition', id: petition.id, number: petition.number, wasVersion: 'default-1', ladders: [] },
          limits: [
            { path: 'duties.assign.workingDays', wasCount: 5, count: 2, article: expect.stringContaining('Điều') },
          ],
          moves: [{ duty: 'assign', rule: 'D11.1b', anchorOn: today, wasDueOn: petition.duties[0]?.dueOn }],
        },
      ],
    });
    expect([first, again]).toMatchObject([
      { status: 200, body: { told: 1, versions: { petition: `SL-UBND/${today}` } } },
      { status: 200, body: { told: 0 } },
    ]);
    expect(await waiting()).toMatchObject([
      {
        payload: { kind: 'adoptTerms', terms: { version: `SL-UBND/${today}`, duties: { assign: { workingDays: 2 } } } },
      },
    ]);
  });

  it('D13.1: of one case goes through the door, with the whole terms and the reason apart', async () => {
    const host = await api.loginAs('host', 'SL-UBND');
    const url = `/v1/petitions/${petition.id}/adopt-terms`;

    const { status, body } = await api.post(url, { token: host, body: { reason: 'Việc gấp.' } });

    expect(status).toBe(202);
    expect(await api.sql('SELECT kind, payload, words FROM commands WHERE id = $1', [body.commandId])).toMatchObject([
      {
        ...{ kind: 'adoptTerms', words: { reason: 'Việc gấp.' } },
        payload: { kind: 'adoptTerms', terms: { version: `SL-UBND/${today}` } },
      },
    ]);
  });

  it('D13.1: is for the host and the administrator of the body', async () => {
    const [host, other] = [await api.loginAs('host', 'SL-UBND'), await api.loginAs('host', '03703')];
    const clerk = await api.loginAs('clerk', 'SL-VPUBND');

    expect((await preview(host)).status).toBe(200);
    expect((await preview(clerk)).status).toBe(403);
    expect(await order(other)).toMatchObject({ status: 403, body: { code: 'auth.out_of_scope' } });
  });

  it('is previewed for no day that has passed', async () => {
    expect(await api.get(`${terms}/adoption?on=${addDays(today, -1)}`, { token: admin })).toMatchObject({
      status: 400,
      body: { fields: [{ path: 'on' }] },
    });
  });
});

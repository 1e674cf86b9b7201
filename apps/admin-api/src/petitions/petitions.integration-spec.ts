import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { startApi, type Answer, type RunningApi } from '../running-api.fixture.js';
import { petitionResponse } from './petition.response-schemas.js';

const canary = 'Canary Nguyễn Thị Mốc';
const registration = {
  title: 'Đề nghị sửa đường',
  content: 'Đường hư hỏng.',
  source: 'late',
  category: 'resident',
  organisation: 'SL-UBND',
  receivedOn: '2026-11-20',
  petitioner: { name: canary, address: `${canary} 1`, phone: '0912 345 678', email: 'moc@example.com' },
};

let api: RunningApi;
let admin: string;

beforeAll(async () => {
  api = await startApi();
  admin = await api.loginAs('admin');
});
afterAll(() => api.close());

function register(changes: object = {}, key: string = randomUUID()): Promise<Answer> {
  return api.post('/v1/petitions', { token: admin, key, body: { ...registration, ...changes } });
}

async function rows(): Promise<object> {
  const [counts] = await api.sql<object>(
    `SELECT (SELECT count(*) FROM commands) AS commands, (SELECT count(*) FROM petition_submissions) AS submissions,
      (SELECT count(*) FROM petition_identities) AS identities, (SELECT count(*) FROM outbox) AS outbox`,
  );
  return counts ?? {};
}

/** As the ledger would, had a worker been there. */
async function decide(commandId: string, outcome: 'accepted' | 'refused'): Promise<void> {
  const refusal = outcome === 'refused' ? ['petition.transition_refused', 'D11.3'] : [null, null];
  await api.sql(
    `UPDATE commands SET outcome = $2, outcome_code = $3, outcome_rule = $4,
      outcome_sequence = CASE WHEN $2 = 'accepted' THEN 1 END, decided_at = now(), recorded_at = now() WHERE id = $1`,
    [commandId, outcome, ...refusal],
  );
}

describe('registering a petition while Temporal is away', () => {
  it('is written, answered with 202, and waits for the relay', async () => {
    const answer = await register();

    expect(answer.status).toBe(202);
    expect(answer.headers['location']).toBe(answer.body.link);
    expect(answer.body).toMatchObject({
      status: 'pending',
      petition: { number: expect.stringMatching(/^KN-\d{4}-\d{6}$/), stage: 'submitted' },
    });
    expect(
      await api.sql('SELECT kind, case_id, signalled_at FROM commands WHERE id = $1', [answer.body.commandId]),
    ).toEqual([{ kind: 'register', case_id: answer.body.petition.id, signalled_at: null }]);
  });

  it('can be read at once, and is as the documentation says', async () => {
    const { body } = await register();

    const petition = await api.get(`/v1/petitions/${body.petition.id}`, { token: admin });

    expect(petitionResponse.safeParse(petition.body).error).toBeUndefined();
    expect(petition.body).toMatchObject({
      stage: 'submitted',
      isWrittenAnswerRequired: true,
      isReachableByMail: true,
      organisation: { code: 'SL-UBND' },
      workflow: { url: `http://127.0.0.1:8233/namespaces/default/workflows/petition%2F${body.petition.id}` },
    });
    expect(petition.body.leadOffice.code).not.toBe('SL-UBND');
  });

  it('is pending at its link until it is decided', async () => {
    const { body } = await register();

    const before = await api.get(body.link, { token: admin });
    await decide(body.commandId, 'accepted');
    const after = await api.get(body.link, { token: admin });

    expect([before.body.status, after.body.status]).toEqual(['pending', 'accepted']);
  });

  it('keeps the person sealed: nowhere in plain in the database, nowhere in the log', async () => {
    await register();

    const [found] = await api.sql<{ plain: boolean }>(
      `SELECT EXISTS (SELECT FROM petition_identities WHERE position(convert_to($1, 'UTF8') IN sealed) > 0)
        OR EXISTS (SELECT FROM commands c WHERE c::text LIKE '%' || $1 || '%')
        OR EXISTS (SELECT FROM petition_submissions s WHERE s::text LIKE '%' || $1 || '%') AS plain`,
      [canary],
    );
    expect(found?.plain).toBe(false);
    expect(api.lines.join('')).not.toContain(canary);
  });
});

describe('the same request again', () => {
  it('begins the same petition, once', async () => {
    const key = randomUUID();
    const first = await register({}, key);
    const before = await rows();

    const second = await register({}, key);

    expect(second.status).toBe(202);
    expect(second.body).toEqual(first.body);
    expect(await rows()).toEqual(before);
  });

  it('is answered with the outcome, once there is one', async () => {
    const key = randomUUID();
    const { body } = await register({}, key);
    await decide(body.commandId, 'accepted');

    expect(await register({}, key)).toMatchObject({
      status: 200,
      body: { id: body.petition.id, number: body.petition.number },
    });
  });

  it('with another body is refused, and nothing is written', async () => {
    const key = randomUUID();
    await register({}, key);
    const before = await rows();

    expect(await register({ title: 'Khác' }, key)).toMatchObject({ status: 422, body: { code: 'command.key_reused' } });
    expect(await rows()).toEqual(before);
  });

  it('of a command that a rule refused is refused with the same words', async () => {
    const { body } = await register();
    const ask = { token: admin, key: randomUUID(), body: { field: 'economy' } };
    const url = `/v1/petitions/${body.petition.id}/accept`;
    const pending = await api.post(url, ask);
    await decide(pending.body.commandId, 'refused');

    const [first, second] = [await api.post(url, ask), await api.post(url, ask)];

    expect(first).toMatchObject({
      status: 409,
      body: {
        code: 'petition.transition_refused',
        rule: 'D11.3',
        article: 'khoản 3 Điều 11',
        commandId: pending.body.commandId,
      },
    });
    expect({ ...second.body, requestId: '' }).toEqual({ ...first.body, requestId: '' });
  });
});

describe('bad input', () => {
  it.each([
    ['an unknown field', { colour: 'red' }, 400, 'request.invalid', 'colour'],
    ['a day that is not in the calendar', { receivedOn: '2026-02-30' }, 400, 'request.invalid', 'receivedOn'],
    ['a day in the future', { receivedOn: '2999-01-01' }, 400, 'request.invalid', 'receivedOn'],
    ['a day before the register', { receivedOn: '2014-12-31' }, 400, 'request.invalid', 'receivedOn'],
    ['an empty title', { title: '   ' }, 400, 'request.invalid', 'title'],
    ['a title with a NUL', { title: 'a\u0000b' }, 400, 'request.invalid', 'title'],
    ['a title that is too long', { title: 'x'.repeat(301) }, 400, 'request.invalid', 'title'],
    ['an unknown source', { source: 'rumour' }, 400, 'request.invalid', 'source'],
    ['an unknown category', { category: 'tourist' }, 400, 'request.invalid', 'category'],
    ['a petitioner without a name', { petitioner: {} }, 400, 'request.invalid', 'petitioner.name'],
    [
      'an address that is none',
      { petitioner: { name: 'A', email: 'at home' } },
      400,
      'request.invalid',
      'petitioner.email',
    ],
    ['an unknown organisation', { organisation: 'SL-KHONG-CO' }, 422, 'organisation.unknown', 'organisation'],
    ['an organisation that is no more', { organisation: '118' }, 422, 'organisation.unknown', 'organisation'],
    ['an unknown lead office', { leadOffice: 'SL-KHONG-CO' }, 422, 'organisation.unknown', 'leadOffice'],
  ])('%s is refused by its field, and nothing is written', async (_, changes, status, code, field) => {
    const before = await rows();

    const answer = await register(changes);

    expect(answer).toMatchObject({ status, body: { code, message: expect.any(String), fields: [{ path: field }] } });
    expect(await rows()).toEqual(before);
  });

  it('in which a clerk names their own office as the lead of others is refused, and nothing is written', async () => {
    const token = await api.loginAs('clerk', 'SL-VPTU');
    const before = await rows();

    const answer = await api.post('/v1/petitions', { token, body: { ...registration, leadOffice: 'SL-VPTU' } });

    expect(answer).toMatchObject({ status: 403, body: { code: 'auth.out_of_scope' } });
    expect(await rows()).toEqual(before);
  });

  it('to a command names its field, and nothing is written', async () => {
    const { body } = await register();
    const before = await rows();
    const command = (name: string, given: object): Promise<Answer> =>
      api.post(`/v1/petitions/${body.petition.id}/${name}`, { token: admin, body: given });
    const document = { number: '1/UBND', signedOn: '2026-11-20' };

    const answers = [
      await command('assign', { agency: 'SL-KHONG-CO', document }),
      await command('assign', { agency: 'SL-SXD', document: { number: '1' } }),
      await command('acknowledge', { arrivalNumber: '1', receivedOn: '2026-11-20' }),
      await command('recordNoticeSent', {}),
    ];

    expect(answers.map(({ status }) => status)).toEqual([422, 400, 422, 404]);
    expect(answers.map(({ body: { code } }) => code)).toEqual([
      'organisation.unknown',
      'request.invalid',
      'command.evidence_required',
      'request.route_unknown',
    ]);
    expect(await rows()).toEqual(before);
  });
});

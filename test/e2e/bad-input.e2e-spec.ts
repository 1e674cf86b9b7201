import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { startRealStack, type ApiAnswer, type ApiClient, type RealStack } from '@dialogue/testing/stack';

import { badRequests } from './bad-requests.fixture.js';
import { bodies, decision, give, lettersSettled, registered, registration } from './petition.fixture.js';

jest.setTimeout(240_000);

/** Every table that a petition writes to. */
const tables = [
  ...['petition_submissions', 'petition_identities', 'case_events', 'case_memory', 'petitions', 'assignments'],
  ...['answers', 'milestones', 'letters', 'mail_deliveries', 'outbox', 'commands'],
];
/** A whole sentence in Vietnamese: with marks, begun with a capital, ended with a full stop. */
const vietnameseSentence = /^\p{Lu}.*[àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ].*\.$/su;

describe('bad input', () => {
  let stack: RealStack;
  let clerk: ApiClient;
  let id: string;

  beforeAll(async () => {
    stack = await startRealStack();
    clerk = await stack.logIn();
    id = await registered(clerk);
    await lettersSettled(stack, id);
  });
  afterAll(async () => stack.stop());

  async function rowCounts(): Promise<Readonly<Record<string, unknown>>> {
    const counts = tables.map((table) => `(SELECT count(*)::int FROM ${table}) AS ${table}`);
    const [row] = await stack.register.rows<Record<string, unknown>>(`SELECT ${counts.join(', ')}`);
    return { ...row };
  }

  function expectRefusal({ status, body }: ApiAnswer, expected: { status: number; code: string }): void {
    expect({ status, code: body['code'] }).toEqual(expected);
    expect(body['message']).toMatch(vietnameseSentence);
    for (const { message } of (body['fields'] ?? []) as { readonly message: string }[])
      expect(message).toMatch(/\p{L}/u);
  }

  it.each(badRequests)(
    'with $reason: is refused, and nothing is written',
    async ({ path, body, status, code, field }) => {
      const before = await rowCounts();

      const answer = await clerk.post(path === '' ? '/v1/petitions' : `/v1/petitions/${id}${path}`, body);

      expectRefusal(answer, { status, code });
      const fields = ((answer.body['fields'] ?? []) as { readonly path: string }[]).map((problem) => problem.path);
      expect(fields).toEqual(expect.arrayContaining(field === null ? [] : [field]));
      expect(await rowCounts()).toEqual(before);
    },
  );

  it('that nobody is logged in for: is refused, and nothing is written', async () => {
    const before = await rowCounts();

    const response = await fetch(`${stack.api.origin}/v1/petitions/${id}/accept`, { method: 'POST' });

    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({
      code: 'auth.required',
      message: expect.stringMatching(vietnameseSentence),
    });
    expect(await rowCounts()).toEqual(before);
  });

  it('a key that comes again with another body: is refused, and nothing more is written', async () => {
    const first = await decision(clerk, '/v1/petitions', { body: registration(), key: 'one-key' });
    await lettersSettled(stack, String(first.body['id']));
    const before = await rowCounts();

    const other = await clerk.post('/v1/petitions', registration({ title: 'Đề nghị khác' }), 'one-key');
    const same = await clerk.post('/v1/petitions', registration(), 'one-key');

    expectRefusal(other, { status: 422, code: 'command.key_reused' });
    expect(same).toMatchObject({ status: 200, body: { id: first.body['id'] } });
    expect(await rowCounts()).toEqual(before);
  });

  it('D11.3: a command from a wrong stage is refused with its rule, and nothing but the refusal is written', async () => {
    const before = await rowCounts();

    const answer = await decision(clerk, `/v1/petitions/${id}/close`, { body: {}, key: 'too-early' });
    const again = await clerk.post(`/v1/petitions/${id}/close`, {}, 'too-early');

    expectRefusal(answer, { status: 409, code: 'petition.transition_refused' });
    expect(answer.body).toMatchObject({
      rule: expect.stringMatching(/^D\d/),
      article: expect.stringContaining('Điều'),
    });
    expect({ ...again.body, requestId: null }).toEqual({ ...answer.body, requestId: null });
    expect(await rowCounts()).toEqual({ ...before, commands: Number(before['commands']) + 1 });
  });

  it('D11.1b: a document signed tomorrow is refused by its rule, and the case goes on', async () => {
    await give(clerk, id, 'accept', bodies.accept);
    const tomorrow = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10);
    const answer = await decision(clerk, `/v1/petitions/${id}/assign`, {
      body: { ...bodies.assign, document: { number: '1', signedOn: tomorrow } },
    });

    expectRefusal(answer, { status: 422, code: 'petition.date_in_future' });
    expect(answer.body).toMatchObject({ rule: 'D11.1b' });
    expect((await give(clerk, id, 'assign', bodies.assign)).body).toMatchObject({ stage: 'assigned', sequence: 3 });
  });
});

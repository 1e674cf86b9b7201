import { randomBytes } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { anOrganisation, aCommand } from '@dialogue/testing/builders';

import { startApi, type RunningApi } from '../running-api.fixture.js';
import { aBrowser, aLinkedPetition, type Browser, type LinkedPetition, type SeenPage } from './links.fixture.js';

let api: RunningApi;
let petition: LinkedPetition;
let addresses = 0;

beforeAll(async () => {
  api = await startApi();
  petition = await aLinkedPetition(api);
});
afterAll(async () => {
  await petition.close();
  await api.close();
});

function browser(cookie?: string): Browser {
  addresses += 1;
  const reader = aBrowser(api, `10.4.${String(addresses >> 8)}.${String(addresses & 255)}`);
  if (cookie !== undefined) reader.cookies.set('viec', cookie);
  return reader;
}

/** The page without the id of its request, which is another one every time. */
function sameOf({ status, html, headers }: SeenPage): object {
  const policy = headers['content-security-policy'];
  return { status, policy, html: html.replace(/Mã yêu cầu: [\w-]+/, '') };
}

function aToken(): string {
  return randomBytes(32).toString('base64url');
}

/** One letter of it is another. */
function tampered(secret: string): string {
  return `${secret.startsWith('A') ? 'B' : 'A'}${secret.slice(1)}`;
}

async function opened(token: string): Promise<Browser> {
  const reader = browser();
  const { status } = await reader.get(`/l/${token}`);
  if (status !== 200) throw new Error(`the link did not open: ${String(status)}`);
  return reader;
}

async function overlooked(reader: Browser): Promise<SeenPage> {
  const form = await reader.get('/viec/xac-nhan-da-nhan');
  return reader.submit(form, { arrivalNumber: '1024', receivedOn: '2026-03-05', buoc: 'xem-lai' });
}

async function usedToken(): Promise<string> {
  const used = await aLinkedPetition(api);
  const token = await used.link();
  const reader = await opened(token);
  await reader.submit(await overlooked(reader), { buoc: 'gui' });
  await used.close();
  return token;
}

async function leftToken(): Promise<string> {
  const left = await aLinkedPetition(api);
  const token = await left.link();
  await left.record(
    aCommand('reassign', { agency: anOrganisation('SL-SXD'), agencyName: 'Sở Xây dựng' }),
    '2026-03-06',
  );
  await left.close();
  return token;
}

async function revokedToken(): Promise<string> {
  const revoked = await aLinkedPetition(api);
  const token = await revoked.link();
  const { status } = await api.post('/v1/links/revoke', {
    token: revoked.clerk,
    body: { caseKind: 'petition', caseId: revoked.id },
  });
  if (status !== 201 && status !== 200) throw new Error(`not revoked: ${String(status)}`);
  await revoked.close();
  return token;
}

const badTokens: Readonly<Record<string, () => Promise<string>>> = {
  'that nobody has made': async () => Promise.resolve(aToken()),
  'that is too short': async () => Promise.resolve('abc'),
  'that is too long': async () => Promise.resolve(aToken().repeat(6)),
  'with a letter changed': async () => tampered(await petition.link()),
  'with something after it': async () => `${await petition.link()}.`,
  'that is no text': async () => Promise.resolve('%00%27--'),
  'that is badly written': async () => Promise.resolve('%E0%A4%A'),
  'that has expired': async () => petition.link('assigned', { goodUntil: '2020-01-01' }),
  'that was used': usedToken,
  'that was revoked': revokedToken,
  'of a body that has the petition no longer': leftToken,
};

const badSessions: Readonly<Record<string, () => Promise<string | undefined>>> = {
  'without a session': async () => Promise.resolve(undefined),
  'with a session that nobody has opened': async () => Promise.resolve(aToken()),
  'with a session with a letter changed': async () =>
    tampered((await opened(await petition.link())).cookies.get('viec') ?? ''),
  'with the token for a session': async () => petition.link(),
  'with a session that is over': async () => {
    const reader = await opened(await petition.link());
    await api.sql(`UPDATE link_sessions SET expires_at = now() - interval '1 second'`);
    return reader.cookies.get('viec');
  },
  'with a session of a link that was revoked since': async () => {
    const reader = await opened(await petition.link());
    await api.post('/v1/links/revoke', {
      token: petition.clerk,
      body: { caseKind: 'petition', caseId: petition.id },
    });
    return reader.cookies.get('viec');
  },
};

/** Every way to a page behind a link. */
const routes: readonly (readonly [string, (reader: Browser) => Promise<SeenPage>])[] = [
  ['GET /viec', async (reader) => reader.get('/viec')],
  ['GET /viec/tra-loi', async (reader) => reader.get('/viec/tra-loi')],
  ['GET /viec/xong', async (reader) => reader.get('/viec/xong')],
  ['GET /viec/tep/<id>', async (reader) => reader.get('/viec/tep/0190a7f4-1111-7abc-8def-0123456789ab')],
  ['POST /viec/tra-loi', async (reader) => reader.post('/viec/tra-loi', { phieu: 'x', 'xac-thuc': 'y', buoc: 'gui' })],
  ['POST /viec/khong-co', async (reader) => reader.post('/viec/khong-co', { buoc: 'gui' })],
];

describe('misuse of a link', () => {
  let expected: object;

  beforeAll(async () => {
    expected = sameOf(await browser().get(`/l/${aToken()}`));
  });

  it('is answered with a page that says nothing but that the link is of no use', () => {
    expect(expected).toMatchObject({ status: 404, html: expect.stringContaining('Liên kết này không dùng được') });
  });

  it.each(Object.keys(badTokens))('a token %s is refused like every other', async (what) => {
    const token = await badTokens[what]!();

    const page = await browser().get(`/l/${token}`);

    expect(sameOf(page)).toEqual(expected);
    expect(page.headers['set-cookie']).toBeUndefined();
  });

  it.each(Object.keys(badSessions))('nobody gets anywhere %s', async (what) => {
    const cookie = await badSessions[what]!();

    for (const [, ask] of routes) expect(sameOf(await ask(browser(cookie)))).toEqual(expected);
  });

  it('a form of another session does nothing (CSRF)', async () => {
    const [mine, theirs] = [await opened(await petition.link()), await opened(await petition.link())];
    const theirForm = await overlooked(theirs);

    expect(sameOf(await mine.submit(theirForm, { buoc: 'gui' }))).toEqual(expected);
    expect(sameOf(await mine.post('/viec/xac-nhan-da-nhan', { arrivalNumber: '1', buoc: 'gui' }))).toEqual(expected);
  });

  it('what was done is shown once more, and nothing else can be done in that session', async () => {
    const own = await aLinkedPetition(api);
    const reader = await opened(await own.link());
    const [first, second] = [await overlooked(reader), await overlooked(reader)];
    await reader.submit(first, { buoc: 'gui' });

    expect(sameOf(await reader.submit(second, { arrivalNumber: '77', buoc: 'gui' }))).toEqual(expected);
    expect((await reader.get('/viec/xong')).html).toContain(own.number);
    expect((await reader.get('/viec')).html).toContain('đang chờ ghi vào hồ sơ');
    await own.close();
  });

  it('one letter is one act: the link of another attempt to send it is used up too', async () => {
    const own = await aLinkedPetition(api);
    const [sent, sentAgain] = [await own.link(), await own.link()];
    const reader = await opened(sent);
    await reader.submit(await overlooked(reader), { buoc: 'gui' });

    expect(sameOf(await browser().get(`/l/${sentAgain}`))).toEqual(expected);
    await own.close();
  });

  it('a command by the link of one case can be given to no other, not even in the database', async () => {
    const other = await aLinkedPetition(api);
    await petition.link();
    const forged = `INSERT INTO commands (id, case_kind, case_id, kind, body_hash, payload, received_at, link_id)
      SELECT 'forged', 'petition', $1, 'acknowledge', '', '{}', now(), id FROM case_links WHERE case_id = $2 LIMIT 1`;

    await expect(api.sql(forged, [other.id, petition.id])).rejects.toThrow('commands_link_fk');
    await other.close();
  });

  it('neither does a link open what accounts read', async () => {
    const token = await petition.link();
    const reader = await opened(token);
    const secret = reader.cookies.get('viec') ?? '';

    for (const authorization of [`Bearer ${token}`, `Bearer ${secret}`]) {
      const { statusCode } = await api.inject({
        url: `/v1/petitions/${petition.id}`,
        headers: { authorization, cookie: `viec=${secret}` },
      });
      expect(statusCode).toBe(401);
    }
  });
});

describe('asking too often', () => {
  it('is slowed down by link, and by address, with a page', async () => {
    const own = await aLinkedPetition(api);
    const token = await own.link();
    const ask = async (path: string, remoteAddress: string): Promise<number> =>
      (await api.inject({ url: path, remoteAddress })).statusCode;

    const byLink: number[] = [];
    for (let count = 0; count < 31; count += 1) byLink.push(await ask(`/l/${token}`, `10.5.0.${String(count)}`));
    expect(byLink.filter((status) => status === 429)).toHaveLength(1);

    const guesses: number[] = [];
    for (let count = 0; count < 121; count += 1) guesses.push(await ask(`/l/${aToken()}`, '10.6.0.1'));
    expect([...new Set(guesses)]).toEqual([404, 429]);

    const refused = await api.inject({ url: `/l/${aToken()}`, remoteAddress: '10.6.0.1' });
    expect(refused.headers).toMatchObject({ 'content-type': 'text/html; charset=utf-8', 'retry-after': '60' });
    expect(refused.body).toContain('<h1>Không mở được trang</h1>');
    await own.close();
  });
});

describe('what is written down', () => {
  it('holds no token, no secret and no form of a link, whatever was done with it', async () => {
    const own = await aLinkedPetition(api);
    const token = await own.link();
    const reader = await opened(token);
    const overlook = await overlooked(reader);
    const done = await reader.submit(overlook, { buoc: 'gui' });
    await browser().get(`/l/${token}`);
    await browser().get(`/l/${token}x`);
    await browser().get(`/l/${token}?x=1`);
    await browser(token).get('/viec');
    await api.inject({ method: 'PUT', url: `/l/${token}` });
    await api.inject({ method: 'GET', url: `/l/${token}/more` });
    const secret = reader.cookies.get('viec') ?? '';

    const log = api.lines.join('\n');
    expect(log).toContain('A link was refused');
    expect(log).toContain('"route":"/l/:token"');
    for (const planted of [token, token.slice(0, 20), secret, secret.slice(0, 20)]) {
      expect(log).not.toContain(planted);
      for (const page of [overlook, done]) expect(page.html).not.toContain(planted);
      const [stored] = await api.sql<{ rows: string }>(
        `SELECT (SELECT jsonb_agg(to_jsonb(commands)) FROM commands)::text || (SELECT jsonb_agg(to_jsonb(case_links)) FROM case_links)::text
           || (SELECT jsonb_agg(to_jsonb(link_sessions)) FROM link_sessions)::text || (SELECT jsonb_agg(to_jsonb(case_events)) FROM case_events)::text AS rows`,
      );
      expect(stored?.rows).not.toContain(planted);
    }
    await own.close();
  });
});

describe('links as the lead office sees them', () => {
  it('D11.1c: are listed without their tokens, and taken back one by one or all at once', async () => {
    const own = await aLinkedPetition(api);
    const [first, second] = [await own.link(), await own.link()];
    const query = `caseKind=petition&caseId=${own.id}`;
    const { status, text } = await api.get(`/v1/links?${query}`, { token: own.clerk });
    const { items } = JSON.parse(text) as { items: { id: string; standing: string }[] };

    expect(status).toBe(200);
    expect(items).toHaveLength(2);
    expect(items[0]).toMatchObject({
      standing: 'open',
      letterName: 'Giao việc',
      maskedAddress: 'x***@stc.sonla.example',
    });
    for (const token of [first, second]) expect(text).not.toContain(token);

    const one = { caseKind: 'petition', caseId: own.id, link: items[0]!.id };
    const after = await api.post('/v1/links/revoke', { token: own.clerk, body: one });
    const standings = (JSON.parse(after.text) as { items: { standing: string }[] }).items.map((each) => each.standing);
    expect(standings).toEqual(['revoked', 'open']);
    await own.close();
  });

  it.each([
    ['an agency', 'agency', 'SL-STC', 403],
    ['a clerk of another office', 'clerk', 'SL-SXD', 404],
  ] as const)('are nothing for %s', async (_who, role, organisation, status) => {
    const token = await api.loginAs(role, organisation);

    const answer = await api.get(`/v1/links?caseKind=petition&caseId=${petition.id}`, { token });

    expect(answer.status).toBe(status);
  });

  it('D11.1b: of a body that has the petition no longer are taken back by themselves', async () => {
    const own = await aLinkedPetition(api);
    await own.link();
    await own.record(
      aCommand('reassign', { agency: anOrganisation('SL-SXD'), agencyName: 'Sở Xây dựng' }),
      '2026-03-06',
    );

    const rows = await api.sql('SELECT revoked_because, revoked_by FROM case_links WHERE case_id = $1', [own.id]);

    expect(rows).toEqual([{ revoked_because: 'bodyLeft', revoked_by: null }]);
    await own.close();
  });

  it('D11.3: of a body that is taken over are taken back, and its successor has a link of its own', async () => {
    const own = await aLinkedPetition(api);
    const token = await own.link();
    const successions = [{ from: anOrganisation('SL-STC'), to: anOrganisation('SL-SXD'), toName: 'Sở Xây dựng' }];
    await own.record(aCommand('organisationChanged', { successions }), '2026-03-06');

    expect((await browser().get(`/l/${token}`)).status).toBe(404);
    expect((await browser().get(`/l/${await own.link('handover', { organisation: 'SL-SXD' })}`)).status).toBe(200);
    await own.close();
  });
});

import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { openFeeds, type OpenFeeds } from './open-feeds.fixture.js';

describe('addresses of calendar feeds', () => {
  let on: OpenFeeds;

  beforeAll(async () => {
    on = await openFeeds();
  });
  afterAll(async () => on.api.close());

  it('answers every address that is none the same way', async () => {
    const { url, body } = await on.created(on.agency, 'agency', 'SL-SXD');
    await on.api.post(`/v1/calendar-feeds/${body.id}/revoke`, { token: on.agency, body: {} });

    const answers = await Promise.all(
      [url, '/feeds/x.ics', `/feeds/${'A'.repeat(43)}.ics`, '/feeds/%00.ics', url.replace(/.\.ics$/, '.ics')].map(
        (each) => on.api.get(each),
      ),
    );

    expect(
      new Set(answers.map(({ status, body: { code, message } }) => `${String(status)} ${code} ${message}`)).size,
    ).toBe(1);
    expect(answers[0]).toMatchObject({
      status: 404,
      body: { code: 'feed.not_found' },
      headers: { 'cache-control': 'no-store' },
    });
  });

  it('has another address after the old one was replaced', async () => {
    const { url, body } = await on.created(on.agency, 'agency', 'SL-SXD');

    const replaced = await on.api.post(`/v1/calendar-feeds/${body.id}/replace`, { token: on.agency, body: {} });
    const { url: next } = JSON.parse(replaced.text) as { url: string };

    expect((await on.api.get(url)).status).toBe(404);
    expect((await on.api.get(new URL(next).pathname)).status).toBe(200);
  });

  it('D11.3: ends with the account that made it, and its body makes another', async () => {
    const { url, body } = await on.created(await on.api.loginAs('agency', 'SL-SXD'), 'agency', 'SL-SXD');
    const [leaver] = await on.api.sql<{ id: string }>('SELECT created_by AS id FROM calendar_feeds WHERE id = $1', [
      body.id,
    ]);
    const colleagues = await on.created(on.agency, 'agency', 'SL-SXD');

    await on.api.post(`/v1/accounts/${leaver?.id}/deactivate`, { token: await on.api.loginAs('admin') });

    expect((await on.api.get(url)).status).toBe(404);
    expect((await on.api.get(colleagues.url)).status).toBe(200);
    const { items } = JSON.parse((await on.api.get('/v1/calendar-feeds', { token: on.agency })).text) as {
      items: { id: string; revokedAt: string | null }[];
    };
    expect(items.find(({ id }) => id === body.id)?.revokedAt).toEqual(expect.any(String));
    const replaced = await on.api.post(`/v1/calendar-feeds/${body.id}/replace`, { token: on.agency, body: {} });
    expect(replaced.status).toBe(200);
  });

  it('nobody lets a revoked address answer again', async () => {
    const { url, body } = await on.created(on.agency, 'agency', 'SL-SXD');
    await on.api.post(`/v1/calendar-feeds/${body.id}/revoke`, { token: on.agency, body: {} });

    await expect(on.api.sql('UPDATE calendar_feeds SET revoked_at = NULL, revoked_by = NULL')).rejects.toThrow(
      'What was revoked stays revoked',
    );
    expect((await on.api.get(url)).status).toBe(404);
  });

  it('is made only for a body of the account, and by an agency only of what it owes', async () => {
    expect(await on.created(on.agency, 'agency', 'SL-STC')).toMatchObject({
      status: 403,
      body: { code: 'auth.out_of_scope' },
    });
    expect(await on.created(on.agency, 'leadOffice', 'SL-SXD')).toMatchObject({
      status: 403,
      body: { code: 'auth.forbidden' },
    });
    expect(await on.created(on.agency, 'agency', 'SL-NONE')).toMatchObject({
      status: 422,
      body: { code: 'organisation.unknown' },
    });
  });

  it('is nothing that another body knows of', async () => {
    const { body } = await on.created(on.clerk, 'leadOffice', 'SL-VPUBND');

    expect(await on.api.post(`/v1/calendar-feeds/${body.id}/revoke`, { token: on.agency, body: {} })).toMatchObject({
      status: 404,
    });
    expect(
      await on.api.post(`/v1/calendar-feeds/${randomUUID()}/replace`, { token: on.clerk, body: {} }),
    ).toMatchObject({
      status: 404,
    });
    expect((await on.api.get('/v1/calendar-feeds', { token: on.agency })).text).not.toContain(body.id);
    expect((await on.api.get('/v1/calendar-feeds', { token: on.clerk })).text).toContain(body.id);
  });

  it('is known by a hash, and its secret stands in no log and no list', async () => {
    const { url } = await on.created(on.clerk, 'leadOffice', 'SL-VPUBND');
    const token = /([\w-]{43})\.ics$/.exec(url)?.[1] ?? '';
    await on.api.get(url);
    await on.api.get('/feeds/a-guess-of-somebody.ics');

    const rows = await on.api.sql<object>('SELECT * FROM calendar_feeds');

    expect(token).toHaveLength(43);
    expect(JSON.stringify(rows)).not.toContain(token);
    expect((await on.api.get('/v1/calendar-feeds', { token: on.clerk })).text).not.toContain(token);
    expect(on.api.lines.join('\n')).not.toContain(token);
    expect(on.api.lines.join('\n')).not.toContain('a-guess-of-somebody');
  });

  it('slows down who guesses', async () => {
    const answers: number[] = [];
    for (let guess = 0; guess < 130; guess += 1) answers.push((await on.api.get(`/feeds/${String(guess)}.ics`)).status);

    expect(answers.at(-1)).toBe(429);
  });
});

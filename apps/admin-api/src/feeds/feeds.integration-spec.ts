import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import type { Answer } from '../running-api.fixture.js';
import { eventsOf, openFeeds, type OpenFeeds } from './open-feeds.fixture.js';

describe('what calendar feeds show', () => {
  let on: OpenFeeds;

  beforeAll(async () => {
    on = await openFeeds();
  });
  afterAll(async () => on.api.close());

  it('D11.1c: an agency sees what it owes, by number, day and article, and no word of people', async () => {
    const { status, url } = await on.created(on.agency, 'agency', 'SL-SXD');

    const feed = await on.api.get(url);

    expect(status).toBe(201);
    expect(eventsOf(feed).map(({ summary, startDate }) => [summary, startDate.toString()])).toEqual([
      [`Hạn trả lời: ${on.petition.number}`, '2026-12-31'],
    ]);
    expect(eventsOf(feed)[0]?.description).toContain('khoản 1 Điều 11');
    expect(eventsOf(feed)[0]?.description).toContain('/v1/deadlines/explain/page?rule=D11.1c');
    expect(feed.text).not.toContain('Canary');
    expect(feed.headers).toMatchObject({
      'content-type': 'text/calendar; charset=utf-8',
      'cache-control': 'private, max-age=900',
      'x-robots-tag': 'noindex',
    });
  });

  it('D11.3: an office sees all that is owed in the cases that it leads, and by whom', async () => {
    const { url } = await on.created(on.clerk, 'leadOffice', 'SL-VPUBND');

    const summaries = eventsOf(await on.api.get(url)).map(({ summary }) => summary);

    expect(summaries).toEqual([
      expect.stringMatching(/^Hạn gửi ý kiến phối hợp: KN-.+ \(Sở Tài chính\)$/),
      expect.stringMatching(/^Hạn trả lời: KN-.+ \(Sở Xây dựng\)$/),
      `Hạn thông báo kết quả đến người kiến nghị: ${on.petition.number}`,
    ]);
  });

  it('a duty that is done leaves, and one that moved keeps its identity', async () => {
    const other = await on.aPetition('x');
    await on.owes(other.id, { number: 1, kind: 'answer', dueOn: '2026-12-28' });
    const { url } = await on.created(on.agency, 'agency', 'SL-SXD');
    const uidOf = (feed: Answer): string | undefined =>
      eventsOf(feed).find(({ summary }) => summary.includes(other.number))?.uid;
    const before = uidOf(await on.api.get(url));

    await on.api.sql(`UPDATE milestones SET due_on = '2027-01-10', moves = 1 WHERE case_id = $1`, [other.id]);
    const moved = await on.api.get(url);
    await on.api.sql('UPDATE milestones SET done_at = now() WHERE case_id = $1', [other.id]);
    const done = await on.api.get(url);

    expect(uidOf(moved)).toBe(before);
    expect(eventsOf(moved).find(({ uid }) => uid === before)?.sequence).toBe(1);
    expect(uidOf(done)).toBeUndefined();
  });

  it('is not sent again to whoever has it', async () => {
    const { url } = await on.created(on.agency, 'agency', 'SL-SXD');
    const { headers, text } = await on.api.get(url);
    const etag = String(headers['etag']);

    const again = await on.api.get(url, { headers: { 'if-none-match': etag } });
    const weak = await on.api.get(url, { headers: { 'if-none-match': `"x", W/${etag}` } });
    const changed = await on.api.get(url, { headers: { 'if-none-match': '"x"' } });

    expect([again.status, again.text, again.headers['etag']]).toEqual([304, '', etag]);
    expect(weak.status).toBe(304);
    expect([changed.status, changed.text]).toEqual([200, text]);
  });
});

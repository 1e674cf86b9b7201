import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aConferenceCommand } from '@dialogue/testing/builders';

import { startApi, type RunningApi } from '../running-api.fixture.js';
import { aLinkedConference, type LinkedConference } from './conference-links.fixture.js';
import { aBrowser, type Browser, type SeenPage } from './links.fixture.js';

let api: RunningApi;
let conference: LinkedConference;
let addresses = 0;

beforeAll(async () => {
  api = await startApi();
  conference = await aLinkedConference(api);
  await conference.record(aConferenceCommand('requestOpinions'), '2026-03-20');
  await conference.record(aConferenceCommand('sendInvitations'), '2026-04-08');
});
afterAll(async () => {
  await conference.close();
  await api.close();
});

async function opened(token: string): Promise<{ readonly reader: Browser; readonly page: SeenPage }> {
  addresses += 1;
  const reader = aBrowser(api, `10.7.0.${String(addresses)}`);
  return { reader, page: await reader.get(`/l/${token}`) };
}

function offered({ html }: SeenPage): readonly (string | undefined)[] {
  return [...html.matchAll(/href="\/viec\/([\w-]+)"/g)].map(([, slug]) => slug);
}

async function sent(reader: Browser, slug: string, typed: Readonly<Record<string, string>>): Promise<SeenPage> {
  const overlook = await reader.submit(await reader.get(`/viec/${slug}`), { ...typed, buoc: 'xem-lai' });
  return reader.submit(overlook, { buoc: 'gui' });
}

async function newestCommand(): Promise<unknown> {
  const [row] = await api.sql(
    `SELECT kind, payload, words FROM commands WHERE case_id = $1 AND link_id IS NOT NULL ORDER BY arrival DESC LIMIT 1`,
    [conference.id],
  );
  return row;
}

describe('the page of a conference', () => {
  it('D8.1b, D8.1g: says what is asked, when and where, until when, and offers what the letter asks for', async () => {
    const { page } = await opened(await conference.link('opinionsRequested'));

    for (const part of [
      'Đề nghị Sở Tài chính tổng hợp, gửi ý kiến, kiến nghị; cử lãnh đạo dự hội nghị và xác nhận người dự.',
      'Đối thoại định kỳ năm 2026',
      '8 giờ 00, thứ Năm, ngày 16/04/2026',
      'Hội trường Ủy ban nhân dân tỉnh',
      'Đất đai,<br>nước sạch.',
      'Hạn gửi ý kiến, kiến nghị: hết',
    ])
      expect(page.html).toContain(part);
    expect(offered(page)).toEqual(['gui-y-kien']);
    expect(offered((await opened(await conference.link('invitation'))).page)).toEqual(['xac-nhan-du', 'cu-nguoi-khac']);
  });

  it('D8.1b: a body sends opinions, or says that it has none', async () => {
    const { reader } = await opened(await conference.link('opinionsRequested', 'SL-SYT'));

    const done = await sent(reader, 'gui-y-kien', { isNone: 'true' });

    expect(done.status).toBe(202);
    expect(await newestCommand()).toMatchObject({
      kind: 'recordOpinionsReceived',
      payload: { body: 'SL-SYT', isNone: true },
    });
  });

  it('D10.3a: a body says who comes, and of what rank', async () => {
    const { reader } = await opened(await conference.link('invitation'));
    const attendee = { 'attendee.name': 'Trần Mẫu Ngân', 'attendee.title': 'Giám đốc', rank: 'head' };

    const done = await sent(reader, 'xac-nhan-du', attendee);

    expect(done.html).toContain('<dt>Việc</dt><dd>Xác nhận dự hội nghị</dd>');
    expect(await newestCommand()).toMatchObject({
      kind: 'confirmAttendance',
      payload: { body: 'SL-STC', rank: 'head' },
      words: { attendee: { name: 'Trần Mẫu Ngân', title: 'Giám đốc' } },
    });
  });

  it('shows of one that is cancelled only that it is over', async () => {
    const other = await aLinkedConference(api);
    await other.record(aConferenceCommand('requestOpinions'), '2026-03-20');
    const token = await other.link('opinionsRequested');
    await other.record(aConferenceCommand('cancel'), '2026-03-21');

    const { page } = await opened(token);

    expect(page.html).toContain('Hồ sơ đã kết thúc');
    expect(page.html).not.toContain('Đối thoại định kỳ');
    await other.close();
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aCommand } from '@dialogue/testing/builders';

import { recordedIn } from '../recorded.fixture.js';
import { startApi, type RunningApi } from '../running-api.fixture.js';
import {
  aBrowser,
  aLinkedPetition,
  petitioner,
  type Browser,
  type LinkedPetition,
  type SeenPage,
} from './links.fixture.js';

let api: RunningApi;
let addresses = 0;

beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

/** A browser of somebody else: nobody is slowed down by what another does. */
function browser(): Browser {
  addresses += 1;
  return aBrowser(api, `10.2.${String(addresses >> 8)}.${String(addresses & 255)}`);
}

async function withPetition(
  wishes: Parameters<typeof aLinkedPetition>[1],
  story: (petition: LinkedPetition) => Promise<void>,
): Promise<void> {
  const petition = await aLinkedPetition(api, wishes);
  try {
    await story(petition);
  } finally {
    await petition.close();
  }
}

async function opened(token: string): Promise<{ readonly reader: Browser; readonly page: SeenPage }> {
  const reader = browser();
  return { reader, page: await reader.get(`/l/${token}`) };
}

const receipt = { arrivalNumber: '1024', receivedOn: '2026-03-05' };

describe('the page of a link', () => {
  it('D11.1c: shows the assignment, what is due until when by which article, and whom to call', async () => {
    await withPetition({ stage: 'inProgress' }, async (petition) => {
      const { page } = await opened(await petition.link('receiptRecorded'));

      expect(page.status).toBe(200);
      for (const part of [
        petition.number,
        'Đề nghị Sở Tài chính giải quyết kiến nghị này và trả lời.',
        'Hạn trả lời: hết thứ Năm, ngày 26/03/2026',
        'khoản 1 Điều 11, gạch đầu dòng thứ hai',
        'Cách tính thời hạn',
        'số 12/TB-UBND ngày 04/03/2026',
        'Chợ xã ngập<br>sau mỗi trận mưa.',
        'Cơ quan đầu mối: Văn phòng Ủy ban nhân dân tỉnh',
        'href="/viec/tra-loi"',
      ])
        expect(page.html).toContain(part);
      expect(page.html).not.toContain('/viec/xac-nhan-da-nhan');
    });
  });

  it('D11.1d: names nobody who stands behind a petition', async () => {
    await withPetition({}, async (petition) => {
      const { page } = await opened(await petition.link());

      for (const secret of Object.values(petitioner)) expect(page.html).not.toContain(secret);
    });
  });

  it.each([
    ['protected', `UPDATE petitions SET protected_by = 'host' WHERE id = $1`],
    ['classified', `UPDATE petitions SET classification = 'internal' WHERE id = $1`],
  ])('D4.1, D11.1d: shows nothing that was written in one that is %s', async (_what, statement) => {
    await withPetition({}, async (petition) => {
      await api.sql(statement, [petition.id]);

      const { page } = await opened(await petition.link());

      expect(page.html).toContain('Được bảo vệ, không hiển thị ở đây.');
      expect(page.html).not.toContain('Chợ xã');
    });
  });

  it('changes nothing by being opened, however often, and its address holds no token', async () => {
    await withPetition({}, async (petition) => {
      const token = await petition.link();
      const before = await recordedIn(api).rows();

      const pages = [await opened(token), await opened(token), await opened(token)];

      expect(pages.map(({ page }) => page.status)).toEqual([200, 200, 200]);
      expect(await recordedIn(api).rows()).toEqual(before);
      for (const { page } of pages) expect(page.html).not.toContain(token);
    });
  });

  it('runs no script, and sends its forms nowhere else; no store keeps it, no search finds it', async () => {
    await withPetition({}, async (petition) => {
      const { reader, page } = await opened(await petition.link());
      const form = await reader.get('/viec/xac-nhan-da-nhan');

      for (const { headers, html } of [page, form]) {
        expect(String(headers['content-security-policy'])).toMatch(
          /^default-src 'none'; style-src 'sha256-[\w+/]{43}='; base-uri 'none'; form-action 'self'; frame-ancestors 'none'$/,
        );
        expect(headers).toMatchObject({
          'referrer-policy': 'no-referrer',
          'cache-control': 'no-store',
          'x-robots-tag': 'noindex, nofollow',
        });
        expect(html).not.toMatch(/<script|<img|<link|style="| on\w+=/);
      }
    });
  });

  it('sets a cookie that no script reads and no other site sends', async () => {
    await withPetition({}, async (petition) => {
      const response = await api.inject({ url: `/l/${await petition.link()}`, remoteAddress: '10.3.0.1' });

      expect([response.statusCode, response.headers.location]).toEqual([303, '/viec']);
      expect(response.headers['set-cookie']).toMatch(
        /^viec=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict; Max-Age=3600$/,
      );
      expect(response.headers['referrer-policy']).toBe('no-referrer');
    });
  });

  it('lets somebody in who follows it from a page of another site, which sends no such cookie at first', async () => {
    const page = await browser().get('/viec', { 'sec-fetch-site': 'cross-site' });

    expect(page.status).toBe(200);
    expect(page.html).toContain('<meta http-equiv="refresh" content="0; url=/viec">');
    expect((await browser().get('/viec', { 'sec-fetch-site': 'same-origin' })).status).toBe(404);
  });

  it('shows of a case that is over only that it is', async () => {
    await withPetition({ stage: 'closed' }, async (petition) => {
      const { page } = await opened(await petition.link('receiptRecorded'));

      expect(page.status).toBe(200);
      expect(page.html).toContain('Hồ sơ đã kết thúc');
      expect(page.html).not.toContain(petition.number);
      expect(page.html).not.toContain('Chợ xã');
    });
  });
});

describe('acting by a link', () => {
  it('D11.1c: goes through filling in, looking over and sending, and is kept while the worker is away', async () => {
    await withPetition({}, async (petition) => {
      const { reader } = await opened(await petition.link());
      const form = await reader.get('/viec/xac-nhan-da-nhan');
      const before = await recordedIn(api).rows();

      const overlook = await reader.submit(form, { ...receipt, buoc: 'xem-lai' });
      expect(overlook.html).toContain('Xem lại trước khi gửi');
      expect(overlook.html).toContain('05/03/2026');
      for (const { html } of [form, overlook]) expect(html).toMatch(/Thời hạn của cơ quan hiện nay:[^]+: hết thứ /);
      expect(await recordedIn(api).rows()).toEqual(before);

      const done = await reader.submit(overlook, { buoc: 'gui' });
      expect(done.status).toBe(202);
      expect(done.html).toContain('Hệ thống đã giữ nội dung cơ quan gửi');
      const [command] = await api.sql(
        `SELECT kind, actor_id, payload, link.organisation_code FROM commands JOIN case_links link ON link.id = link_id
         WHERE commands.case_id = $1 AND kind = 'acknowledge'`,
        [petition.id],
      );
      expect(command).toMatchObject({
        ...{ kind: 'acknowledge', actor_id: null, organisation_code: 'SL-STC' },
        payload: { kind: 'acknowledge', arrivalNumber: '1024', receivedOn: '2026-03-05', isEvidenced: false },
      });
    });
  });

  it('says by the field what is wrong, and keeps everything that was typed', async () => {
    await withPetition({}, async (petition) => {
      const { reader } = await opened(await petition.link());
      const form = await reader.get('/viec/tra-loi');

      const page = await reader.submit(form, { answer: 'measure', text: 'Đã làm <b>cống</b>', buoc: 'xem-lai' });

      expect(page.status).toBe(422);
      expect(page.html).toContain('<h2>Chưa gửi được</h2>');
      expect(page.html).toContain('<a href="#o-document-number">Số, ký hiệu văn bản trả lời</a>');
      expect(page.html).toMatch(
        /id="o-document-number"[^>]* aria-invalid="true" aria-describedby="o-document-number-problem"/,
      );
      expect(page.html).toContain('Đã làm &#60;b&#62;cống&#60;/b&#62;</textarea>');
      expect(page.html).toMatch(/value="measure" checked/);
    });
  });

  it('takes a form back to be mended before it is sent', async () => {
    await withPetition({}, async (petition) => {
      const { reader } = await opened(await petition.link());
      const overlook = await reader.submit(await reader.get('/viec/xac-nhan-da-nhan'), { ...receipt, buoc: 'xem-lai' });

      const again = await reader.submit(overlook, { buoc: 'sua' });

      expect(again.status).toBe(200);
      expect(again.html).toContain('value="1024"');
    });
  });

  it('what a rule refused may be mended and sent again by the same link', async () => {
    await withPetition({}, async (petition) => {
      const token = await petition.link();
      await sent(token);
      await recordedIn(api).decide(await lastCommand(petition), { refused: 'petition.date_in_future', rule: 'D11.1c' });

      const { reader, page } = await opened(token);

      expect(page.status).toBe(200);
      expect((await sentBy(reader)).status).toBe(202);
    });
  });

  it('pressed twice is one act, answered twice', async () => {
    await withPetition({}, async (petition) => {
      const { reader } = await opened(await petition.link());
      const overlook = await reader.submit(await reader.get('/viec/xac-nhan-da-nhan'), { ...receipt, buoc: 'xem-lai' });

      const pages = await Promise.all([
        reader.submit(overlook, { buoc: 'gui' }),
        reader.submit(overlook, { buoc: 'gui' }),
      ]);
      const later = await reader.submit(overlook, { buoc: 'gui' });

      expect([...pages, later].map(({ status }) => status)).toEqual([202, 202, 202]);
      expect(await commandsOf(petition)).toHaveLength(1);
    });
  });

  it('of two who act at once by one link, one does', async () => {
    await withPetition({}, async (petition) => {
      const token = await petition.link();
      const readers = [await opened(token), await opened(token)];
      const overlooks = await Promise.all(
        readers.map(async ({ reader }) =>
          reader.submit(await reader.get('/viec/xac-nhan-da-nhan'), { ...receipt, buoc: 'xem-lai' }),
        ),
      );

      const pages = await Promise.all(
        readers.map(async ({ reader }, index) => reader.submit(overlooks[index]!, { buoc: 'gui' })),
      );

      expect(pages.map(({ status }) => status).toSorted()).toEqual([202, 404]);
      expect(await commandsOf(petition)).toHaveLength(1);
    });
  });

  it('D11.1b: who cooperates contributes, and does nothing of what is the business of who leads', async () => {
    await withPetition({ stage: 'inProgress', cooperating: ['SL-SXD'] }, async (petition) => {
      const { reader, page } = await opened(await petition.link('cooperationAsked', { organisation: 'SL-SXD' }));

      expect(page.html).toContain('Đề nghị Sở Xây dựng gửi ý kiến phối hợp đến Sở Tài chính.');
      expect([...page.html.matchAll(/href="\/viec\/([\w-]+)"/g)].map(([, slug]) => slug)).toEqual(['y-kien-phoi-hop']);
      const form = await reader.get('/viec/y-kien-phoi-hop');
      const typed = { 'document.number': '31/SXD', 'document.signedOn': '2026-03-10', text: 'Đồng ý.' };
      const done = await reader.submit(await reader.submit(form, { ...typed, buoc: 'xem-lai' }), { buoc: 'gui' });
      expect(done.status).toBe(202);
      expect((await commandsOf(petition)).at(-1)).toMatchObject({ kind: 'contribute', payload: { agency: 'SL-SXD' } });
    });
  });

  it('D11.1c: the history says which body it was, by the link of which letter to where', async () => {
    await withPetition({}, async (petition) => {
      await sent(await petition.link());
      const commandId = await lastCommand(petition);
      await petition.recordBy(aCommand('acknowledge'), '2026-03-05', commandId);

      const { text } = await api.get(`/v1/petitions/${petition.id}/history?order=newest`, { token: petition.clerk });

      const [newest] = (JSON.parse(text) as { items: { sentence: string; actor: unknown; link: unknown }[] }).items;
      expect(newest).toMatchObject({
        actor: null,
        link: { organisation: { code: 'SL-STC' }, letterKind: 'assigned', maskedAddress: 'x***@stc.sonla.example' },
      });
      expect(newest?.sentence).toContain(
        'Sở Tài chính (bằng liên kết trong thư “Giao việc” gửi đến x***@stc.sonla.example) ghi nhận văn bản đến',
      );
      const { page } = await opened(await petition.link('receiptRecorded'));
      expect(page.html).toContain('<li>05/03/2026: ghi nhận văn bản đến (số 345)</li>');
    });
  });
});

async function sent(token: string): Promise<SeenPage> {
  return sentBy((await opened(token)).reader);
}

async function sentBy(reader: Browser): Promise<SeenPage> {
  const overlook = await reader.submit(await reader.get('/viec/xac-nhan-da-nhan'), { ...receipt, buoc: 'xem-lai' });
  return reader.submit(overlook, { buoc: 'gui' });
}

async function commandsOf({ id }: LinkedPetition): Promise<readonly { readonly id: string; readonly kind: string }[]> {
  return api.sql(`SELECT id, kind, payload FROM commands WHERE case_id = $1 AND link_id IS NOT NULL ORDER BY arrival`, [
    id,
  ]);
}

async function lastCommand(petition: LinkedPetition): Promise<string> {
  return (await commandsOf(petition)).at(-1)?.id ?? '';
}

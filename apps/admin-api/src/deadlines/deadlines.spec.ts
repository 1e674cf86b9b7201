import 'reflect-metadata';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { defaultPetitionTerms, explainPagePath, workingUrlOf, localDate } from '@dialogue/domain';
import { aNamedCalendar } from '@dialogue/testing/builders';

import { createApp } from '../app.js';
import { aLogger, services } from '../testing.fixture.js';
import type { ExplanationResponse } from './deadline.response-schemas.js';
import { createDeadlinesService, type DeadlinesServiceParts } from './deadlines.service.js';

const publicUrl = 'https://doithoai.example.vn';
const calendar = aNamedCalendar();

/** A register with one edition, and one body that answers within ten working days. */
const register: DeadlinesServiceParts['register'] = {
  namedCalendar: async (edition) => Promise.resolve(edition === null || edition === 1 ? calendar : null),
  organisation: async (code) =>
    Promise.resolve(code === 'SL-STC' ? ({ code } as Awaited<ReturnType<typeof register.organisation>>) : null),
  termsInForce: async (kind) => Promise.resolve(kind === 'petition' ? ({ terms: tenDays } as never) : null),
};
const { duties } = defaultPetitionTerms;
const tenDays = { ...defaultPetitionTerms, duties: { ...duties, answer: { ...duties.answer, workingDays: 10 } } };

let app: NestFastifyApplication;

beforeAll(async () => {
  app = await createApp(services({ deadlines: createDeadlinesService({ register, publicUrl }) }), aLogger().logger);
});
afterAll(() => app.close());

function ask(query: string, path = '/v1/deadlines/explain') {
  return app.inject({ url: `${path}?${query}` });
}

async function explained(query: string): Promise<ExplanationResponse> {
  return (await ask(query)).json();
}

describe('GET /v1/deadlines/explain', () => {
  it('D11.1c: explains a deadline to everybody, with each day and why it counts', async () => {
    const body = await explained('rule=D11.1c&anchor=2025-03-03');

    expect(body).toMatchObject({
      rule: 'D11.1c',
      article: 'khoản 1 Điều 11, gạch đầu dòng thứ hai',
      anchorOn: '2025-03-03',
      dueOn: '2025-03-24',
      dueText: 'thứ Hai, ngày 24/03/2025',
      limit: 'regulation',
      edition: 1,
      provisional: false,
      pageUrl: `${publicUrl}${explainPagePath}?rule=D11.1c&anchor=2025-03-03&due=2025-03-24&edition=1`,
    });
    expect(body.working).toHaveLength(22);
    expect(body.working[0]).toEqual({
      ...{ on: '2025-03-03', weekday: 1, reason: 'anchor', counted: null },
      text: 'Ngày bắt đầu tính, không đếm',
    });
    expect(body.working.at(-1)).toMatchObject({ on: '2025-03-24', counted: 15, text: 'Ngày làm việc' });
  });

  it.each([
    [
      'rule=D11.1b&anchor=2018-12-27',
      'Hạn là hết thứ Bảy, ngày 05/01/2019: ngày làm việc thứ 5 sau thứ Năm, ngày 27/12/2018, không tính ngày này.',
    ],
    [
      'rule=D8.1g&anchor=2026-08-27',
      'Hạn là hết thứ Sáu, ngày 21/08/2026: ngày làm việc thứ 5 trước thứ Năm, ngày 27/08/2026, không tính ngày này.',
    ],
    [
      'rule=D8.1e&anchor=2022-09-07',
      'Hạn là hết thứ Tư, ngày 31/08/2022: 5 ngày trước thứ Tư, ngày 07/09/2022, tính cả ngày nghỉ. Ngày cuối của số ngày này là thứ Sáu, ngày 02/09/2022, không phải ngày làm việc, nên lùi về ngày làm việc liền trước.',
    ],
    [
      'rule=D8.1f&anchor=2022-09-07',
      'Hạn là hết thứ Sáu, ngày 02/09/2022: ngày thứ 5 trước thứ Tư, ngày 07/09/2022, tính cả ngày nghỉ.',
    ],
    ['rule=D14.1&anchor=2026-03-01', 'Hạn là hết thứ Sáu, ngày 19/06/2026: báo cáo phải gửi trước ngày 20/06/2026.'],
    [
      'rule=D14.1&anchor=2018-11-01',
      'Hạn là hết thứ Sáu, ngày 07/12/2018: báo cáo phải gửi trước ngày 10/12/2018. Ngày cuối của số ngày này là Chủ nhật, ngày 09/12/2018, không phải ngày làm việc, nên lùi về ngày làm việc liền trước.',
    ],
    [
      'rule=D10.1b&anchor=2026-02-12&due=2026-02-15',
      'Hạn là hết Chủ nhật, ngày 15/02/2026. Ngày này được hẹn, được ấn định riêng, hoặc là ngày bắt đầu của việc đã muộn, không tính theo số ngày mặc định. Từ sau thứ Năm, ngày 12/02/2026 đến hết ngày đó có 1 ngày làm việc.',
    ],
  ])('D8.1e, D8.1f, D8.1g, D11.1b, D14.1: says of %s in Vietnamese how it was counted', async (query, sentence) => {
    expect((await explained(query)).sentence).toBe(sentence);
  });

  it.each([
    ['rule=D11.1c&anchor=2026-03-05&workingDays=3', '2026-03-10', 'after, as the rule counts'],
    ['rule=D8.1g&anchor=2026-03-05&workingDays=3', '2026-03-02', 'before, as the rule counts'],
    ['rule=D8.1e&anchor=2026-03-05&workingDays=3', '2026-03-02', 'before, as the rule counts'],
    ['rule=D8.1g&anchor=2026-03-05&workingDays=3&direction=after', '2026-03-10', 'the other way'],
    ['rule=D11.1c&anchor=2026-03-05&workingDays=3&direction=before', '2026-03-02', 'the other way'],
    ['rule=D10.1b&anchor=2026-03-05&workingDays=3', '2026-03-10', 'after, where the rule counts nothing itself'],
    ['rule=D14.2&anchor=2026-03-05&due=2026-03-31', '2026-03-31', 'to the day that was asked for'],
    ['rule=D10.1b&anchor=2026-03-05&due=2027-12-30', '2027-12-30', 'to a review that lies nearly two years ahead'],
    ['rule=D11.1c&anchor=2026-03-05&edition=1', '2026-03-26', 'on the edition that was named'],
  ])('D11.1c: %s is %s (%s)', async (query, dueOn) => {
    expect((await explained(query)).dueOn).toBe(dueOn);
  });

  it('D13.1: counts with the days that a body has set for itself, and says that they are its own', async () => {
    const anchor = 'anchor=2026-03-05&organisation=SL-STC';

    expect(await explained(`rule=D11.1c&${anchor}`)).toMatchObject({ dueOn: '2026-03-19', limit: 'office' });
    expect(await explained(`rule=D11.3&${anchor}&due=2026-03-12`)).toMatchObject({ limit: 'office' });
    expect(await explained(`rule=D8.1g&${anchor}`)).toMatchObject({ dueOn: '2026-02-26' });
  });

  it('explains the same by the link that it gives', async () => {
    const { pageUrl, ...first } = await explained('rule=D14.1&anchor=2018-11-01');

    const again = await explained(new URL(pageUrl).search.slice(1));

    expect(again).toEqual({ ...first, pageUrl });
  });

  it.each<[string, string, number, string, string]>([
    ['an unknown rule', 'rule=D99&anchor=2026-03-05', 400, 'request.invalid', 'Không có quy tắc mang ký hiệu này'],
    ['no rule', 'anchor=2026-03-05', 400, 'request.invalid', 'Không có quy tắc mang ký hiệu này'],
    ['no such day', 'rule=D11.1c&anchor=2026-02-30', 400, 'request.invalid', 'Ngày phải có trong lịch'],
    ['two questions', 'rule=D9&anchor=2026-03-05&workingDays=3&due=2026-03-09', 400, 'request.invalid', 'Chỉ nêu một'],
    ['a direction of nothing', 'rule=D9&anchor=2026-03-05&direction=before', 400, 'request.invalid', 'Chiều đếm'],
    ['a way too far', 'rule=D9&anchor=2026-03-05&due=2029-04-05', 400, 'request.invalid', 'không được cách'],
    ['too many days', 'rule=D9&anchor=2026-03-05&workingDays=251', 400, 'request.invalid', 'không được lớn hơn 250'],
    ['no number', 'rule=D9&anchor=2026-03-05&workingDays=x', 400, 'request.invalid', 'Mục này phải là số'],
    ['a question twice', 'rule=D9&anchor=2026-03-05&anchor=2026-03-06', 400, 'request.invalid', 'Mục này phải là chữ'],
    ['an unknown field', 'rule=D9&anchor=2026-03-05&who=me', 400, 'request.invalid', 'Mục này không có trong yêu cầu'],
    [
      'a rule that counts nothing',
      'rule=D5&anchor=2026-03-05',
      422,
      'deadline.rule_counts_nothing',
      'Quy tắc D5 không',
    ],
    ['a day that is given', 'rule=D10.1b&anchor=2026-03-05', 422, 'deadline.day_not_given', 'theo quy tắc D10.1b'],
    ['a year to come', 'rule=D11.1c&anchor=2027-12-20', 422, 'calendar.year_missing', 'chưa có năm 2028 mà'],
    ['a year gone by', 'rule=D8.1g&anchor=2015-01-02', 422, 'calendar.year_missing', 'chưa có năm 2014 mà'],
    ['an unknown edition', 'rule=D9&anchor=2026-03-05&edition=9', 404, 'calendar.edition_unknown', 'bản lịch'],
    ['an unknown body', 'rule=D9&anchor=2026-03-05&organisation=SL-X', 422, 'organisation.unknown', 'Không có cơ quan'],
  ])('refuses %s in Vietnamese, as JSON and as a page', async (_what, query, status, code, words) => {
    const json = await ask(query);
    const page = await ask(query, explainPagePath);

    expect([json.statusCode, json.json<{ code: string }>().code]).toEqual([status, code]);
    expect(json.body).toContain(words);
    expect([page.statusCode, page.headers['content-type']]).toEqual([status, 'text/html; charset=utf-8']);
    expect(page.body).toContain(words);
  });
});

describe('GET /v1/deadlines/explain/page', () => {
  it('D11.1c: shows the same days as a table that a reader can follow, with basis and whom to ask', async () => {
    const { headers, body } = await ask('rule=D11.1b&anchor=2018-12-27', explainPagePath);

    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(body).toMatch(/^<!doctype html>\n<html lang="vi">/);
    for (const part of [
      '<title>Cách tính thời hạn 05/01/2019</title>',
      'khoản 1 Điều 11, gạch đầu dòng thứ nhất, Quy định về đối thoại trực tiếp',
      '<dd>bản số 1 của lịch làm việc các cơ quan nhà nước</dd>',
      '<th scope="row">Thứ Hai 31/12/2018</th><td class="count">không</td><td>Ngày nghỉ. Hoán đổi: nghỉ ngày 31/12/2018 (làm bù ngày 05/01/2019). Căn cứ: Công văn 6519/VPCP-KGVX ngày 11/7/2018</td>',
      '<tr class="due"><th scope="row">Thứ Bảy 05/01/2019</th><td class="count">5</td><td>Thứ Bảy làm bù. ',
      '<h2>Hỏi ai</h2>',
    ])
      expect(body).toContain(part);
    expect(body.match(/<th scope="row">/g)).toHaveLength(10);
  });

  it('warns where the calendar of a year is not complete', async () => {
    const warning = 'Thời hạn này là tạm tính: lịch nghỉ năm 2027 chưa được công bố đầy đủ';

    expect((await ask('rule=D11.1c&anchor=2026-12-11', explainPagePath)).body).toContain(warning);
    expect((await ask('rule=D11.1c&anchor=2026-12-07', explainPagePath)).body).not.toContain('tạm tính');
  });

  it('loads nothing and runs nothing: its one style is allowed by its hash', async () => {
    const { headers, body } = await ask('rule=D9&anchor=2026-03-05', explainPagePath);
    const policy = String(headers['content-security-policy']);

    expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-[\w+/]{43}='; /);
    expect(policy).not.toContain('unsafe');
    expect(body).not.toMatch(/<script|<img|<link|style="|https?:/);
    expect(body.match(/<style>/g)).toHaveLength(1);
  });

  it('is what a deadline links to', async () => {
    const shown = { rule: 'D11.1c', anchorOn: localDate('2025-03-03'), dueOn: localDate('2025-03-24') } as const;
    const url = new URL(workingUrlOf(publicUrl, shown));

    expect((await app.inject({ url: `${url.pathname}${url.search}` })).body).toContain('thứ Hai, ngày 24/03/2025');
  });
});

describe('asking without an account', () => {
  it('is slowed down by address, generously, and apart from logging in', async () => {
    const remoteAddress = '10.0.0.9';
    const askFrom = async (address: string) =>
      (await app.inject({ url: '/v1/deadlines/explain?rule=D9&anchor=2026-03-05', remoteAddress: address })).statusCode;
    const answers = await Promise.all(Array.from({ length: 301 }, async () => askFrom(remoteAddress)));

    expect(answers.filter((status) => status === 200)).toHaveLength(300);
    expect(answers.filter((status) => status === 429)).toHaveLength(1);
    expect(await askFrom('10.0.0.10')).toBe(200);
  });
});

import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { defaultPetitionTerms, type LetterKind } from '@dialogue/domain';
import { aBody, aCommand, aConferenceCommand } from '@dialogue/testing/builders';

import { recordedIn } from '../recorded.fixture.js';
import { startApi, type RunningApi } from '../running-api.fixture.js';
import { aLinkedConference, type LinkedConference } from './conference-links.fixture.js';
import {
  aBrowser,
  aLinkedPetition,
  sentLast,
  type Browser,
  type LinkedPetition,
  type SeenPage,
} from './links.fixture.js';
import { ofConferences, ofPetitions, type Walk } from './link-walks.fixture.js';

let api: RunningApi;
let conference: LinkedConference;
/** Of which the Front is reminded, too. */
let other: LinkedConference;
/** By whom an answer to each is prepared: by the agency, by another body, and for another conference. */
let own: LinkedPetition;
let ofAnother: LinkedPetition;
let ofAnotherCase: LinkedPetition;
let addresses = 0;

beforeAll(async () => {
  api = await startApi();
  conference = await aLinkedConference(api);
  [own, ofAnother, ofAnotherCase] = [await accepted(), await accepted(), await accepted()];
  await conference.record(aConferenceCommand('requestOpinions'), '2026-03-20');
  await attached(conference, [own, 'SL-STC'], [ofAnother, 'SL-SYT']);
  await conference.urge('2026-04-02');
  await conference.record(
    aConferenceCommand('sendInvitations', { guests: [aBody('SL-STC'), aBody('SL-SYT')] }),
    '2026-04-08',
  );
  other = await aLinkedConference(api);
  await attached(other, [ofAnotherCase, 'SL-STC']);
  await other.urge('2026-04-02');
});
afterAll(async () => {
  for (const each of [conference, other, own, ofAnother, ofAnotherCase]) await each.close();
  await api.close();
});

async function accepted(): Promise<LinkedPetition> {
  return aLinkedPetition(api, { stage: 'accepted' });
}

/** On the list of a conference, and given to bodies that prepare what is answered (D8.1c). */
async function attached(to: LinkedConference, ...given: readonly (readonly [LinkedPetition, string])[]): Promise<void> {
  for (const [{ id: petitionId, number }] of given)
    await to.record(aConferenceCommand('petitionAttached', { petitionId, number }), '2026-03-23');
  const allocations = given.map(([{ id: petitionId }, code]) => ({ petitionId, agency: aBody(code) }));
  await to.record(aConferenceCommand('issueAggregateReport', { allocations }), '2026-04-01');
}

async function opened(token: string): Promise<{ readonly reader: Browser; readonly page: SeenPage }> {
  addresses += 1;
  const reader = aBrowser(api, `10.7.0.${String(addresses)}`);
  return { reader, page: await reader.get(`/l/${token}`) };
}

function offered({ html }: SeenPage): readonly (string | undefined)[] {
  return [...html.matchAll(/href="\/viec\/([\w-]+)"/g)].map(([, slug]) => slug);
}

async function overlooked(reader: Browser, slug: string, typed: Readonly<Record<string, string>>): Promise<SeenPage> {
  return reader.submit(await reader.get(`/viec/${slug}`), { ...typed, buoc: 'xem-lai' });
}

async function sent(reader: Browser, slug: string, typed: Readonly<Record<string, string>>): Promise<SeenPage> {
  return reader.submit(await overlooked(reader, slug, typed), { buoc: 'gui' });
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
      'Đề nghị Sở Tài chính tổng hợp, gửi ý kiến, kiến nghị; chuẩn bị nội dung trả lời các kiến nghị được giao; cử lãnh đạo dự hội nghị và xác nhận người dự.',
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
    const cancelled = await aLinkedConference(api);
    await cancelled.record(aConferenceCommand('requestOpinions'), '2026-03-20');
    const token = await cancelled.link('opinionsRequested');
    await cancelled.record(aConferenceCommand('cancel'), '2026-03-21');

    const { page } = await opened(token);

    expect(page.html).toContain('Hồ sơ đã kết thúc');
    expect(page.html).not.toContain('Đối thoại định kỳ');
    await cancelled.close();
  });
});

/** What the register says of what was sent last: the outcome of the command, and what it wrote into the history. */
async function recordOf(caseId: string): Promise<unknown> {
  const { commandId } = await sentLast(api, caseId);
  const [row] = await api.sql(
    `SELECT command.outcome, command.words, event.event, event.rule, event.actor_id AS actor, link.organisation_code AS body
     FROM commands command JOIN case_links link ON link.id = command.link_id
     LEFT JOIN case_events event ON event.command_id = command.id WHERE command.id = $1`,
    [commandId],
  );
  return row;
}

async function openDuties(caseId: string): Promise<readonly string[]> {
  const rows = await api.sql<{ duty: string }>(
    `SELECT kind || ' ' || due_on AS duty FROM milestones WHERE case_id = $1 AND done_at IS NULL ORDER BY 1`,
    [caseId],
  );
  return rows.map(({ duty }) => duty);
}

/** Filled in, looked over and sent; nothing is recorded before the last. */
async function walked(reader: Browser, { slug, typed, foresees }: Walk): Promise<SeenPage> {
  const before = await recordedIn(api).rows();
  const overlook = await overlooked(reader, slug, typed);
  expect(overlook.html).toContain('Xem lại trước khi gửi');
  expect(overlook.html).toMatch(foresees);
  expect(await recordedIn(api).rows()).toEqual(before);
  return reader.submit(overlook, { buoc: 'gui' });
}

describe('an agency', () => {
  it.each(Object.entries(ofPetitions))('%s by a link, and it is recorded and said', async (_what, walk) => {
    const petition = await aLinkedPetition(api, { stage: walk.from });
    if (walk.from === 'answered') await petition.record(aCommand('approveAnswer'), '2026-03-23');
    const { reader } = await opened(await petition.link(walk.letter));

    const kept = await walked(reader, walk);
    await petition.recordSent(walk.from === 'answered' ? '2026-03-24' : '2026-03-06');
    const done = await reader.get('/viec/xong');

    expect([kept.status, done.status]).toEqual([202, 200]);
    for (const part of ['<h1>Đã ghi nhận</h1>', petition.number, ...walk.says]) expect(done.html).toContain(part);
    expect(await recordOf(petition.id)).toMatchObject({
      ...{ outcome: 'accepted', actor: null, body: 'SL-STC', words: walk.words },
      ...walk.event,
    });
    expect(await api.sql('SELECT stage FROM petitions WHERE id = $1', [petition.id])).toEqual([{ stage: walk.to }]);
    expect(await openDuties(petition.id)).toEqual(walk.owes);
    await petition.close();
  });

  it.each(Object.entries(ofConferences))('%s by a link, and it is recorded and said', async (_what, walk) => {
    const { reader } = await opened(await conference.link(walk.letter, walk.body, walk.role));
    const form = await reader.get(`/viec/${walk.slug}`);
    const picked = /<option value="([^"]+)"/.exec(form.html)?.[1];

    const typed = picked === undefined ? walk.typed : { ...walk.typed, petition: picked };
    const kept = await walked(reader, { ...walk, typed });
    await conference.recordSent('2026-04-08');
    const done = await reader.get('/viec/xong');

    expect([kept.status, done.status]).toEqual([202, 200]);
    for (const part of ['<h1>Đã ghi nhận</h1>', ...walk.says]) expect(done.html).toContain(part);
    expect(await recordOf(conference.id)).toMatchObject({
      ...{ outcome: 'accepted', actor: null, body: walk.body, words: walk.words },
      ...walk.event,
    });
  });
});

describe('D13.3: the Front of a level that was reminded', () => {
  afterEach(() => api.sql(`UPDATE organisations SET front_code = 'SL-MTTQ' WHERE code = 'SL-UBND'`));

  it('gets by that no account that reads the conference, or reports but by its link', async () => {
    const token = await api.loginAs('agency', 'SL-MTTQ');
    const body = { document: { number: '12/BC-MTTQ', signedOn: '2026-04-02' }, text: 'Tình hình ổn định.' };

    const read = await api.get(`/v1/conferences/${other.id}`, { token });
    const reported = await api.post(`/v1/conferences/${other.id}/record-situation-report`, { token, body });

    expect([read.body.code, reported.body.code]).toEqual(['conference.not_found', 'conference.not_found']);
  });

  it('is refused like all misuse once another is the Front', async () => {
    const token = await other.link('dutyReminder', 'SL-MTTQ', 'front');
    const { reader, page } = await opened(token);
    const form = await reader.get('/viec/bao-cao-tinh-hinh');
    await api.sql(`UPDATE organisations SET front_code = 'SL-STC' WHERE code = 'SL-UBND'`);

    const [{ page: misuse }, { page: again }] = [await opened('no-such-token'), await opened(token)];
    const afterwards = [again, await reader.get('/viec'), await reader.submit(form, { buoc: 'gui' })];

    expect(offered(page)).toEqual(['bao-cao-tinh-hinh']);
    expect(afterwards.map(({ status }) => status)).toEqual([404, 404, 404]);
    expect(new Set(afterwards.map(withoutRequest))).toEqual(new Set([withoutRequest(misuse)]));
  });
});

describe('by when an answer is due once its receipt is acknowledged', () => {
  const { duties } = defaultPetitionTerms;
  const tenDays = { ...duties, answer: { ...duties.answer, workingDays: 10 } };

  it.each([
    ['D11.1c: by the regulation', defaultPetitionTerms, 15, 'Năm, ngày 26/03/2026'],
    ['D13.1: by what its case goes by', { ...defaultPetitionTerms, duties: tenDays }, 10, 'Năm, ngày 19/03/2026'],
  ])(
    '%s, is said before that is sent, with its working, and is the day that is recorded',
    async (_by, terms, days, day) => {
      const petition = await aLinkedPetition(api, { terms });
      const { reader } = await opened(await petition.link());

      const overlook = await overlooked(reader, 'xac-nhan-da-nhan', {
        arrivalNumber: '1024',
        receivedOn: '2026-03-05',
      });
      await reader.submit(overlook, { buoc: 'gui' });
      await petition.recordSent('2026-03-06');

      const said = overlook.html.slice(overlook.html.indexOf('thời hạn tiếp theo là'));
      expect(said).toContain(`<strong>Hạn trả lời: hết thứ ${day}</strong>`);
      expect(said).toContain(
        `${String(days)} ngày làm việc, tính từ sau ngày 05/03/2026, theo lịch làm việc, bản số 1.`,
      );
      expect(said).toContain('Căn cứ: khoản 1 Điều 11, gạch đầu dòng thứ hai');
      const working = await aBrowser(api).get(
        (/href="([^"]+explain[^"]+)"/.exec(said)?.[1] ?? '').replaceAll('&#38;', '&'),
      );
      expect([working.status, working.html.includes(day)]).toEqual([200, true]);
      expect((await reader.get('/viec/xong')).html).toContain(`hết thứ ${day}`);
      await petition.close();
    },
  );

  it('D11.1c: is not said of a day that the rules refuse', async () => {
    const petition = await aLinkedPetition(api);
    const { reader } = await opened(await petition.link());

    const overlook = await overlooked(reader, 'xac-nhan-da-nhan', { arrivalNumber: '1', receivedOn: '2026-03-03' });

    expect(overlook.html).not.toContain('thời hạn tiếp theo là');
    await petition.close();
  });

  it('keeps nobody from sending when it cannot be foreseen', async () => {
    const petition = await aLinkedPetition(api);
    const { reader } = await opened(await petition.link());
    await api.sql(`UPDATE case_memory SET state = state - 'duties' WHERE case_id = $1`, [petition.id]);

    const overlook = await overlooked(reader, 'xac-nhan-da-nhan', { arrivalNumber: '1', receivedOn: '2026-03-05' });

    expect(overlook.status).toBe(200);
    expect(overlook.html).not.toContain('thời hạn tiếp theo là');
    expect(overlook.html).toContain('value="gui"');
    expect(api.lines.join('\n')).toMatch(/What an act leads to cannot be foreseen.+"caseKind":"petition","linkId":"/);
    await petition.close();
  });
});

/** What no form of the agency has offered, by what is posted in its place. */
const notOffered: Readonly<Record<string, () => readonly [letter: LetterKind, slug: string, typed: Walk['typed']]>> = {
  'an answer that another body prepares': () => prepares(ofAnother.id),
  'an answer that is prepared for another conference': () => prepares(ofAnotherCase.id),
  'an answer to nothing': () => prepares('0190a7f4-1111-7abc-8def-0123456789ab'),
  'something that is no id': () => prepares('1 OR 1=1'),
  'nothing at all': () => prepares(''),
  'a rank of its own making': () => ['hostChanged', 'xac-nhan-du', { ...somebody, rank: 'host' }],
  'neither yes nor no': () => ['opinionsRequested', 'gui-y-kien', { isNone: 'host' }],
  'a choice of another field': () => ['opinionsRequested', 'gui-y-kien', { isNone: 'deputy' }],
};

const somebody = { 'attendee.name': 'Trần Mẫu Ngân', 'attendee.title': 'Giám đốc' };

function prepares(petition: string): readonly [LetterKind, string, Walk['typed']] {
  return ['answersToPrepare', 'noi-dung-tra-loi', { petition, answer: 'Đã bố trí kinh phí.' }];
}

describe('what a form did not offer', () => {
  let offering: LinkedConference;
  let misuse: SeenPage;

  beforeAll(async () => {
    offering = await aLinkedConference(api);
    await offering.record(aConferenceCommand('requestOpinions'), '2026-03-20');
    await attached(offering, [own, 'SL-STC'], [ofAnother, 'SL-SYT']);
    await offering.record(aConferenceCommand('sendInvitations'), '2026-04-08');
    await offering.record(aConferenceCommand('changeHost'), '2026-04-08');
    ({ page: misuse } = await opened('no-such-token'));
  });
  afterAll(() => offering.close());

  it.each(Object.keys(notOffered))(
    'D8.1d: %s is refused like all misuse, looked over or sent, and kept nowhere',
    async (what) => {
      const [letter, slug, tampered] = notOffered[what]!();
      const { reader } = await opened(await offering.link(letter));
      const before = await recordedIn(api).rows();
      const form = await reader.get(`/viec/${slug}`);

      for (const buoc of ['xem-lai', 'gui']) {
        const page = await reader.submit(form, { ...tampered, buoc });

        expect(page.status).toBe(404);
        expect(withoutRequest(page)).toBe(withoutRequest(misuse));
      }
      expect(await recordedIn(api).rows()).toEqual(before);
      expect(api.lines.join('\n')).toContain('"reason":"not offered"');
    },
  );

  it('is not a choice that was left open: that is asked for by its field', async () => {
    const { reader } = await opened(await offering.link('opinionsRequested'));

    const page = await overlooked(reader, 'gui-y-kien', { opinions: 'Nước sạch.' });

    expect(page.status).toBe(422);
    expect(page.html).toContain('<h2>Chưa gửi được</h2>');
  });
});

function withoutRequest({ html }: SeenPage): string {
  return html.replace(/Mã yêu cầu: [\w-]+/, '');
}

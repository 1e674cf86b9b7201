import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { addDays, dateAt, isWorkingDay, type LocalDate } from '@dialogue/domain';
import { waitFor, type ApiClient, type RealStack } from '@dialogue/testing/stack';

import { registered, registration } from './petition.fixture.js';
import { staged } from './stage.fixture.js';
import { dayIsOver, mailsTo, seamsOf, storyCase, type ShownDuty, type StoryCase } from './story.fixture.js';
import type { Tet } from './tet.fixture.js';

jest.setTimeout(240_000);

const people = {
  vanphong: { role: 'clerk', organisation: 'SL-UBND' },
  chutich: { role: 'host', organisation: 'SL-UBND' },
  soxaydung: { role: 'agency', organisation: 'SL-SXD' },
  sotaichinh: { role: 'agency', organisation: 'SL-STC' },
};
const author = 'nguoi.gui@petitioner.example';
const otherAuthor = 'nguoi.gui.sau@petitioner.example';

/** The duties of a kind, the newest last. */
function ofKind(duties: readonly ShownDuty[], kind: string): readonly ShownDuty[] {
  return duties.filter((duty) => duty.kind === kind);
}

let stack: RealStack;
let tet: Tet;
let account: Readonly<Record<keyof typeof people, ApiClient>>;
let leading: StoryCase;
let duplicate: StoryCase;
let limit: LocalDate;
let extended: LocalDate;

beforeAll(async () => {
  ({ stack, tet, account } = await staged(people));
});
afterAll(async () => stack.stop());

function signed(number: string): object {
  return { number, signedOn: leading.today() };
}

function evidence(number: string): object {
  return { ...signed(number), signatory: 'Chủ tịch UBND tỉnh' };
}

function subjects(address: string): readonly string[] {
  return mailsTo(stack, address).map(({ subject }) => subject);
}

describe('a petition over Tet, until it is given more time', () => {
  it('D8.1c, D11.1b: is joined by a second one of the same matter, whose author is told by a notice of their own', async () => {
    leading = storyCase(stack, 'petition', await registered(account.vanphong, registration({}, { email: author })));
    const second = registration({ title: 'Đường liên bản hư hỏng' }, { name: 'Cà Văn Hai', email: otherAuthor });
    duplicate = storyCase(stack, 'petition', await registered(account.vanphong, second));
    await leading.give(account.vanphong, 'accept', { field: 'economy' });

    const merged = await duplicate.give(account.vanphong, 'merge', { leading: leading.id });

    expect(merged).toMatchObject({ stage: 'merged', mergedInto: { id: leading.id }, duties: expect.any(Array) });
    const joined = await waitFor('the leading petition has heard of it', async () => {
      const body = await leading.read(account.vanphong);
      return (body['followers'] as readonly object[]).length === 1 ? body : null;
    });
    expect(joined).toMatchObject({ stage: 'accepted', followers: [{ id: duplicate.id, stage: 'merged' }] });
    await duplicate.settled();
    expect(mailsTo(stack, otherAuthor).at(-1)!.text).toContain(String(joined['number']));
    expect(mailsTo(stack, author).filter(({ text }) => text.includes(String(merged['number'])))).toEqual([]);
  });

  it('D10.1b: is put off by the host, and comes back by itself before Tet', async () => {
    const reviewOn = tet.workingDays(tet.firstOn, -14);
    const deferred = await leading.give(account.chutich, 'defer', { reviewOn, reason: 'Chờ bố trí kinh phí.' });

    expect(deferred).toMatchObject({ stage: 'deferred' });
    await leading.liveUntil(reviewOn, '09:00');
    expect(await leading.read(account.vanphong)).toMatchObject({ stage: 'accepted' });
    expect((await leading.history(account.vanphong)).at(-1)).toMatchObject({
      ...{ event: 'deferralEnded', rule: 'D10.1b', facts: { reviewOn } },
      at: new Date(`${reviewOn}T00:00:00+07:00`).toISOString(),
    });
  });

  it('D11.1b, D11.1c: is given to one agency and two that cooperate; the 15 working days leave Tet out', async () => {
    const receivedOn = leading.today();
    await leading.give(account.vanphong, 'assign', {
      ...{ agency: 'SL-SXD', cooperating: ['SL-STC', 'SL-SNNMT'] },
      document: signed('15/UBND-TD'),
    });
    const body = await leading.give(account.soxaydung, 'acknowledge', { arrivalNumber: '77', receivedOn });
    limit = tet.workingDays(receivedOn, 15);

    expect(body).toMatchObject({ stage: 'inProgress', agency: { code: 'SL-SXD' } });
    const duties = await leading.duties(account.vanphong);
    expect(ofKind(duties, 'answer')).toMatchObject([
      {
        dueOn: limit,
        isOpen: true,
        isProvisional: false,
        owedBy: { role: 'agency', organisation: { code: 'SL-SXD' } },
      },
    ]);
    expect(limit > tet.lastOn && tet.workingDays(receivedOn, 13) < tet.firstOn).toBe(true);
    expect(ofKind(duties, 'contribute').map(({ dueOn, owedBy }) => [owedBy.organisation?.code, dueOn])).toEqual([
      ['SL-STC', tet.workingDays(limit, -5)],
      ['SL-SNNMT', tet.workingDays(limit, -5)],
    ]);
  });

  it('D11.1c: the agency asks for more time before Tet, the host grants it, and the limit moves', async () => {
    await leading.liveUntil(tet.workingDays(limit, -5), '09:00');
    extended = tet.workingDays(limit, 10);
    const asked = await leading.give(account.soxaydung, 'request-extension', {
      ...{ wantedOn: extended, legalBasis: 'Khoản 1 Điều 11', reason: 'Phải khảo sát thực địa sau Tết.' },
    });
    expect(asked).toMatchObject({ assignments: [{ extensionWantedOn: extended, dueOn: limit }] });
    expect(ofKind(await leading.duties(account.chutich), 'decideExtension')).toMatchObject([
      { isOpen: true, owedBy: { role: 'host', organisation: { code: 'SL-UBND' } } },
    ]);

    const granted = await leading.give(account.chutich, 'grant-extension', { legalBasis: 'Khoản 1 Điều 11' });

    expect(granted).toMatchObject({ assignments: [{ extensionWantedOn: null, extendedTo: extended }] });
    const duties = await leading.duties(account.vanphong);
    expect(ofKind(duties, 'answer')).toMatchObject([{ dueOn: extended, isOpen: true, missedAt: null }]);
    expect(ofKind(duties, 'reportProgress')).toMatchObject([{ dueOn: limit, isOpen: true }]);
    expect(ofKind(duties, 'contribute').filter(({ isOpen }) => isOpen)).toMatchObject([
      { dueOn: tet.workingDays(extended, -5) },
      { dueOn: tet.workingDays(extended, -5) },
    ]);
    const [due] = ofKind(duties, 'answer');
    await leading.settled();
    expect(mailsTo(stack, 'giamdoc@sxd.sonla.example').at(-1)!.text).toContain(due!.dueText);
  });
});

describe('a petition over Tet, from its new limit to its closing', () => {
  it('D11.1b: of those who cooperate one contributes in time, and the other is missed', async () => {
    const contributed = { document: signed('31/STC-NS'), text: 'Đã bố trí vốn sự nghiệp.' };
    await leading.give(account.sotaichinh, 'contribute', contributed);
    const contributionsDue = tet.workingDays(extended, -5);
    await leading.liveUntil(addDays(contributionsDue, 1));

    const [round] = (await leading.read(account.vanphong))['assignments'] as [{ readonly contributions: object[] }];
    expect(round.contributions).toMatchObject([
      { agency: { code: 'SL-SNNMT' }, contributedOn: null },
      { agency: { code: 'SL-STC' }, isLate: false },
    ]);
    const missed = (await leading.history(account.vanphong)).filter(({ event }) => event === 'deadlineMissed');
    expect(missed.map(({ facts, at }) => [facts['duty'], at])).toEqual([
      ['reportProgress', dayIsOver(limit)],
      ['contribute', dayIsOver(contributionsDue)],
    ]);
  });

  it('D11.1c, D11.3: on the day itself nothing is overdue; the day after it is a breach, and the ladder is climbed', async () => {
    await leading.liveUntil(extended);
    expect(ofKind(await leading.duties(account.vanphong), 'answer')).toMatchObject([{ isOpen: true, missedAt: null }]);

    await leading.liveUntil(tet.workingDays(extended, 8));

    const body = await leading.read(account.vanphong);
    expect(body['flags']).toEqual(expect.arrayContaining(['overdue', 'breached']));
    expect(body).toMatchObject({ assignments: [{ dueOn: extended, breachedOn: extended }] });
    const [answer] = ofKind(body['duties'] as readonly ShownDuty[], 'answer');
    expect(answer!.missedAt).toBe(dayIsOver(extended));
    expect(answer!.rungs.map(({ workingDays: rung }) => rung)).toEqual([-5, -2, 1, 3, 7]);
    const overdue = `[${String(body['number'])}] Quá hạn: báo cáo giải quyết kiến nghị, phản ánh (hạn ${answer!.dueText})`;
    expect(subjects('giamdoc@sxd.sonla.example').filter((subject) => subject === overdue)).toHaveLength(1);
  });

  it('D11.1c: nobody is urged on a day of rest, nor before eight in the morning', async () => {
    const urged = (await leading.history(account.vanphong)).filter(({ event }) => event === 'urged');

    expect(urged.length).toBeGreaterThan(8);
    expect(urged.filter(({ at }) => !isWorkingDay(tet.calendar, dateAt(Date.parse(at))))).toEqual([]);
    expect(new Set(urged.map(({ at }) => at.slice(11, 16)))).toEqual(new Set(['01:00']));
  });

  it('D10.1a, D11.1c: the late answer is taken, stays late, is approved, resolved and told to both authors', async () => {
    const late = await leading.give(account.soxaydung, 'answer', {
      ...{ answer: 'result', document: signed('92/SXD-QLN'), text: 'Đã sửa xong đường liên bản.' },
    });
    expect(late).toMatchObject({ stage: 'answered', answers: [{ isLate: true, isApproved: false }] });
    await leading.give(account.chutich, 'approve-answer');
    await leading.give(account.vanphong, 'record-resolution', { evidence: evidence('93/BB-SXD') });
    const notice = { number: '60/TB-VP', sentOn: leading.today(), means: 'email' };
    await leading.give(account.vanphong, 'record-notice-sent', notice);
    const closed = await leading.give(account.vanphong, 'close');
    await leading.settled();

    expect(closed).toMatchObject({ stage: 'closed', answers: [{ isLate: true, isApproved: true }] });
    expect((closed['duties'] as readonly ShownDuty[]).filter(({ isOpen }) => isOpen)).toEqual([]);
    expect(mailsTo(stack, author).at(-1)!.text).toContain('92/SXD-QLN');
    await waitFor('the other author is to be told', async () =>
      ofKind(await duplicate.duties(account.vanphong), 'tell').some(({ isOpen }) => isOpen),
    );
    await duplicate.liveUntil(leading.today(), '15:00');
    const own = { ...notice, number: '61/TB-VP', sentOn: duplicate.today() };
    const told = await duplicate.give(account.vanphong, 'record-notice-sent', own);
    await duplicate.settled();
    expect(told).toMatchObject({ stage: 'merged', toldOn: own.sentOn });
    expect(mailsTo(stack, otherAuthor).at(-1)!.text).toContain('92/SXD-QLN');
  });

  it('D11.3: counts as one breach and one late answer, and as resolved', async () => {
    const { body } = await account.vanphong.get('/v1/organisations/SL-SXD/counts');

    expect(body).toMatchObject({ received: 1, answeredInTime: 0, answeredLate: 1, overdue: 0, breached: 1 });
  });

  it('has histories without a gap whose time never runs backwards', async () => {
    const history = await leading.history(account.vanphong);

    expect([...seamsOf(history), ...seamsOf(await duplicate.history(account.vanphong))]).toEqual([]);
    expect(history.filter(({ event }) => event !== 'urged').map(({ event, rule }) => `${event} ${rule}`)).toEqual([
      ...['registered D2.1', 'accepted D2.1', 'followerJoined D8.1c', 'deferred D10.1b', 'deferralEnded D10.1b'],
      ...['assigned D11.1b', 'acknowledged D11.1c', 'extensionRequested D11.1c', 'extensionGranted D11.1c'],
      ...['contributed D11.1c', 'deadlineMissed D11.1c', 'deadlineMissed D11.1c', 'deadlineMissed D11.1c'],
      ...['answered D11.1c', 'answerApproved D10.1a', 'resolved D11.1c', 'noticeSent D11.1c', 'closed D11.1c'],
    ]);
  });
});

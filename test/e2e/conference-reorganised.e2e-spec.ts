import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type LocalDate } from '@dialogue/domain';
import { waitFor, type ApiClient, type RealStack } from '@dialogue/testing/stack';

import { begun, calendarsTo, conferenceOf, lettersTo, owedOf, planWords } from './conference.fixture.js';
import { registered, registration, today } from './petition.fixture.js';
import { staged } from './stage.fixture.js';
import { mailsTo, seamsOf, storyCase, type ShownDuty, type StoryCase } from './story.fixture.js';
import type { Tet } from './tet.fixture.js';

jest.setTimeout(240_000);

/** Before the reorganisation those of one commune act, after it those of the commune that takes it over. */
const people = {
  vanphong: { role: 'clerk', organisation: '03703' },
  bithu: { role: 'host', organisation: '03703' },
  kinhte: { role: 'agency', organisation: '03703-PKT' },
  vanphongmoi: { role: 'clerk', organisation: '03721' },
  bithumoi: { role: 'host', organisation: '03721' },
  vanhoamoi: { role: 'agency', organisation: '03721-PVHXH' },
};
const parts = ['PKT', 'PVHXH', 'CA', 'MTTQ'];
const dissolved = 'xuly.phongvanhoa@u03703.sonla.example';
const successor = 'xuly.phongvanhoa@u03721.sonla.example';

let stack: RealStack;
let admin: ApiClient;
let tet: Tet;
let account: Readonly<Record<keyof typeof people, ApiClient>>;
let conference: StoryCase;
let onList: StoryCase;
let assigned: StoryCase;
let firstOn: LocalDate;
let secondOn: LocalDate;

beforeAll(async () => {
  ({ stack, admin, tet, account } = await staged(people));
});
afterAll(async () => stack.stop());

function signed(number: string, by: StoryCase = conference): object {
  return { number, signedOn: by.today() };
}

async function owed(of: StoryCase): Promise<readonly string[]> {
  return owedOf(of, admin);
}

describe('a conference of a commune, before the reorganisation', () => {
  it('D1, D7.4: is planned for its Party secretary, who directs by himself who prepares', async () => {
    firstOn = tet.workingDays(today(), 26);
    conference = await begun(stack, account.vanphong, {
      body: {
        ...{ kind: 'periodic', host: 'communeSecretary', organisation: '03703', hostPost: 'partySecretary' },
        ...{ title: 'Đối thoại của Bí thư Đảng ủy xã', contents: 'Nông thôn mới', place: 'Nhà văn hóa xã' },
        ...{ on: firstOn, startsAt: '08:00', leadOffice: '03703-PKT' },
        ...{ leadOfficeReason: 'Bí thư Đảng ủy phân công', leadOfficeNamedBy: 'Bí thư Đảng ủy xã' },
      },
    });

    expect(await conference.read(account.vanphong)).toMatchObject({
      ...{ stage: 'planning', host: 'communeSecretary', on: firstOn, leadOffice: { code: '03703-PKT' } },
      preparation: { hostPost: 'partySecretary', row: { rule: 'D7.4' }, leadOfficeNamedBy: 'Bí thư Đảng ủy xã' },
    });
    await conference.give(account.vanphong, 'submit-plan', planWords);
    const approved = await conference.give(account.bithu, 'approve-plan', { document: signed('12/KH') });
    expect(approved).toMatchObject({ stage: 'preparing' });
  });

  it('D8.1b, D8.1g, D11.1c: asks and invites bodies of the commune, and has a petition with one of them', async () => {
    const bodies = ['03703-PKT', '03703-PVHXH'];
    await conference.give(account.vanphong, 'request-opinions', { bodies, content: 'Đề nghị tổng hợp kiến nghị.' });
    await conference.give(account.kinhte, 'record-opinions-received', { isNone: true });
    await conference.give(account.vanphong, 'send-invitations', { guests: bodies });
    onList = storyCase(stack, 'petition', await registered(account.vanphong, registration({ organisation: '03703' })));
    await onList.give(account.vanphong, 'accept', { field: 'economy' });
    await onList.give(account.vanphong, 'attach-to-conference', { conference: conference.id });
    const given = registration({ organisation: '03703', title: 'Đề nghị sửa nhà văn hóa' });
    assigned = storyCase(stack, 'petition', await registered(account.vanphong, given));
    await assigned.give(account.vanphong, 'accept', { field: 'cultureAndSociety' });
    await assigned.give(account.vanphong, 'assign', { agency: '03703-PVHXH', document: signed('4/UBND', assigned) });
    await assigned.give(account.vanphong, 'acknowledge', {
      ...{ arrivalNumber: '7', receivedOn: today() },
      evidence: { ...signed('5/VH', assigned), signatory: 'Trưởng phòng' },
    });
    await waitFor('the petition is on the list', async () =>
      (await conferenceOf(conference, admin)).petitions.some(({ attachedOn }) => attachedOn !== null),
    );
    await conference.settled();

    expect(calendarsTo(stack, dissolved)).toEqual([`REQUEST 0 ${firstOn.replaceAll('-', '')}`]);
    expect(await owed(assigned)).toEqual([`answer ${tet.workingDays(today(), 15)} 03703-PVHXH`]);
    expect(await owed(conference)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^supplyOpinions .* 03703-PVHXH$/),
        `confirmAttendance ${tet.workingDays(firstOn, -2)} 03703-PKT`,
        `confirmAttendance ${tet.workingDays(firstOn, -2)} 03703-PVHXH`,
      ]),
    );
  });

  it('D8.1a: is postponed without a day, somebody is reminded to set one, and it goes on from the new day', async () => {
    const postponed = await conference.give(account.bithu, 'postpone', { reason: 'Mưa lũ.' });
    expect(postponed).toMatchObject({ stage: 'postponed', postponedOn: conference.today() });
    expect(await owed(conference)).toEqual([`setNewDate ${tet.workingDays(conference.today(), 10)} 03703`]);
    expect(
      await conference.refused(account.vanphong, 'record-held', {
        ...{ heldOn: firstOn, attendance: { people: 1 } },
      }),
    ).toBe('conference.transition_refused');

    await conference.liveUntil(tet.workingDays(conference.today(), 10));
    expect((await conference.history(admin)).at(-1)).toMatchObject({ event: 'urged', rule: 'D8.1a' });
    secondOn = tet.workingDays(conference.today(), 12);
    const again = { on: secondOn, startsAt: '14:00', reason: 'Đã khắc phục.' };
    const moved = await conference.give(account.bithu, 'reschedule', again);
    await conference.settled();

    expect(moved).toMatchObject({ stage: 'preparing', on: secondOn, startsAt: '14:00', postponedOn: null });
    expect(calendarsTo(stack, dissolved).at(-1)).toMatch(new RegExp(`^REQUEST [12] ${secondOn.replaceAll('-', '')}$`));
    expect(await owed(conference)).toContain(`confirmAttendance ${tet.workingDays(secondOn, -2)} 03703-PVHXH`);
    await waitFor('the petition knows the new day', async () => {
      const { conference: link } = (await onList.read(admin)) as { readonly conference?: { readonly on: string } };
      return link?.on === secondOn;
    });
  });
});

describe('a conference of a commune, after the reorganisation', () => {
  it('D11.3: open work passes to the successors with a letter of its own, and no deadline moves', async () => {
    const [dutiesBefore, answerBefore] = [await owed(conference), await owed(assigned)];
    const plan = {
      ...{ effectiveOn: today(), document: signed('15/NQ', assigned), reason: 'Sáp nhập hai xã.' },
      changes: [
        { kind: 'merge', from: ['03703'], into: { code: '03721' } },
        ...parts.map((part) => ({ kind: 'merge', from: [`03703-${part}`], into: { code: `03721-${part}` } })),
      ],
    };
    const preview = await admin.post('/v1/reorganisations/preview', plan);
    expect(preview.body).toMatchObject({ problems: [], casesHandedOver: 3 });
    const confirmed = await admin.post('/v1/reorganisations', { ...plan, casesHandedOver: 3 });
    expect(confirmed.status).toBe(201);
    await waitFor('every open case has heard of it', async () => {
      const { body } = await admin.get(`/v1/reorganisations/${String(confirmed.body['id'])}`);
      return (body['rollout'] as { readonly finishedAt: string | null }).finishedAt !== null;
    });
    for (const each of [conference, onList, assigned]) await each.settled();

    const passed = (duties: readonly string[]): readonly string[] =>
      duties.map((duty) => duty.replace('03703', '03721')).toSorted();
    expect((await owed(conference)).toSorted()).toEqual(passed(dutiesBefore));
    expect(await owed(assigned)).toEqual(passed(answerBefore));
    expect(await conference.read(account.vanphongmoi)).toMatchObject({
      ...{ stage: 'preparing', on: secondOn },
    });
    expect(await lettersTo(conference, admin, 'bithu@u03721.sonla.example')).toContain('handover');
    expect(await lettersTo(conference, admin, successor)).toContain('handover');
    expect(await lettersTo(assigned, admin, successor)).toContain('handover');
    expect(mailsTo(stack, successor).at(-1)!.text).toContain('không làm thay đổi thời hạn');
  });

  it('D8.1g, D10.3a: the invitation of the dissolved body is its successor’s, who answers it', async () => {
    const { bodies } = await conferenceOf(conference, admin);
    expect(
      bodies
        .filter(({ leftOn }) => leftOn === null)
        .map(({ organisation }) => organisation.code)
        .toSorted(),
    ).toEqual(['03721-PKT', '03721-PVHXH']);
    await conference.give(account.vanhoamoi, 'confirm-attendance', {
      ...{ attendee: { name: 'Nguyễn Mẫu Dự', title: 'Trưởng phòng' }, rank: 'head' },
    });
    expect((await owed(conference)).some((duty) => duty.endsWith('03721-PVHXH') && duty.startsWith('confirm'))).toBe(
      false,
    );
  });

  it('D11.1c: the petition is answered by the successor within the limit that it had', async () => {
    const answered = await assigned.give(account.vanhoamoi, 'answer', {
      ...{ answer: 'measure', document: signed('9/VH', assigned), text: 'Đã bố trí kinh phí sửa chữa.' },
    });

    expect(answered).toMatchObject({ stage: 'answered', answers: [{ isLate: false }] });
  });

  it('D9, D11.1a, D11.2b: is held, concluded, reported and closed by the successor', async () => {
    await Promise.all([conference.liveUntil(secondOn, '18:00'), onList.liveUntil(secondOn, '17:00')]);
    const held = { heldOn: secondOn, attendance: { present: ['03721-PVHXH'], absent: ['03721-PKT'], people: 80 } };
    await conference.give(account.vanphongmoi, 'record-held', held);
    const concluded = await conference.give(account.bithumoi, 'conclude', {
      conclusions: [{ petition: onList.id, conclusion: 'settle', words: 'Đã giải quyết tại chỗ.' }],
    });
    expect(concluded).toMatchObject({ stage: 'followUp' });
    await waitFor('the petition is followed up', async () =>
      (await conferenceOf(conference, admin)).petitions.every(({ followedUpOn }) => followedUpOn !== null),
    );
    expect(await conference.refused(account.vanphongmoi, 'close')).toBe('conference.duties_open');
    const said = { document: signed('31/TB'), text: 'Thông báo kết luận.' };
    await conference.give(account.vanphongmoi, 'issue-conclusion-notice', said);
    await conference.give(account.vanphongmoi, 'issue-result-report', { ...said, document: signed('32/BC') });
    const review = { reviewedOn: conference.today(), note: 'Đã rút kinh nghiệm.' };
    await conference.give(account.vanphongmoi, 'record-internal-review', review);
    const closed = await conference.give(account.vanphongmoi, 'close');

    expect(closed).toMatchObject({ stage: 'closed', flags: expect.not.arrayContaining(['overdue']) });
    expect((closed['duties'] as readonly ShownDuty[]).filter(({ isOpen }) => isOpen)).toEqual([]);
    expect(await onList.read(account.vanphongmoi)).toMatchObject({ stage: 'settled' });
  });

  it('has histories without a gap whose time never runs backwards', async () => {
    const histories = await Promise.all([conference, onList, assigned].map((each) => each.history(admin)));

    expect(histories.flatMap(seamsOf)).toEqual([]);
    const [events = []] = histories.map((history) => history.map(({ event }) => event));
    expect(events.filter((event) => !['urged', 'deadlineMissed'].includes(event))).toEqual([
      ...['planned', 'planSubmitted', 'planApproved', 'opinionsRequested', 'opinionsReceived', 'invitationsSent'],
      ...['petitionAttached', 'postponed', 'rescheduled', 'organisationChanged', 'attendanceConfirmed', 'held'],
      ...[
        'concluded',
        'petitionFollowedUp',
        'conclusionNoticeIssued',
        'resultReportIssued',
        'internalReviewRecorded',
        'closed',
      ],
    ]);
  });
});

import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { addDays, type LocalDate } from '@dialogue/domain';
import { waitFor, type ApiClient, type RealStack } from '@dialogue/testing/stack';

import {
  begun,
  calendarsTo,
  conferenceOf,
  lettersTo,
  onListOf,
  owedOf,
  periodicEvents,
  periodicPlan,
  planWords,
} from './conference.fixture.js';
import { idIn, today } from './petition.fixture.js';
import { staged } from './stage.fixture.js';
import { mailsTo, seamsOf, storyCase, type StoryCase } from './story.fixture.js';
import type { Tet } from './tet.fixture.js';

jest.setTimeout(240_000);

const people = {
  vanphong: { role: 'clerk', organisation: 'SL-UBND' },
  chutich: { role: 'host', organisation: 'SL-UBND' },
  soxaydung: { role: 'agency', organisation: 'SL-SXD' },
  sotaichinh: { role: 'agency', organisation: 'SL-STC' },
  mattran: { role: 'monitor', organisation: 'SL-MTTQ' },
  thuky: { role: 'minutesSecretary', organisation: 'SL-UBND' },
};
const bodies = ['SL-SXD', 'SL-STC', 'SL-SNNMT'];
const conclusions = ['settle', 'assign', 'decline', 'defer', 'refer'] as const;
const host = 'chutich@ubnd.sonla.example';
const silent = 'xuly@snnmt.sonla.example';

let stack: RealStack;
let admin: ApiClient;
let tet: Tet;
let account: Readonly<Record<keyof typeof people, ApiClient>>;
let conference: StoryCase;
let petitions: readonly StoryCase[];
let raised: StoryCase;
let on: LocalDate;

beforeAll(async () => {
  ({ stack, admin, tet, account } = await staged(people));
});
afterAll(async () => stack.stop());

function signed(number: string): object {
  return { number, signedOn: conference.today() };
}

async function owed(kind = ''): Promise<readonly string[]> {
  return (await owedOf(conference, admin)).filter((duty) => duty.startsWith(kind));
}

describe('a periodic conference of the chair of the province, until it is announced', () => {
  it('D7.1, D8.1a: is planned by the office that leads; everything counts from its day', async () => {
    on = tet.workingDays(today(), 30);
    conference = await begun(stack, account.vanphong, { body: { ...periodicPlan, on } });

    expect(await conference.read(account.vanphong)).toMatchObject({
      ...{ stage: 'planning', on, leadOffice: { code: 'SL-VPUBND' } },
      preparation: {
        row: { rule: 'D7.1' },
        coordinating: expect.arrayContaining([expect.objectContaining({ code: 'SL-BTGDV' })]),
      },
    });
    expect(await owed()).toEqual(
      expect.arrayContaining([
        `approvePlan ${tet.workingDays(on, -20)} SL-UBND`,
        `requestOpinions ${tet.workingDays(on, -15)} SL-VPUBND`,
        `issueAggregateReport ${tet.workingDays(on, -8)} SL-VPUBND`,
        `sendInvitations ${tet.workingDays(on, -5)} SL-VPUBND`,
        `recordOutcome ${tet.workingDays(on, 1)} SL-VPUBND`,
        `followUpPetitions ${tet.workingDays(on, 5)} SL-VPUBND`,
      ]),
    );
  });

  it('D8.1a: its plan is submitted, returned, submitted again and approved by the host', async () => {
    const approval = { document: signed('120/KH-UBND') };
    expect(await conference.refused(account.chutich, 'approve-plan', approval)).toBe('conference.plan_not_submitted');
    await conference.give(account.vanphong, 'submit-plan', planWords);
    await conference.give(account.chutich, 'return-plan', { reason: 'Bổ sung nội dung xây dựng.' });
    await conference.give(account.vanphong, 'submit-plan', { ...planWords, contents: 'Đất đai, xây dựng' });

    const approved = await conference.give(account.chutich, 'approve-plan', approval);
    await conference.settled();

    expect(approved).toMatchObject({ stage: 'preparing', contents: 'Đất đai, xây dựng', steps: { planVersions: 2 } });
    expect(await lettersTo(conference, account.vanphong, host)).toEqual([
      'planSubmitted',
      'planSubmitted',
      'planApproved',
    ]);
    const announced = { announcedOn: conference.today(), where: 'Báo Sơn La' };
    expect(await conference.give(account.vanphong, 'announce', announced)).toMatchObject({
      steps: { announcedOn: conference.today() },
    });
  });
});

describe('a periodic conference, while it is prepared', () => {
  it('D8.1b, D8.1e: opinions are asked of several bodies, one has none, and petitions come to the briefing list', async () => {
    await conference.give(account.vanphong, 'request-opinions', { bodies, content: 'Đề nghị tổng hợp ý kiến.' });
    const opinions = { isNone: false, opinions: 'Ba kiến nghị về giao thông.' };
    await conference.give(account.soxaydung, 'record-opinions-received', { ...opinions, receivedOn: today() });
    await conference.give(account.sotaichinh, 'record-opinions-received', { isNone: true });
    petitions = await onListOf(stack, account.vanphong, { conference, titles: conclusions });
    await waitFor(
      'all are on the list',
      async () => (await conferenceOf(conference, admin)).petitions.length === conclusions.length,
    );

    const { petitions: listed } = await conferenceOf(conference, admin);
    expect(new Set(listed.map(({ path }) => path))).toEqual(new Set(['briefing']));
    expect(await owed('supplyOpinions')).toEqual([`supplyOpinions ${addDays(on, -5)} SL-SNNMT`]);
  });

  it('D8.1c, D8.1d, D13.3: petitions are given to agencies, answers prepared, and the Front reports', async () => {
    await conference.liveUntil(tet.workingDays(on, -9), '09:00');
    await conference.give(account.mattran, 'record-situation-report', {
      ...{ document: signed('77/BC-MTTQ'), text: 'Tình hình nhân dân ổn định.' },
    });
    const [settle, assign, decline, defer, refer] = petitions.map(({ id }) => id);
    await conference.give(account.vanphong, 'issue-aggregate-report', {
      ...{ document: signed('415/BC-VPUBND'), text: 'Tổng hợp năm kiến nghị.' },
      allocations: [
        ...[settle, assign].map((petition) => ({ petition, agency: 'SL-SXD' })),
        ...[decline, defer].map((petition) => ({ petition, agency: 'SL-STC' })),
        { petition: refer, isBeyondAuthority: true },
      ],
    });
    expect(await owed('prepareAnswers')).toEqual([
      `prepareAnswers ${tet.workingDays(on, -6)} SL-SXD`,
      `prepareAnswers ${tet.workingDays(on, -6)} SL-STC`,
    ]);

    for (const petition of [settle, assign])
      await conference.give(account.soxaydung, 'record-prepared-answer', { petition, answer: 'Đã bố trí vốn.' });
    for (const petition of [decline, defer])
      await conference.give(account.sotaichinh, 'record-prepared-answer', { petition, answer: 'Chưa có nguồn.' });

    expect(await owed('prepareAnswers')).toEqual([]);
    await conference.settled();
    expect(await lettersTo(conference, account.vanphong, host)).toEqual(
      expect.arrayContaining(['situationReported', 'aggregateReport']),
    );
  });

  it('D8.1b, D8.1e, D8.1g, D8.1h: helpers are named, the briefing is held, guests get an entry for their calendar', async () => {
    await conference.liveUntil(tet.workingDays(on, -6), '09:00');
    await conference.give(account.vanphong, 'name-helpers', {
      minutesSecretary: { name: 'Lò Mẫu Thư', title: 'Chuyên viên' },
    });
    await conference.give(account.vanphong, 'hold-briefing', {
      heldOn: conference.today(),
      handlings: petitions.map(({ id }) => ({ petition: id, handling: 'settle' })),
    });
    await conference.give(account.vanphong, 'send-invitations', { guests: bodies });
    await conference.settled();

    for (const address of ['xuly@sxd.sonla.example', 'xuly@stc.sonla.example', silent])
      expect(calendarsTo(stack, address)).toEqual([`REQUEST 0 ${on.replaceAll('-', '')}`]);
    const reminders = (await lettersTo(conference, account.vanphong, silent)).filter((kind) => kind === 'dutyReminder');
    expect(reminders.length).toBeGreaterThan(0);
    expect(await lettersTo(conference, account.vanphong, 'xuly@sxd.sonla.example')).not.toContain('dutyReminder');
    const { flags, steps } = await conference.read(account.vanphong);
    expect(flags).toEqual([]);
    expect(steps).toMatchObject({ briefedOn: conference.today(), situationReportedBy: [{ code: 'SL-MTTQ' }] });
  });

  it('D9, D10.3a: who comes is confirmed, whoever declines names another leader, and speakers have their order', async () => {
    const attendee = { name: 'Mùa Mẫu Hiền', title: 'Giám đốc' };
    await conference.give(account.soxaydung, 'confirm-attendance', { attendee, rank: 'head' });
    const substitute = { name: 'Trần Mẫu Phó', title: 'Phó Giám đốc' };
    const declined = { reason: 'Công tác ở Hà Nội.', substitute, rank: 'deputy' };
    await conference.give(account.sotaichinh, 'decline-attendance', declined);
    const speech = { speaker: 'Đại diện bản Mòn', content: 'Đường giao thông', petition: petitions[0]!.id };
    await conference.give(account.vanphong, 'register-speaker', speech);

    const { bodies: asked } = await conferenceOf(conference, admin);
    expect(asked.map(({ organisation, attendance }) => [organisation.code, attendance])).toEqual(
      expect.arrayContaining([
        ['SL-SXD', 'confirmed'],
        ['SL-STC', 'declined'],
        ['SL-SNNMT', null],
      ]),
    );
    expect(await owed('confirmAttendance')).toEqual([`confirmAttendance ${tet.workingDays(on, -2)} SL-SNNMT`]);
  });
});

describe('a periodic conference, on its day', () => {
  it('D8.1f, D9: is held, speakers come in order, and an opinion raised is a petition with a written answer', async () => {
    await Promise.all([conference, ...petitions].map((each) => each.liveUntil(on, '17:00')));
    await conference.give(account.vanphong, 'record-held', {
      heldOn: on,
      attendance: {
        ...{ present: ['SL-SXD', 'SL-STC'], absent: ['SL-SNNMT'], people: 120 },
        representatives: [{ organisation: 'SL-STC', rank: 'deputy' }],
      },
    });
    const speech = { speaker: 'Ông Lò Văn Nói', content: 'Nước sạch' };
    const spoken = await conference.give(account.thuky, 'register-speaker', speech);
    const opinion = {
      ...{ title: 'Nước sạch cho bản Mòn', content: 'Bản Mòn thiếu nước sạch.', category: 'resident' },
      petitioner: { name: 'Lò Văn Nói', email: 'raised@petitioner.example' },
    };
    const path = `${conference.path}/record-opinion-raised`;
    raised = storyCase(stack, 'petition', idIn(await account.thuky.post(path, { ...opinion, field: 'economy' })));
    await waitFor('the conference has it', async () =>
      (await conferenceOf(conference, admin)).petitions.some(
        ({ id, attachedOn }) => id === raised.id && attachedOn !== null,
      ),
    );

    expect(spoken).toMatchObject({ stage: 'held', speakers: [{ place: 1 }, { place: 2, isAtConference: true }] });
    expect(await raised.read(account.vanphong)).toMatchObject({
      ...{ stage: 'accepted', source: 'atConference', isWrittenAnswerRequired: true },
      conference: { id: conference.id, path: 'written', isRaised: true },
    });
    await conference.settled();
    expect(await lettersTo(conference, account.vanphong, host)).toContain('absencesReported');
  });

  it('D10.3b: its minutes have two versions, and the host signs the newer', async () => {
    await conference.give(account.thuky, 'save-minutes', { text: 'Biên bản lần một.' });
    await conference.give(account.thuky, 'save-minutes', { text: 'Biên bản lần hai.' });
    const older = { version: 1, signedOn: conference.today() };
    const refused = await conference.refused(account.chutich, 'sign-minutes', older);
    const signedBody = await conference.give(account.chutich, 'sign-minutes', { ...older, version: 2 });

    expect(refused).toBe('conference.minutes_version_not_newest');
    expect(signedBody).toMatchObject({
      minutes: [
        { version: 1, signedOn: null },
        { version: 2, signedOn: conference.today() },
      ],
    });
    expect((await account.chutich.get(`${conference.path}/minutes/1`)).body).toMatchObject({
      text: 'Biên bản lần một.',
    });
  });

  it('D9: is concluded only with a conclusion for each petition, one of every kind', async () => {
    await raised.liveUntil(on, '17:30');
    const reviewOn = addDays(on, 60);
    const given = conclusions.map((conclusion, at) => ({
      ...{ petition: petitions[at]!.id, conclusion, words: 'Kết luận của người chủ trì.' },
      ...(conclusion === 'defer' ? { reviewOn } : {}),
      ...(conclusion === 'refer' ? { to: 'SL-TU' } : {}),
    }));
    expect(await conference.refused(account.chutich, 'conclude', { conclusions: given })).toBe(
      'conference.conclusions_missing',
    );
    const opinion = { petition: raised.id, conclusion: 'assign', words: 'Giao Sở Xây dựng.' };
    const concluded = await conference.give(account.chutich, 'conclude', { conclusions: [...given, opinion] });

    expect(concluded).toMatchObject({ stage: 'followUp' });
    const stages = ['settled', 'accepted', 'declined', 'deferred', 'referred'];
    for (const [at, petition] of petitions.entries())
      await waitFor(`the petition is ${stages[at]!}`, async () => {
        const body = await petition.read(account.vanphong);
        const link = body['conference'] as { readonly conclusion: string } | null;
        return link?.conclusion === conclusions[at] && body['stage'] === stages[at];
      });
  });
});

describe('a periodic conference, after its day', () => {
  it('D11.1b: its petitions are told, and what was assigned is given to an agency', async () => {
    for (const petition of [petitions[1]!, raised]) {
      const document = { number: '345/UBND-TD', signedOn: petition.today() };
      await petition.give(account.vanphong, 'assign', { agency: 'SL-SXD', document });
    }
    const followed = await waitFor('all are followed up', async () => {
      const shown = await conferenceOf(conference, admin);
      return shown.petitions.every(({ followedUpOn }) => followedUpOn !== null) ? shown : null;
    });

    expect(followed.petitions.map(({ followedUpOn }) => followedUpOn)).toEqual(followed.petitions.map(() => on));
    for (const petition of [...petitions, raised]) await petition.settled();
    for (const person of ['settle', 'decline', 'defer', 'refer'])
      expect(mailsTo(stack, `${person}@petitioner.example`).at(-1)!.text).toContain('đối thoại');
    expect(await owed('followUpPetitions')).toEqual([]);
  });

  it('D8.1i, D11.1a, D11.2a, D11.2b, D13.3: is reported, reviewed and supervised before it is closed', async () => {
    expect(await conference.refused(account.vanphong, 'close')).toBe('conference.duties_open');
    const said = { document: signed('210/TB-UBND'), text: 'Thông báo kết luận.' };
    await conference.give(account.vanphong, 'issue-conclusion-notice', said);
    await conference.give(account.vanphong, 'issue-result-report', { ...said, document: signed('98/BC-UBND') });
    await conference.give(account.chutich, 'record-policy-proposal', { proposal: 'Sửa quy định.', to: 'SL-HDND' });
    await conference.give(account.mattran, 'record-supervision', { remark: 'Kết luận đã được công khai.' });
    expect(await conference.refused(account.vanphong, 'close')).toBe('conference.duties_open');
    const review = { reviewedOn: conference.today(), note: 'Đã rút kinh nghiệm.' };
    await conference.give(account.vanphong, 'record-internal-review', review);
    await conference.settled();

    expect(await conference.give(account.vanphong, 'close')).toMatchObject({
      ...{ stage: 'closed', heldOn: on, flags: [], internalReviewOn: on },
      ...{ supervision: [{ number: 1 }], policyProposals: [{ number: 1 }] },
    });
    expect(await owed()).toEqual([]);
    const letters = (await conference.read(admin))['letters'] as readonly { readonly kind: string }[];
    const kinds = ['conclusionNotice', 'resultReport', 'supervisionRemark', 'absencesReported'];
    expect(letters.map(({ kind }) => kind)).toEqual(expect.arrayContaining(kinds));
  });

  it('has histories without a gap whose time never runs backwards', async () => {
    const histories = await Promise.all(
      [conference, ...petitions, raised].map((each) => each.history(account.vanphong)),
    );

    expect(histories.flatMap(seamsOf)).toEqual([]);
    const [history = []] = histories;
    const missed = history.filter(({ event }) => event === 'deadlineMissed');
    expect(missed.map(({ facts }) => facts['duty'])).toEqual(['supplyOpinions', 'confirmAttendance']);
    const told = history.filter(({ event }) => !/^(urged|petition|deadlineMissed|dutyEnded)/.test(event));
    expect(told.map(({ event, rule }) => `${event} ${rule}`)).toEqual(periodicEvents);
  });
});

import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { addDays, type LocalDate } from '@dialogue/domain';
import { waitFor, type ApiClient, type RealStack } from '@dialogue/testing/stack';

import { begun, calendarsTo, conferenceOf, lettersTo } from './conference.fixture.js';
import { registered, registration, today } from './petition.fixture.js';
import { staged } from './stage.fixture.js';
import { seamsOf, storyCase, type ShownDuty, type StoryCase } from './story.fixture.js';
import type { Tet } from './tet.fixture.js';

jest.setTimeout(240_000);

const people = {
  chutich: { role: 'host', organisation: 'SL-UBND' },
  giamdoc: { role: 'host', organisation: 'SL-SXD' },
  vanphongso: { role: 'clerk', organisation: 'SL-SXD' },
};
const superior = 'chutich@ubnd.sonla.example';
const guest = 'xuly@stc.sonla.example';

let stack: RealStack;
let tet: Tet;
let account: Readonly<Record<keyof typeof people, ApiClient>>;
let conference: StoryCase;
let early: StoryCase;
let late: StoryCase;
let firstOn: LocalDate;
let secondOn: LocalDate;

beforeAll(async () => {
  ({ stack, tet, account } = await staged(people));
});
afterAll(async () => stack.stop());

function signed(number: string): { readonly number: string; readonly signedOn: LocalDate } {
  return { number, signedOn: conference.today() };
}

async function open(kind: string): Promise<readonly ShownDuty[]> {
  return (await conference.duties(account.vanphongso)).filter((duty) => duty.isOpen && duty.kind === kind);
}

/** A petition to the head of the department, received so many days ago, that is brought to the conference. */
async function attached(title: string, daysAgo: number): Promise<StoryCase> {
  const given = registration({ title, organisation: 'SL-SXD', receivedOn: addDays(today(), -daysAgo) });
  const petition = storyCase(stack, 'petition', await registered(account.vanphongso, given));
  await petition.give(account.vanphongso, 'accept', { field: 'economy' });
  await petition.give(account.vanphongso, 'attach-to-conference', { conference: conference.id });
  return petition;
}

/** What is demanded of a department, and the day that it answers with: four days from now. */
async function demanded(title: string): Promise<StoryCase> {
  const document = { number: '315/UBND-TH', signedOn: today() };
  const demand = await begun(stack, account.chutich, {
    path: '/v1/conferences/demand-ad-hoc',
    body: {
      ...{ by: 'SL-UBND', organisation: 'SL-SXD', host: 'departmentHead', field: 'economy', title },
      ...{ contents: 'Nhà ở xã hội', holdBy: addDays(today(), 20), document },
    },
  });
  firstOn = addDays(today(), 4);
  await demand.give(account.giamdoc, 'answer-demand', {
    ...{ on: firstOn, startsAt: '08:00', place: 'Hội trường Sở', document: { ...document, number: '88/SXD-VP' } },
  });
  return demand;
}

async function failed(): Promise<void> {
  await conference.liveUntil(firstOn, '17:00');
  const body = await conference.give(account.vanphongso, 'record-failed', {
    ...{ failedOn: firstOn, document: signed('97/BC-SXD'), reason: 'Không đủ thành phần.', minutes: 'Biên bản.' },
  });
  expect(body).toMatchObject({ stage: 'awaitingDirection', failedOn: firstOn, heldOn: null });
}

describe('an ad hoc conference of the head of a department, until it fails', () => {
  it('D8.3a, D6.2b: is demanded by the head above, on exactly one field, and the unit answers with a day', async () => {
    const two = {
      kind: 'adHoc',
      host: 'departmentHead',
      organisation: 'SL-SXD',
      title: 'Đột xuất',
      on: addDays(today(), 9),
    };
    const without = { ...two, contents: 'Nhà ở', place: 'Hội trường', startsAt: '08:00' };
    expect(await account.vanphongso.post('/v1/conferences', without)).toMatchObject({
      status: 400,
      body: { fields: [{ path: 'field' }] },
    });

    conference = await demanded('Đối thoại đột xuất về nhà ở');

    expect(await conference.read(account.giamdoc)).toMatchObject({
      ...{ kind: 'adHoc', field: 'economy', stage: 'planning', on: firstOn, organisation: { code: 'SL-SXD' } },
      steps: { demand: { by: { code: 'SL-UBND' } }, demandAnsweredOn: today() },
    });
    await conference.settled();
    expect(await lettersTo(conference, account.vanphongso, 'giamdoc@sxd.sonla.example')).toContain('adHocDemanded');
    expect(await lettersTo(conference, account.vanphongso, superior)).toContain('demandAnswered');
  });

  it('D8.1e, D8.1f: of its petitions one came before the cut-off, and one late is promised a written answer', async () => {
    const plan = { ...signed('20/KH-SXD'), signatory: 'Giám đốc Sở' };
    await conference.give(account.vanphongso, 'approve-plan', { document: plan });
    expect(await conference.read(account.vanphongso)).toMatchObject({
      documents: expect.arrayContaining([expect.objectContaining(plan)]),
    });
    early = await attached('Giá nhà ở xã hội', 3);
    late = await attached('Hồ sơ mua nhà ở xã hội', 0);
    await waitFor(
      'both are on the list',
      async () => (await conferenceOf(conference, account.vanphongso)).petitions.length === 2,
    );
    await conference.give(account.vanphongso, 'send-invitations', { guests: ['SL-STC'] });
    await conference.settled();

    const { petitions } = await conferenceOf(conference, account.vanphongso);
    expect(new Map(petitions.map(({ id, path }) => [id, path]))).toEqual(
      new Map([
        [early.id, 'briefing'],
        [late.id, 'written'],
      ]),
    );
    expect(await late.read(account.vanphongso)).toMatchObject({ source: 'late', isWrittenAnswerRequired: true });
    expect(await early.read(account.vanphongso)).toMatchObject({
      source: 'beforeCutOff',
      isWrittenAnswerRequired: false,
    });
    expect(calendarsTo(stack, guest)).toEqual([`REQUEST 0 ${firstOn.replaceAll('-', '')}`]);
  });

  it('D8.3b: fails, and the superior gets the report and is asked for a direction again and again', async () => {
    await failed();
    await conference.settled();
    expect(await lettersTo(conference, account.vanphongso, superior)).toContain('failureReport');
    const [first] = await open('awaitDirection');
    expect(first).toMatchObject({ dueOn: tet.workingDays(firstOn, 5), missedAt: null });

    await conference.liveUntil(tet.workingDays(firstOn, 10));

    const [asked] = await open('awaitDirection');
    expect(asked!.missedAt).toBeNull();
    expect(asked!.rungs.map(({ at }) => at.slice(0, 10))).toEqual([
      tet.workingDays(firstOn, 5),
      tet.workingDays(firstOn, 10),
    ]);
    const reminders = await lettersTo(conference, account.vanphongso, superior);
    expect(reminders.filter((kind) => kind === 'dutyReminder' || kind === 'dutyOverdue')).toHaveLength(2);
  });
});

describe('an ad hoc conference that failed', () => {
  it('D8.3b: gets another day by direction, and everybody who was invited hears of it', async () => {
    secondOn = tet.workingDays(conference.today(), 12);
    const direction = { kind: 'newDate', on: secondOn, startsAt: '14:00' };
    const directed = { document: { ...signed('12/UBND-TD'), signatory: 'Chủ tịch UBND tỉnh' }, direction };
    const body = await conference.give(account.chutich, 'record-direction', { ...directed, text: 'Tổ chức lại.' });
    await conference.settled();

    expect(body).toMatchObject({ stage: 'preparing', on: secondOn, startsAt: '14:00', failedOn: null });
    expect(calendarsTo(stack, guest)).toEqual([
      `REQUEST 0 ${firstOn.replaceAll('-', '')}`,
      `REQUEST 1 ${secondOn.replaceAll('-', '')}`,
    ]);
    expect((await open('recordOutcome')).map(({ dueOn }) => dueOn)).toEqual([tet.workingDays(secondOn, 1)]);
    expect(await open('awaitDirection')).toEqual([]);
    await waitFor('its petitions know the day', async () => {
      const read = await Promise.all([early, late].map((petition) => petition.read(account.vanphongso)));
      return read.every((each) => (each['conference'] as { readonly on: string } | null)?.on === secondOn);
    });
    expect(await late.read(account.vanphongso)).toMatchObject({ isWrittenAnswerRequired: true });
  });

  it('D9, D8.2b: is held on that day, concluded, reported and closed', async () => {
    await Promise.all([
      conference.liveUntil(secondOn, '18:00'),
      early.liveUntil(secondOn, '17:00'),
      late.liveUntil(secondOn, '17:00'),
    ]);
    await conference.give(account.vanphongso, 'record-held', { heldOn: secondOn, attendance: { people: 40 } });
    await conference.give(account.giamdoc, 'conclude', {
      conclusions: [early, late].map(({ id }) => ({ petition: id, conclusion: 'settle', words: 'Đã trả lời.' })),
    });
    await late.give(account.vanphongso, 'record-notice-sent', {
      ...{ number: '41/SXD-QLN', sentOn: late.today(), means: 'post' },
    });
    await waitFor('both are followed up', async () =>
      (await conferenceOf(conference, account.vanphongso)).petitions.every(({ followedUpOn }) => followedUpOn !== null),
    );
    const said = { document: signed('50/TB-SXD'), text: 'Kết luận.' };
    await conference.give(account.vanphongso, 'issue-conclusion-notice', said);
    await conference.give(account.vanphongso, 'issue-result-report', { ...said, document: signed('51/BC-SXD') });
    const review = { reviewedOn: conference.today(), note: 'Đã rút kinh nghiệm.' };
    await conference.give(account.vanphongso, 'record-internal-review', review);

    expect(await conference.give(account.vanphongso, 'close')).toMatchObject({ stage: 'closed', heldOn: secondOn });
    expect(
      (await conference.history(account.vanphongso)).find(({ event }) => event === 'resultReportIssued'),
    ).toMatchObject({ rule: 'D8.2b' });
  });

  it('has histories without a gap whose time never runs backwards', async () => {
    const histories = await Promise.all([conference, early, late].map((each) => each.history(account.vanphongso)));

    expect(histories.flatMap(seamsOf)).toEqual([]);
    const [events = []] = histories.map((history) => history.map(({ event }) => event));
    // A petition tells its path again where another day changes it.
    expect(events.filter((event) => !['urged', 'deadlineMissed', 'petitionAttached'].includes(event))).toEqual([
      ...['adHocDemanded', 'demandAnswered', 'planApproved', 'invitationsSent', 'failed', 'directionRecorded'],
      ...['held', 'concluded', 'petitionFollowedUp', 'petitionFollowedUp'],
      ...['conclusionNoticeIssued', 'resultReportIssued', 'internalReviewRecorded', 'closed'],
    ]);
  });
});

describe('an ad hoc conference that failed and is not to be held again', () => {
  it('D8.3b, D8.1f: is closed by direction, and its petition is owed a written answer', async () => {
    conference = await demanded('Đối thoại đột xuất về quy hoạch');
    const plan = { ...signed('21/KH-SXD'), signatory: 'Giám đốc Sở' };
    await conference.give(account.vanphongso, 'approve-plan', { document: plan });
    const petition = await attached('Quy hoạch khu dân cư', 3);
    await waitFor(
      'it is on the list',
      async () => (await conferenceOf(conference, account.vanphongso)).petitions.length === 1,
    );
    await failed();
    const document = { ...signed('13/UBND-TD'), signatory: 'Chủ tịch UBND tỉnh' };
    const closed = await conference.give(account.chutich, 'record-direction', {
      ...{ document, direction: { kind: 'close' }, text: 'Không tổ chức lại; trả lời bằng văn bản.' },
    });

    expect(closed).toMatchObject({ stage: 'closed' });
    expect((closed['duties'] as readonly ShownDuty[]).filter(({ isOpen }) => isOpen)).toEqual([]);
    const left = await waitFor('the petition has heard of it', async () => {
      const body = await petition.read(account.vanphongso);
      return body['conference'] === null ? body : null;
    });
    expect(left).toMatchObject({ stage: 'accepted', isWrittenAnswerRequired: true });
    expect((left['duties'] as readonly ShownDuty[]).filter(({ isOpen }) => isOpen)).toMatchObject([
      { kind: 'assign', anchorOn: firstOn, dueOn: tet.workingDays(firstOn, 5) },
    ]);
    const histories = await Promise.all([conference, petition].map((each) => each.history(account.vanphongso)));
    expect(histories.flatMap(seamsOf)).toEqual([]);
  });
});

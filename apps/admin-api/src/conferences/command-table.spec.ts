import { describe, expect, it } from '@jest/globals';
import { conferenceAllowedFrom, type ConferenceCommand, surroundingsKinds } from '@dialogue/domain';
import type { ConferencePetitionRow } from '@dialogue/persistence';

import { aConference, aContext, aListed } from '../cases/command-context.fixture.js';
import { kindsOf, type CommandContext, type SplitCommand } from '../cases/command-row.js';
import { conferenceExamples } from './command-examples.js';
import { conferenceCommands } from './command-table.js';
import type { ConferenceRouteKind } from './conference-row.js';

const canary = 'Nguyen Van Canary';
const document = { number: '1/KH', signedOn: '2026-11-23' };
const first = '0190a7f4-1111-7abc-8def-0123456789ab';
const second = '0190a7f4-1111-7abc-8def-0123456789ac';
const third = '0190a7f4-1111-7abc-8def-0123456789ad';
const evidence = { number: '5/CV', signedOn: '2026-11-24', signatory: 'the head' };
const attendee = { name: 'Somebody', title: 'head' };
const kinds = kindsOf(conferenceCommands);

/** A conference to which the register knows three petitions. */
const listed = [first, second, third].map((id, place) => aListed(id, { number: `KN-2026-00000${String(place + 1)}` }));

function contextWith(petitions: readonly ConferencePetitionRow[]): CommandContext {
  return aContext({
    register: { conferencePetitions: () => Promise.resolve(petitions) },
    cases: { conference: aConference() },
  });
}

async function split(
  kind: ConferenceRouteKind,
  body: unknown,
  context = contextWith(listed),
): Promise<SplitCommand<ConferenceCommand>> {
  const row = conferenceCommands[kind];
  return (await row.split(row.body.parse(body), context)) as SplitCommand<ConferenceCommand>;
}

function pathsRefused(kind: ConferenceRouteKind, body: unknown): readonly string[] | undefined {
  return conferenceCommands[kind].body.safeParse(body).error?.issues.map(({ path }) => path.join('.'));
}

describe('the commands of a conference', () => {
  it('have a row each, where people give them', () => {
    const ofTheSystem = [
      'noteDelivery',
      'petitionAttached',
      'petitionDetached',
      'petitionFollowedUp',
      ...surroundingsKinds.filter((kind) => kind !== 'adoptTerms'),
    ];

    expect([...kinds, 'plan', 'demandAdHoc', ...ofTheSystem].sort()).toEqual(Object.keys(conferenceAllowedFrom).sort());
  });

  it.each(kinds)('%s takes the body that the documentation shows', async (kind) => {
    expect((await split(kind, conferenceExamples[kind])).command.kind).toBe(kind);
  });

  it.each(kinds)('%s refuses a field that it does not know', (kind) => {
    expect(pathsRefused(kind, { ...conferenceExamples[kind], extra: 1 })).toEqual(['']);
  });

  it.each([
    ['approvePlan', { document: { ...document, signatory: canary }, remark: canary }],
    ['submitPlan', { ...conferenceExamples.submitPlan, programme: canary }],
    ['returnPlan', { reason: canary }],
    ['answerDemand', { ...conferenceExamples.answerDemand, place: canary }],
    ['announce', { announcedOn: '2026-11-30', where: canary }],
    ['recordOpinionsReceived', { ...conferenceExamples.recordOpinionsReceived, opinions: canary }],
    [
      'issueAggregateReport',
      { document, text: canary, allocations: [{ petition: first, agency: 'SL-SXD', proposal: canary }] },
    ],
    ['recordPreparedAnswer', { ...conferenceExamples.recordPreparedAnswer, petition: first, answer: canary }],
    ['recordSituationReport', { ...conferenceExamples.recordSituationReport, text: canary }],
    ['nameHelpers', { minutesSecretary: { name: canary, title: 'clerk' } }],
    ['confirmAttendance', { ...conferenceExamples.confirmAttendance, attendee: { name: canary, title: 'head' } }],
    ['declineAttendance', { ...conferenceExamples.declineAttendance, substitute: { name: canary, title: 'head' } }],
    ['changeHost', { ...conferenceExamples.changeHost, reason: canary }],
    ['requestOpinions', { bodies: ['SL-SXD'], content: canary }],
    ['holdBriefing', { heldOn: '2026-12-15', handlings: [{ petition: first, handling: 'explain', note: canary }] }],
    ['sendInvitations', { guests: ['SL-SXD'], remark: canary }],
    ['reschedule', { on: '2026-12-28', startsAt: '08:00', reason: canary }],
    ['postpone', { reason: canary }],
    ['cancel', { reason: canary }],
    ['recordDirection', { document: { ...document, signatory: canary }, direction: { kind: 'close' }, text: canary }],
    ['recordHeld', { heldOn: '2026-12-21', attendance: { people: 3 }, speakers: [canary], minutes: canary }],
    [
      'conclude',
      { conclusions: [first, second, third].map((petition) => ({ petition, conclusion: 'settle', words: canary })) },
    ],
    ['issueConclusionNotice', { document, text: canary }],
    ['issueResultReport', { document, text: canary }],
    ['close', { remark: canary }],
  ] as const)('%s keeps the words of people out of the command', async (kind, body) => {
    const { command, words } = await split(kind, body);

    expect(JSON.stringify(command)).not.toContain(canary);
    expect(JSON.stringify(words)).toContain(canary);
  });

  it('names the bodies that are asked or invited, for the page of the case', async () => {
    expect((await split('requestOpinions', conferenceExamples.requestOpinions)).command).toEqual({
      kind: 'requestOpinions',
      bodies: [
        { code: 'SL-SXD', name: 'A body' },
        { code: 'SL-STC', name: 'A body' },
      ],
    });
  });

  it.each([
    ['a clerk proves it', 'clerk', { body: 'SL-SXD', evidence }, 'SL-SXD'],
    ['an agency speaks for itself', 'agency', {}, 'SL-STC'],
  ] as const)('D10.3a: %s', async (_, role, said, body) => {
    const context = aContext({ role, organisation: 'SL-STC', cases: { conference: aConference() } });
    const { command } = await split('confirmAttendance', { attendee, rank: 'head', ...said }, context);

    expect(command).toEqual({ kind: 'confirmAttendance', body, rank: 'head' });
  });

  it.each([
    ['a clerk without evidence', 'clerk', { body: 'SL-SXD' }, 'command.evidence_required'],
    ['a clerk for nobody', 'clerk', { evidence }, 'command.body_required'],
    ['an agency for another one', 'agency', { body: 'SL-SXD' }, 'auth.out_of_scope'],
    ['a monitor for another one', 'monitor', { body: 'SL-SXD' }, 'auth.out_of_scope'],
  ] as const)('D10.3a: refuses %s', async (_, role, said, code) => {
    const context = aContext({ role, organisation: 'SL-STC', cases: { conference: aConference() } });

    await expect(split('confirmAttendance', { attendee, rank: 'head', ...said }, context)).rejects.toMatchObject({
      code,
    });
  });

  it.each([
    ['an agency and beyond authority', { petition: first, agency: 'SL-SXD', isBeyondAuthority: true }],
    ['neither', { petition: first }],
  ])('D8.1c, D8.2a: refuses a petition given to %s', (_, allocation) => {
    expect(pathsRefused('issueAggregateReport', { document, text: 'a', allocations: [allocation] })).toEqual([
      'allocations.0.agency',
    ]);
  });

  it('D1: refuses another host by a post that nobody holds', async () => {
    const body = { ...conferenceExamples.changeHost, hostPost: 'committeeChair' };

    await expect(split('changeHost', body)).rejects.toMatchObject({ code: 'conference.may_not_host' });
  });

  it('D9: keeps who came, who did not, and the speakers in their order', async () => {
    const { words } = await split('recordHeld', {
      heldOn: '2026-12-21',
      attendance: { present: ['SL-SXD'], absent: ['SL-STC'], people: 120 },
      speakers: ['second to none', 'then the others'],
    });

    expect(words).toEqual({
      attendance: {
        present: [{ code: 'SL-SXD', name: 'A body' }],
        absent: [{ code: 'SL-STC', name: 'A body' }],
        representatives: [],
        people: 120,
      },
      speakers: ['second to none', 'then the others'],
    });
  });
});

describe('a body of a command', () => {
  it.each<[ConferenceRouteKind, object, string, string]>([
    ['requestOpinions', { bodies: [], content: 'x' }, 'bodies', 'asks nobody'],
    ['requestOpinions', { bodies: ['SL-SXD', 'SL-SXD'], content: 'x' }, 'bodies', 'asks the same body twice'],
    [
      'requestOpinions',
      { bodies: Array.from({ length: 201 }, (_, place) => `B${String(place)}`), content: 'x' },
      'bodies',
      'asks more than 200 bodies',
    ],
    ['sendInvitations', { guests: ['small letters'] }, 'guests.0', 'invites what is no code'],
    ['reschedule', { on: '2026-12-28', startsAt: '8:00', reason: 'x' }, 'startsAt', 'writes the hour another way'],
    ['reschedule', { on: '2026-12-28', startsAt: '24:00', reason: 'x' }, 'startsAt', 'names an hour that no day has'],
    ['reschedule', { on: '2026-02-30', startsAt: '08:00', reason: 'x' }, 'on', 'names a day that no calendar has'],
    ['recordHeld', { heldOn: '2026-12-21', attendance: { people: -1 } }, 'attendance.people', 'counts fewer than none'],
    [
      'recordHeld',
      { heldOn: '2026-12-21', attendance: { people: 1, representatives: [{ organisation: 'SL-SXD', rank: 'head' }] } },
      'attendance.representatives',
      'D10.3a: somebody came for a body that did not',
    ],
    ['signMinutes', { version: 0, signedOn: '2026-12-22' }, 'version', 'signs a version that no minutes have'],
    [
      'recordDirection',
      { document: { ...document, signatory: 'x' }, direction: { kind: 'newDate', startsAt: '08:00' }, text: 'x' },
      'direction.on',
      'D8.3b: names no day',
    ],
    ['recordDirection', { document, direction: { kind: 'close' }, text: 'x' }, 'document.signatory', 'D8.3b: by whom?'],
    [
      'conclude',
      { conclusions: [{ petition: first, conclusion: 'defer', words: 'x' }] },
      'conclusions.0.reviewOn',
      'D10.1b: puts off without a day',
    ],
    [
      'conclude',
      { conclusions: [{ petition: first, conclusion: 'refer', words: 'x' }] },
      'conclusions.0.to',
      'D10.1c: refers to nobody',
    ],
    [
      'conclude',
      { conclusions: [{ petition: first, conclusion: 'settle', reviewOn: '2027-01-04', words: 'x' }] },
      'conclusions.0',
      'settles and puts off',
    ],
    [
      'conclude',
      { conclusions: [{ petition: first, conclusion: 'settle' }] },
      'conclusions.0.words',
      'D9: concludes without a word',
    ],
    [
      'conclude',
      { conclusions: ['settle', 'assign'].map((conclusion) => ({ petition: first, conclusion, words: 'x' })) },
      'conclusions',
      'D9: concludes twice on one petition',
    ],
  ])('%s %j is refused at %s: it %s', (kind, body, path) => {
    expect(pathsRefused(kind, body)).toEqual([path]);
  });

  it.each<[ConferenceRouteKind, object, string]>([
    ['requestOpinions', { bodies: ['SL-SXD', 'SL-NONE'], content: 'x' }, 'bodies.1'],
    ['sendInvitations', { guests: ['SL-NONE'] }, 'guests.0'],
    ['recordHeld', { heldOn: '2026-12-21', attendance: { absent: ['SL-NONE'], people: 1 } }, 'attendance.absent.0'],
    ['recordPolicyProposal', { proposal: 'x', to: 'SL-NONE' }, 'to'],
  ])('%s %j names the body that is not in force at %s', async (kind, body, path) => {
    await expect(split(kind, body)).rejects.toMatchObject({ code: 'organisation.unknown', fields: [{ path }] });
  });
});

describe('D9: concluding', () => {
  const settled = { conclusion: 'settle', words: 'x' };

  it('names the petitions that nobody has concluded on', async () => {
    await expect(split('conclude', { conclusions: [{ petition: second, ...settled }] })).rejects.toMatchObject({
      code: 'conference.conclusions_missing',
      fields: [{ path: 'conclusions', message: expect.stringContaining('KN-2026-000001, KN-2026-000003') }],
    });
  });

  it('names what is no petition of the conference', async () => {
    const foreign = '0190a7f4-9999-7abc-8def-0123456789ab';
    const conclusions = [first, second, third, foreign].map((petition) => ({ petition, ...settled }));

    await expect(split('conclude', { conclusions })).rejects.toMatchObject({
      code: 'conference.petition_unknown',
      fields: [{ path: 'conclusions.3.petition' }],
    });
  });

  it('waits for a petition that was raised a moment ago, and names it', async () => {
    const fourth = aListed('0190a7f4-4444-7abc-8def-0123456789ab', { number: 'KN-2026-000004', attachedOn: null });
    const conclusions = [first, second, third].map((petition) => ({ petition, ...settled }));

    await expect(split('conclude', { conclusions }, contextWith([...listed, fourth]))).rejects.toMatchObject({
      code: 'conference.petition_on_its_way',
      fields: [{ path: 'conclusions', message: expect.stringContaining('KN-2026-000004') }],
    });
  });

  it('asks for nothing twice: what is concluded needs no second word', async () => {
    const concluded = aListed(third, { conclusion: 'assign' });
    const conclusions = [first, second].map((petition) => ({ petition, ...settled }));

    const { command } = await split(
      'conclude',
      { conclusions },
      contextWith([...listed.filter(({ id }) => id !== third), concluded]),
    );

    expect(command).toMatchObject({ conclusions: [{ petitionId: first }, { petitionId: second }] });
  });

  it('carries days and authorities into the command, with the name of today', async () => {
    expect((await split('conclude', conferenceExamples.conclude)).command).toEqual({
      kind: 'conclude',
      conclusions: [
        { petitionId: first, conclusion: { kind: 'settle' } },
        { petitionId: second, conclusion: { kind: 'defer', reviewOn: '2027-03-01' } },
        { petitionId: third, conclusion: { kind: 'refer', to: 'SL-TU', toName: 'A body' } },
      ],
    });
  });
});

describe('D8.1e: the briefing', () => {
  it('speaks of petitions of the conference only', async () => {
    const handlings = [{ petition: '0190a7f4-9999-7abc-8def-0123456789ab', handling: 'settle' }];

    await expect(split('holdBriefing', { heldOn: '2026-12-15', handlings })).rejects.toMatchObject({
      code: 'conference.petition_unknown',
      fields: [{ path: 'handlings.0.petition' }],
    });
  });
});

describe('the approval of a plan', () => {
  it('D8.1a: has the host approve what lies before him, and an office enter what was approved', async () => {
    const hosts = aContext({ role: 'host', cases: { conference: aConference() } });

    expect((await split('approvePlan', { document }, hosts)).command).toHaveProperty('asSubmitted', true);
    expect(await split('approvePlan', { document: evidence })).toEqual({
      command: { kind: 'approvePlan', document: { number: '5/CV', signedOn: '2026-11-24' } },
      words: { signatory: 'the head' },
    });
  });

  it('D8.1a: refuses the approval that an office enters without naming who signed', async () => {
    await expect(split('approvePlan', { document })).rejects.toMatchObject({
      code: 'command.evidence_required',
      fields: [{ path: 'document.signatory' }],
    });
  });
});

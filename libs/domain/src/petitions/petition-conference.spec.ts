import { describe, expect, it } from '@jest/globals';

import {
  aCommand,
  aConferenceReference,
  aDocument,
  aPetition,
  aSubmission,
  aCalendar,
  applied,
  at,
  refusalOf,
  stateAt,
} from '@dialogue/testing/builders';

import { localDate } from '../time/local-date.js';
import { submitted } from './petition-facts.js';
import { defaultPetitionTerms } from './petition-terms.js';
import type { Petition } from './petition.js';

/** On Friday 10 April 2026: the cut-off is the end of Sunday the 5th. */
const conference = aConferenceReference();
const attached = aPetition({ stage: 'accepted', conference });
const when = at('2026-04-01');

describe('attachToConference', () => {
  it.each([
    ['2026-03-02', 'briefing', false, 'beforeCutOff', 'D8.1e', 'weeks before'],
    ['2026-04-05', 'briefing', false, 'beforeCutOff', 'D8.1e', 'on the fifth day before, which is still in time'],
    ['2026-04-06', 'written', true, 'late', 'D8.1f', 'a day later'],
    ['2026-04-10', 'written', true, 'late', 'D8.1f', 'on the day itself'],
  ])(
    'D8.1e, D8.1f: received on %s it takes the path %s, a written answer is required: %s, source %s (%s)',
    (receivedOn, path, isWrittenAnswerRequired, source, rule) => {
      const petition: Petition = { ...aPetition({ stage: 'accepted' }), receivedOn: localDate(receivedOn) };

      const transition = applied(petition, aCommand('attachToConference'), at('2026-04-10'));

      expect(transition).toMatchObject({
        event: 'attachedToConference',
        rule,
        facts: { conference: conference.id, conferenceNumber: 'HN-2026-000001', conferenceOn: '2026-04-10', path },
        state: {
          stage: 'accepted',
          source,
          isWrittenAnswerRequired,
          duties: [],
          conference: { ...conference, path, isRaised: false, conclusion: null, isFollowedUp: false },
        },
        notices: [],
        tells: [
          {
            caseKind: 'conference',
            caseId: conference.id,
            command: {
              kind: 'petitionAttached',
              petitionId: petition.id,
              number: petition.number,
              path,
              isRaised: false,
              conferenceOn: '2026-04-10',
            },
          },
        ],
      });
    },
  );

  it('D8.1f: a written answer once promised stays promised', () => {
    const promised: Petition = { ...aPetition({ stage: 'accepted' }), isWrittenAnswerRequired: true };

    expect(applied(promised, aCommand('attachToConference'), when).state).toMatchObject({
      isWrittenAnswerRequired: true,
      conference: { path: 'briefing' },
    });
  });

  it('D8.1e: is refused while a conference has the petition, or follows what it concluded on it', () => {
    const another = aCommand('attachToConference', { conference: aConferenceReference({ id: 'another' }) });
    const concluded = applied(
      attached,
      aCommand('conferenceConcluded', { conclusion: { kind: 'assign' } }),
      at('2026-04-10'),
    );

    expect(refusalOf(attached, another, when)).toBe('petition.already_attached');
    expect(refusalOf(attached, aCommand('attachToConference'), when)).toBe('petition.already_attached');
    expect(refusalOf(concluded.state, another, at('2026-04-10'))).toBe('petition.already_attached');
  });

  it('D8.1e: another conference may have it once the first is followed up, the same one may not', () => {
    const deferred = applied(
      attached,
      aCommand('conferenceConcluded', { conclusion: { kind: 'defer', reviewOn: localDate('2026-05-04') } }),
      at('2026-04-10'),
    ).state;
    const back = stateAt(deferred, at('2026-05-04'));
    const later = { id: 'another', on: localDate('2026-06-01') };

    expect(refusalOf(back, aCommand('attachToConference'), at('2026-05-05'))).toBe('petition.already_attached');
    expect(
      applied(back, aCommand('attachToConference', { conference: aConferenceReference(later) }), at('2026-05-05'))
        .state,
    ).toMatchObject({ conference: { id: 'another', conclusion: null, isFollowedUp: false }, duties: [] });
  });

  it.each([
    ['2026-04-10', false],
    ['2026-04-11', true],
  ])('D8.1e: on %s a conference of 10 April is over: %s', (day, isOver) => {
    const petition = aPetition({ stage: 'accepted' });
    const attach = (): unknown =>
      isOver
        ? refusalOf(petition, aCommand('attachToConference'), at(day))
        : applied(petition, aCommand('attachToConference'), at(day)).event;

    expect(attach()).toBe(isOver ? 'petition.conference_over' : 'attachedToConference');
  });
});

describe('detach', () => {
  it('D11.1b: the assignment is owed again, from that day, and the conference is told', () => {
    const { state, event, facts, tells } = applied(attached, aCommand('detach'), when);

    expect({ event, facts }).toEqual({ event: 'detached', facts: { conference: conference.id } });
    expect(state).toMatchObject({
      stage: 'accepted',
      source: 'outsideConference',
      conference: null,
      duties: [{ kind: 'assign', anchorOn: '2026-04-01', dueOn: '2026-04-08' }],
    });
    expect(tells).toEqual([toConference({ kind: 'petitionDetached', petitionId: state.id })]);
  });

  it('D8.1e: is refused where no conference has it', () => {
    expect(refusalOf(aPetition({ stage: 'accepted' }), aCommand('detach'), when)).toBe('petition.not_attached');
  });
});

describe('register, raised at a conference', () => {
  it('D8.1f: is accepted at once, answered in writing, and told to the conference', () => {
    const start = submitted(aSubmission(), { terms: defaultPetitionTerms, calendar: aCalendar() });
    const command = aCommand('register', { raised: { conference, field: 'publicOrder' } });

    const transition = applied(start, command, at('2026-04-10'));

    expect(transition).toMatchObject({
      event: 'raised',
      rule: 'D8.1f',
      facts: { receivedOn: '2026-03-02', field: 'publicOrder', conference: conference.id },
      state: {
        stage: 'accepted',
        source: 'atConference',
        isWrittenAnswerRequired: true,
        duties: [],
        conference: { path: 'written', isRaised: true, conclusion: null },
      },
      notices: [{ key: 'accepted/0', letter: { kind: 'accepted' }, recipients: ['petitioner'] }],
      tells: [toConference({ kind: 'petitionAttached', path: 'written', isRaised: true })],
    });
  });
});

describe('conferenceMoved', () => {
  it.each([
    ['2026-04-24', 'briefing', false, 0, 'later: still on the briefing list'],
    ['2026-03-06', 'written', true, 1, 'so early that it came late: the conference hears the new path'],
  ])(
    'D8.1e: to %s: path %s, a written answer is required: %s, tells %i time (%s)',
    (day, path, isWrittenAnswerRequired, tells) => {
      const on = localDate(day);
      const moved = applied(attached, aCommand('conferenceMoved', { on }), when);

      expect(moved).toMatchObject({
        event: 'conferenceMoved',
        rule: 'D8.1e',
        facts: { conference: conference.id, wasOn: '2026-04-10', conferenceOn: day, path },
        state: { isWrittenAnswerRequired, conference: { on: day, path } },
      });
      expect(moved.tells ?? []).toHaveLength(tells);
    },
  );

  it('D8.1f: moved away again, a written answer once promised stays promised', () => {
    const early = applied(attached, aCommand('conferenceMoved', { on: localDate('2026-03-06') }), when).state;
    const { state, tells } = applied(early, aCommand('conferenceMoved', { on: localDate('2026-05-08') }), when);

    expect(state).toMatchObject({
      source: 'beforeCutOff',
      isWrittenAnswerRequired: true,
      conference: { path: 'briefing' },
    });
    expect(tells).toEqual([toConference({ kind: 'petitionAttached', path: 'briefing', conferenceOn: '2026-05-08' })]);
  });

  it('D8.1f: what was raised at a conference stays on the path of the written answer', () => {
    const start = submitted(aSubmission(), { terms: defaultPetitionTerms, calendar: aCalendar() });
    const command = aCommand('register', { raised: { conference, field: 'economy' } });
    const raised = applied(start, command, at('2026-04-10')).state;

    expect(applied(raised, aCommand('conferenceMoved'), at('2026-04-10')).state).toMatchObject({
      source: 'atConference',
      conference: { on: '2026-04-24', path: 'written', isRaised: true },
    });
  });
});

describe('conferenceEnded', () => {
  it.each([
    ['accepted', [{ kind: 'assign', anchorOn: '2026-04-01', dueOn: '2026-04-08' }]],
    ['answered', [{ kind: 'approve' }]],
    ['deferred', [{ kind: 'review' }]],
  ] as const)('D8.1f: %s: a written answer is promised, and what is owed is %j', (stage, duties) => {
    const { state, event, rule, tells } = applied(aPetition({ stage, conference }), aCommand('conferenceEnded'), when);

    expect({ event, rule, tells }).toEqual({ event: 'conferenceEnded', rule: 'D8.1f', tells: undefined });
    expect(state).toMatchObject({ stage, isWrittenAnswerRequired: true, conference: null, duties });
  });

  it('D11.1b: what was put off while the conference had it is to be assigned when it comes back', () => {
    const deferred = applied(attached, aCommand('defer'), when).state;
    const ended = applied(deferred, aCommand('conferenceEnded'), at('2026-04-02')).state;

    expect(stateAt(ended, at('2026-04-15')).duties).toMatchObject([
      { kind: 'assign', anchorOn: '2026-04-15', dueOn: '2026-04-22' },
    ]);
  });
});

describe('news that do not concern the petition', () => {
  const news = [
    aCommand('conferenceConcluded'),
    aCommand('conferenceMoved'),
    aCommand('conferencePostponed'),
    aCommand('conferenceEnded'),
  ];
  const other = 'ffffffff-5d7e-4c7a-9a53-0e6f5a3c0001';

  it.each(news)('D11.3: $kind of another conference changes nothing', (command) => {
    expect(refusalOf(attached, { ...command, conferenceId: other }, when)).toBe('petition.not_attached');
  });

  it.each(news)('D11.3: $kind where no conference has it changes nothing', (command) => {
    expect(refusalOf(aPetition({ stage: 'accepted' }), command, when)).toBe('petition.not_attached');
  });

  it.each(news)('D11.3: $kind heard a second time changes nothing', (command) => {
    expect(refusalOf(applied(attached, command, at('2026-04-10')).state, command, at('2026-04-10'))).toMatch(
      /petition\.(not_attached|transition_refused)/,
    );
  });

  it.each(news)('D11.3: $kind that comes after it was concluded on changes nothing', (command) => {
    const concluded = applied(
      attached,
      aCommand('conferenceConcluded', { conclusion: { kind: 'assign' } }),
      at('2026-04-10'),
    ).state;

    expect(refusalOf(concluded, command, at('2026-04-11'))).toBe('petition.not_attached');
  });
});

describe('the end of a petition that a conference has', () => {
  it.each(['withdraw', 'redirect'] as const)('D8.1e: %s: the conference has it no longer, and is told', (kind) => {
    const { state, tells } = applied(attached, aCommand(kind), when);

    expect(state).toMatchObject({ conference: null, duties: [] });
    expect(tells).toEqual([toConference({ kind: 'petitionDetached', petitionId: state.id })]);
  });

  it('D8.1e: closed before the conference, it is detached as well', () => {
    const settled = applied(attached, aCommand('settle'), when).state;
    const notice = aCommand('recordNoticeSent', { sentOn: localDate('2026-04-02') });
    const told = applied(settled, notice, at('2026-04-02'));

    expect(told.tells).toBeUndefined();
    expect(applied(told.state, aCommand('close'), at('2026-04-02'))).toMatchObject({
      state: { stage: 'closed', conference: null },
      tells: [toConference({ kind: 'petitionDetached' })],
    });
  });

  it('D8.1e: a settled one that is reopened begins again without it', () => {
    const settled = applied(attached, aCommand('settle'), when).state;

    expect(applied(settled, aCommand('reopen'), when)).toMatchObject({
      state: { stage: 'accepted', conference: null, concludedOn: null, duties: [{ kind: 'assign' }] },
      tells: [toConference({ kind: 'petitionDetached' })],
    });
  });

  it('D11.1b: what has no conference tells none', () => {
    const assigned = applied(
      aPetition({ stage: 'accepted' }),
      aCommand('assign', { document: aDocument('1', '2026-03-04') }),
      when,
    );

    expect(assigned).not.toHaveProperty('tells');
    expect(applied(assigned.state, aCommand('withdraw'), when)).not.toHaveProperty('tells');
  });
});

/** What the conference of these tests hears; of the command as much as is said. */
function toConference(command: object): unknown {
  return { caseKind: 'conference', caseId: conference.id, command: expect.objectContaining(command) };
}

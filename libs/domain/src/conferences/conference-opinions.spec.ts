import { describe, expect, it } from '@jest/globals';

import {
  aBody,
  aConference,
  aConferenceCommand,
  appliedToConference,
  aDocument,
  at,
  conferenceAt,
  decidedOfConference,
  valueOf,
} from '@dialogue/testing/builders';

import { localDate } from '../time/local-date.js';
import type { Allocation, ConferenceCommand } from './conference-commands.js';
import { conferenceFlagsOf } from './conference-facts.js';
import { conferenceDuties } from './conference-milestones.js';
import { conferenceMachine } from './conference.machine.js';
import { defaultConferenceTerms } from './conference-terms.js';
import type { Conference } from './conference.js';

const asked = applied(aConference({ stage: 'preparing' }), aConferenceCommand('requestOpinions'), '2026-03-20');
const finance = aBody('SL-STC').code;
const health = aBody('SL-SYT').code;

describe('the request for opinions', () => {
  it('D8.1b: is owed an answer by each body until the cut-off, a Saturday', () => {
    expect(dutiesOf(asked, 'supplyOpinions')).toEqual([
      ['SL-STC', '2026-04-11', false],
      ['SL-SYT', '2026-04-11', false],
    ]);
  });

  it('D8.1b: is answered also by having none; who is silent stays', () => {
    const command = aConferenceCommand('recordOpinionsReceived', { isNone: true });
    const { state, facts } = appliedToConference(asked, command, at('2026-03-25'));

    expect(facts).toMatchObject({ body: 'SL-STC', isNone: true, isLate: false, left: 1 });
    expect(dutiesOf(state, 'supplyOpinions').map(([body]) => body)).toEqual(['SL-SYT']);
  });

  it('D8.1b, D8.1f: is reminded of until the cut-off and no longer; the answer may still come, late', () => {
    const reminders = valueOf(conferenceMachine.urge(asked, at('2026-04-06', '08:00'))).flatMap(
      ({ notices }) => notices,
    );
    const over = conferenceAt(asked, at('2026-04-12', '00:00'));
    const late = aConferenceCommand('recordOpinionsReceived', { receivedOn: localDate('2026-04-13') });

    expect(reminders.filter(({ key }) => key.startsWith('supplyOpinions'))).toMatchObject([
      { letter: { agency: 'SL-STC' }, recipients: ['handler', 'agencyHead'] },
      { letter: { agency: 'SL-SYT' }, recipients: ['handler', 'agencyHead'] },
    ]);
    expect(dutiesOf(conferenceAt(asked, at('2026-04-11', '23:59')), 'supplyOpinions')).toHaveLength(2);
    expect(dutiesOf(over, 'supplyOpinions')).toEqual([]);
    expect(appliedToConference(over, late, at('2026-04-13')).facts).toMatchObject({ isLate: true, left: 1 });
  });

  it('D8.1b: is owed again when the conference moves beyond a cut-off that had passed', () => {
    const over = conferenceAt(asked, at('2026-04-12', '00:00'));
    const { state } = appliedToConference(over, aConferenceCommand('reschedule'), at('2026-04-13'));

    expect(dutiesOf(state, 'supplyOpinions')).toEqual([
      ['SL-STC', '2026-05-09', false],
      ['SL-SYT', '2026-05-09', false],
    ]);
  });

  it('D8.1b: is answered by nobody who was not asked', () => {
    const command = aConferenceCommand('recordOpinionsReceived', { body: aBody('SL-CA').code });

    expect(codeOf(asked, command)).toBe('conference.body_not_asked');
  });
});

describe('the aggregated report', () => {
  const listed = withPetitions(asked, 'p1', 'p2');

  it('D8.1c: goes to the host, and gives each petition of the list to somebody, who owes an answer', () => {
    const { state, notices, facts } = appliedToConference(listed, report('p1 SL-STC', 'p2 SL-SYT'), at('2026-04-03'));

    expect(facts).toMatchObject({ petitions: 2, isFurther: false, isLate: false });
    expect(notices.map(({ letter, recipients }) => [letter.kind, recipients])).toEqual([
      ['aggregateReport', ['host', 'leadOffice']],
      ['answersToPrepare', ['handler', 'agencyHead']],
      ['answersToPrepare', ['handler', 'agencyHead']],
    ]);
    expect(dutiesOf(state, 'prepareAnswers')).toEqual([
      ['SL-STC', '2026-04-08', false],
      ['SL-SYT', '2026-04-08', false],
    ]);
  });

  it.each([
    ['leaves out a petition of the list', ['p1 SL-STC'], 'conference.allocations_incomplete', 'D8.1c'],
    ['names one twice', ['p1 SL-STC', 'p1 SL-SYT', 'p2 SL-STC'], 'conference.petition_of_another', 'D8.1c'],
    ['names one of another', ['p1 SL-STC', 'p2 SL-STC', 'p9 SL-STC'], 'conference.petition_of_another', 'D8.1c'],
  ])('D8.1c: is refused when it %s', (_, given, code, rule) => {
    expect(decidedOfConference(listed, report(...given), at('2026-04-03'))).toEqual({ refused: { code, rule } });
  });

  it('D8.1c: is followed by another one for what came after it', () => {
    const first = applied(listed, report('p1 SL-STC', 'p2 SL-SYT'), '2026-04-03');
    const later = withPetitions(first, 'p3');
    const { state, facts } = appliedToConference(later, report('p3 SL-STC'), at('2026-04-07'));

    expect(facts).toMatchObject({ petitions: 1, isFurther: true });
    expect(state.aggregatedOn).toBe('2026-04-03');
    expect(dutiesOf(state, 'prepareAnswers')).toHaveLength(2);
  });

  it('D8.2a: of a department classes each content by how pressing it is, and proposes to the superior', () => {
    const department: Conference = { ...listed, host: 'departmentHead' };
    const [own, beyond] = report('p1 SL-STC', 'p2 -').allocations;
    const classed = [own, beyond].flatMap((each) =>
      each === undefined ? [] : [{ ...each, urgency: 'pressing' as const }],
    );

    expect(decidedOfConference(department, report('p1 SL-STC', 'p2 -'), at('2026-04-03'))).toEqual({
      refused: { code: 'conference.urgency_missing', rule: 'D8.2a' },
    });
    const command = aConferenceCommand('issueAggregateReport', { allocations: classed });
    const { state, facts } = appliedToConference(department, command, at('2026-04-03'));
    expect(facts['beyondAuthority']).toBe(1);
    expect(state.petitions.map(({ preparation }) => preparation)).toEqual([
      { agency: 'SL-STC', preparedOn: null, urgency: 'pressing' },
      { agency: null, preparedOn: null, urgency: 'pressing' },
    ]);
  });
});

describe('prepared answers', () => {
  const given = applied(
    withPetitions(asked, 'p1', 'p2', 'p3'),
    report('p1 SL-STC', 'p2 SL-STC', 'p3 SL-SYT'),
    '2026-04-03',
  );

  it('D8.1d: end what an agency owes with the last of its petitions', () => {
    const first = appliedToConference(given, prepared('p1', 'SL-STC'), at('2026-04-07'));
    const second = appliedToConference(first.state, prepared('p2', 'SL-STC'), at('2026-04-09'));

    expect([first.facts, second.facts]).toMatchObject([
      { isLate: false, left: 2 },
      { isLate: true, left: 1 },
    ]);
    expect(dutiesOf(first.state, 'prepareAnswers')).toHaveLength(2);
    expect(dutiesOf(second.state, 'prepareAnswers').map(([body]) => body)).toEqual(['SL-SYT']);
  });

  it('D8.1d: missed are told to the host on the working day after, and are no finding', () => {
    const missed = conferenceAt(given, at('2026-04-09', '08:00'));
    const urged = valueOf(conferenceMachine.urge(missed, at('2026-04-09', '08:00'))).flatMap(({ notices }) => notices);

    expect(urged.filter(({ key }) => key.startsWith('prepareAnswers')).map(({ recipients }) => recipients)).toEqual(
      [health, finance].map(() => ['host']),
    );
    expect(missed.hasFinding).toBe(false);
    expect(conferenceFlagsOf(missed)).toContain('overdue');
  });

  it('D8.1d: are owed no more for a petition that left, and anew by whoever gets it then', () => {
    const left = applied(given, aConferenceCommand('petitionDetached', { petitionId: 'p3' }), '2026-04-07');
    const elsewhere = applied(left, report('p1 SL-SYT', 'p2 SL-SYT'), '2026-04-07');

    expect(dutiesOf(left, 'prepareAnswers').map(([body]) => body)).toEqual(['SL-STC']);
    expect(dutiesOf(elsewhere, 'prepareAnswers').map(([body]) => body)).toEqual(['SL-SYT']);
  });

  it('D8.1d: are refused of a petition of another conference, or of another agency', () => {
    expect(codeOf(given, prepared('p9', 'SL-STC'))).toBe('conference.petition_of_another');
    expect(codeOf(given, prepared('p1', 'SL-SYT'))).toBe('conference.prepared_by_another');
  });
});

describe('a situation report', () => {
  it('D13.3: meets the milestone, and reaches host and office; another one may follow', () => {
    const first = appliedToConference(asked, aConferenceCommand('recordSituationReport'), at('2026-04-06'));
    const second = appliedToConference(first.state, aConferenceCommand('recordSituationReport'), at('2026-04-08'));

    expect(first).toMatchObject({ facts: { by: 'SL-MTTQ', isLate: false }, notices: [{ key: 'situationReported/1' }] });
    expect(conferenceDuties.dutyOf(first.state, 'reportSituation')).toBeNull();
    expect(second).toMatchObject({ facts: { isLate: true }, notices: [{ key: 'situationReported/2' }] });
  });
});

describe('a petition that comes in time, but after the briefing', () => {
  const briefed = applied(asked, aConferenceCommand('holdBriefing'), '2026-04-10');

  it('D8.1e: is added to the list and shown to the host', () => {
    const { state, facts, notices } = appliedToConference(briefed, attached('p1'), at('2026-04-11'));

    expect(facts).toMatchObject({ isNew: true, isAfterBriefing: true });
    expect(notices).toMatchObject([{ key: 'addedToBriefing/1', recipients: ['host', 'leadOffice'] }]);
    expect(state.petitions).toMatchObject([{ id: 'p1', isAfterBriefing: true }]);
  });

  it('D8.1f: is shown to nobody when it goes the way of the written answer, or under terms that are older', () => {
    const older: Conference = { ...briefed, terms: olderTerms };

    expect(appliedToConference(briefed, { ...attached('p1'), path: 'written' }, at('2026-04-12')).notices).toEqual([]);
    expect(appliedToConference(older, attached('p1'), at('2026-04-11'))).toMatchObject({ notices: [] });
  });
});

describe('a conference whose terms are older than these milestones', () => {
  it('D13.1: owes what it owed before, and takes the new commands all the same', () => {
    const start = aConference({ terms: olderTerms });
    const state = { ...withPetitions(applied(start, aConferenceCommand('approvePlan'), '2026-03-16'), 'p1') };
    const after = [
      aConferenceCommand('requestOpinions'),
      aConferenceCommand('recordOpinionsReceived', { receivedOn: localDate('2026-04-03') }),
      report('p1 SL-STC'),
      prepared('p1', 'SL-STC'),
      aConferenceCommand('sendInvitations'),
      aConferenceCommand('confirmAttendance'),
    ].reduce((current, command) => applied(current, command, '2026-04-03'), state);

    expect(start.duties).toHaveLength(8);
    expect(after.duties.map(({ kind }) => kind)).toEqual([
      ...['holdBriefing', 'recordOutcome', 'followUpPetitions', 'issueConclusionNotice', 'issueResultReport'],
    ]);
  });
});

const olderKinds = [
  ...(['approvePlan', 'requestOpinions', 'holdBriefing', 'sendInvitations', 'recordOutcome'] as const),
  ...(['followUpPetitions', 'issueConclusionNotice', 'issueResultReport'] as const),
];
const olderTerms = {
  ...defaultConferenceTerms,
  duties: Object.fromEntries(olderKinds.map((kind) => [kind, defaultConferenceTerms.duties[kind]])),
} as Conference['terms'];

function applied(state: Conference, command: ConferenceCommand, day: string): Conference {
  return appliedToConference(state, command, at(day)).state;
}

function attached(petitionId: string) {
  return aConferenceCommand('petitionAttached', { petitionId });
}

function withPetitions(state: Conference, ...ids: readonly string[]): Conference {
  return ids.reduce((current, id) => applied(current, attached(id), '2026-03-25'), state);
}

/** `p1 SL-STC`: that petition to that agency; to nobody with a dash. */
function report(...given: readonly string[]) {
  const allocations = given.map((line): Allocation => {
    const [petitionId = '', agency = ''] = line.split(' ');
    return { petitionId, agency: agency === '-' ? null : aBody(agency) };
  });
  return aConferenceCommand('issueAggregateReport', { document: aDocument('77/BC', '2026-04-02'), allocations });
}

function prepared(petitionId: string, agency: string) {
  return aConferenceCommand('recordPreparedAnswer', { petitionId, agency: aBody(agency) });
}

function dutiesOf(state: Conference, kind: string) {
  return state.duties
    .filter((duty) => duty.kind === kind)
    .map(({ body, dueOn, isBelated }) => [body, dueOn, isBelated]);
}

function codeOf(state: Conference, command: ConferenceCommand): string | null {
  const decision = decidedOfConference(state, command, at('2026-04-07'));
  return 'refused' in decision ? decision.refused.code : null;
}

import { describe, expect, it } from '@jest/globals';

import {
  aCalendar,
  aCalendarSlice,
  aConference,
  aConferenceCommand,
  aConferencePlan,
  appliedToConference,
  at,
  conferenceAt,
  valueOf,
} from '@dialogue/testing/builders';

import { localDate } from '../time/local-date.js';
import { drafted } from './conference-facts.js';
import { conferenceDuties } from './conference-milestones.js';
import { conferenceMachine } from './conference.machine.js';
import { defaultConferenceTerms } from './conference-terms.js';
import {
  conferenceDutyKinds,
  type Conference,
  type ConferenceDutyKind,
  type ConferenceHost,
  type ConferenceKind,
} from './conference.js';

/** A conference of some day, planned on another. */
function plannedFor(on: string, plannedOn = '2025-10-01'): Conference {
  const start = drafted(aConferencePlan({ on: localDate(on) }), {
    terms: defaultConferenceTerms,
    calendar: aCalendar(),
  });
  return appliedToConference(start, aConferenceCommand('plan'), at(plannedOn)).state;
}

function dueOnOf(state: Conference, kind: ConferenceDutyKind): string | undefined {
  return conferenceDuties.dutyOf(state, kind)?.dueOn;
}

describe('the milestones of a conference', () => {
  it('begin with the plan, each under its rule and counted from the day of the conference', () => {
    expect(
      aConference().duties.map(({ kind, number, rule, anchorOn, dueOn }) => [kind, number, rule, anchorOn, dueOn]),
    ).toEqual([
      ['approvePlan', 1, 'D8.1a', '2026-04-16', '2026-03-19'],
      ['requestOpinions', 2, 'D8.1b', '2026-04-16', '2026-03-26'],
      ['reportSituation', 3, 'D13.3', '2026-04-16', '2026-04-06'],
      ['issueAggregateReport', 4, 'D8.1c', '2026-04-16', '2026-04-06'],
      ['holdBriefing', 5, 'D8.1e', '2026-04-16', '2026-04-10'],
      ['sendInvitations', 6, 'D8.1g', '2026-04-16', '2026-04-09'],
      ['nameHelpers', 7, 'D8.1h', '2026-04-16', '2026-04-09'],
      ['recordOutcome', 8, 'D9', '2026-04-16', '2026-04-17'],
      ['followUpPetitions', 9, 'D11.1b', '2026-04-16', '2026-04-23'],
      ['issueConclusionNotice', 10, 'D8.1i', '2026-04-16', '2026-04-23'],
      ['issueResultReport', 11, 'D11.2b', '2026-04-16', '2026-04-23'],
      ['recordInternalReview', 12, 'D11.1a', '2026-04-16', '2026-04-23'],
    ]);
  });

  it.each<[ConferenceDutyKind, string, string, string]>([
    ['approvePlan', '2026-03-06', '2026-01-30', 'D8.1a: 20 working days before, over Tet'],
    ['requestOpinions', '2026-03-06', '2026-02-06', 'D8.1b: 15 working days before, over Tet'],
    ['reportSituation', '2026-02-26', '2026-02-09', 'D13.3: eight working days before, over Tet'],
    ['issueAggregateReport', '2026-02-26', '2026-02-09', 'D8.1c: eight working days before, over Tet'],
    ['nameHelpers', '2026-08-28', '2026-08-22', 'D8.1h: the worked Saturday itself is the fifth'],
    ['sendInvitations', '2026-02-26', '2026-02-12', 'D8.1g: the Thursday before Tet, not one of its days off'],
    ['sendInvitations', '2026-01-13', '2026-01-07', 'D8.1g: the worked Saturday 10 January counts'],
    ['sendInvitations', '2026-08-28', '2026-08-22', 'D8.1g: the worked Saturday itself is the fifth'],
    ['sendInvitations', '2026-09-07', '2026-08-26', 'D8.1g: over National Day and the Monday exchanged for it'],
    ['sendInvitations', '2026-05-07', '2026-04-28', 'D8.1g: over 30 April and 1 May'],
    ['sendInvitations', '2026-11-25', '2026-11-17', 'D8.1g: Culture Day, a Tuesday, does not count'],
    ['holdBriefing', '2026-03-17', '2026-03-12', 'D8.1e: the fifth day before is a Thursday'],
    ['holdBriefing', '2026-04-16', '2026-04-10', 'D8.1e: it is a Saturday, so the Friday before it'],
    ['holdBriefing', '2026-09-04', '2026-08-28', 'D8.1e: it is a Sunday, so the Friday before it'],
    ['holdBriefing', '2026-02-23', '2026-02-13', 'D8.1e: it is in Tet, so the Friday before the holiday'],
    ['holdBriefing', '2026-01-15', '2026-01-10', 'D8.1e: it is a Saturday that is worked'],
    ['recordOutcome', '2026-01-09', '2026-01-10', 'D9: the day after is a worked Saturday'],
    ['recordOutcome', '2026-02-13', '2026-02-23', 'D9: the first working day after Tet'],
    ['followUpPetitions', '2026-02-12', '2026-02-26', 'D11.1b: the fifth working day after, over Tet'],
    ['followUpPetitions', '2026-01-09', '2026-01-15', 'D11.1b: the worked Saturday 10 January counts'],
    ['followUpPetitions', '2026-04-22', '2026-05-04', 'D11.1b: over three holidays'],
    ['issueConclusionNotice', '2026-08-21', '2026-08-27', 'D8.1i: the worked Saturday 22 August counts'],
    ['issueResultReport', '2026-11-23', '2026-12-01', 'D11.2b: Culture Day does not count'],
    ['recordInternalReview', '2026-11-23', '2026-12-01', 'D11.1a: Culture Day does not count'],
  ])('%s of a conference on %s is due on %s (%s)', (kind, on, dueOn) => {
    expect(dueOnOf(plannedFor(on), kind)).toBe(dueOn);
  });

  it('D8.1: one whose day is the day of the plan is in time', () => {
    const state = plannedFor('2026-04-16', '2026-04-09');

    expect(conferenceDuties.dutyOf(state, 'sendInvitations')).toMatchObject({ dueOn: '2026-04-09', isBelated: false });
  });

  it('D8.1: one whose day has passed is due at once and marked so, and the others keep their days', () => {
    const start = drafted(aConferencePlan(), { terms: defaultConferenceTerms, calendar: aCalendar() });
    const { facts, state } = appliedToConference(start, aConferenceCommand('plan'), at('2026-04-10'));

    expect(facts['belated']).toBe(
      'approvePlan requestOpinions reportSituation issueAggregateReport sendInvitations nameHelpers',
    );
    expect(state.duties.map(({ kind, dueOn, isBelated }) => [kind, dueOn, isBelated])).toEqual([
      ['approvePlan', '2026-04-10', true],
      ['requestOpinions', '2026-04-10', true],
      ['reportSituation', '2026-04-10', true],
      ['issueAggregateReport', '2026-04-10', true],
      ['holdBriefing', '2026-04-10', false],
      ['sendInvitations', '2026-04-10', true],
      ['nameHelpers', '2026-04-10', true],
      ['recordOutcome', '2026-04-17', false],
      ['followUpPetitions', '2026-04-23', false],
      ['issueConclusionNotice', '2026-04-23', false],
      ['issueResultReport', '2026-04-23', false],
      ['recordInternalReview', '2026-04-23', false],
    ]);
  });

  it('D13.1: an office that asks for its plan earlier counts with its own days', () => {
    const { duties } = defaultConferenceTerms;
    const approvePlan = { ...duties.approvePlan, count: { workingDays: -25 } };
    const state = aConference({ terms: { ...defaultConferenceTerms, duties: { ...duties, approvePlan } } });

    expect(dueOnOf(state, 'approvePlan')).toBe('2026-03-12');
  });

  it('are counted on no day before the plan, so that the calendar need not reach back further', () => {
    const calendar = aCalendarSlice('2026-04-10', '2026-12-31');
    const start = drafted(aConferencePlan(), { terms: defaultConferenceTerms, calendar });

    expect(conferenceMachine.apply(start, aConferenceCommand('plan'), at('2026-04-10'))).toHaveProperty('value');
  });

  it('ask for more calendar when the conference lies beyond it', () => {
    const calendar = aCalendarSlice('2026-01-01', '2026-03-31');
    const start = drafted(aConferencePlan(), { terms: defaultConferenceTerms, calendar });

    expect(conferenceMachine.apply(start, aConferenceCommand('plan'), at('2026-03-02'))).toEqual({
      needsCalendarUntil: '2026-04-15',
    });
  });

  it('D13.1: are provisional where the calendar of a year may still change', () => {
    const state = plannedFor('2026-12-28');

    expect(state.duties.filter(({ isProvisional }) => isProvisional).map(({ kind, dueOn }) => [kind, dueOn])).toEqual([
      ['followUpPetitions', '2027-01-05'],
      ['issueConclusionNotice', '2027-01-05'],
      ['issueResultReport', '2027-01-05'],
      ['recordInternalReview', '2027-01-05'],
    ]);
  });
});

describe('a milestone that is missed', () => {
  const late = at('2026-06-30');

  it.each<[ConferenceKind, ConferenceHost, string]>([
    ['periodic', 'levelHead', 'sendInvitations holdBriefing followUpPetitions'],
    ['periodic', 'departmentHead', 'followUpPetitions'],
    ['periodic', 'communeSecretary', 'sendInvitations holdBriefing followUpPetitions'],
    ['adHoc', 'levelHead', 'followUpPetitions'],
    ['adHoc', 'departmentHead', 'followUpPetitions'],
  ])('D8.1: of a conference %s of a %s is a finding for %s', (kind, host, findings) => {
    const state = aConference({ kind, host, field: kind === 'adHoc' ? 'economy' : null });
    const missed = valueOf(conferenceMachine.elapse(state, late));

    expect(missed.map(({ facts }) => facts['duty'])).toEqual([
      'approvePlan',
      'requestOpinions',
      'reportSituation',
      'issueAggregateReport',
      'sendInvitations',
      'nameHelpers',
      'holdBriefing',
      'recordOutcome',
      'followUpPetitions',
      'issueConclusionNotice',
      'issueResultReport',
      'recordInternalReview',
    ]);
    expect(
      missed
        .filter(({ facts }) => facts['isFinding'] === true)
        .map(({ facts }) => facts['duty'])
        .join(' '),
    ).toBe(findings);
    expect(missed.at(-1)?.state.hasFinding).toBe(true);
  });

  it('D8.1e: is a finding from 00:00 of the day after, never on the due day itself', () => {
    expect(conferenceAt(aConference({ stage: 'preparing' }), at('2026-04-09', '23:59')).hasFinding).toBe(false);
    const [missed] = valueOf(conferenceMachine.elapse(invitedInTime(), at('2026-04-11', '00:00')));

    expect(missed).toMatchObject({
      event: 'deadlineMissed',
      rule: 'D8.1e',
      at: at('2026-04-11', '00:00'),
      facts: { duty: 'holdBriefing', dueOn: '2026-04-10', isFinding: true, isBelated: false },
      state: { hasFinding: true },
      notices: [],
    });
  });

  it('D8.1a: of a plan is recorded, and no finding', () => {
    expect(conferenceAt(aConference(), at('2026-03-20', '00:00'))).toMatchObject({
      hasFinding: false,
      duties: [
        { kind: 'approvePlan', missedAt: at('2026-03-20', '00:00') },
        ...Array.from({ length: 11 }, () => ({ missedAt: null })),
      ],
    });
  });

  it('D11.1b: of the follow-up counts from the day of the conference although nothing was recorded of it', () => {
    const state = conferenceAt(aConference({ stage: 'preparing', host: 'departmentHead' }), at('2026-04-23', '23:59'));
    expect(state.hasFinding).toBe(false);

    expect(conferenceAt(state, at('2026-04-24', '00:00')).hasFinding).toBe(true);
  });

  function invitedInTime(): Conference {
    const done = (['reportSituation', 'issueAggregateReport', 'nameHelpers'] as const).map((kind) => kind);
    const prepared = conferenceDuties.discharged(aConference({ stage: 'preparing' }), ...done, 'requestOpinions');
    return appliedToConference(prepared, aConferenceCommand('sendInvitations'), at('2026-04-08')).state;
  }
});

describe('who is urged', () => {
  it.each<[ConferenceDutyKind, string, string, readonly string[]]>([
    ['approvePlan', '2026-03-16', 'dutyReminder', ['leadOffice', 'host']],
    ['approvePlan', '2026-03-20', 'dutyOverdue', ['leadOffice']],
    ['requestOpinions', '2026-03-24', 'dutyReminder', ['leadOffice']],
    ['requestOpinions', '2026-03-27', 'dutyOverdue', ['leadOffice']],
    ['reportSituation', '2026-04-02', 'dutyReminder', ['front', 'leadOffice']],
    ['reportSituation', '2026-04-07', 'dutyOverdue', ['leadOffice']],
    ['issueAggregateReport', '2026-04-02', 'dutyReminder', ['leadOffice']],
    ['issueAggregateReport', '2026-04-07', 'dutyOverdue', ['host']],
    ['nameHelpers', '2026-04-08', 'dutyReminder', ['leadOffice']],
    ['nameHelpers', '2026-04-10', 'dutyOverdue', ['leadOffice']],
    ['holdBriefing', '2026-04-07', 'dutyReminder', ['leadOffice', 'host']],
    ['holdBriefing', '2026-04-13', 'dutyOverdue', ['host']],
    ['sendInvitations', '2026-04-06', 'dutyReminder', ['leadOffice']],
    ['sendInvitations', '2026-04-08', 'dutyReminder', ['leadOffice']],
    ['sendInvitations', '2026-04-10', 'dutyOverdue', ['host', 'monitor']],
    ['sendInvitations', '2026-04-17', 'dutyOverdue', ['leadOffice', 'host']],
    ['recordOutcome', '2026-04-17', 'dutyReminder', ['leadOffice']],
    ['recordOutcome', '2026-04-20', 'dutyOverdue', ['leadOffice']],
    ['followUpPetitions', '2026-04-21', 'dutyReminder', ['leadOffice']],
    ['followUpPetitions', '2026-04-22', 'dutyReminder', ['leadOffice']],
    ['followUpPetitions', '2026-04-24', 'dutyOverdue', ['host', 'monitor']],
    ['issueConclusionNotice', '2026-04-22', 'dutyReminder', ['leadOffice']],
    ['issueConclusionNotice', '2026-04-24', 'dutyOverdue', ['host']],
    ['issueResultReport', '2026-04-22', 'dutyReminder', ['leadOffice']],
    ['issueResultReport', '2026-04-24', 'dutyOverdue', ['host']],
    ['recordInternalReview', '2026-04-22', 'dutyReminder', ['leadOffice']],
    ['recordInternalReview', '2026-04-24', 'dutyOverdue', ['host']],
  ])('D11.3: for %s on %s by %s: %s', (kind, day, letter, recipients) => {
    const urged = urgedAt(kind, at(day, '08:00'));

    expect(urged.notices.at(-1)).toMatchObject({ letter: { kind: letter, duty: kind, agency: null }, recipients });
    expect(urgedAt(kind, at(day, '07:59')).notices).not.toContainEqual(urged.notices.at(-1));
  });

  it('D11.3: never ends while something is owed', () => {
    // D8.1f: opinions are asked for until the cut-off only; D8.1a, D8.3b: what has no day asks at intervals of its own.
    const others = ['supplyOpinions', 'setNewDate', 'awaitDirection'];
    const endless = conferenceDutyKinds.filter((kind) => !others.includes(kind));
    const rungs = endless.map((kind) => defaultConferenceTerms.duties[kind].ladder.thenEvery);

    expect(rungs).toEqual(rungs.map(() => ({ workingDays: 5, recipients: ['leadOffice', 'host'] })));
  });

  it('D8.1g: a conference that was planned too late is urged for on the same day', () => {
    const state = plannedFor('2026-04-16', '2026-04-13');
    const urged = valueOf(conferenceMachine.urge(state, at('2026-04-13', '09:00')));

    expect(urged.flatMap(({ notices }) => notices).map(({ key }) => key)).toEqual([
      'approvePlan/1/2026-04-13/-3',
      'requestOpinions/2/2026-04-13/-2',
      'reportSituation/3/2026-04-13/-2',
      'issueAggregateReport/4/2026-04-13/-2',
      'holdBriefing/5/2026-04-13/-1',
      'sendInvitations/6/2026-04-13/-1',
      'nameHelpers/7/2026-04-13/-1',
    ]);
  });

  /** What is urged for one milestone up to an instant, from the first plan on. */
  function urgedAt(kind: ConferenceDutyKind, now: number): { notices: readonly unknown[] } {
    const state = aConference();
    const alone: Conference = { ...state, duties: state.duties.filter((duty) => duty.kind === kind) };
    const urged = valueOf(conferenceMachine.urge(conferenceAt(alone, now), now));
    return { notices: urged.flatMap(({ notices }) => notices) };
  }
});

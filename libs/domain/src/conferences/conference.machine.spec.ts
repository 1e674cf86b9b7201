import { describe, expect, it } from '@jest/globals';

import {
  aCalendarSlice,
  aBody,
  aConference,
  aConferenceCommand,
  aDocument,
  appliedToConference,
  at,
  conferenceAt,
  decidedOfConference,
} from '@dialogue/testing/builders';

import { localDate } from '../time/local-date.js';
import { conferenceAllowedFrom, type ConferenceCommandKind } from './conference-commands.js';
import { conferenceCommandRules } from './conference-asked.js';
import { conferenceFlagsOf } from './conference-facts.js';
import { conferenceDuties } from './conference-milestones.js';
import { conferenceMachine } from './conference.machine.js';
import { conferenceMilestones } from './conference-terms.js';
import {
  conferenceDutyKinds,
  conferenceStages,
  type Conference,
  type ConferenceDutyKind,
  type ConferenceStage,
} from './conference.js';

/** What may be asked in each stage, said a second time and the other way round than in the code. */
const news = 'petitionAttached petitionDetached petitionFollowedUp noteDelivery';
const preparing =
  'announce requestOpinions recordOpinionsReceived issueAggregateReport recordPreparedAnswer recordSituationReport ' +
  'nameHelpers holdBriefing sendInvitations confirmAttendance declineAttendance';
const afterwards =
  'issueConclusionNotice issueResultReport recordInternalReview recordSupervision recordPolicyProposal close';
const minutes = 'saveMinutes signMinutes';
const toAnotherDay = 'postpone reschedule cancel';
const around = `changeHost calendarChanged organisationChanged adoptTerms ${news}`;
const mayCome: Readonly<Record<ConferenceStage, string>> = {
  drafted: 'plan demandAdHoc',
  planning: `answerDemand submitPlan returnPlan approvePlan ${toAnotherDay} ${around}`,
  preparing: `${preparing} ${toAnotherDay} registerSpeaker recordHeld recordFailed ${around}`,
  postponed: `reschedule cancel ${around}`,
  held: `registerSpeaker ${minutes} recordFailed conclude ${around}`,
  followUp: `${minutes} ${afterwards} ${around}`,
  awaitingDirection: `recordDirection ${around}`,
  closed: `recordSupervision ${news}`,
  cancelled: news,
};

const kinds = Object.keys(conferenceAllowedFrom) as ConferenceCommandKind[];
const cells = conferenceStages.flatMap((stage) =>
  kinds.map((kind) => [stage, kind, mayCome[stage].split(' ').includes(kind)] as const),
);

/** What a command needs besides its stage. */
const demanded: Partial<Conference> = {
  ...{ kind: 'adHoc', field: 'economy' },
  demand: { by: aBody('SL-UBND').code, document: aDocument('315/UBND-TH', '2026-03-02') },
};
const bodies = ['SL-STC', 'SL-SYT'].map((code) => aBody(code).code);
const given: Readonly<Partial<Record<ConferenceCommandKind, Partial<Conference>>>> = {
  close: { duties: [] },
  signMinutes: { minutes: { versions: 1, signed: null } },
  answerDemand: demanded,
  returnPlan: { plan: { versions: 1, submittedOn: localDate('2026-03-03') } },
  recordOpinionsReceived: { asked: bodies },
  confirmAttendance: { guests: bodies },
  declineAttendance: { guests: bodies },
  recordPreparedAnswer: {
    petitions: [
      {
        ...{ id: aConferenceCommand('recordPreparedAnswer').petitionId, number: 'KN-2026-000001', path: 'briefing' },
        ...{ isRaised: false, conclusion: null, followedUpOn: null },
      },
    ],
  },
};

describe('every command from every stage', () => {
  it.each(cells.filter(([, , may]) => may))('%s: %s is accepted', (stage, kind) => {
    const { state, now } = cell(stage, kind);
    const before = JSON.stringify(state);

    expect(decidedOfConference(state, aConferenceCommand(kind), now)).toHaveProperty('accepted');
    expect(JSON.stringify(state)).toBe(before);
  });

  it.each(cells.filter(([, , may]) => !may))('%s: %s is refused and changes nothing', (stage, kind) => {
    const { state, now } = cell(stage, kind);
    const before = JSON.stringify(state);

    expect(decidedOfConference(state, aConferenceCommand(kind), now)).toEqual({
      refused: { code: 'conference.transition_refused', rule: conferenceCommandRules[kind] },
    });
    expect(JSON.stringify(state)).toBe(before);
  });

  /** A conference of a stage with all that the command asks for besides: no open duty to close, an early day to plan. */
  function cell(stage: ConferenceStage, kind: ConferenceCommandKind): { state: Conference; now: number } {
    const state = aConference({ stage });
    if (kind === 'plan') return { state, now: at('2026-03-02') };
    if (kind === 'demandAdHoc') return { state: { ...state, ...demanded }, now: at('2026-03-02') };
    const asked = given[kind] ?? {};
    return { state: { ...state, ...asked }, now: kind === 'answerDemand' ? at('2026-03-03') : at('2026-04-22') };
  }
});

describe('the stages that a conference goes through', () => {
  it.each<[ConferenceStage, string]>([
    ['drafted', ''],
    [
      'planning',
      'approvePlan requestOpinions reportSituation issueAggregateReport holdBriefing sendInvitations nameHelpers recordOutcome followUpPetitions issueConclusionNotice issueResultReport recordInternalReview',
    ],
    [
      'preparing',
      'requestOpinions reportSituation issueAggregateReport holdBriefing sendInvitations nameHelpers recordOutcome followUpPetitions issueConclusionNotice issueResultReport recordInternalReview',
    ],
    ['held', 'followUpPetitions issueConclusionNotice issueResultReport recordInternalReview'],
    ['postponed', 'setNewDate'],
    ['followUp', 'issueConclusionNotice issueResultReport recordInternalReview'],
    ['awaitingDirection', 'awaitDirection'],
    ['closed', ''],
    ['cancelled', ''],
  ])('%s: owed are %s', (stage, owed) => {
    const state = aConference({ stage });

    expect(state.duties.map(({ kind }) => kind).join(' ')).toBe(owed);
    expect(conferenceFlagsOf(state)).toEqual([]);
    expect(JSON.parse(JSON.stringify(state))).toStrictEqual(state);
  });

  it.each(['closed', 'cancelled'] as const)('%s: nobody is urged, and the case is closed', (stage) => {
    const state = aConference({ stage });

    expect(conferenceMachine.isClosed(state)).toBe(true);
    expect(conferenceMachine.nextDueAt(state)).toEqual({ value: null });
    expect(conferenceMachine.elapse(state, at('2027-06-01'))).toEqual({ value: [] });
    expect(conferenceMachine.urge(state, at('2027-06-01'))).toEqual({ value: [] });
  });

  it.each(conferenceStages.filter((stage) => stage !== 'closed' && stage !== 'cancelled'))('%s: is open', (stage) => {
    expect(conferenceMachine.isClosed(aConference({ stage }))).toBe(false);
  });

  it.each<[ConferenceDutyKind, ConferenceStage]>([
    ['approvePlan', 'planning'],
    ['requestOpinions', 'preparing'],
    ['reportSituation', 'preparing'],
    ['issueAggregateReport', 'preparing'],
    ['nameHelpers', 'preparing'],
    ['holdBriefing', 'preparing'],
    ['sendInvitations', 'preparing'],
    ['recordOutcome', 'preparing'],
    ['issueConclusionNotice', 'followUp'],
    ['issueResultReport', 'followUp'],
    ['recordInternalReview', 'followUp'],
    ['setNewDate', 'postponed'],
    ['awaitDirection', 'awaitingDirection'],
  ])('D8.1: %s ends in %s by the command that the table names', (kind, stage) => {
    const state = aConference({ stage });
    const { metBy } = conferenceMilestones[kind];

    expect(conferenceDuties.dutyOf(state, kind)).not.toBeNull();
    const after = appliedToConference(state, aConferenceCommand(metBy), at('2026-04-22')).state;
    expect(conferenceDuties.dutyOf(after, kind)).toBeNull();
    expect(conferenceDutyKinds).toContain(kind);
  });
});

describe('what a conference waits for', () => {
  it('D8.1a: first the reminder of its plan, at 08:00 of the third working day before', () => {
    expect(conferenceMachine.nextDueAt(aConference())).toEqual({ value: at('2026-03-16', '08:00') });
    expect(conferenceDuties.nextDuty(aConference())).toMatchObject({ kind: 'approvePlan', dueOn: '2026-03-19' });
  });

  it('asks for more calendar when a rung lies beyond it', () => {
    const state = conferenceAt(aConference(), at('2026-04-24', '00:00'));
    const calendar = aCalendarSlice('2026-01-01', '2026-03-24');

    expect(conferenceMachine.nextDueAt({ ...state, calendar })).toEqual({ needsCalendarUntil: '2026-03-25' });
  });
});

describe('noteDelivery', () => {
  it('D11.3: shows a letter in trouble and tells the lead office, until the trouble is over', () => {
    const troubled = appliedToConference(aConference(), aConferenceCommand('noteDelivery'), at('2026-03-09'));
    const settled = appliedToConference(
      troubled.state,
      aConferenceCommand('noteDelivery', { outcome: 'settled' }),
      at('2026-03-10'),
    );

    expect(troubled.notices).toMatchObject([{ key: 'deliveryTrouble/01J0LETTER/1', recipients: ['leadOffice'] }]);
    expect(conferenceFlagsOf(troubled.state)).toEqual(['mailTrouble']);
    expect(conferenceFlagsOf(settled.state)).toEqual([]);
  });
});

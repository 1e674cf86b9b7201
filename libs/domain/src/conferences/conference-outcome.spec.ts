import { describe, expect, it } from '@jest/globals';

import {
  aConference,
  aConferenceCommand,
  aDocument,
  anOrganisation,
  appliedToConference,
  at,
  conferenceAt,
  decidedOfConference,
} from '@dialogue/testing/builders';

import { localDate } from '../time/local-date.js';
import { conferenceDuties } from './conference-milestones.js';
import type { Conclusion, PetitionConclusion } from './conclusion.js';
import { defaultConferenceTerms } from './conference-terms.js';
import type { Conference, ConferenceDutyKind, ConferenceHost } from './conference.js';

const onTheDay = at('2026-04-16', '17:00');

describe('recordHeld', () => {
  it('D9: meets the outcome, and leaves what D11.1b, D8.1i and D11.2b ask for, counted from the day that was set', () => {
    const heldOn = localDate('2026-04-17');
    const { state, event, rule, facts } = appliedToConference(
      aConference({ stage: 'preparing' }),
      aConferenceCommand('recordHeld', { heldOn }),
      at('2026-04-17'),
    );

    expect({ event, rule, facts }).toMatchObject({ event: 'held', rule: 'D9', facts: { heldOn, isLate: false } });
    expect(state).toMatchObject({ stage: 'held', heldOn, on: '2026-04-16' });
    expect(state.duties.map(({ kind, dueOn }) => [kind, dueOn])).toEqual([
      ['followUpPetitions', '2026-04-23'],
      ['issueConclusionNotice', '2026-04-23'],
      ['issueResultReport', '2026-04-23'],
      ['recordInternalReview', '2026-04-23'],
    ]);
  });

  it('D9: names what was never prepared; its misses stay in the history, and nobody owes it any more', () => {
    const missed = conferenceAt(aConference({ stage: 'preparing' }), onTheDay);
    const { facts, state } = appliedToConference(missed, aConferenceCommand('recordHeld'), onTheDay);

    expect(facts).toEqual({
      heldOn: '2026-04-16',
      isLate: false,
      unmet: 'requestOpinions reportSituation issueAggregateReport holdBriefing sendInvitations nameHelpers',
      dropped: '',
    });
    expect(state.hasFinding).toBe(true);
  });

  it('D9: names what was dropped before its day had passed', () => {
    const { duties } = defaultConferenceTerms;
    const requestOpinions = { ...duties.requestOpinions, count: { workingDays: 0 } };
    const terms = { ...defaultConferenceTerms, duties: { ...duties, requestOpinions } };
    const state = conferenceAt(aConference({ stage: 'preparing', terms }), onTheDay);

    expect(appliedToConference(state, aConferenceCommand('recordHeld'), onTheDay).facts).toMatchObject({
      unmet: 'requestOpinions reportSituation issueAggregateReport holdBriefing sendInvitations nameHelpers',
      dropped: 'requestOpinions',
    });
  });

  it.each([
    ['2026-04-16', '2026-04-15', 'conference.day_not_come'],
    ['2026-04-17', '2026-04-16', 'conference.date_in_future'],
    ['2026-04-15', '2026-04-16', 'conference.date_before_case'],
  ])('D9: held on %s is refused on %s: %s', (heldOn, day, code) => {
    const command = aConferenceCommand('recordHeld', { heldOn: localDate(heldOn) });

    expect(decidedOfConference(aConference({ stage: 'preparing' }), command, at(day))).toEqual({
      refused: { code, rule: 'D9' },
    });
  });

  it.each([
    ['2026-04-17', false],
    ['2026-04-20', true],
  ])('D9: recorded on %s is late: %s', (day, isLate) => {
    const state = aConference({ stage: 'preparing' });

    expect(appliedToConference(state, aConferenceCommand('recordHeld'), at(day)).facts).toMatchObject({ isLate });
  });
});

describe('conclude', () => {
  const conclusions: readonly Conclusion[] = [
    { kind: 'settle' },
    { kind: 'assign' },
    { kind: 'decline' },
    { kind: 'defer', reviewOn: localDate('2026-05-20') },
    { kind: 'refer', to: anOrganisation('TW-BYT'), toName: 'Bộ Y tế' },
  ];

  it('D9, D10.1b, D10.1c: gives each petition its conclusion and tells it', () => {
    const state = heldWith(5);
    const given = conclusions.map((conclusion, index) => ({ petitionId: `p${String(index)}`, conclusion }));
    const transition = appliedToConference(
      state,
      aConferenceCommand('conclude', { conclusions: given }),
      at('2026-04-17'),
    );

    expect(transition).toMatchObject({
      event: 'concluded',
      rule: 'D9',
      facts: { settle: 1, assign: 1, decline: 1, defer: 1, refer: 1 },
      state: { stage: 'followUp', names: { 'TW-BYT': 'Bộ Y tế' } },
      notices: [],
      tells: given.map(({ petitionId, conclusion }) => ({
        caseKind: 'petition',
        caseId: petitionId,
        command: { kind: 'conferenceConcluded', conferenceId: state.id, heldOn: '2026-04-16', conclusion },
      })),
    });
    expect(transition.state.petitions.map(({ conclusion }) => conclusion)).toEqual(conclusions.map(({ kind }) => kind));
    expect(conferenceDuties.dutyOf(transition.state, 'followUpPetitions')).not.toBeNull();
  });

  it('D11.1b: without petitions nothing is left to follow up', () => {
    const { state } = appliedToConference(heldWith(0), aConferenceCommand('conclude'), at('2026-04-17'));

    expect(state.duties.map(({ kind }) => kind)).toEqual([
      'issueConclusionNotice',
      'issueResultReport',
      'recordInternalReview',
    ]);
  });

  it.each<[string, string, readonly PetitionConclusion[]]>([
    ['one petition has none', 'conference.conclusions_incomplete', [settle('p0')]],
    [
      'it is of no petition of this conference',
      'conference.conclusion_of_another',
      [settle('p0'), settle('p1'), settle('p2')],
    ],
    ['one petition has two', 'conference.conclusion_of_another', [settle('p0'), settle('p1'), settle('p1')]],
    ['a petition is put off to the same day', 'conference.review_in_past', [settle('p0'), defer('p1', '2026-04-17')]],
  ])('D9: is refused when %s: %s', (_why, code, given) => {
    const command = aConferenceCommand('conclude', { conclusions: given });

    expect(decidedOfConference(heldWith(2), command, at('2026-04-17'))).toEqual({ refused: { code, rule: 'D9' } });
  });

  it('D10.1b: a petition may be put off to the day after', () => {
    const command = aConferenceCommand('conclude', { conclusions: [defer('p0', '2026-04-18')] });

    expect(decidedOfConference(heldWith(1), command, at('2026-04-17'))).toHaveProperty('accepted');
  });

  function settle(petitionId: string): PetitionConclusion {
    return { petitionId, conclusion: { kind: 'settle' } };
  }

  function defer(petitionId: string, reviewOn: string): PetitionConclusion {
    return { petitionId, conclusion: { kind: 'defer', reviewOn: localDate(reviewOn) } };
  }

  function heldWith(petitions: number): Conference {
    return Array.from({ length: petitions }, (_, index) => `p${String(index)}`).reduce(
      (state, petitionId) =>
        appliedToConference(state, aConferenceCommand('petitionAttached', { petitionId }), onTheDay).state,
      aConference({ stage: 'held' }),
    );
  }
});

describe.each([
  ['issueConclusionNotice', 'conclusionNoticeIssued', 'conclusionNotice', ['front', 'monitor'], 'levelHead', 'D8.1i'],
  [
    'issueConclusionNotice',
    'conclusionNoticeIssued',
    'conclusionNotice',
    ['front', 'monitor'],
    'departmentHead',
    'D8.1i',
  ],
  ['issueResultReport', 'resultReportIssued', 'resultReport', ['resultAddressee'], 'levelHead', 'D11.2b'],
  ['issueResultReport', 'resultReportIssued', 'resultReport', ['resultAddressee'], 'departmentHead', 'D8.2b'],
] as const)('%s', (kind, event, key, recipients, host: ConferenceHost, rule) => {
  const followUp = aConference({ stage: 'followUp', host });
  const document = aDocument('98/TB', '2026-04-20');

  it(`D8.1i, D8.2b, D11.1b, D11.2b: of a ${host} is sent once, under ${rule}`, () => {
    const { state, ...happened } = appliedToConference(
      followUp,
      aConferenceCommand(kind, { document }),
      at('2026-04-21'),
    );

    expect(happened).toMatchObject({
      event,
      rule,
      facts: { documentNumber: '98/TB', documentOn: '2026-04-20', isLate: false },
      notices: [{ key, letter: { kind: key, conferenceOn: '2026-04-16', document }, recipients }],
    });
    expect(state).toMatchObject({ [key]: document });
    expect(conferenceDuties.dutyOf(state, kind)).toBeNull();
    expect(decidedOfConference(state, aConferenceCommand(kind, { document }), at('2026-04-21'))).toMatchObject({
      refused: { code: 'conference.already_issued' },
    });
  });

  it.each([
    ['2026-04-15', 'conference.date_before_case'],
    ['2026-04-22', 'conference.date_in_future'],
  ])('D8.1i: with a document of %s is refused: %s', (signedOn, code) => {
    const command = aConferenceCommand(kind, { document: aDocument('98/TB', signedOn) });

    expect(decidedOfConference(followUp, command, at('2026-04-21'))).toMatchObject({ refused: { code } });
  });

  it('D8.1i: after the fifth working day is late, and no finding', () => {
    const late = appliedToConference(followUp, aConferenceCommand(kind, { document }), at('2026-04-24'));

    expect(late).toMatchObject({ facts: { isLate: true }, state: { hasFinding: false } });
  });
});

describe('close', () => {
  it.each<[ConferenceDutyKind]>([
    ['followUpPetitions'],
    ['issueConclusionNotice'],
    ['issueResultReport'],
    ['recordInternalReview'],
  ])('D11.3: is refused while %s is open', (kind) => {
    const held = aConference({ stage: 'held' });
    const duties = held.duties.filter((duty) => duty.kind === kind);

    expect(
      decidedOfConference({ ...held, stage: 'followUp', duties }, aConferenceCommand('close'), at('2026-04-22')),
    ).toEqual({ refused: { code: 'conference.duties_open', rule: 'D11.3' } });
  });

  it('D11.3: ends the case and says whether there was a finding', () => {
    const state = { ...aConference({ stage: 'followUp' }), duties: [], hasFinding: true };

    expect(appliedToConference(state, aConferenceCommand('close'), at('2026-04-22'))).toMatchObject({
      event: 'closed',
      facts: { petitions: 0, hasFinding: true },
      state: { stage: 'closed', endedAt: at('2026-04-22') },
    });
  });
});

import { describe, expect, it } from '@jest/globals';

import {
  aBody,
  aConference,
  aConferenceCommand,
  aConferencePlan,
  aCalendar,
  aDocument,
  anOrganisation,
  appliedToConference,
  at,
  conferenceAt,
  decidedOfConference,
} from '@dialogue/testing/builders';

import { localDate } from '../time/local-date.js';
import { cutOffOn, drafted } from './conference-facts.js';
import { conferenceDuties } from './conference-milestones.js';
import { defaultConferenceTerms } from './conference-terms.js';
import type { Conference, ConferenceKind } from './conference.js';
import type { FieldCode } from '../fields/field.js';

const stc = aBody('SL-STC', 'Sở Tài chính');
const syt = aBody('SL-SYT', 'Sở Y tế');
const preparing = aConference({ stage: 'preparing' });

describe('plan', () => {
  it('D4.3: begins the conference of the organisation whose head hosts', () => {
    expect(appliedToConference(draft(), aConferenceCommand('plan'), at('2026-03-02'))).toMatchObject({
      event: 'planned',
      rule: 'D8.1a',
      facts: {
        conferenceOn: '2026-04-16',
        startsAt: '08:00',
        kind: 'periodic',
        host: 'levelHead',
        field: null,
        organisation: 'SL-UBND',
        leadOffice: 'SL-VPUBND',
        belated: '',
      },
      state: { stage: 'planning', plannedOn: '2026-03-02', dutiesSoFar: 12 },
      notices: [],
    });
  });

  it.each([
    ['2026-04-15', '23:59', true],
    ['2026-04-16', '00:00', false],
    ['2026-04-17', '09:00', false],
  ])('D8.1a: of a conference on 16 April is accepted on %s %s: %s', (day, time, isAccepted) => {
    const decision = decidedOfConference(draft(), aConferenceCommand('plan'), at(day, time));

    expect(decision).toMatchObject(
      isAccepted ? { accepted: { event: 'planned' } } : { refused: { code: 'conference.date_in_past', rule: 'D8.1a' } },
    );
  });

  it.each<[ConferenceKind, FieldCode | null, boolean]>([
    ['adHoc', 'economy', true],
    ['adHoc', null, false],
    ['periodic', null, true],
    ['periodic', 'economy', false],
  ])('D6.2b: of a conference %s on the field %s is accepted: %s', (kind, field, isAccepted) => {
    const decision = decidedOfConference(draft({ kind, field }), aConferenceCommand('plan'), at('2026-03-02'));

    expect(decision).toMatchObject(
      isAccepted
        ? { accepted: { facts: { kind, field } } }
        : { refused: { code: 'conference.transition_refused', rule: 'D6.2b' } },
    );
  });

  function draft(overrides: Partial<Conference> = {}): Conference {
    return drafted(aConferencePlan(overrides), { terms: defaultConferenceTerms, calendar: aCalendar() });
  }
});

describe('approvePlan', () => {
  it('D8.1a: opens the preparation and tells host and lead office by which document', () => {
    const document = aDocument('45/KH-UBND', '2026-03-13');
    const { state, ...happened } = appliedToConference(
      aConference(),
      aConferenceCommand('approvePlan', { document }),
      at('2026-03-16'),
    );

    expect(happened).toMatchObject({
      event: 'planApproved',
      rule: 'D8.1a',
      facts: { documentNumber: '45/KH-UBND', documentOn: '2026-03-13', isLate: false },
      notices: [
        {
          key: 'planApproved',
          letter: { kind: 'planApproved', conferenceOn: '2026-04-16', document },
          recipients: ['leadOffice', 'host'],
        },
      ],
    });
    expect(state.stage).toBe('preparing');
    expect(conferenceDuties.dutyOf(state, 'approvePlan')).toBeNull();
  });

  it.each([
    ['2026-02-20', false, 'before the case, on paper'],
    ['2026-03-19', false, 'on the last day'],
    ['2026-03-20', true, 'a day after it'],
  ])('D8.1a: with a document of %s is late: %s (%s)', (signedOn, isLate) => {
    const document = aDocument('45/KH-UBND', signedOn);

    expect(
      appliedToConference(aConference(), aConferenceCommand('approvePlan', { document }), at('2026-03-24')),
    ).toMatchObject({ facts: { isLate }, state: { hasFinding: false } });
  });

  it('D8.1a: is refused with a document of a day to come', () => {
    const document = aDocument('45/KH-UBND', '2026-03-17');

    expect(
      decidedOfConference(aConference(), aConferenceCommand('approvePlan', { document }), at('2026-03-16')),
    ).toEqual({
      refused: { code: 'conference.date_in_future', rule: 'D8.1a' },
    });
  });
});

describe('requestOpinions', () => {
  it('D8.1b: asks each body once, with the day until which opinions come to the briefing', () => {
    const command = aConferenceCommand('requestOpinions', { bodies: [stc, syt, stc] });
    const { state, notices, facts, rule } = appliedToConference(preparing, command, at('2026-03-20'));

    expect({ rule, facts }).toEqual({
      rule: 'D8.1b',
      facts: { bodies: 'SL-STC SL-SYT', cutOffOn: '2026-04-11', isLate: false },
    });
    expect(notices).toEqual(
      ['SL-STC', 'SL-SYT'].map((agency) => ({
        key: `opinionsRequested/${agency}`,
        letter: { kind: 'opinionsRequested', agency, conferenceOn: '2026-04-16', cutOffOn: '2026-04-11' },
        recipients: ['handler', 'agencyHead'],
      })),
    );
    expect(state).toMatchObject({ asked: ['SL-STC', 'SL-SYT'], names: { 'SL-SYT': 'Sở Y tế' } });
    expect(conferenceDuties.dutyOf(state, 'requestOpinions')).toBeNull();
  });

  it('D8.1b: asks only the bodies that were not asked before, and keeps the names they came with', () => {
    const first = appliedToConference(
      preparing,
      aConferenceCommand('requestOpinions', { bodies: [stc] }),
      at('2026-03-20'),
    );
    const bodies = [aBody('SL-STC', 'Tên mới'), syt];
    const second = appliedToConference(
      first.state,
      aConferenceCommand('requestOpinions', { bodies }),
      at('2026-03-30'),
    );

    expect(second.notices.map(({ key }) => key)).toEqual(['opinionsRequested/SL-SYT']);
    expect(second).toMatchObject({
      facts: { bodies: 'SL-SYT', isLate: true },
      state: { names: { 'SL-STC': 'Sở Tài chính', 'SL-SYT': 'Sở Y tế' }, hasFinding: false },
    });
    expect(
      decidedOfConference(second.state, aConferenceCommand('requestOpinions', { bodies }), at('2026-03-31')),
    ).toEqual({
      refused: { code: 'conference.nobody_new', rule: 'D8.1b' },
    });
  });

  it('D8.1e: opinions come to the briefing up to the end of the fifth day before the conference, a day of rest or not', () => {
    expect(cutOffOn(preparing)).toBe('2026-04-11');
  });
});

it.each(['requestOpinions', 'sendInvitations'] as const)(
  'D8.1b, D8.1g: %s leaves a body of the case the name that it came with',
  (kind) => {
    const bodies = [aBody('SL-VPUBND', 'Tên mới')];
    const { names } = appliedToConference(
      preparing,
      aConferenceCommand(kind, kind === 'requestOpinions' ? { bodies } : { guests: bodies }),
      at('2026-03-20'),
    ).state;

    expect(names['SL-VPUBND']).toBe('Văn phòng Ủy ban nhân dân tỉnh');
  },
);

describe('holdBriefing', () => {
  it.each([
    ['2026-03-02', '2026-04-10', false, false, 'the day of the plan'],
    ['2026-04-10', '2026-04-10', false, false, 'the last day'],
    ['2026-04-10', '2026-04-13', false, false, 'the last day, recorded after it'],
    ['2026-04-11', '2026-04-11', true, true, 'the Saturday after it'],
    ['2026-04-13', '2026-04-13', true, true, 'the Monday after it'],
  ])('D8.1e: held on %s and recorded on %s is late: %s, a finding: %s (%s)', (heldOn, day, isLate, isFinding) => {
    const command = aConferenceCommand('holdBriefing', { heldOn: localDate(heldOn) });
    const transition = appliedToConference(preparing, command, at(day));

    expect(transition).toMatchObject({
      event: 'briefingHeld',
      rule: 'D8.1e',
      facts: { heldOn, petitions: 0, isLate, isFinding },
      state: { hasFinding: isFinding },
      notices: [],
    });
    expect(conferenceDuties.dutyOf(transition.state, 'holdBriefing')).toBeNull();
  });

  it.each([
    ['2026-04-10', '2026-04-09', 'conference.date_in_future'],
    ['2026-03-01', '2026-04-09', 'conference.date_before_case'],
  ])('D8.1e: held on %s is refused on %s: %s', (heldOn, day, code) => {
    const command = aConferenceCommand('holdBriefing', { heldOn: localDate(heldOn) });

    expect(decidedOfConference(preparing, command, at(day))).toEqual({ refused: { code, rule: 'D8.1e' } });
  });

  it('D8.1e: counts the petitions of the briefing list', () => {
    const listed = appliedToConference(preparing, aConferenceCommand('petitionAttached'), at('2026-04-01')).state;
    const written = aConferenceCommand('petitionAttached', { petitionId: 'another', path: 'written' });
    const both = appliedToConference(listed, written, at('2026-04-02')).state;

    expect(appliedToConference(both, aConferenceCommand('holdBriefing'), at('2026-04-09')).facts).toMatchObject({
      petitions: 1,
    });
  });
});

describe('sendInvitations', () => {
  it('D8.1g: sends each guest one, with day and hour', () => {
    const command = aConferenceCommand('sendInvitations', { guests: [stc, syt] });
    const { state, notices, facts } = appliedToConference(preparing, command, at('2026-04-09', '23:59'));

    expect(facts).toEqual({ guests: 'SL-STC SL-SYT', isLate: false, isFinding: false });
    expect(notices).toEqual(
      ['SL-STC', 'SL-SYT'].map((agency) => ({
        key: `invitation/${agency}`,
        letter: {
          ...{ kind: 'invitation', agency, conferenceOn: '2026-04-16', startsAt: '08:00' },
          event: { sequence: 0, startsAt: '08:00' },
        },
        recipients: ['handler', 'agencyHead'],
      })),
    );
    expect(state).toMatchObject({ guests: ['SL-STC', 'SL-SYT'], invitedOn: '2026-04-09', hasFinding: false });
    expect(conferenceDuties.dutyOf(state, 'sendInvitations')).toBeNull();
  });

  it('D8.1g: invites only guests that were not invited before; the first day stays', () => {
    const first = appliedToConference(
      preparing,
      aConferenceCommand('sendInvitations', { guests: [stc] }),
      at('2026-04-08'),
    );
    const command = aConferenceCommand('sendInvitations', { guests: [stc, syt] });
    const second = appliedToConference(first.state, command, at('2026-04-10'));

    expect(second.notices.map(({ key }) => key)).toEqual(['invitation/SL-SYT']);
    expect(second).toMatchObject({
      facts: { guests: 'SL-SYT', isLate: true, isFinding: false },
      state: {
        guests: [anOrganisation('SL-STC'), anOrganisation('SL-SYT')],
        invitedOn: '2026-04-08',
        hasFinding: false,
      },
    });
    expect(decidedOfConference(second.state, command, at('2026-04-11'))).toEqual({
      refused: { code: 'conference.nobody_new', rule: 'D8.1g' },
    });
  });

  it('D8.1g: sent after the limit passed is late, and the finding is recorded once, by the miss', () => {
    const missed = conferenceAt(preparing, at('2026-04-10', '00:00'));
    const sent = appliedToConference(missed, aConferenceCommand('sendInvitations'), at('2026-04-10'));

    expect(missed.hasFinding).toBe(true);
    expect(sent).toMatchObject({ facts: { isLate: true, isFinding: false }, state: { hasFinding: true } });
  });

  it.each([
    ['levelHead', true],
    ['departmentHead', false],
  ] as const)('D8.1g: sent on the day of a plan made too late, by a %s, is a finding: %s', (host, isFinding) => {
    const start = drafted(aConferencePlan({ host }), { terms: defaultConferenceTerms, calendar: aCalendar() });
    const planned = appliedToConference(start, aConferenceCommand('plan'), at('2026-04-13')).state;
    const document = aDocument('45/KH', '2026-04-13');
    const approved = appliedToConference(
      planned,
      aConferenceCommand('approvePlan', { document }),
      at('2026-04-13'),
    ).state;

    expect(appliedToConference(approved, aConferenceCommand('sendInvitations'), at('2026-04-13'))).toMatchObject({
      facts: { isLate: true, isFinding },
      state: { hasFinding: isFinding },
    });
  });
});

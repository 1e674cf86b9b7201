import { describe, expect, it } from '@jest/globals';

import {
  aBody,
  aConference,
  aConferenceCommand,
  aDocument,
  appliedToConference,
  at,
  conferenceAt,
  decidedOfConference,
  valueOf,
} from '@dialogue/testing/builders';

import type { ConferenceCommandKind } from './conference-commands.js';
import { conferenceMachine } from './conference.machine.js';
import type { ConferenceWishes } from '@dialogue/testing/builders';

const wishes: ConferenceWishes = {
  ...{ stage: 'drafted', kind: 'adHoc', field: 'economy', host: 'departmentHead', organisation: aBody('SL-STC').code },
  demand: { by: aBody('SL-UBND').code, document: aDocument('315/UBND-TH', '2026-02-27') },
};
const demanded = appliedToConference(aConference(wishes), aConferenceCommand('demandAdHoc'), at('2026-03-02'));
const answered = appliedToConference(demanded.state, aConferenceCommand('answerDemand'), at('2026-03-04'));

describe('the demand of an ad hoc dialogue', () => {
  it('D8.3a: begins a case that owes nothing but the answer of the unit', () => {
    expect(demanded).toMatchObject({
      ...{ event: 'adHocDemanded', rule: 'D8.3a' },
      facts: { by: 'SL-UBND', organisation: 'SL-STC', holdBy: '2026-04-16', documentNumber: '315/UBND-TH' },
      state: { stage: 'planning', duties: [{ kind: 'answerDemand', anchorOn: '2026-03-02', dueOn: '2026-03-05' }] },
      notices: [{ key: 'adHocDemanded', recipients: ['host', 'leadOffice'] }],
    });
  });

  it('D8.3a: is reminded of, and goes to the superior when no answer comes', () => {
    const missed = conferenceAt(demanded.state, at('2026-03-06', '08:00'));
    const urged = valueOf(conferenceMachine.urge(missed, at('2026-03-06', '08:00'))).flatMap(({ notices }) => notices);

    expect(urged.at(-1)).toMatchObject({
      letter: { kind: 'dutyOverdue', duty: 'answerDemand' },
      recipients: ['superior'],
    });
    expect(missed.hasFinding).toBe(false);
  });

  it.each<ConferenceCommandKind>(['submitPlan', 'approvePlan', 'reschedule'])(
    'D8.3a: keeps %s waiting until the unit has answered',
    (kind) => {
      expect(decidedOfConference(demanded.state, aConferenceCommand(kind), at('2026-03-16'))).toMatchObject({
        refused: { code: 'conference.demand_open' },
      });
      expect(decidedOfConference(answered.state, aConferenceCommand(kind), at('2026-03-16'))).toHaveProperty(
        'accepted',
      );
    },
  );

  it('D8.3a: may be taken back', () => {
    const { state, notices } = appliedToConference(demanded.state, aConferenceCommand('cancel'), at('2026-03-03'));

    expect(state).toMatchObject({ stage: 'cancelled', duties: [] });
    expect(notices.map(({ key }) => key)).toEqual(['conferenceCancelled/SL-UBND']);
  });

  it('D6.2b, D8.3a: is refused for a periodic conference, for a day that has come, and where nobody demands', () => {
    const code = (change: ConferenceWishes, day = '2026-03-02'): unknown =>
      decidedOfConference(aConference({ ...wishes, ...change }), aConferenceCommand('demandAdHoc'), at(day));
    const undemanded = aConference({ stage: 'drafted', kind: 'adHoc', field: 'economy' });

    expect(code({ kind: 'periodic', field: null })).toMatchObject({ refused: { rule: 'D8.3a' } });
    expect(code({}, '2026-04-16')).toMatchObject({ refused: { code: 'conference.date_in_past' } });
    expect(decidedOfConference(undemanded, aConferenceCommand('demandAdHoc'), at('2026-03-02'))).toHaveProperty(
      'refused',
    );
  });
});

describe('the answer of the unit', () => {
  it('D8.3a: gives the day from which every milestone counts, and is told to whoever demanded it', () => {
    expect(answered).toMatchObject({
      ...{ event: 'demandAnswered', facts: { conferenceOn: '2026-04-10', isAfterDemanded: false, isLate: false } },
      state: { on: '2026-04-10', startsAt: '14:00', demandAnsweredOn: '2026-03-04' },
      notices: [{ letter: { kind: 'demandAnswered', agency: 'SL-UBND' }, recipients: ['agencyHead', 'handler'] }],
    });
    expect(answered.state.duties.map(({ kind, anchorOn }) => [kind, anchorOn])).toEqual(
      aConference().duties.map(({ kind }) => [kind, '2026-04-10']),
    );
  });

  it('D8.3a: may name a later day than demanded, which is not refused but said', () => {
    const later = aConferenceCommand('answerDemand', { on: aConferenceCommand('reschedule').on });
    const { facts, notices } = appliedToConference(demanded.state, later, at('2026-03-09'));

    expect(facts).toMatchObject({ isAfterDemanded: true, isLate: true });
    expect(notices).toMatchObject([{ letter: { isAfterDemanded: true } }]);
  });

  it('D8.3a: is given once, and only to a demand', () => {
    const command = aConferenceCommand('answerDemand');
    for (const state of [answered.state, aConference()])
      expect(decidedOfConference(state, command, at('2026-03-05'))).toEqual({
        refused: { code: 'conference.no_demand', rule: 'D8.3a' },
      });
  });
});

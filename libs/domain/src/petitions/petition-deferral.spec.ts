import { describe, expect, it } from '@jest/globals';

import {
  aCommand,
  aConferenceReference,
  aDocument,
  aPetition,
  anOrganisation,
  applied,
  at,
  elapsed,
  refusalOf,
  stateAt,
  urged,
  valueOf,
} from '@dialogue/testing/builders';

import { localDate } from '../time/local-date.js';
import { petitionMachine } from './petition.machine.js';
import { dutyOf } from './petition-facts.js';
import type { Petition } from './petition.js';

/** Answer due on Thursday 26 March 2026. */
const inProgress = aPetition({ stage: 'inProgress' });
const reviewOn = localDate('2026-04-15');

function deferredOn(day: string, state: Petition = inProgress, until = reviewOn): Petition {
  const when = at(day);
  return applied(stateAt(state, when), aCommand('defer', { reviewOn: until }), when).state;
}

describe('defer', () => {
  it.each([
    ['accepted', 'assign', null, []],
    ['assigned', 'receipt', 1, ['dutyEnded/1/1']],
    ['inProgress', 'answer', 14, ['dutyEnded/1/1']],
  ] as const)('D10.1b: %s: %s stands still with %s working days left, letters %j', (stage, duty, left, keys) => {
    const transition = applied(aPetition({ stage }), aCommand('defer'), at('2026-03-06'));

    expect(transition).toMatchObject({
      event: 'deferred',
      rule: 'D10.1b',
      facts: { reviewOn, stage, workingDaysLeft: left ?? 2 },
      state: {
        stage: 'deferred',
        deferral: { number: 1, reviewOn, stage, workingDaysLeft: left ?? 2 },
        duties: [{ kind: 'review', dueOn: reviewOn, rule: 'D10.1b' }],
      },
    });
    expect(dutyOf(transition.state, duty)).toBeNull();
    expect(transition.notices.map(({ key }) => key)).toEqual(keys);
  });

  it.each([
    ['2026-03-06', 'petition.review_in_past'],
    ['2026-03-05', 'petition.review_in_past'],
  ])('D10.1b: refuses the review date %s on 6 March: %s', (day, code) => {
    const command = aCommand('defer', { reviewOn: localDate(day) });

    expect(refusalOf(inProgress, command, at('2026-03-06'))).toBe(code);
  });
});

describe('the review date', () => {
  it('D10.1b: brings the matter back at 00:00, with the working days that were left, and tells agency and lead office', () => {
    const deferred = deferredOn('2026-03-20');

    expect(elapsed(deferred, at('2026-04-14', '23:59:59.999'))).toEqual([]);
    expect(valueOf(petitionMachine.nextDueAt({ ...deferred, duties: [] }))).toBe(at('2026-04-15', '00:00'));
    expect(elapsed(deferred, at('2026-04-15', '00:00'))).toMatchObject([
      {
        event: 'deferralEnded',
        at: at('2026-04-15', '00:00'),
        rule: 'D10.1b',
        facts: { reviewOn, stage: 'inProgress', dueOn: '2026-04-21' },
        state: {
          stage: 'inProgress',
          deferral: null,
          duties: [{ kind: 'answer', anchorOn: reviewOn, dueOn: '2026-04-21', missedAt: null }],
        },
        notices: [
          {
            key: 'deferralEnded/1',
            letter: { kind: 'deferralEnded', agency: 'SL-STC', dueOn: '2026-04-21', isProvisional: false },
            recipients: ['handler', 'agencyHead', 'leadOffice'],
          },
        ],
      },
    ]);
  });

  it('D10.1b: reminds the lead office two working days before, at 08:00, once', () => {
    const deferred = deferredOn('2026-03-20');
    const [reminder, ...more] = urged(deferred, at('2026-04-13', '08:00'));

    expect(urged(deferred, at('2026-04-13', '07:59'))).toEqual([]);
    expect(reminder?.notices).toMatchObject([
      { letter: { kind: 'dutyReminder', duty: 'review', dueOn: reviewOn }, recipients: ['leadOffice'] },
    ]);
    expect(more).toEqual([]);
    expect(urged(reminder?.state ?? deferred, at('2026-04-13', '08:00'))).toEqual([]);
  });

  it('D10.1b: comes between what passed before it and what passes after it', () => {
    const concluded = applied(
      aPetition({ stage: 'accepted', conference: aConferenceReference(), isReachableByMail: false }),
      aCommand('conferenceConcluded', { conclusion: { kind: 'defer', reviewOn: localDate('2026-04-20') } }),
      at('2026-04-10'),
    ).state;

    expect(
      elapsed(concluded, at('2026-06-01')).map(({ event, at: when, facts }) => [event, when, facts['duty']]),
    ).toEqual([
      ['deadlineMissed', at('2026-04-18', '00:00'), 'tell'],
      ['deferralEnded', at('2026-04-20', '00:00'), undefined],
      ['deadlineMissed', at('2026-04-29', '00:00'), 'assign'],
    ]);
  });

  it('D10.1b: that has passed when a conference names it brings the matter back at once', () => {
    const state = applied(
      aPetition({ stage: 'accepted', conference: aConferenceReference() }),
      aCommand('conferenceConcluded', { conclusion: { kind: 'defer', reviewOn: localDate('2026-04-13') } }),
      at('2026-04-14'),
    ).state;

    expect(elapsed(state, at('2026-04-14')).map(({ event }) => event)).toEqual(['deferralEnded']);
  });
});

describe('resume', () => {
  it.each([
    ['2026-03-20', '2026-03-27', '2026-04-02', 4, 'four days were left'],
    ['2026-03-26', '2026-03-28', '2026-03-30', 0, 'none was left: the first working day from then'],
    ['2026-03-30', '2026-04-03', '2026-04-03', 0, 'it was overdue: on the day itself'],
  ])('D10.1b: put off on %s and resumed on %s it is due on %s (%i: %s)', (off, on, dueOn, left) => {
    const deferred = deferredOn(off);
    const { state, event, facts } = applied(deferred, aCommand('resume'), at(on));

    expect(deferred.deferral?.workingDaysLeft).toBe(left);
    expect({ event, facts }).toEqual({ event: 'resumed', facts: { reviewOn, stage: 'inProgress', dueOn } });
    expect(state.duties).toMatchObject([{ kind: 'answer', dueOn, missedAt: null }]);
  });

  it('D11.1c: a breach from before stays, and is the only one', () => {
    const resumed = applied(deferredOn('2026-03-30'), aCommand('resume'), at('2026-04-03')).state;
    const [missed] = elapsed(resumed, at('2026-04-06'));

    expect(resumed.assignment?.breachedOn).toBe('2026-03-26');
    expect(missed).toMatchObject({ event: 'deadlineMissed', facts: { duty: 'answer', isBreach: false } });
    expect(missed?.state.assignment?.breachedOn).toBe('2026-03-26');
  });

  it('D11.1c: a receipt that stood still is deemed in the days that were left', () => {
    const resumed = applied(
      deferredOn('2026-03-06', aPetition({ stage: 'assigned' })),
      aCommand('resume'),
      at('2026-03-16'),
    ).state;

    expect(resumed.duties).toMatchObject([{ kind: 'receipt', dueOn: '2026-03-17' }]);
    expect(elapsed(resumed, at('2026-03-18'))).toMatchObject([
      { event: 'receiptDeemed', facts: { receivedOn: '2026-03-17' } },
    ]);
  });

  it('D10.1b: a second time it is told by letters of its own', () => {
    const once = applied(deferredOn('2026-03-10'), aCommand('resume'), at('2026-03-12')).state;
    const twice = applied(once, aCommand('defer'), at('2026-03-13'));

    expect(twice.notices.map(({ key }) => key)).toEqual(['dutyEnded/1/2']);
    expect(applied(twice.state, aCommand('resume'), at('2026-03-16')).notices.map(({ key }) => key)).toEqual([
      'deferralEnded/2',
    ]);
  });
});

describe('the limit of an answer that stood still', () => {
  /** Put off for five working days: the first limit is now 2 April. */
  const resumed = applied(deferredOn('2026-03-10'), aCommand('resume'), at('2026-03-17')).state;

  it('D11.1c: has the more days for an answer that is sent back', () => {
    const answered = applied(resumed, aCommand('answer'), at('2026-03-18')).state;

    expect(resumed.assignment?.suspendedWorkingDays).toBe(5);
    expect(applied(answered, aCommand('sendBackAnswer'), at('2026-03-19')).state.duties).toMatchObject([
      { kind: 'answer', dueOn: '2026-04-02' },
    ]);
  });

  it('D11.1c: moves with a receipt that is proven later, and keeps them', () => {
    const deemed = stateAt(aPetition({ stage: 'assigned' }), at('2026-03-16'));
    const back = applied(deferredOn('2026-03-16', deemed), aCommand('resume'), at('2026-03-18')).state;
    const command = aCommand('acknowledge', { receivedOn: localDate('2026-03-10'), isEvidenced: true });

    expect(dutyOf(back, 'answer')?.dueOn).toBe('2026-04-01');
    expect(dutyOf(applied(back, command, at('2026-03-19')).state, 'answer')?.dueOn).toBe('2026-04-02');
  });

  it('D11.1c: a breach from before is not undone by a receipt that is proven later', () => {
    const deemed = stateAt(aPetition({ stage: 'assigned' }), at('2026-04-02'));
    const back = applied(deferredOn('2026-04-02', deemed), aCommand('resume'), at('2026-04-06')).state;
    const command = aCommand('acknowledge', { receivedOn: localDate('2026-03-10'), isEvidenced: true });

    expect(deemed.assignment?.breachedOn).toBe('2026-03-30');
    expect(applied(back, command, at('2026-04-06')).state.assignment?.breachedOn).toBe('2026-03-30');
  });
});

describe('what is put off and does not come back as it was', () => {
  it.each([
    ['SL-STC', [], 'the agency that has it'],
    ['SL-SYT', ['dutyEnded/1'], 'another: the first one hears it'],
  ])('D11.1b: is assigned to %s: letters of its end %j (%s)', (agency, keys) => {
    const command = aCommand('assign', {
      agency: anOrganisation(agency),
      document: aDocument('13/TB-UBND', '2026-03-20'),
    });
    const { state, notices } = applied(deferredOn('2026-03-20'), command, at('2026-03-20'));

    expect(state).toMatchObject({ stage: 'assigned', deferral: null, rounds: 2, duties: [{ kind: 'receipt' }] });
    expect(notices.filter(({ letter }) => letter.kind === 'dutyEnded').map(({ key }) => key)).toEqual(keys);
  });

  it.each(['withdraw', 'redirect'] as const)('D10.1b: %s ends it for good, and the agency hears it', (kind) => {
    const { state, notices } = applied(deferredOn('2026-03-20'), aCommand(kind), at('2026-03-23'));

    expect(state).toMatchObject({ deferral: null, duties: [] });
    expect(notices.map(({ key }) => key)).toContain('dutyEnded/1');
    expect(elapsed(state, at('2027-01-01'))).toEqual([]);
  });
});

import { describe, expect, it } from '@jest/globals';

import {
  aCalendarSlice,
  aCommand,
  aDocument,
  aPetition,
  applied,
  at,
  elapsed,
  stateAt,
  urged,
} from '@dialogue/testing/builders';

import { localDate } from '../time/local-date.js';
import { petitionMachine } from './petition.machine.js';
import { dutyOf, flagsOf, nextDuty } from './petition-facts.js';
import { defaultPetitionTerms } from './petition-terms.js';
import { petitionStages, type Petition, type PetitionDutyKind, type PetitionStage } from './petition.js';

describe('the stages that a petition goes through', () => {
  it.each<[PetitionStage, PetitionDutyKind, string, string]>([
    ['received', 'screen', '2026-03-05', '3 working days after it was received'],
    ['accepted', 'assign', '2026-03-10', '5 after its acceptance'],
    ['assigned', 'receipt', '2026-03-09', '3 after its assignment'],
    ['inProgress', 'answer', '2026-03-26', 'D11.1c: 15 after the receipt, whatever day the assignment was'],
    ['answered', 'approve', '2026-03-25', '3 after the answer'],
    ['resolved', 'tell', '2026-03-30', '5 after the approval'],
    ['settled', 'tell', '2026-03-13', 'D11.1b: 5 after it was settled'],
    ['declined', 'tell', '2026-03-13', 'D10.1b: 5 after it was declined'],
    ['deferred', 'review', '2026-04-15', 'D10.1b: on its review date'],
    ['referred', 'followReferral', '2026-03-27', 'D10.1c: 15 after it was referred'],
  ])('%s: %s is due on %s (%s)', (stage, kind, dueOn) => {
    expect(aPetition({ stage })).toMatchObject({ stage, duties: [{ kind, dueOn, missedAt: null, climbed: [] }] });
  });

  it.each(['closed', 'redirected', 'withdrawn'] as const)(
    '%s: nobody owes anything, and the case is closed',
    (stage) => {
      const state = aPetition({ stage });

      expect(state).toMatchObject({ stage, duties: [] });
      expect(petitionMachine.isClosed(state)).toBe(true);
      expect(petitionMachine.nextDueAt(state)).toEqual({ value: null });
      expect(elapsed(state, at('2027-06-01'))).toEqual([]);
      expect(urged(state, at('2027-06-01'))).toEqual([]);
    },
  );

  it.each(petitionStages)('%s: survives JSON', (stage) => {
    const state = aPetition({ stage });

    expect(JSON.parse(JSON.stringify(state))).toStrictEqual(state);
  });

  it.each([
    ['petition', localDate('2026-02-13'), '2026-02-25', 'over Tet'],
    ['petition', localDate('2026-01-09'), '2026-01-13', 'over a worked Saturday'],
  ])('D2.1: a %s received on %s is screened by %s (%s)', (_, receivedOn, dueOn) => {
    expect(aPetition({ receivedOn })).toMatchObject({ duties: [{ kind: 'screen', dueOn }] });
  });
});

describe('what time does', () => {
  it.each([
    ['received', '2026-03-05', '2026-03-06', 'screen'],
    ['accepted', '2026-03-10', '2026-03-11', 'assign'],
    ['inProgress', '2026-03-26', '2026-03-27', 'answer'],
    ['answered', '2026-03-25', '2026-03-26', 'approve'],
    ['resolved', '2026-03-30', '2026-03-31', 'tell'],
  ] as const)('%s: the end of %s is in time, 00:00 of %s is a recorded miss of %s', (stage, dueOn, next, duty) => {
    const state = aPetition({ stage });

    const inTime = elapsed(state, at(dueOn, '23:59:59.999'));
    const [missed, ...more] = elapsed(state, at(next, '00:00'));

    expect(inTime).toEqual([]);
    expect(missed).toMatchObject({
      event: 'deadlineMissed',
      at: at(next, '00:00'),
      facts: { duty, dueOn, isBreach: duty === 'answer' },
    });
    expect(missed?.notices).toEqual([]);
    expect(more).toEqual([]);
  });

  it('D11.1c: a missed answer is a breach of the agency, overdue and flagged', () => {
    const state = stateAt(aPetition({ stage: 'inProgress' }), at('2026-03-27'));

    expect(state.assignment?.breachedOn).toBe('2026-03-26');
    expect(flagsOf(state)).toEqual(['overdue', 'breached']);
  });

  it('a missed screening is overdue, but no breach of an agency', () => {
    const state = stateAt(aPetition(), at('2026-03-27'));

    expect(flagsOf(state)).toEqual(['overdue']);
  });

  it('D11.1c: nobody acknowledges: deemed received on the third working day, and the 15 run from then', () => {
    const [deemed, ...more] = elapsed(aPetition({ stage: 'assigned' }), at('2026-03-10', '00:00'));

    expect(more).toEqual([]);
    expect(deemed).toMatchObject({
      event: 'receiptDeemed',
      at: at('2026-03-10', '00:00'),
      facts: { receivedOn: '2026-03-09', dueOn: '2026-03-30' },
      state: {
        stage: 'inProgress',
        assignment: { receivedOn: '2026-03-09', isReceiptDeemed: true },
        duties: [{ kind: 'answer', dueOn: '2026-03-30' }],
      },
      notices: [
        {
          letter: { kind: 'receiptRecorded', isDeemed: true, dueOn: '2026-03-30' },
          recipients: ['handler', 'agencyHead', 'leadOffice'],
        },
      ],
    });
  });

  it('D11.1c: what passed during an outage is recorded in its order: deemed, then missed', () => {
    const past = elapsed(aPetition({ stage: 'assigned' }), at('2026-05-04'));

    expect(past.map(({ event, at: when }) => [event, when])).toEqual([
      ['receiptDeemed', at('2026-03-10', '00:00')],
      ['deadlineMissed', at('2026-03-31', '00:00')],
    ]);
  });

  it('misses once, however often one asks', () => {
    const state = stateAt(aPetition({ stage: 'inProgress' }), at('2026-03-27'));

    expect(elapsed(state, at('2026-06-01'))).toEqual([]);
  });

  it('asks for more calendar instead of guessing', () => {
    const state = aPetition({ stage: 'assigned', calendar: aCalendarSlice('2026-03-01', '2026-03-20') });

    expect(petitionMachine.elapse(state, at('2026-03-12'))).toEqual({ needsCalendarUntil: '2026-03-21' });
    expect(petitionMachine.apply(state, aCommand('acknowledge'), at('2026-03-09'))).toEqual({
      needsCalendarUntil: '2026-03-21',
    });
    expect(
      petitionMachine.urge(aPetition({ calendar: aCalendarSlice('2026-03-01', '2026-03-05') }), at('2026-03-05')),
    ).toEqual({ needsCalendarUntil: '2026-03-06' });
    expect(petitionMachine.nextDueAt(aPetition({ calendar: aCalendarSlice('2026-03-01', '2026-03-05') }))).toEqual({
      needsCalendarUntil: '2026-03-06',
    });
  });
});

describe('who is urged', () => {
  it.each([
    ['2026-03-19', 'dutyReminder', ['handler'], 5],
    ['2026-03-24', 'dutyReminder', ['handler', 'agencyHead'], 2],
    ['2026-03-27', 'dutyOverdue', ['agencyHead', 'leadOffice', 'monitor'], -1],
    ['2026-03-31', 'dutyOverdue', ['host'], -3],
    ['2026-04-06', 'dutyOverdue', ['superior'], -7],
    ['2026-04-13', 'dutyOverdue', ['host'], -12],
    ['2026-04-20', 'dutyOverdue', ['host'], -17],
  ] as const)('D11.1c: at 08:00 of %s a %s goes to %j', (day, kind, recipients, workingDaysLeft) => {
    const notices = livedUntil(aPetition({ stage: 'inProgress' }), at(day, '08:00'));

    expect(notices.at(-1)).toMatchObject({
      letter: { kind, dueOn: '2026-03-26', workingDaysLeft, rule: 'D11.1c', agency: 'SL-STC' },
      recipients,
    });
  });

  it('D11.1c: the first reminder of an assignment nobody acknowledged goes to its handler', () => {
    const [urging] = urged(aPetition({ stage: 'assigned' }), at('2026-03-06', '08:00'));

    expect(urging?.notices).toMatchObject([
      { letter: { kind: 'dutyReminder', duty: 'receipt' }, recipients: ['handler'] },
    ]);
  });

  it('D11.1c: reminders that time has overtaken are recorded as dropped, and nobody gets them', () => {
    const state = stateAt(aPetition({ stage: 'inProgress' }), at('2026-03-27', '00:00'));

    expect(urged(state, at('2026-03-27', '00:00'))).toMatchObject([
      { event: 'remindersDropped', facts: { rungs: '', dropped: '-5 -2' }, notices: [] },
    ]);
  });

  it('D11.3: an answer waiting for its approval is asked for at the host', () => {
    const state = stateAt(aPetition({ stage: 'answered' }), at('2026-03-26', '08:00'));

    expect(urged(state, at('2026-03-26', '08:00'))[0]?.notices).toMatchObject([
      { letter: { kind: 'dutyOverdue', duty: 'approve' }, recipients: ['host', 'leadOffice'] },
    ]);
  });

  it('urges for each of two duties from the state that the first left', () => {
    const approved = applied(aPetition({ stage: 'answered' }), aCommand('approveAnswer'), at('2026-03-23')).state;
    const state = stateAt(approved, at('2026-04-13', '08:00'));

    const urgings = urged(state, at('2026-04-13', '08:00'));

    expect(urgings.map(({ facts }) => facts['duty'])).toEqual(['tell', 'resolve']);
    expect(urgings.at(-1)?.state.duties.every((duty) => duty.climbed.length > 0)).toBe(true);
    expect(urged(urgings.at(-1)?.state ?? state, at('2026-04-13', '08:00'))).toEqual([]);
  });

  it.each([
    ['2026-04-13', '08:00', 1, 'on the day of the follow-up'],
    ['2026-04-15', '10:00', 1, 'two days late: it is not lost with the day'],
    ['2026-05-29', '10:00', 1, 'so late that the next one is due as well: only the newest'],
  ])(
    'D11.3: a worker that comes back at %s %s asks %i time whether the matter is resolved (%s)',
    (day, time, count) => {
      const approved = applied(aPetition({ stage: 'answered' }), aCommand('approveAnswer'), at('2026-03-23')).state;
      const told = applied(approved, aCommand('recordNoticeSent'), at('2026-03-24')).state;
      const state = stateAt(told, at(day, time));

      const notices = urged(state, at(day, time)).flatMap((urging) => urging.notices);

      expect(notices).toHaveLength(count);
      expect(notices[0]).toMatchObject({
        letter: { kind: 'dutyReminder', duty: 'resolve' },
        recipients: ['handler', 'leadOffice'],
      });
      expect(flagsOf(state)).toEqual([]);
    },
  );

  it('D13.1: a ladder of the office that ends leaves nothing to wake for', () => {
    const { duties } = defaultPetitionTerms;
    const terms = {
      ...defaultPetitionTerms,
      duties: { ...duties, screen: { workingDays: 3, ladder: { rungs: [], thenEvery: null } } },
    };
    const state = stateAt(aPetition({ terms }), at('2026-03-06'));

    expect(petitionMachine.nextDueAt(state)).toEqual({ value: null });
  });

  it('D13.1: counts with the terms that the case took, not with the defaults', () => {
    const { duties } = defaultPetitionTerms;
    const terms = {
      ...defaultPetitionTerms,
      duties: {
        ...duties,
        answer: {
          workingDays: 10,
          ladder: { rungs: [{ workingDays: 2, recipients: ['front'] as const }], thenEvery: null },
        },
      },
    };
    const state = aPetition({ stage: 'inProgress', terms });

    expect(dutyOf(state, 'answer')?.dueOn).toBe('2026-03-19');
    expect(livedUntil(state, at('2026-03-23', '08:00')).map(({ recipients }) => recipients)).toEqual([['front']]);
  });

  /** Every letter that a case owes which is never away. */
  function livedUntil(
    state: Petition,
    until: number,
  ): readonly { readonly letter: unknown; readonly recipients: readonly string[] }[] {
    const notices: { letter: unknown; recipients: readonly string[] }[] = [];
    let current = state;
    for (;;) {
      const due = petitionMachine.nextDueAt(current);
      if (!('value' in due) || due.value === null || due.value > until) return notices;
      current = stateAt(current, due.value);
      const urgings = urged(current, due.value);
      notices.push(...urgings.flatMap((urging) => urging.notices));
      current = urgings.at(-1)?.state ?? current;
    }
  }
});

describe('nextDuty', () => {
  it('is the one that is due first', () => {
    const approved = applied(aPetition({ stage: 'answered' }), aCommand('approveAnswer'), at('2026-03-23')).state;

    expect(nextDuty(approved)?.kind).toBe('tell');
    expect(nextDuty({ ...approved, duties: approved.duties.toReversed() })?.kind).toBe('tell');
    expect(nextDuty(aPetition({ stage: 'closed' }))).toBeNull();
  });
});

describe('flagsOf', () => {
  it('shows a receipt that was deemed, a provisional deadline and a letter in trouble', () => {
    const late = aPetition({ stage: 'accepted', receivedOn: localDate('2026-03-02') });
    const assigned = applied(
      late,
      aCommand('assign', { document: aDocument('12/TB-UBND', '2026-12-10') }),
      at('2026-12-10'),
    ).state;
    const deemed = stateAt(assigned, at('2026-12-16'));
    const troubled = applied(deemed, aCommand('noteDelivery'), at('2026-12-16')).state;

    expect(flagsOf(troubled)).toEqual(['deemedReceipt', 'provisional', 'mailTrouble']);
  });
});

import { describe, expect, it } from '@jest/globals';

import { aCommand, aDocument, aPetition, applied, at, decided, refusalOf, stateAt } from '@dialogue/testing/builders';

import { localDate } from '../time/local-date.js';
import { dutyOf, flagsOf } from './petition-facts.js';
import type { Petition } from './petition.js';

describe('assign', () => {
  it('D11.1b: gives it to one agency, copies the Front and the monitor, and tells the person', () => {
    const { notices, state } = applied(aPetition({ stage: 'accepted' }), aCommand('assign'), at('2026-03-04'));

    expect(state).toMatchObject({
      stage: 'assigned',
      rounds: 1,
      assignment: { round: 1, agency: 'SL-STC', assignedOn: '2026-03-04', receivedOn: null },
    });
    expect(state.names).toMatchObject({ 'SL-STC': 'Sở Tài chính', 'SL-UBND': 'Ủy ban nhân dân tỉnh' });
    expect(notices.map(({ letter, recipients }) => [letter.kind, ...recipients])).toEqual([
      ['assigned', 'handler', 'agencyHead'],
      ['assignmentCopy', 'front', 'monitor'],
      ['assignmentTold', 'petitioner'],
    ]);
  });

  it.each([
    ['2026-03-05', 'petition.date_in_future', 'signed tomorrow'],
    ['2026-03-01', 'petition.date_before_case', 'signed before the petition came'],
  ])('D11.1b: refuses a document signed on %s: %s (%s)', (signedOn, code) => {
    expect(
      refusalOf(
        aPetition({ stage: 'accepted' }),
        aCommand('assign', { document: aDocument('1', signedOn) }),
        at('2026-03-04'),
      ),
    ).toBe(code);
  });

  it.each([
    ['2026-03-04', 'signed today'],
    ['2026-03-02', 'signed on the day on which the petition came'],
  ])('D11.1b: takes a document signed on %s (%s)', (signedOn) => {
    expect(
      decided(
        aPetition({ stage: 'accepted' }),
        aCommand('assign', { document: aDocument('1', signedOn) }),
        at('2026-03-04'),
      ),
    ).toHaveProperty('accepted');
  });
});

describe('letters to a person without an address', () => {
  it.each([
    ['submitted', 'register'],
    ['received', 'accept'],
    ['received', 'redirect'],
    ['accepted', 'assign'],
    ['closed', 'reopen'],
  ] as const)('%s: %s owes them none', (stage, kind) => {
    const { notices } = applied(aPetition({ stage, isReachableByMail: false }), aCommand(kind), at('2026-03-26'));

    expect(notices.flatMap(({ recipients }) => recipients)).not.toContain('petitioner');
    expect(notices.every(({ recipients }) => recipients.length > 0)).toBe(true);
  });
});

describe('recordNoticeSent', () => {
  const approved = applied(aPetition({ stage: 'answered' }), aCommand('approveAnswer'), at('2026-03-23')).state;

  it('D11.1c: tells the outcome of an approved answer and ends the duty to tell', () => {
    const { state, facts } = applied(approved, aCommand('recordNoticeSent'), at('2026-03-24'));

    expect(facts).toMatchObject({ isOutcome: true });
    expect(state).toMatchObject({ toldOn: '2026-03-24', noticesSent: 1 });
    expect(dutyOf(state, 'tell')).toBeNull();
    expect(dutyOf(state, 'resolve')).not.toBeNull();
  });

  it.each(['received', 'accepted', 'assigned', 'inProgress', 'answered'] as const)(
    'D11.1c: from %s it is no notice of an outcome',
    (stage) => {
      const { state, facts } = applied(aPetition({ stage }), aCommand('recordNoticeSent'), at('2026-03-24'));

      expect(facts).toMatchObject({ isOutcome: false });
      expect(state.toldOn).toBeNull();
    },
  );

  it('D11.1c: what was sent before the answer came did not tell its outcome', () => {
    const { state, facts } = applied(
      approved,
      aCommand('recordNoticeSent', { sentOn: localDate('2026-03-19') }),
      at('2026-03-24'),
    );

    expect(facts).toMatchObject({ isOutcome: false });
    expect(state.toldOn).toBeNull();
    expect(dutyOf(state, 'tell')).not.toBeNull();
  });

  it('D11.1c: refuses an e-mail dated before the outcome, which would reach the person and not count', () => {
    const early = aCommand('recordNoticeSent', { sentOn: localDate('2026-03-19'), means: 'email' });

    expect(refusalOf(approved, early, at('2026-03-24'))).toBe('petition.date_before_case');
  });

  it('D10.1a: names no answer that the host has not approved', () => {
    const { notices } = applied(
      aPetition({ stage: 'answered' }),
      aCommand('recordNoticeSent', { means: 'email' }),
      at('2026-03-24'),
    );

    expect(notices).toMatchObject([{ letter: { kind: 'outcomeTold', document: null } }]);
  });

  it.each([
    ['2026-03-25', 'petition.date_in_future'],
    ['2026-03-01', 'petition.date_before_case'],
  ])('D11.1c: refuses a notice of %s: %s', (sentOn, code) => {
    expect(refusalOf(approved, aCommand('recordNoticeSent', { sentOn: localDate(sentOn) }), at('2026-03-24'))).toBe(
      code,
    );
  });

  it('D11.1c: by e-mail the letter is sent from here, by post and by hand it is not', () => {
    const lettersBy = (means: 'email' | 'post' | 'byHand'): readonly unknown[] =>
      applied(approved, aCommand('recordNoticeSent', { means }), at('2026-03-24')).notices;

    expect(lettersBy('email')).toMatchObject([
      {
        letter: { kind: 'outcomeTold', number: '89/TB-VP', document: { number: '67/STC-NS' } },
        recipients: ['petitioner'],
      },
    ]);
    expect(lettersBy('post')).toEqual([]);
    expect(lettersBy('byHand')).toEqual([]);
  });

  it('D11.1c: refuses e-mail to a person without an address', () => {
    const state: Petition = { ...approved, isReachableByMail: false };

    expect(refusalOf(state, aCommand('recordNoticeSent', { means: 'email' }), at('2026-03-24'))).toBe(
      'petition.not_reachable_by_mail',
    );
  });
});

describe('close', () => {
  it.each([
    ['told before', ['approveAnswer', 'recordNoticeSent', 'recordResolution']],
    ['told after', ['approveAnswer', 'recordResolution', 'recordNoticeSent']],
  ] as const)(
    'D11.3: what is resolved and told (%s) is to be closed within 5 working days, and missed if it is not',
    (_, commands) => {
      const state = commands.reduce(
        (current, kind) => applied(current, aCommand(kind), at('2026-03-24')).state,
        aPetition({ stage: 'answered' }),
      );

      expect(state.duties).toMatchObject([
        { kind: 'close', rule: 'D11.3', anchorOn: '2026-03-24', dueOn: '2026-03-31' },
      ]);
      expect(flagsOf(stateAt(state, at('2026-04-01')))).toContain('overdue');
    },
  );

  it('D11.3: a second notice does not put the closing off', () => {
    const told = applied(aPetition({ stage: 'resolved' }), aCommand('recordNoticeSent'), at('2026-03-24')).state;

    expect(applied(told, aCommand('recordNoticeSent'), at('2026-03-30')).state.duties).toEqual(told.duties);
  });

  it('D11.1c: is refused before the person has been told', () => {
    expect(refusalOf(aPetition({ stage: 'resolved' }), aCommand('close'), at('2026-03-25'))).toBe(
      'petition.notice_missing',
    );
  });

  it('D11.1c: ends every duty', () => {
    const told = applied(aPetition({ stage: 'resolved' }), aCommand('recordNoticeSent'), at('2026-03-24')).state;

    expect(applied(told, aCommand('close'), at('2026-03-25')).state).toMatchObject({
      stage: 'closed',
      duties: [],
      endedAt: at('2026-03-25'),
    });
  });
});

describe('recordResolution', () => {
  it('D10.1a: is refused while the host has not approved the answer', () => {
    expect(refusalOf(aPetition({ stage: 'answered' }), aCommand('recordResolution'), at('2026-03-24'))).toBe(
      'petition.answer_not_approved',
    );
  });

  it('D11.3: ends the follow-up, and leaves the person to be told', () => {
    expect(aPetition({ stage: 'resolved' }).duties.map(({ kind }) => kind)).toEqual(['tell']);
  });
});

describe('reopen', () => {
  const closed = aPetition({ stage: 'closed' });

  it('is allowed until the last of the twelve months has ended', () => {
    expect(decided(closed, aCommand('reopen'), at('2027-03-25', '23:59'))).toHaveProperty('accepted');
  });

  it('is refused on the day after', () => {
    expect(refusalOf(closed, aCommand('reopen'), at('2027-03-26', '00:00'))).toBe('petition.reopening_expired');
  });

  it('begins again with the assignment, and forgets that the person was told', () => {
    const { state } = applied(closed, aCommand('reopen'), at('2026-06-01'));

    expect(state).toMatchObject({
      stage: 'accepted',
      assignment: null,
      answer: null,
      toldOn: null,
      endedAt: null,
      reopenings: 1,
      rounds: 1,
    });
    expect(state.duties).toMatchObject([{ kind: 'assign', anchorOn: '2026-06-01', dueOn: '2026-06-08' }]);
  });

  it('gives the next assignment and its letters numbers of their own', () => {
    const again = applied(closed, aCommand('reopen'), at('2026-06-01')).state;
    const { state, notices } = applied(again, aCommand('assign'), at('2026-06-02'));

    expect(state.assignment?.round).toBe(2);
    expect(notices.map(({ key }) => key)).toEqual(['assigned/2', 'assignmentCopy/2', 'assignmentTold/2']);
  });
});

describe('withdraw and redirect', () => {
  it.each([
    ['assigned', 'withdraw', 'withdrawn'],
    ['assigned', 'redirect', 'redirected'],
    ['inProgress', 'withdraw', 'withdrawn'],
    ['inProgress', 'redirect', 'redirected'],
  ] as const)('%s: %s ends the duty of the agency and tells it', (stage, kind, because) => {
    const { state, notices } = applied(aPetition({ stage }), aCommand(kind), at('2026-03-06'));

    expect(state).toMatchObject({ stage: because, duties: [], endedAt: at('2026-03-06') });
    expect(notices).toContainEqual(
      expect.objectContaining({
        letter: { kind: 'dutyEnded', agency: 'SL-STC', because },
        recipients: ['handler', 'agencyHead'],
      }),
    );
  });

  it('D11.3: tells the agency as well that it no longer owes the resolution of what it answered', () => {
    const approved = applied(aPetition({ stage: 'answered' }), aCommand('approveAnswer'), at('2026-03-23')).state;

    expect(applied(approved, aCommand('withdraw'), at('2026-03-24')).notices).toMatchObject([
      { key: 'dutyEnded/1', letter: { kind: 'dutyEnded', because: 'withdrawn' } },
    ]);
  });

  it('has nothing to tell an agency that owes nothing', () => {
    expect(applied(aPetition({ stage: 'resolved' }), aCommand('withdraw'), at('2026-03-26')).notices).toEqual([]);
  });

  it.each([
    ['received', 'withdraw'],
    ['accepted', 'redirect'],
  ] as const)('%s: %s has no agency to tell', (stage, kind) => {
    const { notices } = applied(aPetition({ stage }), aCommand(kind), at('2026-03-06'));

    expect(notices.map(({ letter }) => letter.kind)).not.toContain('dutyEnded');
  });

  it('D2.1: the author is told which procedure applies', () => {
    const { notices } = applied(aPetition(), aCommand('redirect', { procedure: 'denunciation' }), at('2026-03-03'));

    expect(notices).toMatchObject([
      { letter: { kind: 'redirected', procedure: 'denunciation' }, recipients: ['petitioner'] },
    ]);
  });
});

describe('noteDelivery', () => {
  it.each(['unaddressed', 'refused', 'uncertain'] as const)(
    'D11.3: a letter that is %s is flagged and shown to the lead office',
    (outcome) => {
      const { state, notices } = applied(aPetition(), aCommand('noteDelivery', { outcome }), at('2026-03-03'));

      expect(flagsOf(state)).toEqual(['mailTrouble']);
      expect(notices).toMatchObject([
        { letter: { kind: 'deliveryTrouble', deliveryId: '01J0LETTER', outcome }, recipients: ['leadOffice'] },
      ]);
    },
  );

  it('D11.3: the flag goes when the last letter is settled', () => {
    const first = applied(aPetition(), aCommand('noteDelivery'), at('2026-03-03')).state;
    const both = applied(first, aCommand('noteDelivery', { deliveryId: '02' }), at('2026-03-03')).state;
    const one = applied(both, aCommand('noteDelivery', { outcome: 'settled' }), at('2026-03-04'));
    const none = applied(
      one.state,
      aCommand('noteDelivery', { deliveryId: '02', outcome: 'settled' }),
      at('2026-03-04'),
    );

    expect(one.state.lettersInTrouble).toEqual(['02']);
    expect(one.notices).toEqual([]);
    expect(flagsOf(none.state)).toEqual([]);
  });

  it('D11.3: a letter that is in trouble again after it was settled is told again, by a letter of its own', () => {
    const first = applied(aPetition(), aCommand('noteDelivery', { outcome: 'uncertain' }), at('2026-03-03'));
    const settled = applied(first.state, aCommand('noteDelivery', { outcome: 'settled' }), at('2026-03-04'));
    const second = applied(settled.state, aCommand('noteDelivery', { outcome: 'uncertain' }), at('2026-03-04'));

    expect(second.notices).toHaveLength(1);
    expect(second.notices[0]?.key).not.toBe(first.notices[0]?.key);
  });

  it('D11.3: is heard after the end as well, without reviving the case', () => {
    const { state } = applied(aPetition({ stage: 'closed' }), aCommand('noteDelivery'), at('2026-04-01'));

    expect(state).toMatchObject({ stage: 'closed', duties: [] });
  });
});

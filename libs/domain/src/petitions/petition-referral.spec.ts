import { describe, expect, it } from '@jest/globals';

import {
  aCommand,
  aConferenceReference,
  aDocument,
  aPetition,
  applied,
  at,
  refusalOf,
  stateAt,
  urged,
} from '@dialogue/testing/builders';

import { localDate } from '../time/local-date.js';
import { flagsOf } from './petition-facts.js';
import { defaultPetitionTerms } from './petition-terms.js';
import type { PetitionTerms } from './petition.js';

const referred = aPetition({ stage: 'referred' });
const answered = applied(referred, aCommand('recordReferralOutcome'), at('2026-03-24')).state;

describe('refer', () => {
  it.each([
    ['received', []],
    ['accepted', []],
    ['assigned', ['dutyEnded/1']],
    ['inProgress', ['dutyEnded/1']],
    ['answered', []],
    ['resolved', []],
    ['settled', []],
    ['declined', []],
    ['deferred', ['dutyEnded/1']],
    ['referred', []],
  ] as const)('D10.1c: %s: to another authority, followed every 15 working days, letters %j', (stage, keys) => {
    const state = aPetition({ stage });
    const number = (state.referrals ?? 0) + 1;

    const transition = applied(state, aCommand('refer'), at('2026-03-26'));

    expect(transition).toMatchObject({
      event: 'referred',
      rule: 'D10.1c',
      facts: { to: 'TW-BTC', referral: number },
      state: {
        stage: 'referred',
        referral: { number, to: 'TW-BTC', referredOn: '2026-03-26', answer: null },
        names: { 'TW-BTC': 'Bộ Tài chính' },
        assignment: null,
        answer: null,
        toldOn: null,
        deferral: null,
      },
    });
    expect(transition.state.duties.map(({ kind }) => kind).filter((kind) => kind !== 'tell')).toEqual([
      'followReferral',
    ]);
    expect(transition.notices.map(({ key }) => key)).toEqual(keys);
  });

  it('D10.1c: the lead office is asked after it on the 15th working day and every 15 after it, and nothing is overdue', () => {
    const first = urged(stateAt(referred, at('2026-03-27', '08:00')), at('2026-03-27', '08:00'));
    const after = first.at(-1)?.state ?? referred;
    const second = urged(stateAt(after, at('2026-04-17', '08:00')), at('2026-04-17', '08:00'));

    for (const urging of [first, second])
      expect(urging.flatMap(({ notices }) => notices)).toMatchObject([
        { letter: { kind: 'dutyReminder', duty: 'followReferral' }, recipients: ['leadOffice'] },
      ]);
    expect(flagsOf(stateAt(after, at('2026-04-17')))).toEqual([]);
  });

  it('D13.1: a case with terms from before there were referrals follows them by the days of today', () => {
    const { review, followReferral, ...known } = defaultPetitionTerms.duties;
    const old = { ...defaultPetitionTerms, duties: known } as PetitionTerms;
    const { terms, duties } = applied(aPetition({ terms: old }), aCommand('refer'), at('2026-03-06')).state;

    expect(review.ladder.rungs).not.toEqual([]);
    expect(terms.duties.followReferral).toEqual(followReferral);
    expect(terms.duties).not.toHaveProperty('review');
    expect(duties).toMatchObject([{ kind: 'followReferral', dueOn: '2026-03-27' }]);
  });
});

describe('recordReferralOutcome', () => {
  it('D10.1c: answered: the person is to be told, and the matter is followed until it is resolved', () => {
    const { event, rule, facts, state, notices } = applied(
      referred,
      aCommand('recordReferralOutcome'),
      at('2026-03-24'),
    );

    expect({ event, rule, facts, notices }).toEqual({
      event: 'referralAnswered',
      rule: 'D10.1c',
      facts: { from: 'TW-BTC', referral: 1, documentNumber: '321/BTC-NS', documentOn: '2026-03-24' },
      notices: [],
    });
    expect(state).toMatchObject({ stage: 'answered', referral: { answer: { number: '321/BTC-NS' } } });
    expect(state.duties.map(({ kind, dueOn }) => [kind, dueOn])).toEqual([
      ['followReferral', '2026-03-27'],
      ['tell', '2026-03-31'],
    ]);
  });

  it('D10.1c: no answer of an agency waits for the host then', () => {
    expect(refusalOf(answered, aCommand('approveAnswer'), at('2026-03-25'))).toBe('petition.transition_refused');
    expect(refusalOf(answered, aCommand('sendBackAnswer'), at('2026-03-25'))).toBe('petition.transition_refused');
  });

  it('D11.3: resolved and told of the document of the other authority, it is closed', () => {
    const resolved = applied(answered, aCommand('recordResolution'), at('2026-03-25')).state;
    const notice = aCommand('recordNoticeSent', { sentOn: localDate('2026-03-25'), means: 'email' });
    const told = applied(resolved, notice, at('2026-03-25'));

    expect(resolved.duties.map(({ kind }) => kind)).toEqual(['tell']);
    expect(told.notices).toMatchObject([{ letter: { kind: 'outcomeTold', document: { number: '321/BTC-NS' } } }]);
    expect(told.state.duties.map(({ kind }) => kind)).toEqual(['close']);
    expect(applied(told.state, aCommand('close'), at('2026-03-26')).state.stage).toBe('closed');
  });

  it('D11.3: reopened, it begins again without the referral', () => {
    const resolved = applied(answered, aCommand('recordResolution'), at('2026-03-25')).state;

    expect(applied(resolved, aCommand('reopen'), at('2026-03-26')).state).toMatchObject({
      stage: 'accepted',
      referral: null,
      referrals: 1,
      duties: [{ kind: 'assign' }],
    });
  });

  it.each([
    ['no conference', {}, ['assign 2026-03-31']],
    ['a conference', { conference: aConferenceReference() }, []],
  ])('D10.1c: returned: ours after all, %s has it', (_, wishes, duties) => {
    const state = aPetition({ stage: 'referred', ...wishes });
    const after = applied(state, aCommand('recordReferralOutcome', { outcome: 'returned' }), at('2026-03-24'));

    expect(after.event).toBe('referralReturned');
    expect(after.state).toMatchObject({ stage: 'accepted', referral: null });
    expect(after.state.duties.map(({ kind, dueOn }) => `${kind} ${dueOn}`)).toEqual(duties);
  });

  it.each([
    ['2026-03-25', 'petition.date_in_future', 'signed tomorrow'],
    ['2026-03-05', 'petition.date_before_case', 'signed before it was referred'],
  ])('D10.1c: refuses a document signed on %s: %s (%s)', (signedOn, code) => {
    const command = aCommand('recordReferralOutcome', { document: aDocument('1', signedOn) });

    expect(refusalOf(referred, command, at('2026-03-24'))).toBe(code);
  });

  it('D11.1b: assigned instead, nothing is left of the referral', () => {
    const command = aCommand('assign', { document: aDocument('14/TB-UBND', '2026-03-24') });

    expect(applied(referred, command, at('2026-03-24')).state).toMatchObject({
      stage: 'assigned',
      referral: null,
      duties: [{ kind: 'receipt' }],
    });
  });
});

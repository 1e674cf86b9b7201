import { describe, expect, it } from '@jest/globals';

import { aCommand, aPetition, applied, at, refusalOf } from '@dialogue/testing/builders';

import { flagsOf } from './petition-facts.js';
import { isRestricted } from './petition-marks.js';
import type { Petition } from './petition.js';

const now = at('2026-03-24');
const state = aPetition({ stage: 'accepted' });

function marked(from: Petition, ...commands: readonly Parameters<typeof applied>[1][]): Petition {
  return commands.reduce((before, command) => applied(before, command, now).state, from);
}

describe('classifying', () => {
  it.each([
    ['D8.2a', { urgency: 'veryUrgent', field: 'publicOrder' }],
    ['D8.2a', { authority: 'beyond' }],
    ['D4.1', { classification: 'internal', urgency: 'urgent' }],
  ] as const)('%s: says %j and leaves the rest', (rule, given) => {
    const classified = applied(state, { kind: 'classify', ...given }, now);

    expect(classified).toMatchObject({ event: 'classified', rule, facts: given });
    expect(classified.state.duties).toEqual(state.duties);
  });

  it('D5: says another field than at the acceptance', () => {
    const classified = applied(state, { kind: 'classify', field: 'publicOrder' }, now);

    expect(classified).toMatchObject({ rule: 'D5', facts: { field: 'publicOrder' } });
  });

  it('D8.2a, D4.1: is seen at a glance', () => {
    const all = marked(
      state,
      aCommand('classify', { urgency: 'urgent', authority: 'beyond', classification: 'internal' }),
    );

    expect(flagsOf(all)).toEqual(['urgent', 'beyondAuthority', 'restricted']);
    expect(flagsOf(marked(all, { kind: 'classify', urgency: 'ordinary', authority: 'within' }))).toEqual([
      'restricted',
    ]);
  });

  it('without anything said is refused', () => {
    expect(refusalOf(state, { kind: 'classify' }, now)).toBe('case.unchanged');
  });

  it('D4.1: of a stub without a text is refused, and a stub stays restricted', () => {
    const stub = aPetition({ classification: 'stateSecret' });

    expect(refusalOf(stub, aCommand('classify', { classification: 'normal' }), now)).toBe('petition.stub_of_secret');
    expect(isRestricted(marked(stub, { kind: 'classify', urgency: 'urgent' }))).toBe(true);
  });
});

describe('D4.5: abuse', () => {
  it('is marked and taken back by the host, and what is owed stays owed', () => {
    const abusive = marked(state, aCommand('markAbusive'));

    expect(flagsOf(abusive)).toEqual(['abusive']);
    expect(abusive.duties).toEqual(state.duties);
    expect(refusalOf(abusive, aCommand('markAbusive'), now)).toBe('case.unchanged');
    expect(flagsOf(marked(abusive, aCommand('markAbusive', { isAbusive: false })))).toEqual([]);
    expect(refusalOf(state, aCommand('markAbusive', { isAbusive: false }), now)).toBe('case.unchanged');
  });
});

describe('D11.1d: a person who is sealed', () => {
  const sealed = marked(state, aCommand('protectIdentity', { by: 'leadOffice' }));

  it('is seen to be so, once', () => {
    expect(flagsOf(sealed)).toEqual(['protected']);
    expect(refusalOf(sealed, aCommand('protectIdentity', { by: 'host' }), now)).toBe('case.unchanged');
  });

  it('is not opened by the role that sealed them, but by another', () => {
    expect(refusalOf(sealed, aCommand('liftProtection', { by: 'leadOffice' }), now)).toBe(
      'petition.protected_by_same_role',
    );
    expect(flagsOf(marked(sealed, aCommand('liftProtection', { by: 'host' })))).toEqual([]);
  });

  it('cannot be opened where nobody is sealed', () => {
    expect(refusalOf(state, aCommand('liftProtection'), now)).toBe('petition.not_protected');
  });
});

describe('D2.2: another representative', () => {
  it('is known to the case only by whether a letter reaches them', () => {
    const changed = applied(state, aCommand('changeRepresentative', { isReachableByMail: false }), now);

    expect(changed).toMatchObject({ event: 'representativeChanged', facts: { isReachableByMail: false } });
    expect(changed.state.isReachableByMail).toBe(false);
  });
});

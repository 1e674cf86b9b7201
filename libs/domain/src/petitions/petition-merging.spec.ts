import { describe, expect, it } from '@jest/globals';

import { aCommand, aDocument, aPetition, applied, at, refusalOf, stateAt } from '@dialogue/testing/builders';

import { localDate } from '../time/local-date.js';
import type { PetitionCommandKind } from './petition-commands.js';
import { petitionMachine } from './petition.machine.js';
import type { Petition, PetitionStage } from './petition.js';

const leadingId = aCommand('merge').into.id;
const follower = aCommand('followerJoined').petition;
const now = at('2026-03-24');

/** A petition of a stage that others are answered with. */
function leadingOf(stage: PetitionStage): Petition {
  return applied(aPetition({ stage }), aCommand('followerJoined'), now).state;
}

function told(state: Petition, kind: PetitionCommandKind): readonly unknown[] {
  return (applied(state, aCommand(kind), now).tells ?? []).map(({ caseId, command }) => [caseId, command.kind]);
}

describe('D8.1c: a petition that is merged into another one', () => {
  it.each([
    ['received', 'screen', '2026-03-27'],
    ['accepted', 'assign', '2026-03-31'],
  ] as const)('from %s rests, tells the other one, and comes back to it when taken out', (stage, kind, dueOn) => {
    const merged = applied(aPetition({ stage }), aCommand('merge'), at('2026-03-04'));

    expect(merged).toMatchObject({ event: 'merged', state: { stage: 'merged', duties: [] } });
    expect(merged.notices).toMatchObject([{ letter: { kind: 'merged' }, recipients: ['petitioner'] }]);
    expect(merged.tells).toMatchObject([{ caseId: leadingId, command: { kind: 'followerJoined' } }]);
    expect(petitionMachine.isClosed(merged.state)).toBe(true);

    const alone = applied(merged.state, aCommand('unmerge'), now);

    expect(alone).toMatchObject({ event: 'unmerged', state: { stage, merger: null, duties: [{ kind, dueOn }] } });
    expect(alone.tells).toMatchObject([{ caseId: leadingId, command: { kind: 'followerLeft' } }]);
  });

  it('leaves the conference that had it, and tells both', () => {
    const state = applied(aPetition({ stage: 'accepted' }), aCommand('attachToConference'), at('2026-03-04')).state;

    expect(told(state, 'merge').map((line) => (line as string[])[1])).toEqual(['followerJoined', 'petitionDetached']);
  });

  it('D11.1c: owes its author what came of the other one, and rests again once that is told', () => {
    const merged = aPetition({ stage: 'merged' });

    const heard = applied(merged, aCommand('leadingOutcome'), now).state;

    expect(heard).toMatchObject({ endedAt: null, duties: [{ kind: 'tell', rule: 'D11.1c', dueOn: '2026-03-31' }] });
    expect(petitionMachine.isClosed(heard)).toBe(false);

    const notice = applied(
      heard,
      aCommand('recordNoticeSent', { sentOn: localDate('2026-03-24'), means: 'email' }),
      now,
    );

    expect(notice.notices).toMatchObject([{ letter: { kind: 'outcomeTold', document: { number: '67/STC-NS' } } }]);
    expect(notice.state).toMatchObject({ stage: 'merged', toldOn: '2026-03-24', duties: [] });
    expect(petitionMachine.isClosed(notice.state)).toBe(true);
    expect(refusalOf(notice.state, aCommand('unmerge'), now)).toBe('petition.told_already');
  });

  it('D11.1c: is overdue when its author is not told in time', () => {
    const heard = applied(aPetition({ stage: 'merged' }), aCommand('leadingOutcome'), now).state;

    expect(stateAt(heard, at('2026-03-31', '23:59')).duties).toMatchObject([{ missedAt: null }]);
    expect(stateAt(heard, at('2026-04-01')).duties).not.toMatchObject([{ missedAt: null }]);
  });

  it('a notice before there is an outcome tells none', () => {
    const notice = applied(aPetition({ stage: 'merged' }), aCommand('recordNoticeSent'), now);

    expect(notice.state.toldOn).toBeNull();
  });

  it('hears what it knows without any change, and nothing from one that it does not follow', () => {
    const heard = applied(aPetition({ stage: 'merged' }), aCommand('leadingOutcome'), now).state;

    expect(refusalOf(heard, aCommand('leadingOutcome'), now)).toBe('case.unchanged');
    expect(refusalOf(heard, aCommand('leadingOutcome', { leadingId: 'another' }), now)).toBe('case.unchanged');
    expect(refusalOf(heard, aCommand('leadingEnded', { leadingId: 'another' }), now)).toBe('case.unchanged');
  });

  it('D11.3: waits anew when the other one is taken up again, and its author hears of it once told otherwise', () => {
    const heard = applied(aPetition({ stage: 'merged' }), aCommand('leadingOutcome'), now).state;
    const known = applied(heard, aCommand('recordNoticeSent'), now).state;
    const again = aCommand('leadingOutcome', { outcome: null });

    expect(applied(heard, again, now)).toMatchObject({ event: 'leadingReopened', notices: [], state: { duties: [] } });
    expect(applied(known, again, now)).toMatchObject({ notices: [{ letter: { kind: 'reopened' } }] });
    expect(applied(known, again, now).state.toldOn).toBeNull();
  });

  it('is considered on its own again when the other one has ended without an outcome', () => {
    const alone = applied(aPetition({ stage: 'merged' }), aCommand('leadingEnded'), now);

    expect(alone).toMatchObject({ event: 'unmerged', state: { stage: 'received' } });
    expect(alone.notices).toMatchObject([{ letter: { kind: 'unmerged' } }]);
    expect(alone.tells).toBeUndefined();
  });

  it('D2.2: may be withdrawn by its author, which the other one hears', () => {
    expect(told(aPetition({ stage: 'merged' }), 'withdraw')).toEqual([[leadingId, 'followerLeft']]);
  });

  it('is refused into itself, and when it leads others: no chains', () => {
    const state = aPetition({ stage: 'accepted' });
    const itself = aCommand('merge', { into: { id: state.id, number: state.number } });

    expect(refusalOf(state, itself, now)).toBe('petition.merged_into_itself');
    expect(refusalOf(leadingOf('accepted'), aCommand('merge'), now)).toBe('petition.leads_others');
  });
});

describe('D8.1c: a petition that leads others', () => {
  it.each([
    ['answered', 'approveAnswer', 'leadingOutcome'],
    ['accepted', 'settle', 'leadingOutcome'],
    ['accepted', 'decline', 'leadingOutcome'],
    ['closed', 'reopen', 'leadingOutcome'],
    ['accepted', 'withdraw', 'leadingEnded'],
    ['accepted', 'redirect', 'leadingEnded'],
  ] as const)('%s, %s: tells them %s', (stage, kind, news) => {
    expect(told(leadingOf(stage), kind)).toEqual([[follower.id, news]]);
  });

  it.each([
    ['accepted', 'assign'],
    ['inProgress', 'defer'],
    ['inProgress', 'answer'],
    ['resolved', 'recordNoticeSent'],
    ['settled', 'recordNoticeSent'],
  ] as const)('%s, %s: tells them nothing', (stage, kind) => {
    expect(told(leadingOf(stage), kind)).toEqual([]);
  });

  it('tells one that comes late what has come of it', () => {
    expect(told(aPetition({ stage: 'settled' }), 'followerJoined')).toEqual([[follower.id, 'leadingOutcome']]);
    expect(told(aPetition({ stage: 'closed' }), 'followerJoined')).toEqual([[follower.id, 'leadingOutcome']]);
  });

  it.each(['redirected', 'withdrawn', 'merged'] as const)('sends back who comes when it is %s already', (stage) => {
    const away = applied(aPetition({ stage }), aCommand('followerJoined'), now);

    expect(away).toMatchObject({ event: 'followerTurnedAway', state: { stage } });
    expect(away.state.followers).toBeUndefined();
    expect(away.tells).toMatchObject([{ caseId: follower.id, command: { kind: 'leadingEnded' } }]);
  });

  it('knows each of them once, and forgets who left', () => {
    const leading = leadingOf('accepted');

    expect(refusalOf(leading, aCommand('followerJoined'), now)).toBe('case.unchanged');
    expect(applied(leading, aCommand('followerLeft'), now).state.followers).toEqual([]);
    expect(refusalOf(aPetition(), aCommand('followerLeft'), now)).toBe('case.unchanged');
  });

  it('tells them of the answer that another authority gave', () => {
    const referred = leadingOf('referred');
    const document = aDocument('321/BTC-NS', '2026-03-24');

    expect(applied(referred, aCommand('recordReferralOutcome'), now).tells).toMatchObject([
      { command: { kind: 'leadingOutcome', outcome: { on: '2026-03-24', document } } },
    ]);
  });
});

describe('D8.1c: one letter of several matters', () => {
  it('D11.1d: seals its person in each of them', () => {
    const sealed = applied(aPetition({ stage: 'accepted' }), aCommand('protectIdentity', { by: 'host' }), now).state;
    const [tell] = applied(sealed, aCommand('split'), now).tells ?? [];

    expect(tell).toMatchObject({ command: { splitFrom: { protection: { by: 'host' } } } });
    if (tell?.command.kind !== 'register') throw new Error('A part begins by being registered');
    expect(applied(aPetition({ stage: 'submitted' }), tell.command, now).state.protection).toEqual(sealed.protection);
  });

  it('D4.1: is not made of a stub', () => {
    const stub = aPetition({ classification: 'stateSecret' });

    expect(refusalOf(stub, aCommand('split'), now)).toBe('petition.stub_of_secret');
  });

  it('begins a petition for each other matter, and goes on with its own', () => {
    const state = aPetition({ stage: 'accepted' });

    const split = applied(state, aCommand('split', { parts: ['part-1', 'part-2'] }), now);

    expect(split).toMatchObject({ event: 'split', facts: { parts: 2, 'part.1': 'part-1' }, state });
    expect(split.tells).toMatchObject([
      { caseId: 'part-1', command: { kind: 'register', splitFrom: { number: state.number, on: '2026-03-24' } } },
      { caseId: 'part-2', command: { kind: 'register' } },
    ]);
  });

  it('D2.1: what was split off keeps its day of receipt and is screened within days from the split', () => {
    const splitFrom = { id: 'p-1', number: 'KN-2026-000001', on: localDate('2026-03-24') };

    const part = applied(aPetition({ stage: 'submitted' }), aCommand('register', { splitFrom }), now);

    expect(part).toMatchObject({
      facts: { receivedOn: '2026-03-02', splitFromNumber: 'KN-2026-000001' },
      state: { stage: 'received', receivedOn: '2026-03-02', duties: [{ kind: 'screen', dueOn: '2026-03-27' }] },
    });
  });
});

import { describe, expect, it } from '@jest/globals';

import {
  aCommand,
  aConferenceReference,
  aPetition,
  anOrganisation,
  applied,
  at,
  refusalOf,
  stateAt,
} from '@dialogue/testing/builders';

import { dutyOf, flagsOf } from './petition-facts.js';

const inProgress = aPetition({ stage: 'inProgress' });
const overdue = stateAt(inProgress, at('2026-03-30'));

describe('an assignment given back', () => {
  it.each(['assigned', 'inProgress'] as const)('D11.1b: from %s is to be assigned again', (stage) => {
    const { state, notices } = applied(aPetition({ stage }), aCommand('returnAssignment'), at('2026-03-05'));

    expect(state).toMatchObject({ stage: 'accepted', assignment: null, rounds: 1 });
    expect(state.duties).toMatchObject([{ kind: 'assign', anchorOn: '2026-03-05', dueOn: '2026-03-12' }]);
    expect(notices).toMatchObject([
      { letter: { kind: 'assignmentReturned', agency: 'SL-STC' }, recipients: ['leadOffice', 'host'] },
    ]);
  });

  it('D11.1c: keeps the breach of its round, also when another agency is in time', () => {
    const { state, facts } = applied(overdue, aCommand('returnAssignment'), at('2026-03-30'));
    const again = applied(state, aCommand('assign'), at('2026-03-31')).state;

    expect(facts).toMatchObject({ round: 1, breachedOn: '2026-03-26' });
    expect(flagsOf(state)).toEqual(['breached']);
    expect(again.assignment).toMatchObject({ round: 2, breachedOn: null });
    expect(flagsOf(again)).toEqual(['breached']);
    expect(flagsOf(inProgress)).toEqual([]);
  });

  it('D8.1e: that a conference has is not to be assigned before it concludes', () => {
    const attached = aPetition({ stage: 'assigned', conference: aConferenceReference() });

    expect(applied(attached, aCommand('returnAssignment'), at('2026-03-05')).state.duties).toEqual([]);
  });
});

describe('an assignment taken to another agency', () => {
  it('D11.1b, D11.1c: begins anew with its receipt; the breach stays, and the old agency is told', () => {
    const { state, event, notices } = applied(overdue, aCommand('reassign'), at('2026-03-30'));

    expect(event).toBe('reassigned');
    expect(state).toMatchObject({ stage: 'assigned', rounds: 2, assignment: { agency: 'SL-SXD', receivedOn: null } });
    expect(state.duties).toMatchObject([{ kind: 'receipt', dueOn: '2026-04-02', missedAt: null }]);
    expect(flagsOf(state)).toEqual(['breached']);
    expect(notices.map(({ letter, recipients }) => [letter.kind, recipients[0]])).toEqual([
      ['assigned', 'handler'],
      ['assignmentCopy', 'front'],
      ['assignmentTold', 'petitioner'],
      ['dutyEnded', 'handler'],
    ]);
    expect(notices.at(-1)).toMatchObject({ letter: { agency: 'SL-STC', because: 'reassigned' } });
  });

  it('D11.1b: needs another agency', () => {
    const same = aCommand('reassign', { agency: anOrganisation('SL-STC') });

    expect(refusalOf(inProgress, same, at('2026-03-10'))).toBe('petition.agency_unchanged');
  });

  it('D11.1c: takes with it what the old agency had asked for', () => {
    const asked = applied(inProgress, aCommand('requestExtension'), at('2026-03-20')).state;

    const { state } = applied(asked, aCommand('reassign'), at('2026-03-23'));

    expect(dutyOf(state, 'decideExtension')).toBeNull();
    expect(state.assignment?.extension).toBeUndefined();
  });
});

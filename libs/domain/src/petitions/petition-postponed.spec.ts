import { describe, expect, it } from '@jest/globals';

import { aCommand, aConferenceReference, aPetition, applied, at } from '@dialogue/testing/builders';

import { localDate } from '../time/local-date.js';

const conference = aConferenceReference();
const attached = aPetition({ stage: 'accepted', conference });
const when = at('2026-04-01');

describe('conferencePostponed', () => {
  const postponed = aCommand('conferencePostponed');
  const failed = aCommand('conferencePostponed', { failedOn: localDate('2026-04-10') });

  it.each([
    ['D8.1f: while its conference has no day it is to be assigned', postponed, '2026-04-13', '2026-04-20', 'D8.1f'],
    ['D8.3b, D11.1b: after a failure from the day of the dialogue', failed, '2026-04-10', '2026-04-17', 'D8.3b'],
  ] as const)('%s', (_, command, anchorOn, dueOn, rule) => {
    const transition = applied(attached, command, at('2026-04-13'));

    expect(transition).toMatchObject({ event: 'conferencePostponed', rule });
    expect(transition.tells).toBeUndefined();
    expect(transition.state).toMatchObject({
      stage: 'accepted',
      conference: { id: conference.id, isPostponed: true },
      duties: [{ kind: 'assign', rule: 'D11.1b', anchorOn, dueOn }],
    });
  });

  it.each(['assigned', 'inProgress', 'answered', 'deferred', 'referred'] as const)(
    'D11.1b: what somebody has in hand already (%s) needs the conference no more, and goes on',
    (stage) => {
      const before = aPetition({ stage, conference });
      const { state, tells } = applied(before, postponed, when);

      expect(state).toMatchObject({ stage, conference: null, duties: before.duties });
      expect(tells).toMatchObject([{ caseId: conference.id, command: { kind: 'petitionDetached' } }]);
    },
  );

  it.each([
    ['another day', localDate('2026-04-24')],
    ['the day that it had before', conference.on],
  ])('D8.1e: with %s it waits for the conference again, and nobody owes its assignment', (_, on) => {
    const waiting = applied(attached, postponed, when).state;
    const { state, event } = applied(waiting, aCommand('conferenceMoved', { on }), at('2026-04-02'));

    expect(event).toBe('conferenceMoved');
    expect(state).toMatchObject({ stage: 'accepted', duties: [], conference: { on, path: 'briefing' } });
    expect(state.conference).not.toHaveProperty('isPostponed');
  });

  it('D11.1b: assigned meanwhile it leaves the list, and the conference is told', () => {
    const waiting = applied(attached, postponed, when).state;
    const { state, tells } = applied(waiting, aCommand('assign'), at('2026-04-02'));

    expect(state).toMatchObject({ stage: 'assigned', conference: null });
    expect(tells).toMatchObject([{ caseId: conference.id, command: { kind: 'petitionDetached' } }]);
  });

  it('D8.1f: the end of the conference leaves the limit that runs, and promises a written answer', () => {
    const waiting = applied(attached, failed, at('2026-04-13')).state;
    const ended = applied(waiting, aCommand('conferenceEnded'), at('2026-04-15')).state;

    expect(ended).toMatchObject({ isWrittenAnswerRequired: true, conference: null, duties: waiting.duties });
  });

  it('D8.1e: taken off the list it is to be assigned, once', () => {
    const waiting = applied(attached, postponed, when).state;

    expect(applied(waiting, aCommand('detach'), at('2026-04-02')).state).toMatchObject({
      conference: null,
      duties: [{ kind: 'assign', anchorOn: '2026-04-02' }],
    });
  });
});

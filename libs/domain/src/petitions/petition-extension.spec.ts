import { describe, expect, it } from '@jest/globals';

import {
  aCalendar,
  aCommand,
  aDocument,
  aPetition,
  applied,
  at,
  elapsed,
  refusalOf,
  stateAt,
  urged,
  valueOf,
} from '@dialogue/testing/builders';

import { localDate } from '../time/local-date.js';
import { dutyOf } from './petition-facts.js';
import { petitionMachine } from './petition.machine.js';
import { defaultPetitionTerms } from './petition-terms.js';
import type { Petition } from './petition.js';

/** Received on 5 March, due on 26 March 2026. */
const inProgress = aPetition({ stage: 'inProgress' });
const wantedOn = localDate('2026-04-09');

function asked(state: Petition = inProgress, day = '2026-03-20'): Petition {
  return applied(state, aCommand('requestExtension', { wantedOn }), at(day)).state;
}

function granted(change: Partial<ReturnType<typeof aCommand<'grantExtension'>>> = {}): Petition {
  return applied(asked(), aCommand('grantExtension', change), at('2026-03-23')).state;
}

describe('asking for more time', () => {
  it('D11.1c: is owed a decision of the host, who is told until when it was wanted', () => {
    const { state, notices, facts } = applied(inProgress, aCommand('requestExtension', { wantedOn }), at('2026-03-20'));

    expect(dutyOf(state, 'decideExtension')).toMatchObject({ dueOn: '2026-03-25', workingDays: 3 });
    expect(dutyOf(state, 'answer')?.dueOn).toBe('2026-03-26');
    expect(facts).toMatchObject({ wasDueOn: '2026-03-26', wantedOn });
    expect(notices).toMatchObject([
      { letter: { kind: 'extensionRequested', decisionDueOn: '2026-03-25' }, recipients: ['host', 'leadOffice'] },
    ]);
  });

  it('D11.1c: on the due day itself is possible, and to be decided on that day', () => {
    expect(dutyOf(asked(inProgress, '2026-03-26'), 'decideExtension')?.dueOn).toBe('2026-03-26');
  });

  it.each([
    ['petition.extension_not_later', localDate('2026-03-26'), 'the limit itself'],
    ['petition.extension_too_long', localDate('2026-04-17'), 'sixteen working days after it'],
  ])('D11.1c: %s: %s is %s', (code, day) => {
    expect(refusalOf(inProgress, aCommand('requestExtension', { wantedOn: day }), at('2026-03-20'))).toBe(code);
  });

  it('D11.1c: is too late once the deadline has passed', () => {
    const overdue = stateAt(inProgress, at('2026-03-27'));

    expect(refusalOf(overdue, aCommand('requestExtension'), at('2026-03-27'))).toBe(
      'petition.extension_after_deadline',
    );
  });

  it('D11.1c: twice at a time, and again after it was granted, is refused', () => {
    expect(refusalOf(asked(), aCommand('requestExtension'), at('2026-03-20'))).toBe('petition.extension_pending');
    expect(refusalOf(granted(), aCommand('requestExtension'), at('2026-03-24'))).toBe('petition.extension_used');
  });

  it('D13.1: as often, and by as many days, as the terms of the office allow', () => {
    const terms = { ...defaultPetitionTerms, extensionCount: 0 };
    const few = { ...defaultPetitionTerms, extensionWorkingDays: 3 };
    const ask = aCommand('requestExtension', { wantedOn });

    expect(refusalOf(aPetition({ stage: 'inProgress', terms }), ask, at('2026-03-20'))).toBe('petition.extension_used');
    expect(refusalOf(aPetition({ stage: 'inProgress', terms: few }), ask, at('2026-03-20'))).toBe(
      'petition.extension_too_long',
    );
  });

  it('D11.1c: that nobody decides lapses with the deadline, which counts', () => {
    const [decision, miss] = elapsed(asked(), at('2026-03-27'));

    expect(decision?.facts).toMatchObject({ duty: 'decideExtension' });
    expect(miss?.facts).toMatchObject({ duty: 'answer', isBreach: true, lapsedExtension: 1 });
    expect(miss?.state.assignment).toMatchObject({ extension: null, breachedOn: '2026-03-26' });
    expect(miss?.notices).toMatchObject([{ letter: { kind: 'extensionRefused', isLapsed: true } }]);
    expect(miss && dutyOf(miss.state, 'decideExtension')).toBeNull();
  });

  it('D11.1c: is over with the answer', () => {
    const { state } = applied(asked(), aCommand('answer'), at('2026-03-23'));

    expect(state.assignment?.extension).toBeNull();
    expect(dutyOf(state, 'decideExtension')).toBeNull();
  });

  it('D11.1c: refused, leaves the limit, and may be asked for again', () => {
    const { state, notices } = applied(asked(), aCommand('refuseExtension'), at('2026-03-23'));

    expect(dutyOf(state, 'answer')?.dueOn).toBe('2026-03-26');
    expect(state.duties.map(({ kind }) => kind)).toEqual(['answer']);
    expect(notices).toMatchObject([{ letter: { kind: 'extensionRefused', dueOn: '2026-03-26', isLapsed: false } }]);
    expect(asked(state, '2026-03-24').assignment?.extension).toMatchObject({ number: 2 });
  });
});

describe('more time that was granted', () => {
  it('D11.1c: moves the limit to that day; the progress stays due at the first limit', () => {
    const { duties, assignment } = granted();

    expect(duties).toMatchObject([
      { kind: 'answer', dueOn: '2026-04-09', missedAt: null },
      { kind: 'reportProgress', anchorOn: '2026-03-05', dueOn: '2026-03-26', workingDays: 15 },
    ]);
    expect(assignment).toMatchObject({ extension: null, extensionsGranted: 1, extendedTo: '2026-04-09' });
  });

  it('D11.1c: asks for no report on the progress where the legal basis says so', () => {
    expect(granted({ isProgressReportDue: false }).duties.map(({ kind }) => kind)).toEqual(['answer']);
  });

  it('D11.1c: may be less than was asked for, and no more than the terms allow', () => {
    const command = aCommand('grantExtension', { newOn: localDate('2026-04-17') });

    expect(dutyOf(granted({ newOn: localDate('2026-04-01') }), 'answer')?.dueOn).toBe('2026-04-01');
    expect(refusalOf(asked(), command, at('2026-03-23'))).toBe('petition.extension_too_long');
  });

  it.each(['grantExtension', 'refuseExtension'] as const)('D11.1c: %s needs a request', (kind) => {
    expect(refusalOf(inProgress, aCommand(kind), at('2026-03-20'))).toBe('petition.extension_not_requested');
  });

  it('D11.1c: a reminder sent before is not sent again, and each escalation climbs after the new day', () => {
    const reminded = urged(inProgress, at('2026-03-19', '08:00')).at(-1)?.state ?? inProgress;
    const { state } = applied(asked(reminded), aCommand('grantExtension'), at('2026-03-23'));
    const quiet = { ...state, duties: state.duties.filter(({ kind }) => kind === 'answer') };

    const rungs = ['2026-04-02', '2026-04-07', '2026-04-10', '2026-04-14'].flatMap((day) =>
      urged(stateAt(quiet, at(day)), at(day, '08:00')).map(({ facts }) => facts['rungs']),
    );

    expect(dutyOf(state, 'answer')?.climbed).toEqual([-5]);
    expect(rungs).toEqual(['-2', '1', '1 3']);
  });

  it('D11.1c: an answer up to that day is in time, the day after it is late', () => {
    const answerOn = (day: string): Petition =>
      applied(
        stateAt(granted({ isProgressReportDue: false }), at(day)),
        aCommand('answer', { document: aDocument('67/STC-NS', day) }),
        at(day),
      ).state;

    expect(answerOn('2026-04-09').assignment).toMatchObject({ isFirstAnswerLate: false, breachedOn: null });
    expect(answerOn('2026-04-10').assignment).toMatchObject({ isFirstAnswerLate: true, breachedOn: '2026-04-09' });
  });

  it('D11.1c: a progress report meets the first limit, and the next one is due by the day that was granted', () => {
    const report = (nextReportOn: string) =>
      aCommand('answer', { answer: 'progress', nextReportOn: localDate(nextReportOn) });
    const { state } = applied(granted(), report('2026-04-09'), at('2026-03-25'));

    expect(state.duties).toMatchObject([{ kind: 'answer', dueOn: '2026-04-09' }]);
    expect(refusalOf(granted(), report('2026-04-10'), at('2026-03-25'))).toBe('petition.next_report_too_late');
  });

  it('D11.1c: a progress report that does not come is missed, and no breach of the answer', () => {
    const [miss] = elapsed(granted(), at('2026-03-27'));

    expect(miss?.facts).toMatchObject({ duty: 'reportProgress', isBreach: false });
    expect(miss?.state.assignment?.breachedOn).toBeNull();
  });

  it('D10.1b: what was put off comes back with the days that were left of both', () => {
    const deferred = applied(granted(), aCommand('defer'), at('2026-03-24')).state;

    const { state } = applied(deferred, aCommand('resume'), at('2026-04-06'));

    expect(state.duties).toMatchObject([
      { kind: 'answer', dueOn: '2026-04-22', workingDays: 12 },
      { kind: 'reportProgress', dueOn: '2026-04-08', workingDays: 2 },
    ]);
    expect(state.assignment).toMatchObject({ extendedTo: null });
  });

  it('D10.1a: an answer sent back is due at the limit that was granted', () => {
    const answered = applied(granted(), aCommand('answer'), at('2026-03-25')).state;

    const { state } = applied(answered, aCommand('sendBackAnswer'), at('2026-03-26'));

    expect(dutyOf(state, 'answer')?.dueOn).toBe('2026-04-09');
  });

  it('D11.1c: stays that day when a receipt is proven, and the progress report follows the receipt', () => {
    const deemed = stateAt(aPetition({ stage: 'assigned' }), at('2026-03-10'));
    const extended = applied(asked(deemed, '2026-03-12'), aCommand('grantExtension'), at('2026-03-13')).state;

    const proven = applied(extended, aCommand('acknowledge', { isEvidenced: true }), at('2026-03-16')).state;

    expect(dutyOf(proven, 'answer')?.dueOn).toBe('2026-04-09');
    expect([extended, proven].map((state) => dutyOf(state, 'reportProgress')?.dueOn)).toEqual([
      '2026-03-30',
      '2026-03-26',
    ]);
  });

  it('D11.1c: stays that day on another calendar, unless the limit counted from the receipt comes to lie behind it', () => {
    const daysOff = (...days: string[]) => aCalendar({ edition: 2, daysOff: days.map(localDate) });
    const state = granted({ newOn: localDate('2026-03-27') });
    const recounted = (calendar: Petition['calendar']): Petition =>
      valueOf(petitionMachine.recount(state, { calendar }, localDate('2026-03-24'))).state;

    expect(dutyOf(recounted(daysOff('2026-03-26')), 'answer')?.dueOn).toBe('2026-03-27');
    expect(dutyOf(recounted(daysOff('2026-03-25', '2026-03-26')), 'answer')?.dueOn).toBe('2026-03-30');
    expect(dutyOf(recounted(daysOff('2026-03-26')), 'reportProgress')?.dueOn).toBe('2026-03-27');
  });

  it('D13.1: a report on the progress has the days of the answer by the terms that are adopted', () => {
    const duties = {
      ...defaultPetitionTerms.duties,
      answer: { ...defaultPetitionTerms.duties.answer, workingDays: 20 },
    };
    const terms = { ...defaultPetitionTerms, version: 'local-1', duties };

    const { state } = applied(granted(), aCommand('adoptTerms', { terms }), at('2026-03-24'));

    expect(state.duties.map(({ kind, dueOn }) => [kind, dueOn])).toEqual([
      ['answer', '2026-04-09'],
      ['reportProgress', '2026-04-02'],
    ]);
  });
});

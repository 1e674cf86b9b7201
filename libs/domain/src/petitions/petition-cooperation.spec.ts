import { describe, expect, it } from '@jest/globals';

import {
  aCalendar,
  aCommand,
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
import { dutyOf } from './petition-facts.js';
import { petitionMachine } from './petition.machine.js';
import { defaultPetitionTerms } from './petition-terms.js';
import type { Petition } from './petition.js';

const cooperating = ['SL-CA', 'SL-SYT'];
const [police, health] = [anOrganisation('SL-CA'), anOrganisation('SL-SYT')];
const assigned = aPetition({ stage: 'assigned', cooperating });
/** Received on 5 March, due on 26 March 2026. */
const inProgress = aPetition({ stage: 'inProgress', cooperating });

function owed(state: Petition): readonly (readonly [string | undefined, string])[] {
  return state.duties.filter(({ kind }) => kind === 'contribute').map(({ body, dueOn }) => [body, dueOn]);
}

describe('a petition with cooperating bodies', () => {
  const bodies = cooperating.map((code) => ({ code: anOrganisation(code), name: code }));

  it('D11.1b: is told to the agency that leads and to each of them, and keeps their names', () => {
    const { state, notices, facts } = applied(
      aPetition({ stage: 'accepted' }),
      aCommand('assign', { cooperating: bodies }),
      at('2026-03-04'),
    );

    expect(facts).toMatchObject({ agency: 'SL-STC', cooperating: 'SL-CA SL-SYT' });
    expect(state.names).toMatchObject({ 'SL-CA': 'SL-CA', 'SL-STC': 'Sở Tài chính' });
    expect(notices.filter(({ letter }) => letter.kind === 'cooperationAsked')).toMatchObject([
      { letter: { agency: 'SL-CA', lead: 'SL-STC', workingDays: 5 }, recipients: ['handler', 'agencyHead'] },
      { letter: { agency: 'SL-SYT', lead: 'SL-STC', workingDays: 5 }, recipients: ['handler', 'agencyHead'] },
    ]);
    expect(owed(state)).toEqual([]);
  });

  it.each([
    ['one of them twice', [...bodies, ...bodies]],
    ['the agency that leads', [{ code: anOrganisation('SL-STC'), name: 'x' }]],
  ])('D11.1b: names nobody twice: %s', (_, repeated) => {
    const command = aCommand('assign', { cooperating: repeated });

    expect(refusalOf(aPetition({ stage: 'accepted' }), command, at('2026-03-04'))).toBe(
      'petition.cooperating_repeated',
    );
  });

  it('D11.1c: each owes its contribution five working days before the limit, and hears so with the receipt', () => {
    const { state, notices } = applied(assigned, aCommand('acknowledge'), at('2026-03-05'));

    expect(state.duties).toMatchObject([
      { kind: 'answer', dueOn: '2026-03-26' },
      { kind: 'contribute', body: 'SL-CA', anchorOn: '2026-03-26', dueOn: '2026-03-19', workingDays: -5 },
      { kind: 'contribute', body: 'SL-SYT', anchorOn: '2026-03-26', dueOn: '2026-03-19', workingDays: -5 },
    ]);
    expect(notices.slice(1)).toMatchObject([
      { letter: { kind: 'contributionDue', agency: 'SL-CA', lead: 'SL-STC', dueOn: '2026-03-19' } },
      { letter: { kind: 'contributionDue', agency: 'SL-SYT' } },
    ]);
  });

  it('D11.1c: a receipt that is deemed begins it as well', () => {
    const [deemed] = elapsed(assigned, at('2026-03-10'));

    expect(deemed?.event).toBe('receiptDeemed');
    expect(deemed && owed(deemed.state)).toEqual([
      ['SL-CA', '2026-03-23'],
      ['SL-SYT', '2026-03-23'],
    ]);
  });

  it('D11.1c: a receipt that is recorded after that day makes it due at once', () => {
    const { state } = applied(assigned, aCommand('acknowledge'), at('2026-03-05'));
    const late = applied(stateAt(assigned, at('2026-03-09', '23:00')), aCommand('acknowledge'), at('2026-03-09'));
    const terms = {
      ...defaultPetitionTerms.duties,
      contribute: { ...defaultPetitionTerms.duties.contribute, workingDays: 14 },
    };
    const early = aPetition({ stage: 'assigned', cooperating, terms: { ...defaultPetitionTerms, duties: terms } });

    expect(owed(late.state)).toEqual(owed(state));
    expect(owed(applied(early, aCommand('acknowledge'), at('2026-03-09')).state)[0]).toEqual(['SL-CA', '2026-03-09']);
  });

  it('D11.1c: each is reminded and missed by itself, and the clock of the agency that leads goes on', () => {
    const reminders = urged(inProgress, at('2026-03-17', '08:00'));
    const misses = elapsed(inProgress, at('2026-03-20'));

    expect(reminders.map(({ facts, notices }) => [facts['body'], notices[0]?.letter])).toMatchObject([
      ['SL-CA', { kind: 'dutyReminder', duty: 'contribute', agency: 'SL-CA' }],
      ['SL-SYT', { kind: 'dutyReminder', duty: 'contribute', agency: 'SL-SYT' }],
    ]);
    expect(misses.map(({ facts }) => [facts['duty'], facts['body'], facts['isBreach']])).toEqual([
      ['contribute', 'SL-CA', false],
      ['contribute', 'SL-SYT', false],
    ]);
    expect(misses.at(-1) && dutyOf(misses.at(-1)?.state ?? inProgress, 'answer')?.dueOn).toBe('2026-03-26');
  });
});

describe('a contribution', () => {
  it.each([
    ['assigned', assigned],
    ['inProgress', inProgress],
  ])('D11.1c: from %s goes to the agency that leads; the others still owe theirs', (_, before) => {
    const { state, notices } = applied(before, aCommand('contribute'), at('2026-03-06'));

    expect(state.stage).toBe(before.stage);
    expect(owed(state)).toEqual(owed(before).filter(([body]) => body !== police));
    expect(dutyOf(state, 'answer')).toEqual(dutyOf(before, 'answer'));
    expect(state.assignment?.cooperating?.[0]).toMatchObject({ contributedOn: '2026-03-06', isLate: false });
    expect(notices).toMatchObject([
      { letter: { kind: 'contributionReceived', agency: 'SL-STC', from: 'SL-CA', isLate: false } },
    ]);
  });

  it('D11.1c: after its day is late, unless its arrival stamp proves otherwise', () => {
    const overdue = stateAt(inProgress, at('2026-03-23'));
    const late = aCommand('contribute', { document: aDocument('31/CA', '2026-03-19') });
    const stamped = { ...late, arrivedOn: localDate('2026-03-19') };

    const isLate = [late, stamped].map(
      (command) => applied(overdue, command, at('2026-03-23')).state.assignment?.cooperating?.[0]?.isLate,
    );

    expect(isLate).toEqual([true, false]);
  });

  it.each([
    ['petition.not_cooperating', inProgress, anOrganisation('SL-SXD')],
    [
      'petition.contribution_already_recorded',
      applied(inProgress, aCommand('contribute'), at('2026-03-06')).state,
      police,
    ],
  ])('D11.1b: %s', (code, state, agency) => {
    expect(refusalOf(state, aCommand('contribute', { agency }), at('2026-03-09'))).toBe(code);
  });
});

describe('the limit of the agency that leads', () => {
  it('D11.1c: moves what cooperating bodies owe with it, and each is told', () => {
    const asked = applied(inProgress, aCommand('requestExtension'), at('2026-03-10')).state;

    const { state, notices } = applied(asked, aCommand('grantExtension'), at('2026-03-11'));

    expect(owed(state)).toEqual([
      ['SL-CA', '2026-04-02'],
      ['SL-SYT', '2026-04-02'],
    ]);
    expect(notices.filter(({ letter }) => letter.kind === 'contributionDue')).toHaveLength(2);
  });

  it('D11.1c: once met, ends what they owe, and who has not contributed is told', () => {
    const half = applied(inProgress, aCommand('contribute'), at('2026-03-06')).state;

    const { state, notices } = applied(half, aCommand('answer'), at('2026-03-10'));

    expect(owed(state)).toEqual([]);
    expect(notices.slice(1)).toMatchObject([{ letter: { kind: 'dutyEnded', agency: 'SL-SYT', because: 'answered' } }]);
  });

  it('D10.1a: with an answer sent back, those who have not contributed owe it again', () => {
    const half = applied(inProgress, aCommand('contribute'), at('2026-03-06')).state;
    const answered = applied(half, aCommand('answer'), at('2026-03-10')).state;

    expect(owed(applied(answered, aCommand('sendBackAnswer'), at('2026-03-11')).state)).toEqual([
      ['SL-SYT', '2026-03-19'],
    ]);
  });

  it('D10.1b: stands still for them as well, and comes back with the days that were left', () => {
    const { state: deferred, notices } = applied(inProgress, aCommand('defer'), at('2026-03-09'));
    const [back] = elapsed(deferred, at('2026-04-15'));

    expect(owed(deferred)).toEqual([]);
    expect(notices.map(({ letter }) => ('agency' in letter ? letter.agency : null))).toEqual([
      'SL-STC',
      'SL-CA',
      'SL-SYT',
    ]);
    expect(back && dutyOf(back.state, 'answer')?.dueOn).toBe('2026-05-07');
    expect(back && owed(back.state)).toEqual([
      ['SL-CA', '2026-04-28'],
      ['SL-SYT', '2026-04-28'],
    ]);
  });

  it.each(['settle', 'refer', 'withdraw', 'returnAssignment', 'reassign'] as const)(
    'D11.1b: that falls away with %s is over for them, and they are told',
    (kind) => {
      const { state, notices } = applied(inProgress, aCommand(kind), at('2026-03-06'));

      expect(owed(state)).toEqual([]);
      const told = notices.flatMap(({ letter }) => (letter.kind === 'dutyEnded' ? [letter.agency] : []));
      expect(told).toEqual(expect.arrayContaining([police, health]));
    },
  );

  it('D11.1b: whoever cooperates with the next agency as well is not told that it is over', () => {
    const command = aCommand('reassign', { cooperating: [{ code: police, name: 'x' }] });

    const { notices } = applied(inProgress, command, at('2026-03-06'));

    const told = notices.flatMap(({ letter }) => (letter.kind === 'dutyEnded' ? [letter.agency] : []));
    expect(told).toEqual(['SL-STC', 'SL-SYT']);
  });

  it('D11.1c: on another calendar takes what they owe with it', () => {
    const calendar = aCalendar({ edition: 2, daysOff: [localDate('2026-03-23')] });

    const { state, moves } = valueOf(petitionMachine.recount(inProgress, { calendar }, localDate('2026-03-09')));

    expect(dutyOf(state, 'answer')?.dueOn).toBe('2026-03-27');
    expect(owed(state)).toEqual([
      ['SL-CA', '2026-03-19'],
      ['SL-SYT', '2026-03-19'],
    ]);
    expect(moves.map(({ duty }) => duty)).toEqual(['answer']);
  });

  it('D13.1: by other terms is as many days before it as these say', () => {
    const duties = {
      ...defaultPetitionTerms.duties,
      contribute: { ...defaultPetitionTerms.duties.contribute, workingDays: 7 },
    };
    const terms = { ...defaultPetitionTerms, version: 'local-1', duties };

    expect(owed(applied(inProgress, aCommand('adoptTerms', { terms }), at('2026-03-09')).state)[0]).toEqual([
      'SL-CA',
      '2026-03-17',
    ]);
  });
});

describe('cooperating bodies that are reorganised', () => {
  const succession = (from: string, to: string) => ({
    from: anOrganisation(from),
    to: anOrganisation(to),
    toName: 'x',
  });

  it('D11.3: pass what they owe to their successor, who is told', () => {
    const command = aCommand('organisationChanged', { successions: [succession('SL-CA', 'SL-CAM')] });

    const { state, notices } = applied(inProgress, command, at('2026-03-09'));

    expect(owed(state).map(([body]) => body)).toEqual(['SL-CAM', 'SL-SYT']);
    expect(state.assignment?.cooperating?.map(({ agency }) => agency)).toEqual(['SL-CAM', 'SL-SYT']);
    expect(notices).toMatchObject([{ letter: { kind: 'handover', part: 'body', to: 'SL-CAM', dueOn: '2026-03-19' } }]);
  });

  it('D11.3: are told of it also while nothing is owed yet', () => {
    const command = aCommand('organisationChanged', { successions: [succession('SL-CA', 'SL-CAM')] });

    const { state, notices } = applied(assigned, command, at('2026-03-05'));

    expect(state.assignment?.cooperating?.map(({ agency }) => agency)).toEqual(['SL-CAM', 'SL-SYT']);
    expect(notices).toMatchObject([{ letter: { kind: 'handover', part: 'body', to: 'SL-CAM', dueOn: null } }]);
  });

  it('D11.3: that become one owe once, and nothing where one has contributed', () => {
    const merged = aCommand('organisationChanged', {
      successions: [succession('SL-CA', 'SL-M'), succession('SL-SYT', 'SL-M')],
    });
    const half = applied(inProgress, aCommand('contribute', { agency: health }), at('2026-03-06')).state;

    expect(owed(applied(inProgress, merged, at('2026-03-09')).state)).toEqual([['SL-M', '2026-03-19']]);
    expect(owed(applied(half, merged, at('2026-03-09')).state)).toEqual([]);
  });

  it('D11.3: that become part of the agency that leads owe nothing beside it', () => {
    const command = aCommand('organisationChanged', { successions: [succession('SL-CA', 'SL-STC')] });

    expect(owed(applied(inProgress, command, at('2026-03-09')).state)).toEqual([['SL-SYT', '2026-03-19']]);
  });
});

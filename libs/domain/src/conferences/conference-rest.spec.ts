import { describe, expect, it } from '@jest/globals';

import {
  aBody,
  aConference,
  aConferenceCommand,
  aDocument,
  appliedToConference,
  at,
  conferenceAt,
  decidedOfConference,
  type ConferenceWishes,
} from '@dialogue/testing/builders';

import { localDate } from '../time/local-date.js';
import type { ConferenceCommand } from './conference-commands.js';
import { conferenceMachine } from './conference.machine.js';
import type { Conference, ConferenceDutyKind } from './conference.js';

const finance = aBody('SL-STC');
const listed = applied(
  aConference({ stage: 'preparing' }),
  '2026-03-20',
  aConferenceCommand('requestOpinions'),
  aConferenceCommand('petitionAttached', { petitionId: 'p1' }),
);
const allocated = applied(
  listed,
  '2026-03-23',
  aConferenceCommand('issueAggregateReport', { allocations: [{ petitionId: 'p1', agency: finance }] }),
);
const detached = aConferenceCommand('petitionDetached', { petitionId: 'p1' });
const newDate = aConferenceCommand('recordDirection', {
  document: aDocument('12/CV', '2026-04-20'),
  direction: { kind: 'newDate', on: localDate('2026-05-28'), startsAt: '08:00' },
});

describe('what rests while a conference has no day', () => {
  const postponed = applied(allocated, '2026-03-24', aConferenceCommand('postpone'));
  const failed = applied(allocated, '2026-04-16', aConferenceCommand('recordFailed'));

  it('D8.1d: a body whose petitions have left meanwhile owes no prepared answers for the next day', () => {
    const moved = applied(postponed, '2026-03-25', detached, aConferenceCommand('reschedule'));
    const directed = applied(failed, '2026-04-20', detached, newDate);

    expect(bodiesOwing(applied(postponed, '2026-03-25', aConferenceCommand('reschedule')), 'prepareAnswers')).toEqual([
      'SL-STC',
    ]);
    expect(bodiesOwing(moved, 'prepareAnswers')).toEqual([]);
    expect(bodiesOwing(directed, 'prepareAnswers')).toEqual([]);
  });

  it('D11.3: two bodies that become one owe once what each of them owed', () => {
    const merged = aConferenceCommand('organisationChanged', {
      successions: [{ from: aBody('SL-SYT').code, to: finance.code, toName: finance.name }],
    });

    expect(bodiesOwing(allocated, 'supplyOpinions')).toEqual(['SL-STC', 'SL-SYT']);
    const moved = applied(postponed, '2026-03-25', merged, aConferenceCommand('reschedule'));
    expect(bodiesOwing(moved, 'supplyOpinions')).toEqual(['SL-STC']);
  });

  it('D8.1e: a petition comes after the briefing only where no other one is to be held', () => {
    const briefed = applied(
      allocated,
      '2026-04-10',
      aConferenceCommand('holdBriefing', { heldOn: localDate('2026-04-10') }),
    );
    const late = aConferenceCommand('petitionAttached', { petitionId: 'p2', path: 'briefing' });
    const again = applied(conferenceAt(briefed, at('2026-04-16')), '2026-04-16', aConferenceCommand('recordFailed'));
    const directed = applied(again, '2026-04-20', newDate);

    expect(appliedToConference(briefed, late, at('2026-04-10')).notices).toHaveLength(1);
    expect(appliedToConference(directed, late, at('2026-04-21')).notices).toEqual([]);
  });

  it('D13.1: what is owed by days that other terms do not know keeps them', () => {
    const known = Object.entries(postponed.terms.duties).filter(([kind]) => kind !== 'setNewDate');
    const duties = Object.fromEntries(known);
    const terms = { ...postponed.terms, version: 'SL-UBND/2026-01-01', duties } as Conference['terms'];
    const adopted = applied(postponed, '2026-03-25', aConferenceCommand('adoptTerms', { terms }));

    expect(conferenceMachine.nextDueAt(adopted)).toEqual(conferenceMachine.nextDueAt(postponed));
  });
});

it('D10.3b: minutes of a dialogue that was held again are another version', () => {
  const held = (on: string) => aConferenceCommand('recordHeld', { heldOn: localDate(on), hasMinutes: true });
  const first = appliedToConference(allocated, held('2026-04-16'), at('2026-04-16'));
  const failed = applied(
    first.state,
    '2026-04-17',
    aConferenceCommand('recordFailed', { failedOn: localDate('2026-04-16') }),
  );
  const second = appliedToConference(applied(failed, '2026-04-20', newDate), held('2026-05-28'), at('2026-05-28'));

  expect([first.facts['minutesVersion'], second.facts['minutesVersion']]).toEqual([1, 2]);
  expect(second.state.minutes?.versions).toBe(2);
});

describe('a conference that was demanded', () => {
  const wishes: ConferenceWishes = {
    ...{ stage: 'drafted', kind: 'adHoc', field: 'economy', host: 'departmentHead', organisation: finance.code },
    demand: { by: aBody('SL-UBND').code, document: aDocument('315/UBND-TH', '2026-02-27') },
  };
  const demanded = applied(aConference(wishes), '2026-03-02', aConferenceCommand('demandAdHoc'));

  it('D8.3a: cannot be put off before the unit has answered: then nobody could give it a day', () => {
    expect(decidedOfConference(demanded, aConferenceCommand('postpone'), at('2026-03-03'))).toEqual({
      refused: { code: 'conference.demand_open', rule: 'D8.1a' },
    });
  });

  it('D11.3: is of the successor of whoever has demanded it', () => {
    const [from, to] = [aBody('SL-UBND').code, aBody('SL-VPTU').code];
    const passed = aConferenceCommand('organisationChanged', { successions: [{ from, to, toName: 'B' }] });

    expect(applied(demanded, '2026-03-03', passed).demand?.by).toBe(to);
  });
});

it('D1, D11.3: the host that was named by decision is followed by its successor', () => {
  const changed = applied(allocated, '2026-03-24', aConferenceCommand('changeHost'));
  const from = changed.organisation;
  const to = aBody('SL-VPTU').code;
  const passed = aConferenceCommand('organisationChanged', { successions: [{ from, to, toName: 'B' }] });
  const { organisation, hostChange } = applied(changed, '2026-03-25', passed);

  expect([organisation, hostChange?.organisation]).toEqual([to, to]);
});

function applied(state: Conference, on: string, ...commands: readonly ConferenceCommand[]): Conference {
  return commands.reduce((current, command) => appliedToConference(current, command, at(on)).state, state);
}

function bodiesOwing({ duties }: Conference, kind: ConferenceDutyKind): readonly unknown[] {
  return duties.filter((duty) => duty.kind === kind).map(({ body }) => body);
}

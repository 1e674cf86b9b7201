import { describe, expect, it } from '@jest/globals';

import {
  aBody,
  aConference,
  aConferenceCommand,
  appliedToConference,
  at,
  conferenceAt,
  decidedOfConference,
  valueOf,
} from '@dialogue/testing/builders';

import { conferenceDuties } from './conference-milestones.js';
import { conferenceMachine } from './conference.machine.js';
import type { Conference } from './conference.js';

const invited = appliedToConference(
  aConference({ stage: 'preparing' }),
  aConferenceCommand('sendInvitations'),
  at('2026-04-08'),
).state;

describe('the answers of guests', () => {
  it('D10.3a: are owed by each of them two working days before', () => {
    expect(owing(invited)).toEqual(['SL-STC', 'SL-MTTQ']);
    expect(conferenceDuties.dutyOf(invited, 'confirmAttendance')).toMatchObject({
      rule: 'D10.3a',
      dueOn: '2026-04-14',
    });
  });

  it('D10.3a: end what that guest owes, whether its leader comes or another one', () => {
    const confirmed = appliedToConference(invited, aConferenceCommand('confirmAttendance'), at('2026-04-10'));
    const body = aBody('SL-MTTQ').code;
    const declined = appliedToConference(
      confirmed.state,
      aConferenceCommand('declineAttendance', { body, rank: 'other' }),
      at('2026-04-15'),
    );

    expect(confirmed).toMatchObject({ event: 'attendanceConfirmed', facts: { rank: 'head', isLate: false } });
    expect(declined).toMatchObject({ event: 'attendanceDeclined', facts: { rank: 'other', isLate: true } });
    expect(owing(confirmed.state)).toEqual(['SL-MTTQ']);
    expect(declined.state.attendance).toMatchObject([{ answer: 'confirmed' }, { answer: 'declined', rank: 'other' }]);
  });

  it('D10.3a: missed go to the lead office, guest by guest, and are no finding', () => {
    const late = conferenceAt(invited, at('2026-04-15', '08:00'));
    const urged = valueOf(conferenceMachine.urge(late, at('2026-04-15', '08:00'))).flatMap(({ notices }) => notices);

    expect(urged.filter(({ key }) => key.startsWith('confirmAttendance'))).toMatchObject([
      { letter: { agency: 'SL-STC' }, recipients: ['leadOffice'] },
      { letter: { agency: 'SL-MTTQ' }, recipients: ['leadOffice'] },
    ]);
  });

  it('D10.3a: are asked for again on another day, and kept on another hour', () => {
    const confirmed = appliedToConference(invited, aConferenceCommand('confirmAttendance'), at('2026-04-10')).state;
    const moved = appliedToConference(confirmed, aConferenceCommand('reschedule'), at('2026-04-10')).state;
    const hour = aConferenceCommand('reschedule', { on: confirmed.on, startsAt: '14:00' });

    expect(owing(moved).toSorted()).toEqual(['SL-MTTQ', 'SL-STC']);
    expect(owing(appliedToConference(confirmed, hour, at('2026-04-10')).state)).toEqual(['SL-MTTQ']);
  });

  it('D10.3a: are not taken from whoever was not invited', () => {
    const command = aConferenceCommand('confirmAttendance', { body: aBody('SL-CA').code });

    expect(decidedOfConference(invited, command, at('2026-04-10'))).toEqual({
      refused: { code: 'conference.body_not_invited', rule: 'D10.3a' },
    });
  });

  it('D11.3: pass to the body that succeeds a guest', () => {
    const { state } = appliedToConference(invited, aConferenceCommand('organisationChanged'), at('2026-04-09'));

    expect(owing(state)).toEqual(['SL-STCM', 'SL-MTTQ']);
    expect(state.guests).toEqual(['SL-STCM', 'SL-MTTQ']);
  });
});

describe('the entry in the calendar of a guest', () => {
  it('D8.1g: has a sequence that rises with each change, up to the cancellation', () => {
    const moved = appliedToConference(invited, aConferenceCommand('reschedule'), at('2026-04-09'));
    const changed = appliedToConference(moved.state, aConferenceCommand('changeHost'), at('2026-04-09'));
    const cancelled = appliedToConference(changed.state, aConferenceCommand('cancel'), at('2026-04-09'));

    expect([moved, changed, cancelled].map(sequenceOf)).toEqual([1, 2, 3]);
  });

  it('D8.1g: leaves the calendar with the postponement, and comes back with the next day', () => {
    const postponed = appliedToConference(invited, aConferenceCommand('postpone'), at('2026-04-09'));
    const moved = appliedToConference(postponed.state, aConferenceCommand('reschedule'), at('2026-04-09'));

    expect([postponed, moved].map(sequenceOf)).toEqual([1, 2]);
  });

  function sequenceOf({ notices }: { readonly notices: readonly { readonly letter: unknown }[] }): number | undefined {
    const letters = notices.map(({ letter }) => letter as { agency?: string; event?: { sequence: number } });
    return letters.find(({ agency }) => agency === 'SL-MTTQ')?.event?.sequence;
  }
});

function owing({ duties }: Conference): readonly (string | undefined)[] {
  return duties.filter(({ kind }) => kind === 'confirmAttendance').map(({ body }) => body);
}

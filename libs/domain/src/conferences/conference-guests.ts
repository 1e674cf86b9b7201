import type { Decision } from '../cases/case-machine.js';
import type { OrganisationCode } from '../organisations/organisation-code.js';
import type { LocalDate } from '../time/local-date.js';
import { accepted, refused, type Asked } from './conference-asked.js';
import type { GuestEvent } from './conference-letters.js';
import { conferenceDuties, isMilestoneKnown, milestoneMet, owingMilestone } from './conference-milestones.js';
import type { Conference } from './conference.js';
import type { AttendanceAnswer } from './preparation.js';

/** What invited bodies answer (D10.3a). */
export const decideGuests = { confirmAttendance, declineAttendance };

function confirmAttendance(asked: Asked<'confirmAttendance'>): Decision<Conference> {
  return answered(asked, 'confirmed');
}

function declineAttendance(asked: Asked<'declineAttendance'>): Decision<Conference> {
  return answered(asked, 'declined');
}

/** D10.3a: who comes stays in the register; declining names another. A later answer takes the place of the earlier. */
function answered(
  { state, command, at, on }: Asked<'confirmAttendance'> | Asked<'declineAttendance'>,
  answer: AttendanceAnswer,
): Decision<Conference> {
  const { body, rank } = command;
  if (!state.guests.includes(body)) return refused('conference.body_not_invited', command.kind);
  const { isLate, state: met } = milestoneMet(state, 'confirmAttendance', { actOn: on, body });
  const others = (state.attendance ?? []).filter((each) => each.body !== body);
  const after: Conference = { ...met, attendance: [...others, { body, answer, rank, answeredOn: on }] };
  const event = answer === 'confirmed' ? 'attendanceConfirmed' : 'attendanceDeclined';
  return accepted(event, { at, rule: 'D10.3a', facts: { body, rank, isLate }, state: after });
}

/** D10.3a: every guest that has not answered owes it. @throws CalendarExceeded */
export function attendanceOwed(state: Conference, on: LocalDate): Conference {
  const answeredBy = (state.attendance ?? []).map(({ body }) => body);
  return state.guests
    .filter((body) => !answeredBy.includes(body))
    .filter((body) => conferenceDuties.dutyOf(state, 'confirmAttendance', body) === null)
    .reduce((current, body) => owingMilestone(current, 'confirmAttendance', { on, body }), state);
}

/** D10.3a: who would have come on the old day is asked again. @throws CalendarExceeded */
export function askedAgain(state: Conference, on: LocalDate): Conference {
  return state.attendance === undefined ? state : attendanceOwed({ ...state, attendance: [] }, on);
}

/** D8.1g: what stands on the invitations has changed. States whose terms are older than the calendar entries keep none. */
export function revised(state: Conference): Conference {
  return isMilestoneKnown(state, 'confirmAttendance') ? { ...state, revisions: (state.revisions ?? 0) + 1 } : state;
}

/** The calendar entry that goes with a letter to a guest; nothing for whoever was only asked (D8.1g). */
export function guestEvent(state: Conference, agency: OrganisationCode): { readonly event?: GuestEvent } {
  const { guests, startsAt, revisions = 0 } = state;
  if (!guests.includes(agency) || !isMilestoneKnown(state, 'confirmAttendance')) return {};
  return { event: { sequence: revisions, startsAt } };
}

import type { Decision } from '../cases/case-machine.js';
import { accepted, refused, type Asked } from './conference-asked.js';
import { bodiesOf } from './conference-bodies.js';
import { askedAgain, guestEvent, revised } from './conference-guests.js';
import { milestonesMoved } from './conference-milestones.js';
import { opinionsOwedAgain } from './conference-opinions.js';
import { awakened } from './conference-postponement.js';
import { movedNotices, tellPath, toPetitions } from './conference-tells.js';
import type { Conference } from './conference.js';

/** How a conference gets another day, or none (D8.1a). */
export const decideChange = { reschedule, cancel };

/** Every open milestone counts from the new day; guests and bodies that were asked are told, and so is each petition. */
function reschedule({ state, command, at, on }: Asked<'reschedule'>): Decision<Conference> {
  const isPostponed = state.stage === 'postponed';
  const isSameDay = !isPostponed && command.on === state.on;
  if (isSameDay && command.startsAt === state.startsAt) return refused('conference.day_unchanged', command.kind);
  // Another hour may be set on the day itself.
  if (command.on < on || (command.on === on && !isSameDay)) return refused('conference.date_in_past', command.kind);
  const placed = revised({ ...state, on: command.on, startsAt: command.startsAt, moves: state.moves + 1 });
  const counted = isPostponed ? awakened(placed, on) : milestonesMoved(placed, on);
  const after = isSameDay ? placed : opinionsOwedAgain(askedAgain(counted, on), on);
  const facts = { wasOn: state.on, conferenceOn: after.on, startsAt: after.startsAt, moves: after.moves };
  return accepted(
    'rescheduled',
    { at, rule: 'D8.1a', facts, state: after },
    {
      notices: movedNotices(state, after),
      tells: isSameDay ? [] : tellPath(after),
    },
  );
}

/** D8.1f: its petitions go the way of the written answer. */
function cancel({ state, at }: Asked<'cancel'>): Decision<Conference> {
  const after = revised({ ...state, stage: 'cancelled', duties: [], endedAt: at });
  const facts = { conferenceOn: state.on, petitions: state.petitions.length };
  return accepted(
    'cancelled',
    { at, rule: 'D8.1a', facts, state: after },
    {
      notices: bodiesOf(state).map((agency) => ({
        key: `conferenceCancelled/${agency}`,
        letter: { kind: 'conferenceCancelled', agency, conferenceOn: state.on, ...guestEvent(after, agency) },
        recipients: ['handler', 'agencyHead'],
      })),
      tells: toPetitions(state, { kind: 'conferenceEnded', conferenceId: state.id }),
    },
  );
}

import type { Decision } from '../cases/case-machine.js';
import type { LocalDate } from '../time/local-date.js';
import { accepted, type Asked } from './conference-asked.js';
import { bodiesOf } from './conference-bodies.js';
import { guestEvent, revised } from './conference-guests.js';
import { milestonesRenumbered, owingFrom } from './conference-milestones.js';
import { answersOwed } from './conference-opinions.js';
import { toPetitions } from './conference-tells.js';
import type { Conference } from './conference.js';

/** How a conference loses its day, and comes back to one (D8.1a). */
export const decidePostponement = { postpone };

/**
 * Nothing counts from a day that is not there: the milestones rest until the next one. Somebody is reminded to set it, and
 * each petition is to be assigned meanwhile, so that none waits without a limit (D8.1f, D11.1b).
 */
function postpone({ state, at, on }: Asked<'postpone'>): Decision<Conference> {
  const resting: Conference = {
    ...state,
    stage: 'postponed',
    duties: [],
    postponement: { postponedOn: on, from: state.stage, resting: state.duties },
  };
  const after = revised(owingFrom(resting, 'setNewDate', on));
  const facts = { wasOn: state.on, resting: state.duties.length, petitions: state.petitions.length };
  return accepted(
    'postponed',
    { at, rule: 'D8.1a', facts, state: after },
    {
      notices: bodiesOf(state).map((agency) => ({
        // A conference may be postponed again after it was given another day.
        key: `conferencePostponed/${String(state.moves)}/${agency}`,
        letter: { kind: 'conferencePostponed', agency, wasOn: state.on, ...guestEvent(after, agency) },
        recipients: ['handler', 'agencyHead'],
      })),
      tells: toPetitions(state, { kind: 'conferencePostponed', conferenceId: state.id, failedOn: null }),
    },
  );
}

/**
 * The conference with the day that the state now names: what rested is owed again, from where the conference stopped, unless
 * the petitions that were to be prepared have left meanwhile (D8.1d).
 */
export function awakened(state: Conference, on: LocalDate): Conference {
  const { postponement = null } = state;
  if (postponement === null) return state;
  const { from: stage, resting: duties } = postponement;
  return answersOwed(milestonesRenumbered({ ...state, stage, duties, postponement: null }, on), on);
}

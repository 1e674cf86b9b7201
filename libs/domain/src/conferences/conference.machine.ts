import { counted, type CaseMachine, type Decision } from '../cases/case-machine.js';
import type { Instant } from '../time/instant.js';
import { refused } from './conference-asked.js';
import { conferenceAllowedFrom, waitsForDemand, type ConferenceCommand } from './conference-commands.js';
import { decideConference } from './conference-decisions.js';
import { isDemandOpen } from './conference-demand.js';
import { isConferenceEnded } from './conference-facts.js';
import { conferenceDuties } from './conference-milestones.js';
import { conferenceSurroundings } from './conference-surroundings.js';
import type { Conference } from './conference.js';

/** A dialogue conference from its plan until it is closed (D8.1, D9, D11.1b, D11.2b, D11.3). */
export const conferenceMachine: CaseMachine<Conference, ConferenceCommand> = {
  apply: (state, command, at) => counted(() => apply(state, command, at)),
  elapse: (state, until) => counted(() => conferenceDuties.elapse(state, until)),
  urge: (state, now) => counted(() => conferenceDuties.urge(state, now)),
  nextDueAt: (state) => conferenceDuties.nextDueAt(state),
  recount: (state, basis, on) => counted(() => conferenceSurroundings.recount(state, basis, on)),
  isClosed: isConferenceEnded,
};

function apply(state: Conference, command: ConferenceCommand, at: Instant): Decision<Conference> {
  const isAllowed = conferenceAllowedFrom[command.kind].includes(state.stage);
  if (!isAllowed) return refused('conference.transition_refused', command.kind);
  // D8.3a: the unit answers first.
  const isWaiting = isDemandOpen(state) && waitsForDemand.includes(command.kind);
  return isWaiting ? refused('conference.demand_open', command.kind) : decideConference(state, command, at);
}

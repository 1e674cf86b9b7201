import { counted, type CaseMachine, type Counted, type Decision, type Transition } from '../cases/case-machine.js';
import type { Instant } from '../time/instant.js';
import { tellingConference } from './petition-conference.js';
import { decide } from './petition-decisions.js';
import { allowedFrom, type PetitionCommand } from './petition-commands.js';
import { deferralEndsAt, endDeferral } from './petition-deferral.js';
import { followingLimit } from './petition-cooperation.js';
import { dutyKeeping } from './petition-duties.js';
import { elapse as passDueDates } from './petition-elapsing.js';
import { isEnded } from './petition-facts.js';
import { tellingFollowers } from './petition-merging.js';
import { petitionSurroundings } from './petition-surroundings.js';
import type { Petition, PetitionStage } from './petition.js';

/** A petition from its submission until it is closed (D8.1f, D10.1a, D10.1b, D10.1c, D11.1b, D11.1c, D11.3). */
export const petitionMachine: CaseMachine<Petition, PetitionCommand> = {
  apply: (state, command, at) => counted(() => apply(state, command, at)),
  elapse: (state, until) => counted(() => elapse(state, until)),
  urge: (state, now) => counted(() => dutyKeeping.urge(state, now)),
  nextDueAt,
  recount: (state, basis, on) => counted(() => petitionSurroundings.recount(state, basis, on)),
  isClosed: isEnded,
};

function apply(state: Petition, command: PetitionCommand, at: Instant): Decision<Petition> {
  const stages: readonly PetitionStage[] = allowedFrom[command.kind];
  if (!stages.includes(state.stage)) return { refused: { code: 'petition.transition_refused', rule: 'D11.3' } };
  const decision = decide(state, command, at);
  if ('refused' in decision) return decision;
  return { accepted: tellingFollowers(state, tellingConference(followingLimit(decision.accepted))) };
}

/** D10.1b: what was put off comes back at its review date, between what passed before and what passes after it. */
function elapse(state: Petition, until: Instant): readonly Transition<Petition>[] {
  const { deferral } = state;
  const backAt = deferralEndsAt(state);
  if (deferral == null || backAt === null || backAt > until) return passDueDates(state, until);
  const before = passDueDates(state, backAt);
  const back = followingLimit(endDeferral(before.at(-1)?.state ?? state, deferral));
  return [...before, back, ...elapse(back.state, until)];
}

function nextDueAt(state: Petition): Counted<Instant | null> {
  const next = dutyKeeping.nextDueAt(state);
  const backAt = deferralEndsAt(state);
  if (backAt === null || 'needsCalendarUntil' in next) return next;
  return { value: next.value === null ? backAt : Math.min(next.value, backAt) };
}

import { counted, type CaseMachine, type Decision } from '../cases/case-machine.js';
import type { Instant } from '../time/instant.js';
import { decide } from './petition-decisions.js';
import { allowedFrom, type PetitionCommand } from './petition-commands.js';
import { dutyKeeping } from './petition-duties.js';
import { isEnded } from './petition-facts.js';
import type { Petition, PetitionStage } from './petition.js';

/** A petition from its submission until it is closed (D8.1f, D10.1a, D11.1b, D11.1c, D11.3). */
export const petitionMachine: CaseMachine<Petition, PetitionCommand> = {
  apply: (state, command, at) => counted(() => apply(state, command, at)),
  elapse: (state, until) => counted(() => dutyKeeping.elapse(state, until)),
  urge: (state, now) => counted(() => dutyKeeping.urge(state, now)),
  nextDueAt: dutyKeeping.nextDueAt,
  isClosed: isEnded,
};

function apply(state: Petition, command: PetitionCommand, at: Instant): Decision<Petition> {
  const stages: readonly PetitionStage[] = allowedFrom[command.kind];
  if (!stages.includes(state.stage)) return { refused: { code: 'petition.transition_refused', rule: 'D11.3' } };
  return decide(state, command, at);
}

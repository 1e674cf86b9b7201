import type { AnyCaseState } from '../cases/case-states.js';
import type { Letter } from '../cases/letter.js';
import { cutOffOn } from '../conferences/conference-facts.js';
import { conferenceDuties } from '../conferences/conference-milestones.js';
import { dutyOf } from '../petitions/petition-duties.js';
import type { PetitionDuty } from '../petitions/petition.js';

/** Letters that ask a body for work once, and say by when: they go also when that day has moved while they waited. */
const askingOnce = ['opinionsRequested', 'answersToPrepare', 'addedToBriefing', 'contributionDue'] as const;
type AskingOnce = Extract<Letter, { readonly kind: (typeof askingOnce)[number] }>;

/** Whether a letter says days that are those of its case when it leaves, not when it was owed. */
export function saysDaysOfNow(letter: Letter): letter is AskingOnce {
  return askingOnce.some((kind) => kind === letter.kind);
}

/** D8.1b, D8.1d, D8.1e, D11.1b: the same letter with the days that its case has now. */
export function letterOfNow(letter: AskingOnce, state: AnyCaseState): AskingOnce {
  if (letter.kind === 'contributionDue')
    return 'assignment' in state ? { ...letter, ...daysOf(dutyOf(state, 'contribute', letter.agency)) } : letter;
  if (!('guests' in state)) return letter;
  const moved = { ...letter, conferenceOn: state.on };
  if (moved.kind === 'opinionsRequested') return { ...moved, cutOffOn: cutOffOn(state) };
  if (moved.kind !== 'answersToPrepare' || moved.dueOn === null) return moved;
  const duty = conferenceDuties.dutyOf(state, 'prepareAnswers', moved.agency);
  return duty === null ? moved : { ...moved, dueOn: duty.dueOn, isProvisional: duty.isProvisional };
}

/** Nothing where the body owes it no more: then the letter does not go, or speaks of what was. */
function daysOf(duty: PetitionDuty | null): Pick<PetitionDuty, 'anchorOn' | 'dueOn' | 'isProvisional'> | null {
  if (duty === null) return null;
  const { anchorOn, dueOn, isProvisional } = duty;
  return { anchorOn, dueOn, isProvisional };
}

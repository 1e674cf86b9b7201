import type { AnyCaseState } from '../cases/case-states.js';
import type { Duty } from '../cases/duty.js';
import type { DutyKind, Letter } from '../cases/letter.js';
import { cutOffOn } from '../conferences/conference-facts.js';
import type { OrganisationCode } from '../organisations/organisation-code.js';

/** Letters that ask a body for work once, and say by when: they go also when that day has moved while they waited. */
const askingOnce = ['opinionsRequested', 'answersToPrepare', 'addedToBriefing', 'contributionDue'] as const;
type AskingOnce = Extract<Letter, { readonly kind: (typeof askingOnce)[number] }>;

/** Whether a letter says days that are those of its case when it leaves, not when it was owed. */
export function saysDaysOfNow(letter: Letter): letter is AskingOnce {
  return askingOnce.some((kind) => kind === letter.kind);
}

/** D8.1b, D8.1d, D8.1e, D11.1b: the same letter with the days that its case has now. */
export function letterOfNow(letter: AskingOnce, state: AnyCaseState): AskingOnce {
  if (letter.kind === 'contributionDue') return { ...letter, ...daysOf(state, 'contribute', letter.agency) };
  if (!('guests' in state)) return letter;
  const moved = { ...letter, conferenceOn: state.on };
  if (moved.kind === 'opinionsRequested') return { ...moved, cutOffOn: cutOffOn(state) };
  if (moved.kind === 'answersToPrepare' && moved.dueOn !== null) {
    const { dueOn, isProvisional } = { ...moved, ...daysOf(state, 'prepareAnswers', moved.agency) };
    return { ...moved, dueOn, isProvisional };
  }
  return moved;
}

type Days = Pick<Duty<DutyKind>, 'anchorOn' | 'dueOn' | 'isProvisional'>;

/** Nothing where the body owes it no more: then the letter does not go, or speaks of what was. */
function daysOf(state: AnyCaseState, kind: DutyKind, agency: OrganisationCode): Days | null {
  const duties: readonly Duty<DutyKind>[] = state.duties;
  const duty = duties.find((each) => each.kind === kind && each.body === agency);
  if (duty === undefined) return null;
  const { anchorOn, dueOn, isProvisional } = duty;
  return { anchorOn, dueOn, isProvisional };
}

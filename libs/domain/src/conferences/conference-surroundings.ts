import { recountDuty } from '../cases/duties.js';
import { caseSurroundings, type CaseSurroundings } from '../cases/surroundings.js';
import type { Tell } from '../cases/tell.js';
import type { LocalDate } from '../time/local-date.js';
import { tellPath } from './conference-changes.js';
import { milestoneDue } from './conference-milestones.js';
import type { Conference, ConferenceDuty, ConferenceTerms } from './conference.js';

/** How a conference takes another calendar, other terms (D13.1), and other bodies (D11.3). */
export const conferenceSurroundings: CaseSurroundings<Conference, ConferenceTerms> = caseSurroundings<
  ConferenceTerms,
  Conference
>({
  recounted,
  ruleOf: () => 'D8.1',
  agencyOf: () => null,
  // Who was asked and who was invited stays as it was: a letter to one of them finds its successor on the day.
  withBodies: (state) => state,
  tellsOfTerms,
});

/** D8.1e, D13.1: with another cut-off its petitions may take another path, as long as it is prepared. */
function tellsOfTerms(state: Conference, { terms }: Conference): readonly Tell[] {
  const isPrepared = state.stage === 'planning' || state.stage === 'preparing';
  return isPrepared && state.terms.cutOffDays !== terms.cutOffDays ? tellPath(state) : [];
}

/**
 * D8.1: every open milestone from the day of the conference. Unlike a conference that moves, nobody hears a reminder again:
 * the day that it speaks of has hardly changed.
 */
function recounted(state: Conference, _before: Conference, on: LocalDate): Conference {
  const duties = state.duties.map((duty) =>
    recountDuty(state.calendar, duty, { countedOn: countedOn(state, duty, on), on }),
  );
  return { ...state, duties };
}

/** What has passed and would have passed by the new count, too, keeps its day. */
function countedOn(state: Conference, duty: ConferenceDuty, on: LocalDate): LocalDate {
  const { dueOn, isBelated } = milestoneDue(state, duty.kind, on);
  return isBelated && duty.dueOn < on ? duty.dueOn : dueOn;
}

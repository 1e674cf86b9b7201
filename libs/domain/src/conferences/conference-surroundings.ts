import { recountDuty } from '../cases/duties.js';
import { caseSurroundings, type CaseSurroundings } from '../cases/surroundings.js';
import type { Tell } from '../cases/tell.js';
import type { OrganisationCode } from '../organisations/organisation-code.js';
import type { LocalDate } from '../time/local-date.js';
import { isMilestoneKnown, milestoneDue } from './conference-milestones.js';
import { tellPath } from './conference-tells.js';
import type { Conference, ConferenceDuty, ConferencePetition, ConferenceTerms } from './conference.js';

/** How a conference takes another calendar, other terms (D13.1), and other bodies (D11.3). */
export const conferenceSurroundings: CaseSurroundings<Conference, ConferenceTerms> = caseSurroundings<
  ConferenceTerms,
  Conference
>({
  recounted,
  ruleOf: () => 'D8.1',
  agencyOf: () => null,
  withBodies,
  tellsOfTerms,
});

/**
 * Whoever is to answer is followed by its successor (D11.3). Under terms that ask nobody to answer, who was asked and who
 * was invited stays as it was: a letter to one of them finds its successor on the day.
 */
function withBodies(conference: Conference, succeeded: (code: OrganisationCode) => OrganisationCode): Conference {
  const state = namedPassedOn(restingPassedOn(conference, succeeded), succeeded);
  if (!isMilestoneKnown(state, 'supplyOpinions')) return state;
  const codes = (all: readonly OrganisationCode[]): readonly OrganisationCode[] => [...new Set(all.map(succeeded))];
  const { opinions, attendance, duties } = state;
  return {
    ...state,
    asked: codes(state.asked),
    guests: codes(state.guests),
    petitions: state.petitions.map((petition) => preparedBy(petition, succeeded)),
    duties: eachOnce(duties),
    ...(opinions === undefined ? {} : { opinions: lastOfEach(opinions, succeeded) }),
    ...(attendance === undefined ? {} : { attendance: lastOfEach(attendance, succeeded) }),
  };
}

/** Of two bodies that become one, the later answer holds. */
function lastOfEach<Answer extends { readonly body: OrganisationCode }>(
  answers: readonly Answer[],
  succeeded: (code: OrganisationCode) => OrganisationCode,
): readonly Answer[] {
  const passed = answers.map((answer) => ({ ...answer, body: succeeded(answer.body) }));
  return passed.filter(({ body }, place) => !passed.slice(place + 1).some((later) => later.body === body));
}

function preparedBy(
  petition: ConferencePetition,
  succeeded: (code: OrganisationCode) => OrganisationCode,
): ConferencePetition {
  const { preparation } = petition;
  if (preparation === undefined || preparation.agency === null) return petition;
  return { ...petition, preparation: { ...preparation, agency: succeeded(preparation.agency) } };
}

/** Two bodies that become one owe once what each of them owed. */
function eachOnce(duties: readonly ConferenceDuty[]): readonly ConferenceDuty[] {
  const isOwedBefore = ({ kind, body }: ConferenceDuty, place: number): boolean =>
    duties.slice(0, place).some((duty) => duty.kind === kind && duty.body === body);
  return duties.filter((duty, place) => duty.body === undefined || !isOwedBefore(duty, place));
}

/** D11.3: what rests is owed by the successor when it comes back. */
function restingPassedOn(state: Conference, succeeded: (code: OrganisationCode) => OrganisationCode): Conference {
  const { postponement = null, failure = null } = state;
  const passedOn = (duties: readonly ConferenceDuty[]): readonly ConferenceDuty[] =>
    eachOnce(duties.map((duty) => (duty.body === undefined ? duty : { ...duty, body: succeeded(duty.body) })));
  return {
    ...state,
    ...(postponement === null ? {} : { postponement: { ...postponement, resting: passedOn(postponement.resting) } }),
    ...(failure === null ? {} : { failure: { ...failure, unmet: passedOn(failure.unmet) } }),
  };
}

/** D1, D8.3a: who hosts by a decision, and who has demanded the dialogue. */
function namedPassedOn(state: Conference, succeeded: (code: OrganisationCode) => OrganisationCode): Conference {
  const { demand, hostChange } = state;
  return {
    ...state,
    ...(demand === undefined ? {} : { demand: { ...demand, by: succeeded(demand.by) } }),
    ...(hostChange === undefined
      ? {}
      : { hostChange: { ...hostChange, organisation: succeeded(hostChange.organisation) } }),
  };
}

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

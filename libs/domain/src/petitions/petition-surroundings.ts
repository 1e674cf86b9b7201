import { addWorkingDays, workingDaysBetween } from '../calendar/calendar-slice.js';
import { recountDuty } from '../cases/duties.js';
import { caseSurroundings, type CaseSurroundings } from '../cases/surroundings.js';
import type { OrganisationCode } from '../organisations/organisation-code.js';
import type { LocalDate } from '../time/local-date.js';
import { awaitedOf, contributionDueOn } from './petition-cooperation.js';
import { answerLimitOn, dutyOf, followUpDays } from './petition-duties.js';
import type { Assignment, Cooperation, Petition, PetitionDuty, PetitionTerms } from './petition.js';

/** How a petition takes another calendar, other terms (D13.1), and other bodies (D11.3). */
export const petitionSurroundings: CaseSurroundings<Petition, PetitionTerms> = caseSurroundings<
  PetitionTerms,
  Petition
>({
  recounted,
  ruleOf: () => 'D11.1c',
  agencyOf: ({ assignment }) => assignment?.agency ?? null,
  partnersOf: ({ assignment }) => awaitedOf(assignment).map(({ agency }) => agency),
  withBodies,
});

/** D11.1c: every deadline from its own anchor; a day that somebody promised stays that day. */
function recounted(state: Petition, before: Petition, on: LocalDate): Petition {
  const duties = state.duties.map((duty) => {
    const counted = withCount(state, before, duty);
    return recountDuty(state.calendar, counted, { countedOn: countedDay(state, counted), on });
  });
  return withAssignment(withContributions({ ...state, duties }, on));
}

/** D11.1b: what cooperating bodies owe is counted back from the limit of the agency that leads, wherever that is now. */
function withContributions(state: Petition, on: LocalDate): Petition {
  const limit = dutyOf(state, 'answer');
  if (limit === null || dutyOf(state, 'contribute') === null) return state;
  const beforeIt = contributionDueOn(state, limit);
  const duties = state.duties.map((duty) => {
    if (duty.kind !== 'contribute') return duty;
    // Due at once, since its day had passed before it began: it comes no earlier for that.
    const countedOn = duty.workingDays === undefined && beforeIt < duty.dueOn ? duty.dueOn : beforeIt;
    return recountDuty(state.calendar, { ...duty, anchorOn: limit.dueOn }, { countedOn, on });
  });
  return { ...state, duties };
}

/** A day that the host has granted stays, unless the limit that is counted from the receipt has moved behind it. */
function countedDay(state: Petition, { kind, anchorOn, dueOn, workingDays }: PetitionDuty): LocalDate {
  const { assignment } = state;
  if (kind === 'contribute') return dueOn;
  const isExtended = kind === 'answer' && assignment?.extendedTo != null && assignment.firstAnsweredOn === null;
  if (isExtended && assignment.receivedOn !== null) return answerLimitOn(state, assignment.receivedOn);
  return workingDays === undefined ? dueOn : addWorkingDays(state.calendar, anchorOn, workingDays);
}

/** D13.1: a duty that began with the days of its terms has those of the terms as they are now. */
function withCount(state: Petition, before: Petition, duty: PetitionDuty): PetitionDuty {
  return duty.workingDays === termOf(before, duty) ? { ...duty, workingDays: termOf(state, duty) } : duty;
}

/** D11.1b: what a conference has concluded is assigned and told within days of their own, from its day. */
function termOf(state: Petition, { kind, anchorOn }: PetitionDuty): number {
  const { conference, terms } = state;
  const isOfConference = conference?.conclusion != null && conference.on === anchorOn;
  const isFollowUp = isOfConference && (kind === 'assign' || kind === 'tell');
  if (isFollowUp) return followUpDays(state);
  if (kind === 'contribute') return -terms.duties.contribute.workingDays;
  // A report on the progress has the days that the answer had before it was given more (D11.1c).
  return terms.duties[kind === 'reportProgress' ? 'answer' : kind].workingDays;
}

/** What the register keeps of the agency beside the deadline: whether it was breached, and the first answer late. */
function withAssignment(state: Petition): Petition {
  const { assignment } = state;
  if (assignment?.receivedOn == null) return state;
  return assignment.firstAnsweredOn === null ? withOpenLimit(state) : withFirstAnswer(state);
}

/** D11.1c: a deadline that lies ahead again is not breached; one that has passed is, on the day that it now has. */
function withOpenLimit(state: Petition): Petition {
  const { assignment } = state;
  const duty = dutyOf(state, 'answer');
  if (assignment?.receivedOn == null || duty === null) return state;
  const wasBreached = assignment.breachedOn !== null;
  const breachedOn = wasBreached && duty.missedAt !== null ? duty.dueOn : null;
  const limited = { ...state, assignment: { ...assignment, breachedOn } };
  if (assignment.suspendedWorkingDays === undefined) return limited;
  // The limit of the first answer stays the day until which it is awaited, however the days before the deferral count.
  const moved = workingDaysBetween(state.calendar, answerLimitOn(limited, assignment.receivedOn), duty.dueOn);
  const suspendedWorkingDays = assignment.suspendedWorkingDays + moved;
  return { ...limited, assignment: { ...limited.assignment, suspendedWorkingDays } };
}

/** D11.1c: an answer that was late by the old count and is in time by the new one is in time; never the other way round. */
function withFirstAnswer(state: Petition): Petition {
  const { assignment } = state;
  if (assignment?.receivedOn == null || assignment.firstAnsweredOn === null || !assignment.isFirstAnswerLate)
    return state;
  const limitOn = answerLimitOn(state, assignment.receivedOn);
  if (assignment.firstAnsweredOn > limitOn)
    return { ...state, assignment: { ...assignment, breachedOn: assignment.breachedOn === null ? null : limitOn } };
  return { ...state, assignment: { ...assignment, isFirstAnswerLate: false, breachedOn: null } };
}

function withBodies(state: Petition, succeeded: (code: OrganisationCode) => OrganisationCode): Petition {
  const { assignment, referral } = state;
  return {
    ...state,
    assignment: assignment === null ? null : assignmentPassedOn(assignment, succeeded),
    ...(referral == null ? {} : { referral: { ...referral, to: succeeded(referral.to) } }),
  };
}

/** D11.1b: of several cooperating bodies that became one, one is left; whoever leads does not also cooperate. */
function assignmentPassedOn(
  assignment: Assignment,
  succeeded: (code: OrganisationCode) => OrganisationCode,
): Assignment {
  const agency = succeeded(assignment.agency);
  if (assignment.cooperating === undefined) return { ...assignment, agency };
  const passedOn = assignment.cooperating
    .map((each) => ({ ...each, agency: succeeded(each.agency) }))
    .filter((each) => each.agency !== agency);
  // Of one that has contributed nothing more is owed, also by whoever it was merged with.
  const doneFirst = passedOn.toSorted((first, second) => Number(isAwaited(first)) - Number(isAwaited(second)));
  const isFirst = (each: Cooperation): boolean => doneFirst.find((other) => other.agency === each.agency) === each;
  return { ...assignment, agency, cooperating: passedOn.filter(isFirst) };
}

function isAwaited({ contributedOn }: Cooperation): boolean {
  return contributedOn === null;
}

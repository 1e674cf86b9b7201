import { addWorkingDays } from '../calendar/calendar-slice.js';
import type { Decision, Transition } from '../cases/case-machine.js';
import { moveDuty } from '../cases/duties.js';
import type { Notice } from '../cases/notice.js';
import { dateAt, type LocalDate } from '../time/local-date.js';
import { accepted, refused, wrongDate, type Asked, type Effect } from './petition-asked.js';
import { daysOf, dutyKeeping, dutyOf, owing } from './petition-duties.js';
import type { Assignment, Cooperation, Petition, PetitionDuty } from './petition.js';

/** D11.1b, D11.1c: what cooperating bodies contribute to the answer of the agency that leads; its clock never stops for it. */
export const decideCooperation = { contribute };

function contribute({ state, command, at, on }: Asked<'contribute'>): Decision<Petition> {
  const { agency, document } = command;
  const { assignment } = state;
  const cooperation = assignment?.cooperating?.find((each) => each.agency === agency);
  if (assignment === null || cooperation === undefined) return refused('petition.not_cooperating', 'D11.1b');
  if (cooperation.contributedOn !== null) return refused('petition.contribution_already_recorded', 'D11.1b');
  const contributedOn = command.arrivedOn ?? on;
  const notBefore = assignment.document.signedOn;
  const wrong =
    wrongDate(contributedOn, { notBefore, on }) ?? wrongDate(document.signedOn, { notBefore, on: contributedOn });
  if (wrong !== null) return refused(wrong, 'D11.1c');
  const isLate = isAfterDue(dutyOf(state, 'contribute', agency), contributedOn);
  const done = withCooperation(dutyKeeping.dischargedBy(state, 'contribute', agency), {
    ...cooperation,
    ...{ document, contributedOn, isLate },
  });
  const facts = { agency, contributedOn, isLate, documentNumber: document.number, documentOn: document.signedOn };
  return accepted('contributed', { at, rule: 'D11.1c', facts, state: done }, [
    {
      key: `contributionReceived/${String(assignment.round)}/${agency}`,
      letter: { kind: 'contributionReceived', agency: assignment.agency, from: agency, document, isLate },
      recipients: ['handler', 'agencyHead', 'leadOffice'],
    },
  ]);
}

/** What is not owed any more cannot be late. */
function isAfterDue(duty: PetitionDuty | null, contributedOn: LocalDate): boolean {
  return duty !== null && contributedOn > duty.dueOn;
}

/**
 * The same with what hangs on the limit of the agency that leads: each cooperating body owes its contribution so many working
 * days before it, from when the limit is known until it is met, and hears of every day that it is given.
 */
export function followingLimit(transition: Transition<Petition>): Transition<Petition> {
  const { state, notices } = followed(transition.state, dateAt(transition.at));
  if (state === transition.state) return transition;
  return { ...transition, state, notices: [...transition.notices, ...notices] };
}

function followed(state: Petition, on: LocalDate): Effect {
  const limit = state.stage === 'inProgress' ? dutyOf(state, 'answer') : null;
  const awaited = limit === null ? [] : awaitedOf(state.assignment);
  const start: Effect = { state: dischargedBut(state, awaited), notices: [] };
  if (limit === null) return start;
  return awaited.reduce((effect, cooperation) => {
    const next = owingContribution(effect.state, cooperation, { limit, on });
    return { state: next.state, notices: [...effect.notices, ...next.notices] };
  }, start);
}

/** Who has not contributed yet. */
export function awaitedOf(assignment: Assignment | null): readonly Cooperation[] {
  return (assignment?.cooperating ?? []).filter(({ contributedOn }) => contributedOn === null);
}

/** So many working days before the limit of the agency that leads. */
export function contributionDueOn(state: Petition, limit: Pick<PetitionDuty, 'dueOn'>): LocalDate {
  return addWorkingDays(state.calendar, limit.dueOn, -daysOf(state, 'contribute'));
}

/** Without what nobody has to contribute any more; of bodies that became one, one owes it. */
function dischargedBut(state: Petition, awaited: readonly Cooperation[]): Petition {
  const contributions = state.duties.filter(({ kind }) => kind === 'contribute');
  const isOwed = ({ number, body }: PetitionDuty): boolean =>
    awaited.some(({ agency }) => agency === body) &&
    contributions.find((other) => other.body === body)?.number === number;
  const duties = state.duties.filter((duty) => duty.kind !== 'contribute' || isOwed(duty));
  return duties.length === state.duties.length ? state : { ...state, duties };
}

function owingContribution(
  state: Petition,
  cooperation: Cooperation,
  { limit, on }: { readonly limit: PetitionDuty; readonly on: LocalDate },
): Effect {
  const { agency: body } = cooperation;
  const owed = dutyOf(state, 'contribute', body);
  if (owed?.anchorOn === limit.dueOn) return { state, notices: [] };
  const countedOn = contributionDueOn(state, limit);
  // The day had passed before it could be known: due at once.
  const dueOn = countedOn < on ? on : countedOn;
  const after =
    owed === null
      ? owing(state, 'contribute', { anchorOn: limit.dueOn, body, due: dueOf(state, { countedOn, dueOn }) })
      : dutyKeeping.withDuty(state, moveDuty(state.calendar, owed, { anchorOn: limit.dueOn, dueOn }));
  const told = { ...cooperation, timesTold: cooperation.timesTold + 1 };
  return { state: withCooperation(after, told), notices: dueNotices(after, told) };
}

function dueOf(
  state: Petition,
  { countedOn, dueOn }: { readonly countedOn: LocalDate; readonly dueOn: LocalDate },
): { readonly workingDays: number } | { readonly on: LocalDate } {
  return dueOn === countedOn ? { workingDays: -daysOf(state, 'contribute') } : { on: dueOn };
}

function dueNotices({ assignment, ...state }: Petition, { agency, timesTold }: Cooperation): readonly Notice[] {
  const duty = dutyOf({ assignment, ...state }, 'contribute', agency);
  if (assignment === null || duty === null) return [];
  const { anchorOn, dueOn, isProvisional } = duty;
  return [
    {
      key: `contributionDue/${String(assignment.round)}/${agency}/${String(timesTold)}`,
      letter: { kind: 'contributionDue', agency, lead: assignment.agency, anchorOn, dueOn, isProvisional },
      recipients: ['handler', 'agencyHead'],
    },
  ];
}

function withCooperation(state: Petition, changed: Cooperation): Petition {
  const { assignment } = state;
  if (assignment?.cooperating === undefined) return state;
  const cooperating = assignment.cooperating.map((each) => (each.agency === changed.agency ? changed : each));
  return { ...state, assignment: { ...assignment, cooperating } };
}

import { counted, type CaseMachine, type Counted, type Decision, type Transition } from '../cases/case-machine.js';
import { climb, dueRungs, firstMissed, nextDutyInstant, overdueAt } from '../cases/duties.js';
import type { Rung } from '../cases/duty.js';
import type { Notice } from '../cases/notice.js';
import type { Instant } from '../time/instant.js';
import { decide } from './petition-decisions.js';
import { allowedFrom, type PetitionCommand } from './petition-commands.js';
import { deemReceipt, dutyFacts, isEnded, withDuty } from './petition-facts.js';
import { petitionDuties } from './petition-terms.js';
import type { Petition, PetitionDuty, PetitionStage } from './petition.js';

/** A petition from its submission until it is closed (D8.1f, D10.1a, D11.1b, D11.1c, D11.3). */
export const petitionMachine: CaseMachine<Petition, PetitionCommand> = {
  apply: (state, command, at) => counted(() => apply(state, command, at)),
  elapse: (state, until) => counted(() => elapse(state, until)),
  urge: (state, now) => counted(() => urge(state, now)),
  nextDueAt,
  isClosed: isEnded,
};

function apply(state: Petition, command: PetitionCommand, at: Instant): Decision<Petition> {
  const stages: readonly PetitionStage[] = allowedFrom[command.kind];
  if (!stages.includes(state.stage)) return { refused: { code: 'petition.transition_refused', rule: 'D11.3' } };
  return decide(state, command, at);
}

function elapse(state: Petition, until: Instant): readonly Transition<Petition>[] {
  const transitions: Transition<Petition>[] = [];
  let current = state;
  for (let missed = nextMissed(current, until); missed !== null; missed = nextMissed(current, until)) {
    const transition = pass(current, missed);
    transitions.push(transition);
    current = transition.state;
  }
  return transitions;
}

/** Duties that only urge have no moment at which they are missed. */
function nextMissed(state: Petition, until: Instant): PetitionDuty | null {
  return firstMissed(state.duties.filter(isMissable), until);
}

function isMissable(duty: PetitionDuty): boolean {
  return petitionDuties[duty.kind].whenMissed !== 'goOn';
}

function pass(state: Petition, duty: PetitionDuty): Transition<Petition> {
  const at = overdueAt(duty);
  if (petitionDuties[duty.kind].whenMissed === 'deemReceipt') return deemReceipt(state, duty, at);
  const { assignment } = state;
  // D11.1c: the first answer decides; a later promise that is missed is overdue, but no second breach.
  const isBreach = duty.kind === 'answer' && assignment !== null && assignment.firstAnsweredOn === null;
  return {
    event: 'deadlineMissed',
    at,
    rule: duty.rule,
    facts: { duty: duty.kind, dueOn: duty.dueOn, isBreach },
    state: {
      ...withDuty(state, { ...duty, missedAt: at }),
      assignment: isBreach ? { ...assignment, breachedOn: duty.dueOn } : assignment,
    },
    notices: [],
  };
}

function urge(state: Petition, now: Instant): readonly Transition<Petition>[] {
  const transitions: Transition<Petition>[] = [];
  for (const duty of state.duties) {
    const transition = urgeOne(transitions.at(-1)?.state ?? state, duty, now);
    if (transition !== null) transitions.push(transition);
  }
  return transitions;
}

function urgeOne(state: Petition, duty: PetitionDuty, now: Instant): Transition<Petition> | null {
  const { ladder } = state.terms.duties[duty.kind];
  const { toClimb, overtaken } = dueRungs(state.calendar, duty, { ladder, now, isFollowUp: !isMissable(duty) });
  if (toClimb.length + overtaken.length === 0) return null;
  return {
    event: toClimb.length === 0 ? 'remindersDropped' : 'urged',
    at: now,
    rule: duty.rule,
    facts: { duty: duty.kind, dueOn: duty.dueOn, rungs: daysOf(toClimb), dropped: daysOf(overtaken) },
    state: withDuty(state, climb(duty, [...overtaken, ...toClimb])),
    notices: toClimb.map((rung) => rungNotice(state, { duty, rung, now })),
  };
}

function rungNotice(state: Petition, { duty, rung, now }: { duty: PetitionDuty; rung: Rung; now: Instant }): Notice {
  const isReminder = rung.workingDays <= 0 || petitionDuties[duty.kind].whenMissed === 'goOn';
  return {
    key: `${duty.kind}/${String(duty.number)}/${duty.dueOn}/${String(rung.workingDays)}`,
    letter: { kind: isReminder ? 'dutyReminder' : 'dutyOverdue', ...dutyFacts(state, duty, now) },
    recipients: rung.recipients,
  };
}

function nextDueAt(state: Petition): Counted<Instant | null> {
  return counted(() => {
    const next = Math.min(...state.duties.map((duty) => nextInstant(state, duty)));
    return Number.isFinite(next) ? next : null;
  });
}

function nextInstant(state: Petition, duty: PetitionDuty): Instant {
  const { ladder } = state.terms.duties[duty.kind];
  // What only urges is never recorded as missed: its due date must not wake the case.
  const waiting = isMissable(duty) ? duty : { ...duty, missedAt: 0 };
  return nextDutyInstant(state.calendar, waiting, ladder);
}

function daysOf(rungs: readonly Rung[]): string {
  return rungs.map((rung) => String(rung.workingDays)).join(' ');
}

import { workingDaysBetween } from '../calendar/calendar-slice.js';
import type { OrganisationCode } from '../organisations/organisation-code.js';
import type { Instant } from '../time/instant.js';
import { dateAt } from '../time/local-date.js';
import { counted, type CaseState, type Counted, type Facts, type Transition } from './case-machine.js';
import { beginDuty, climb, dueRungs, firstMissed, nextDutyInstant, overdueAt, type NewDuty } from './duties.js';
import type { Duty, DutyDefinition, Ladder, Rung } from './duty.js';
import type { DutyFacts, DutyKind } from './letter.js';
import type { Notice } from './notice.js';
import { rungKey } from './rung-key.js';

/** From when and until when a duty is owed; its rule where it is not the one of its kind; the body where several owe one. */
export type OwedFrom<Kind extends DutyKind> = Pick<NewDuty<Kind>, 'anchorOn' | 'due'> &
  Partial<Pick<NewDuty<Kind>, 'rule' | 'body'>>;

/** A case that owes: its open duties, and the ladders by which it urges, which are data of the case (D13.1). */
export interface DutyHolder<Kind extends DutyKind> extends CaseState {
  readonly duties: readonly Duty<Kind>[];
  readonly dutiesSoFar: number;
  readonly terms: CaseState['terms'] & { readonly duties: Readonly<Record<Kind, { readonly ladder: Ladder }>> };
}

/** What a kind of case adds to the practice that all share. */
export interface DutyPractice<State, Kind extends DutyKind> {
  readonly definitions: Readonly<Record<Kind, DutyDefinition>>;
  /** The same state with other duties. */
  readonly withDuties: (state: State, duties: readonly Duty<Kind>[], dutiesSoFar: number) => State;
  /** Which agency a letter about a duty names. */
  readonly agencyOf: (state: State) => OrganisationCode | null;
  /** What the passing of a due date does to the case; the default records the miss. */
  readonly missed?: (state: State, duty: Duty<Kind>, at: Instant) => Transition<State>;
}

/** How one kind of case keeps its duties: begins and ends them, records what passed, urges. */
export interface CaseDuties<State, Kind extends DutyKind> {
  /** Begins a duty. @throws CalendarExceeded when the count leaves the slice. */
  owing(state: State, kind: Kind, from: OwedFrom<Kind>): State;
  /** Every duty of these kinds, whoever owes it. */
  discharged(state: State, ...kinds: readonly Kind[]): State;
  /** The duty of a kind that this body owes; those of other bodies stay. */
  dischargedBy(state: State, kind: Kind, body: OrganisationCode): State;
  /** The duty of the same number replaced. */
  withDuty(state: State, changed: Duty<Kind>): State;
  /** Of this body, where one is named; else the first of its kind. */
  dutyOf(state: State, kind: Kind, body?: OrganisationCode): Duty<Kind> | null;
  /** The open duty that is due first. */
  nextDuty(state: State): Duty<Kind> | null;
  /** Due dates that passed until this instant (included), in their order. @throws CalendarExceeded */
  elapse(state: State, until: Instant): readonly Transition<State>[];
  /** Escalations not yet climbed, and of the reminders only the newest. @throws CalendarExceeded */
  urge(state: State, now: Instant): readonly Transition<State>[];
  nextDueAt(state: State): Counted<Instant | null>;
  /** The fact that a due date passed; the recorded miss of every duty that has no other consequence. */
  recordMiss(state: State, duty: Duty<Kind>, at: Instant): Transition<State>;
}

/** D11.1c, D11.3: one practice of duties for conferences, petitions and reports. */
export function caseDuties<Kind extends DutyKind, State extends DutyHolder<Kind>>(
  practice: DutyPractice<State, Kind>,
): CaseDuties<State, Kind> {
  return new DutyKeeping(practice);
}

class DutyKeeping<Kind extends DutyKind, State extends DutyHolder<Kind>> implements CaseDuties<State, Kind> {
  private readonly practice: DutyPractice<State, Kind>;

  constructor(practice: DutyPractice<State, Kind>) {
    this.practice = practice;
  }

  owing(state: State, kind: Kind, from: OwedFrom<Kind>): State {
    const number = state.dutiesSoFar + 1;
    const duty = beginDuty(state.calendar, { kind, number, rule: this.practice.definitions[kind].rule, ...from });
    return this.practice.withDuties(state, [...state.duties, duty], number);
  }

  discharged(state: State, ...kinds: readonly Kind[]): State {
    const left = state.duties.filter((duty) => !kinds.includes(duty.kind));
    return this.practice.withDuties(state, left, state.dutiesSoFar);
  }

  dischargedBy(state: State, kind: Kind, body: OrganisationCode): State {
    const left = state.duties.filter((duty) => duty.kind !== kind || duty.body !== body);
    return this.practice.withDuties(state, left, state.dutiesSoFar);
  }

  withDuty(state: State, changed: Duty<Kind>): State {
    const duties = state.duties.map((duty) => (duty.number === changed.number ? changed : duty));
    return this.practice.withDuties(state, duties, state.dutiesSoFar);
  }

  dutyOf(state: State, kind: Kind, body?: OrganisationCode): Duty<Kind> | null {
    const isMeant = (duty: Duty<Kind>): boolean => duty.kind === kind && (body === undefined || duty.body === body);
    return state.duties.find(isMeant) ?? null;
  }

  nextDuty({ duties }: State): Duty<Kind> | null {
    const sooner = (first: Duty<Kind> | null, duty: Duty<Kind>): Duty<Kind> =>
      first !== null && first.dueOn <= duty.dueOn ? first : duty;
    return duties.reduce<Duty<Kind> | null>(sooner, null);
  }

  elapse(state: State, until: Instant): readonly Transition<State>[] {
    const transitions: Transition<State>[] = [];
    let current = state;
    for (let duty = this.nextMissed(current, until); duty !== null; duty = this.nextMissed(current, until)) {
      const transition = this.missed(current, duty, overdueAt(duty));
      transitions.push(transition);
      current = transition.state;
    }
    return transitions;
  }

  /** Duties that only urge have no moment at which they are missed. */
  private nextMissed(state: State, until: Instant): Duty<Kind> | null {
    return firstMissed(
      state.duties.filter((duty) => this.isMissable(duty)),
      until,
    );
  }

  private isMissable({ kind }: Duty<Kind>): boolean {
    return this.practice.definitions[kind].whenMissed !== 'goOn';
  }

  recordMiss(state: State, duty: Duty<Kind>, at: Instant): Transition<State> {
    return {
      event: 'deadlineMissed',
      at,
      rule: duty.rule,
      facts: { duty: duty.kind, ...bodyFact(duty), dueOn: duty.dueOn },
      state: this.withDuty(state, { ...duty, missedAt: at }),
      notices: [],
    };
  }

  urge(state: State, now: Instant): readonly Transition<State>[] {
    const transitions: Transition<State>[] = [];
    for (const duty of state.duties) {
      const transition = this.urgeOne(transitions.at(-1)?.state ?? state, duty, now);
      if (transition !== null) transitions.push(transition);
    }
    return transitions;
  }

  private urgeOne(state: State, duty: Duty<Kind>, now: Instant): Transition<State> | null {
    const { ladder } = state.terms.duties[duty.kind];
    const { toClimb, overtaken } = dueRungs(state.calendar, duty, { ladder, now, isFollowUp: !this.isMissable(duty) });
    if (toClimb.length + overtaken.length === 0) return null;
    return {
      event: toClimb.length === 0 ? 'remindersDropped' : 'urged',
      at: now,
      rule: duty.rule,
      facts: {
        duty: duty.kind,
        ...bodyFact(duty),
        dueOn: duty.dueOn,
        rungs: daysOf(toClimb),
        dropped: daysOf(overtaken),
      },
      state: this.withDuty(state, climb(duty, [...overtaken, ...toClimb])),
      notices: toClimb.map((rung) => this.rungNotice(state, { duty, rung, now })),
    };
  }

  private rungNotice(state: State, { duty, rung, now }: { duty: Duty<Kind>; rung: Rung; now: Instant }): Notice {
    const isReminder = rung.workingDays <= 0 || !this.isMissable(duty);
    return {
      key: rungKey(duty, rung.workingDays),
      letter: { kind: isReminder ? 'dutyReminder' : 'dutyOverdue', ...this.dutyFacts(state, duty, now) },
      recipients: rung.recipients,
    };
  }

  private dutyFacts(state: State, duty: Duty<Kind>, now: Instant): DutyFacts {
    const { kind, rule, anchorOn, dueOn, isProvisional, body } = duty;
    const workingDaysLeft = workingDaysBetween(state.calendar, dateAt(now), dueOn);
    const agency = body ?? this.practice.agencyOf(state);
    return { duty: kind, rule, anchorOn, dueOn, workingDaysLeft, isProvisional, agency };
  }

  nextDueAt(state: State): Counted<Instant | null> {
    return counted(() => {
      const next = Math.min(...state.duties.map((duty) => this.nextInstant(state, duty)));
      return Number.isFinite(next) ? next : null;
    });
  }

  private nextInstant(state: State, duty: Duty<Kind>): Instant {
    const { ladder } = state.terms.duties[duty.kind];
    // What only urges is never recorded as missed: its due date must not wake the case.
    const waiting = this.isMissable(duty) ? duty : { ...duty, missedAt: 0 };
    return nextDutyInstant(state.calendar, waiting, ladder);
  }

  private missed(state: State, duty: Duty<Kind>, at: Instant): Transition<State> {
    return this.practice.missed?.(state, duty, at) ?? this.recordMiss(state, duty, at);
  }
}

/** Which body it was, where several owe one. */
function bodyFact({ body }: Pick<Duty, 'body'>): Facts {
  return body === undefined ? {} : { body };
}

function daysOf(rungs: readonly Rung[]): string {
  return rungs.map((rung) => String(rung.workingDays)).join(' ');
}

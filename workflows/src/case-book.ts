import type { CaseLedger, CaseMemory } from '@dialogue/contracts';
import {
  addDays,
  recentEvents,
  type CalendarRange,
  type CaseReference,
  type CaseState,
  type Counted,
  type Instant,
  type LedgerReceipt,
  type LocalDate,
  type Refusal,
  type Transition,
} from '@dialogue/domain';

/** How much more calendar is loaded than a count has just asked for. */
const calendarMarginDays = 180;

/** What a case knows of itself; changes only when the ledger has recorded it. */
export type CaseKnowledge<State> = Omit<CaseMemory<State, never>, 'pending' | 'seen' | 'schemaVersion'>;

/** Why something is recorded: a command wanted it, or time itself did it, which yields to commands on their way. */
interface Recording {
  readonly commandId?: string;
  readonly yields?: boolean;
}

/** The state of one case beside its ledger: whoever asks gets the state as recorded, whoever records changes both. */
export interface CaseBook<State> {
  known(): CaseKnowledge<State>;
  /** Answers a machine's question for more calendar until it can count. */
  ask<Value>(question: (state: State) => Counted<Value>): Promise<Value>;
  record(transitions: readonly Transition<State>[], recording?: Recording): Promise<LedgerReceipt>;
  refuse(commandId: string, refusal: Refusal, at: Instant): Promise<void>;
}

export function openBook<State extends CaseState>(
  reference: CaseReference,
  ledger: CaseLedger<State>,
  knowledge: CaseKnowledge<State>,
): CaseBook<State> {
  let known = knowledge;
  return { known: () => known, ask, record, refuse };

  async function ask<Value>(question: (state: State) => Counted<Value>): Promise<Value> {
    for (;;) {
      const answer = question(known.state);
      if ('value' in answer) return answer.value;
      const calendar = await ledger.loadCalendar(rangeWith(known.state.calendar, answer.needsCalendarUntil));
      known = { ...known, state: { ...known.state, calendar } };
    }
  }

  async function record(transitions: readonly Transition<State>[], why: Recording = {}): Promise<LedgerReceipt> {
    for (const transition of transitions) {
      // Time never runs backwards in the history, also where a day given later than it was moves a deadline into the past.
      const at = Math.max(transition.at, known.lastAt);
      const sequence = known.sequence + 1;
      const entry = { commandId: null, ...why, ...transition, ...reference, at, sequence };
      const receipt = await ledger.recordTransition(entry);
      if (receipt !== 'recorded') return receipt;
      const recent = [...known.recent, { event: transition.event, at, rule: transition.rule }].slice(-recentEvents);
      known = { ...known, state: transition.state, sequence, lastAt: at, recent };
    }
    return 'recorded';
  }

  async function refuse(commandId: string, refusal: Refusal, at: Instant): Promise<void> {
    await ledger.recordRefusal({ ...reference, commandId, ...refusal, at });
  }
}

/** The days at hand with the one that a count asked for, behind or ahead, and some more on that side. */
function rangeWith({ from, until }: CalendarRange, needed: LocalDate): CalendarRange {
  if (needed < from) return { from: addDays(needed, -calendarMarginDays), until, neededUntil: until };
  return { from, until: addDays(needed, calendarMarginDays), neededUntil: needed };
}

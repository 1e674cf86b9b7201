import { isDeepStrictEqual } from 'node:util';

import type { CaseLedger } from '@dialogue/contracts';
import {
  recentEvents,
  type CalendarSlice,
  type LedgerEntry,
  type LocalDate,
  type RefusalEntry,
  type StoredCase,
  type Tell,
} from '@dialogue/domain';

/** What a test may say of the register of one case. */
export interface CaseBookOptions<State> {
  /** What the first run starts from. */
  readonly memory: StoredCase<State>;
  /** All that is published. */
  readonly calendar: CalendarSlice;
}

/** The register of one case, in memory, with the promises of the real one: no gap, no other content, no second outcome. */
export interface CaseBook<State> {
  readonly ledger: CaseLedger<State>;
  readonly entries: readonly LedgerEntry<State>[];
  readonly refusals: readonly RefusalEntry[];
  /** How often each step was asked for, failures included. */
  readonly calls: Readonly<Record<keyof CaseLedger<State>, number>>;
  /** While true every step fails. */
  isAway: boolean;
  /** Run inside of the next recording, after it was kept and before its answer. */
  beforeAnswer: (() => Promise<void>) | null;
  /** Carries what a recorded transition tells other cases, as the relay does. */
  onTell: ((tell: Tell) => Promise<void>) | null;
  /** Gives a command an outcome from elsewhere. */
  decideElsewhere(commandId: string): void;
  /** Resolves when the command has an outcome. */
  decided(commandId: string): Promise<void>;
}

export function createCaseBook<State>({ memory: first, calendar }: CaseBookOptions<State>): CaseBook<State> {
  const entries: LedgerEntry<State>[] = [];
  const refusals: RefusalEntry[] = [];
  const outcomes = new Set<string>(first.decidedCommandIds);
  const waiting = new Map<string, () => void>();
  const calls = { recordTransition: 0, recordRefusal: 0, loadCase: 0, loadCalendar: 0 };
  let memory = first;
  const begunAt = memory.sequence;

  const book: CaseBook<State> = {
    ledger: { recordTransition, recordRefusal, loadCase, loadCalendar },
    entries,
    refusals,
    calls,
    isAway: false,
    beforeAnswer: null,
    onTell: null,
    decideElsewhere,
    decided,
  };
  return book;

  function called(step: keyof typeof calls): void {
    calls[step] += 1;
    if (book.isAway) throw new Error('The register is away');
  }

  async function recordTransition(entry: LedgerEntry<State>): Promise<'recorded' | 'alreadyDecided'> {
    called('recordTransition');
    const known = entries[entry.sequence - begunAt - 1];
    if (known !== undefined) {
      if (!isDeepStrictEqual(known, entry)) throw new Error(`Other content for sequence ${entry.sequence}`);
      return 'recorded';
    }
    if (entry.commandId !== null && outcomes.has(entry.commandId)) return 'alreadyDecided';
    if (entry.sequence !== memory.sequence + 1) throw new Error(`A gap before sequence ${entry.sequence}`);
    entries.push(entry);
    const { state, sequence, at, event, rule } = entry;
    const recent = [...memory.recent, { event, at, rule }].slice(-recentEvents);
    memory = { ...memory, state, sequence, lastAt: at, recent };
    await answering();
    for (const tell of entry.tells ?? []) await book.onTell?.(tell);
    if (entry.commandId !== null) decideElsewhere(entry.commandId);
    return 'recorded';
  }

  async function recordRefusal(entry: RefusalEntry): Promise<'recorded' | 'alreadyDecided'> {
    called('recordRefusal');
    if (outcomes.has(entry.commandId)) return 'alreadyDecided';
    refusals.push(entry);
    decideElsewhere(entry.commandId);
    return Promise.resolve('recorded');
  }

  async function loadCase(): Promise<StoredCase<State>> {
    called('loadCase');
    return Promise.resolve({ ...memory, decidedCommandIds: [...outcomes] });
  }

  async function loadCalendar(range: { from: LocalDate; until: LocalDate }): Promise<CalendarSlice> {
    called('loadCalendar');
    return Promise.resolve(cutCalendar(calendar, range));
  }

  async function answering(): Promise<void> {
    const before = book.beforeAnswer;
    book.beforeAnswer = null;
    await before?.();
  }

  function decideElsewhere(commandId: string): void {
    outcomes.add(commandId);
    waiting.get(commandId)?.();
  }

  async function decided(commandId: string): Promise<void> {
    if (!outcomes.has(commandId)) await new Promise<void>((resolve) => waiting.set(commandId, resolve));
  }
}

/** A calendar, only these days of it. */
export function cutCalendar(
  calendar: CalendarSlice,
  { from, until }: { readonly from: LocalDate; readonly until: LocalDate },
): CalendarSlice {
  const isWithin = (on: LocalDate): boolean => from <= on && on <= until;
  return {
    ...calendar,
    from,
    until,
    daysOff: calendar.daysOff.filter(isWithin),
    workedRestDays: calendar.workedRestDays.filter(isWithin),
  };
}

import { isDeepStrictEqual } from 'node:util';

import type { CaseLedger } from '@dialogue/contracts';
import {
  defaultPetitionTerms,
  recentEvents,
  submitted,
  type CalendarSlice,
  type LedgerEntry,
  type LocalDate,
  type Petition,
  type RefusalEntry,
  type StoredCase,
  type Submission,
} from '@dialogue/domain';

/** What a test may say of the register of one case. */
export interface CaseBookOptions {
  readonly submission: Submission;
  /** All that is published. */
  readonly calendar: CalendarSlice;
  /** Where the slice of a new case ends; everything when left out. */
  readonly sliceUntil?: LocalDate;
  /** The memory of a case that has lived before. */
  readonly stored?: StoredCase<Petition>;
}

/** The register of one case, in memory, with the promises of the real one: no gap, no other content, no second outcome. */
export interface CaseBook {
  readonly ledger: CaseLedger<Petition>;
  readonly entries: readonly LedgerEntry<Petition>[];
  readonly refusals: readonly RefusalEntry[];
  /** How often each step was asked for, failures included. */
  readonly calls: Readonly<Record<keyof CaseLedger<Petition>, number>>;
  /** While true every step fails. */
  isAway: boolean;
  /** Run inside of the next recording, after it was kept and before its answer. */
  beforeAnswer: (() => Promise<void>) | null;
  /** Gives a command an outcome from elsewhere. */
  decideElsewhere(commandId: string): void;
  /** Resolves when the command has an outcome. */
  decided(commandId: string): Promise<void>;
}

export function createCaseBook({ submission, calendar, sliceUntil, stored }: CaseBookOptions): CaseBook {
  const entries: LedgerEntry<Petition>[] = [];
  const refusals: RefusalEntry[] = [];
  const outcomes = new Set<string>(stored?.decidedCommandIds);
  const waiting = new Map<string, () => void>();
  const calls = { recordTransition: 0, recordRefusal: 0, loadCase: 0, loadCalendar: 0 };
  const first = submitted(submission, {
    terms: defaultPetitionTerms,
    calendar: cut(calendar, { from: calendar.from, until: sliceUntil ?? calendar.until }),
  });
  let memory = stored ?? { state: first, sequence: 0, lastAt: 0, decidedCommandIds: [], recent: [] };
  const begunAt = memory.sequence;

  const book: CaseBook = {
    ledger: { recordTransition, recordRefusal, loadCase, loadCalendar },
    entries,
    refusals,
    calls,
    isAway: false,
    beforeAnswer: null,
    decideElsewhere,
    decided,
  };
  return book;

  function called(step: keyof typeof calls): void {
    calls[step] += 1;
    if (book.isAway) throw new Error('The register is away');
  }

  async function recordTransition(entry: LedgerEntry<Petition>): Promise<'recorded' | 'alreadyDecided'> {
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

  async function loadCase(): Promise<StoredCase<Petition>> {
    called('loadCase');
    return Promise.resolve({ ...memory, decidedCommandIds: [...outcomes] });
  }

  async function loadCalendar(range: { from: LocalDate; until: LocalDate }): Promise<CalendarSlice> {
    called('loadCalendar');
    return Promise.resolve(cut(calendar, range));
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

function cut(calendar: CalendarSlice, { from, until }: { from: LocalDate; until: LocalDate }): CalendarSlice {
  const isWithin = (on: LocalDate): boolean => from <= on && on <= until;
  return {
    ...calendar,
    from,
    until,
    daysOff: calendar.daysOff.filter(isWithin),
    workedRestDays: calendar.workedRestDays.filter(isWithin),
  };
}

import {
  allHandlersFinished,
  condition,
  log,
  setDefaultSignalHandler,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';

import type { Duration } from '@temporalio/common';

import {
  commandSignal,
  stateQuery,
  type CaseLedger,
  type CaseMemory,
  type CaseStart,
  type Envelope,
} from '@dialogue/contracts';
import { precedesTime, type CaseKind, type CaseMachine, type CaseState, type Instant } from '@dialogue/domain';

import { openBook, type CaseBook, type CaseKnowledge } from './case-book.js';
import { openInbox, type CaseInbox } from './case-inbox.js';
import type { BesideState } from './case-page.vi.js';

/** What the loop needs to know of a kind of case. */
export interface CaseDefinition<State extends CaseState, Command> {
  readonly kind: CaseKind;
  readonly machine: CaseMachine<State, Command>;
  readonly commandKinds: readonly string[];
  readonly ledger: CaseLedger<State>;
  /** Shows the state in the Temporal UI; called after every turn. */
  readonly publish: (state: State, beside: BesideState) => void;
  /** What the case waits for, as the summary of its timer. */
  readonly waitingFor: (state: State) => string;
}

/** A case under way: how it decides, what it knows, what waits for it. */
interface LivingCase<State extends CaseState, Command> {
  readonly definition: CaseDefinition<State, Command>;
  readonly book: CaseBook<State>;
  readonly inbox: CaseInbox<Command>;
  readonly isLong: () => boolean;
}

const defaultHistoryLimit = 1_000;

/** How long time yields to a command on its way: the relay repeats a lost one after ten minutes. */
const yielding: { readonly looks: number; readonly each: Duration } = { looks: 30, each: '1 minute' };

/**
 * Lives a case until it is closed or its history is long; then returns what the next run needs, or `null`.
 *
 * Commands and deadlines are merged by instant: a deadline that passed before a command arrived is recorded before
 * the command is decided, one that passes after it is not. So neither an outage nor a slow worker makes an answer
 * late that came in time, or timely that came late. People are urged only from the state that is left at the end.
 */
export async function runCase<State extends CaseState, Command>(
  definition: CaseDefinition<State, Command>,
  { caseId, carried, historyLimit = defaultHistoryLimit }: CaseStart<State, Command>,
): Promise<CaseMemory<State, Command> | null> {
  const reference = { caseKind: definition.kind, caseId };
  const inbox = openInbox<Command>(carried);
  let state = (): State | null => carried?.state ?? null;
  setHandler(stateQuery, () => state());
  receive(definition.commandKinds, inbox);

  const book = openBook(reference, definition.ledger, carried ?? (await load()));
  state = () => book.known().state;
  const isLong = (): boolean => workflowInfo().continueAsNewSuggested || workflowInfo().historyLength > historyLimit;
  const isOver = await live({ definition, book, inbox, isLong });
  await condition(allHandlersFinished);
  return isOver ? null : { schemaVersion: 1, ...book.known(), pending: inbox.pending, seen: inbox.seen };

  /** A run that nothing was carried to starts from the register, which also knows what has been decided. */
  async function load(): Promise<CaseKnowledge<State>> {
    const { decidedCommandIds, ...knowledge } = await definition.ledger.loadCase(reference);
    inbox.dropDecided(decidedCommandIds);
    return knowledge;
  }
}

/**
 * First one handler for all kinds: the signals that a run begins with would otherwise come kind by kind, and no longer
 * in the order in which people gave the commands.
 */
function receive<Command>(kinds: readonly string[], { enqueue }: CaseInbox<Command>): void {
  setDefaultSignalHandler((kind, envelope) => {
    if (kinds.includes(kind)) enqueue(envelope);
    else log.warn('A signal of an unknown kind was left out', { kind });
  });
  for (const kind of kinds) setHandler(commandSignal<Command>(kind), enqueue);
}

/** Turn after turn; true when the case is over, false when its history is long. */
async function live<State extends CaseState, Command>(living: LivingCase<State, Command>): Promise<boolean> {
  const { definition, book, inbox, isLong } = living;
  let looksLeft = yielding.looks;
  for (;;) {
    for (let next = inbox.pending[0]; next !== undefined && !isLong(); next = inbox.pending[0]) {
      await decide(living, next);
      inbox.pending.shift();
    }
    const now = Date.now();
    const hasPassed = await letTimePass(living, now, looksLeft > 0);
    looksLeft = hasPassed ? yielding.looks : looksLeft - 1;
    if (!hasPassed) await condition(() => inbox.pending.length > 0, yielding.each);
    const { state, recent, publicUrl } = book.known();
    definition.publish(state, { recent, publicUrl });

    if (isLong()) return false;
    if (inbox.pending.length > 0 || !hasPassed) continue;
    if (definition.machine.isClosed(state)) return true;
    await untilSomethingHappens(living, now);
  }
}

/**
 * What time itself does. False when it must wait: a command that was received before is on its way. Commands that are
 * here already come first, also those that only the next run will decide.
 */
async function letTimePass<State extends CaseState, Command>(
  { definition: { machine }, book, inbox }: LivingCase<State, Command>,
  now: Instant,
  yields: boolean,
): Promise<boolean> {
  for (const step of ['elapse', 'urge'] as const) {
    if (inbox.pending.length > 0) return true;
    const receipt = await book.record(await book.ask((state) => machine[step](state, now)), { yields });
    if (receipt === 'commandWaits') return false;
  }
  return true;
}

async function decide<State extends CaseState, Command>(
  { definition, book }: LivingCase<State, Command>,
  { commandId, command, receivedAt }: Envelope<Command>,
): Promise<void> {
  const { machine } = definition;
  const now = Date.now();
  const at = Math.min(Math.max(receivedAt ?? now, book.known().lastAt), now);
  if (!precedesTime(command)) await book.record(await book.ask((state) => machine.elapse(state, at)));
  const decision = await book.ask((state) => machine.apply(state, command, at));
  if ('refused' in decision) await book.refuse(commandId, decision.refused, at);
  else await book.record([decision.accepted], { commandId });
}

async function untilSomethingHappens<State extends CaseState, Command>(
  { definition, book, inbox }: LivingCase<State, Command>,
  turnAt: Instant,
): Promise<void> {
  const arrived = (): boolean => inbox.pending.length > 0;
  const due = await book.ask((state) => definition.machine.nextDueAt(state));
  if (due === null) return condition(arrived);
  // A machine that is still due would spin: fail the task, loudly, until fixed code arrives.
  if (due <= turnAt) throw new Error(`A ${definition.kind} is still due at ${String(due)} after its turn`);
  // The ledger may have kept the turn waiting past the next instant: then there is nothing to wait for.
  const waitMs = due - Date.now();
  if (waitMs > 0) await condition(arrived, waitMs, { summary: definition.waitingFor(book.known().state) });
}

import { randomUUID } from 'node:crypto';

import { commandSignal, launchOf, type CaseStart, type Envelope } from '@dialogue/contracts';
import {
  dateAt,
  localDate,
  type AnyCaseState,
  type CalendarSlice,
  type CaseKind,
  type Instant,
  type LedgerEntry,
  type StoredCase,
} from '@dialogue/domain';
import type { Client, WorkflowHandle } from '@temporalio/client';

import { aCalendar } from '../builders/calendar.builder.js';
import { at } from '../builders/petition.builder.js';
import { createCaseBook, cutCalendar, type CaseBook } from './case-book.js';
import { shiftAfter, type Shift } from './shift.js';
import type { WorkflowServer } from './workflow-server.js';

/** What a test says of any case before it begins; every day as the story tells it. */
export interface CaseBeginning<State> {
  /** The first day of the story: what the clock of the server then shows, at 08:30. */
  readonly on: string;
  /** Where the calendar ends that a new case begins with. */
  readonly sliceUntil?: string;
  /** The state of a case that has lived before, with the last instant that its history knows. */
  readonly memory?: {
    readonly state: State;
    readonly lastAt: Instant;
    readonly decidedCommandIds?: readonly string[];
  };
  /** What a newer edition of the calendar says, which the register has and the case has not heard of. */
  readonly edition?: Pick<CalendarSlice, 'edition' | 'daysOff'>;
  /** Events after which the case continues as new. */
  readonly historyLimit?: number;
  /** A story that began on the same day and goes on: both share the clock. */
  readonly beside?: { readonly shift: Shift };
}

/** How a command comes: its id when it is repeated, the instant of its receipt when it was not just now. */
export interface Arrival {
  readonly commandId?: string;
  readonly receivedAt?: Instant;
}

interface AnyCommand {
  readonly kind: string;
}
type Wishes<Command extends AnyCommand, Kind> = Partial<Omit<Extract<Command, { readonly kind: Kind }>, 'kind'>>;

/** One case on the server, told in the days of the story. */
export interface CaseStory<State, Command extends AnyCommand> {
  readonly book: CaseBook<State>;
  readonly handle: WorkflowHandle;
  readonly shift: Shift;
  /** Lets time pass until then, with everything that falls due in it. */
  until(day: string, time?: string): Promise<void>;
  /** Sends a command now and waits for its outcome. */
  send<Kind extends Command['kind']>(kind: Kind, wishes?: Wishes<Command, Kind>, arrival?: Arrival): Promise<void>;
  /** Sends a command and does not wait. */
  signal<Kind extends Command['kind']>(kind: Kind, wishes?: Wishes<Command, Kind>, arrival?: Arrival): Promise<string>;
  /** Brings news of another case, in the days of the server. */
  hear(news: AnyCommand, commandId: string): Promise<void>;
  /** Starts the workflow without a command. */
  start(): Promise<void>;
  /** The history, one line an event: `2026-03-20 08:00 urged answer -5`; `contribute.SL-SXD` where each body owes one. */
  lines(): readonly string[];
  /** Lets everything that is under way come to rest. */
  settle(): Promise<void>;
  /** Ends the workflow, so that it does nothing in the stories after it. */
  end(): Promise<void>;
}

/** How stories of one kind of case are told. */
export interface CaseTale<State, Command extends AnyCommand> {
  readonly kind: CaseKind;
  /** The state of a new case, in the days of the story. */
  readonly first: (calendar: CalendarSlice) => State;
  /** A command with its defaults, in the days of the story. */
  readonly command: <Kind extends Command['kind']>(
    kind: Kind,
    wishes?: Wishes<Command, Kind>,
  ) => Extract<Command, { readonly kind: Kind }>;
}

/** Begins a story on a server that other stories have used before. */
export async function beginCase<State extends AnyCaseState, Command extends AnyCommand>(
  server: WorkflowServer,
  tale: CaseTale<State, Command>,
  beginning: CaseBeginning<State>,
): Promise<CaseStory<State, Command>> {
  const { env } = server;
  const shift = beginning.beside?.shift ?? shiftAfter(at(beginning.on, '08:30'), await env.currentTimeMs());
  const calendar = aCalendar({ unconfirmedYears: [] });
  const memory = memoryOf(tale, beginning, { shift, calendar });
  const caseId = memory.state.id;
  const book = createCaseBook<State>({ memory, calendar: shift.days({ ...calendar, ...beginning.edition }) });
  server.serveCase(caseId, book.ledger);
  const client: Client = env.client;
  const { workflowType, ...launch } = launchOf(tale.kind, caseId);
  const { historyLimit } = beginning;
  const args: [CaseStart<never, never>] = [
    { caseId, carried: null, ...(historyLimit === undefined ? {} : { historyLimit }) },
  ];
  const handle = client.workflow.getHandle(launch.workflowId);
  if (beginning.beside === undefined) await until(beginning.on, '08:30');
  return { book, handle, shift, until, send, signal, hear, start, lines, settle, end };

  async function until(day: string, time = '09:00'): Promise<void> {
    const ms = shift.instant(at(day, time)) - (await env.currentTimeMs());
    // What falls due on the instant itself is under way then; while it is, the clock runs in real time.
    if (ms < -60_000) throw new Error(`It is after ${day} ${time} already`);
    await env.sleep(Math.max(ms, 0) + 2_000);
  }

  async function signal<Kind extends Command['kind']>(
    kind: Kind,
    wishes?: Wishes<Command, Kind>,
    arrival: Arrival = {},
  ): Promise<string> {
    const { commandId = randomUUID(), receivedAt } = arrival;
    const at = receivedAt === undefined ? await env.currentTimeMs() : shift.instant(receivedAt);
    await carry({ commandId, actorId: null, receivedAt: at, command: shift.days(tale.command(kind, wishes)) });
    return commandId;
  }

  async function hear(news: AnyCommand, commandId: string): Promise<void> {
    await carry({ commandId, actorId: null, receivedAt: await env.currentTimeMs(), command: news });
  }

  async function carry(envelope: Envelope<AnyCommand>): Promise<void> {
    const signalled = {
      ...launch,
      args,
      signal: commandSignal<AnyCommand>(envelope.command.kind),
      signalArgs: [envelope] as [typeof envelope],
    };
    await client.workflow.signalWithStart(workflowType, signalled);
  }

  async function send<Kind extends Command['kind']>(
    kind: Kind,
    wishes?: Wishes<Command, Kind>,
    arrival?: Arrival,
  ): Promise<void> {
    await book.decided(await signal(kind, wishes, arrival));
  }

  async function start(): Promise<void> {
    await client.workflow.start(workflowType, { ...launch, args });
  }

  function lines(): readonly string[] {
    return book.entries.map((entry) => lineOf(entry, shift));
  }

  async function settle(): Promise<void> {
    await env.sleep('2 minutes');
  }

  async function end(): Promise<void> {
    // A step under way when its workflow is ended would hold the server's clock for ever.
    book.isAway = false;
    await settle();
    const { status } = await handle.describe();
    if (status.name === 'RUNNING') await handle.terminate();
  }
}

function memoryOf<State extends AnyCaseState>(
  { first }: Pick<CaseTale<State, never>, 'first'>,
  { memory, sliceUntil }: CaseBeginning<State>,
  { shift, calendar }: { readonly shift: Shift; readonly calendar: CalendarSlice },
): StoredCase<State> {
  if (memory !== undefined) {
    const state = { ...movedState(memory.state, shift), calendar: shift.days(calendar) };
    const { decidedCommandIds = [] } = memory;
    return { state, sequence: 4, lastAt: shift.instant(memory.lastAt), decidedCommandIds, recent: [] };
  }
  const until = sliceUntil === undefined ? calendar.until : localDate(sliceUntil);
  const state = shift.days(first(cutCalendar(calendar, { from: calendar.from, until })));
  return { state, sequence: 0, lastAt: 0, decidedCommandIds: [], recent: [] };
}

function movedState<State extends AnyCaseState>(state: State, shift: Shift): State {
  const { endedAt } = state;
  return { ...shift.days(state), endedAt: endedAt === null ? null : shift.instant(endedAt) };
}

function lineOf({ event, at: instant, facts }: LedgerEntry<unknown>, shift: Shift): string {
  const when = shift.instantBack(instant);
  const time = new Date(when + 7 * 3_600_000).toISOString().slice(11, 16);
  const dropped =
    facts['dropped'] === undefined || facts['dropped'] === '' ? '' : `dropped ${String(facts['dropped'])}`;
  const { duty, body } = facts;
  const owed = body === undefined || duty === undefined ? duty : `${String(duty)}.${String(body)}`;
  const parts = [dateAt(when), time, event, owed, facts['rungs'], dropped];
  return parts.filter((part) => part !== undefined && part !== '').join(' ');
}

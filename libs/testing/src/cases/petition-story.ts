import { randomUUID } from 'node:crypto';

import { commandSignal, launchOf, type CaseStart, type Envelope } from '@dialogue/contracts';
import {
  dateAt,
  localDate,
  type Instant,
  type LedgerEntry,
  type Petition,
  type PetitionCommand,
  type PetitionCommandKind,
  type Submission,
} from '@dialogue/domain';
import type { Client, WorkflowHandle } from '@temporalio/client';

import { aCalendar } from '../builders/calendar.builder.js';
import { aCommand } from '../builders/petition-command.builder.js';
import { aSubmission, at } from '../builders/petition.builder.js';
import { createCaseBook, type CaseBook } from './case-book.js';
import { shiftAfter, type Shift } from './shift.js';
import type { WorkflowServer } from './workflow-server.js';

/** What a test says of a petition before it begins; every day as the story tells it. */
export interface StoryBeginning {
  /** The first day of the story: what the clock of the server then shows, at 08:30. */
  readonly on: string;
  readonly submission?: Partial<Submission>;
  /** Where the calendar ends that a new case begins with. */
  readonly sliceUntil?: string;
  /** The state of a case that has lived before, with the last instant that its history knows. */
  readonly memory?: {
    readonly state: Petition;
    readonly lastAt: Instant;
    readonly decidedCommandIds?: readonly string[];
  };
  /** Events after which the case continues as new. */
  readonly historyLimit?: number;
}

type Wishes<Kind extends PetitionCommandKind> = Parameters<typeof aCommand<Kind>>[1];

/** How a command comes: its id when it is repeated, the instant of its receipt when it was not just now. */
export interface Arrival {
  readonly commandId?: string;
  readonly receivedAt?: Instant;
}

/** One petition on the server, told in the days of the story. */
export interface PetitionStory {
  readonly book: CaseBook;
  readonly handle: WorkflowHandle;
  readonly shift: Shift;
  /** Lets time pass until then, with everything that falls due in it. */
  until(day: string, time?: string): Promise<void>;
  /** Sends a command now and waits for its outcome. */
  send<Kind extends PetitionCommandKind>(kind: Kind, wishes?: Wishes<Kind>, arrival?: Arrival): Promise<void>;
  /** Sends a command and does not wait. */
  signal<Kind extends PetitionCommandKind>(kind: Kind, wishes?: Wishes<Kind>, arrival?: Arrival): Promise<string>;
  /** Starts the workflow without a command. */
  start(): Promise<void>;
  /** The history, one line an event: `2026-03-20 08:00 urged answer -5`. */
  lines(): readonly string[];
  /** Lets everything that is under way come to rest. */
  settle(): Promise<void>;
  /** Ends the workflow, so that it does nothing in the stories after it. */
  end(): Promise<void>;
}

/** Begins a story on a server that other stories have used before. */
export async function beginStory(server: WorkflowServer, beginning: StoryBeginning): Promise<PetitionStory> {
  const { env } = server;
  const shift = shiftAfter(at(beginning.on, '08:30'), await env.currentTimeMs());
  const caseId = randomUUID();
  const book = createCaseBook(bookOptions(beginning, shift, caseId));
  server.serve({ ledger: book.ledger });
  const client: Client = env.client;
  const { workflowType, ...launch } = launchOf('petition', caseId);
  const { historyLimit } = beginning;
  const args: [CaseStart<never, never>] = [
    { caseId, carried: null, ...(historyLimit === undefined ? {} : { historyLimit }) },
  ];
  const handle = client.workflow.getHandle(launch.workflowId);
  await until(beginning.on, '08:30');
  return { book, handle, shift, until, send, signal, start, lines, settle, end };

  async function until(day: string, time = '09:00'): Promise<void> {
    const ms = shift.instant(at(day, time)) - (await env.currentTimeMs());
    // What falls due on the instant itself is under way then; while it is, the clock runs in real time.
    if (ms < -60_000) throw new Error(`It is after ${day} ${time} already`);
    await env.sleep(Math.max(ms, 0) + 2_000);
  }

  async function signal<Kind extends PetitionCommandKind>(
    kind: Kind,
    wishes?: Wishes<Kind>,
    arrival: Arrival = {},
  ): Promise<string> {
    const { commandId = randomUUID(), receivedAt } = arrival;
    const envelope: Envelope<PetitionCommand> = {
      commandId,
      actorId: null,
      receivedAt: receivedAt === undefined ? await env.currentTimeMs() : shift.instant(receivedAt),
      command: shift.days<PetitionCommand>(aCommand(kind, wishes)),
    };
    const signalled = {
      ...launch,
      args,
      signal: commandSignal<PetitionCommand>(kind),
      signalArgs: [envelope] as [typeof envelope],
    };
    await client.workflow.signalWithStart(workflowType, signalled);
    return commandId;
  }

  async function send<Kind extends PetitionCommandKind>(
    kind: Kind,
    wishes?: Wishes<Kind>,
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

function bookOptions(
  { on, submission, sliceUntil, memory }: StoryBeginning,
  shift: Shift,
  caseId: string,
): Parameters<typeof createCaseBook>[0] {
  const calendar = shift.days(aCalendar({ unconfirmedYears: [] }));
  const stored = memory && {
    state: { ...movedState(memory.state, shift), id: caseId, calendar },
    sequence: 4,
    lastAt: shift.instant(memory.lastAt),
    decidedCommandIds: memory.decidedCommandIds ?? [],
    recent: [],
  };
  return {
    submission: shift.days({ ...aSubmission({ receivedOn: localDate(on), ...submission }), id: caseId }),
    calendar,
    ...(sliceUntil === undefined ? {} : { sliceUntil: shift.days(localDate(sliceUntil)) }),
    ...(stored === undefined ? {} : { stored }),
  };
}

function movedState(state: Petition, shift: Shift): Petition {
  const { endedAt } = state;
  return { ...shift.days(state), endedAt: endedAt === null ? null : shift.instant(endedAt) };
}

function lineOf({ event, at: instant, facts }: LedgerEntry<Petition>, shift: Shift): string {
  const when = shift.instantBack(instant);
  const time = new Date(when + 7 * 3_600_000).toISOString().slice(11, 16);
  const dropped =
    facts['dropped'] === undefined || facts['dropped'] === '' ? '' : `dropped ${String(facts['dropped'])}`;
  const parts = [dateAt(when), time, event, facts['duty'], facts['rungs'], dropped];
  return parts.filter((part) => part !== undefined && part !== '').join(' ');
}

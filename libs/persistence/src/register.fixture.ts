import { randomUUID } from 'node:crypto';

import {
  localDate,
  type AnyCaseState,
  type CaseKind,
  type Instant,
  type LedgerEntry,
  type LocalDate,
  type Petition,
  type PetitionStage,
  type Transition,
} from '@dialogue/domain';
import { databaseForTest, type TestDatabase, type TestDatabaseContents } from '@dialogue/testing';
import { aPetition, applied, aSubmission, petitionSteps, type PetitionWishes } from '@dialogue/testing/builders';
import type { DataSource } from 'typeorm';

import { createAccounts } from './accounts/accounts.js';
import { createDataSource } from './data-source.js';
import { createDoor } from './door/door.js';
import type { ArrivingCommand } from './door/command.js';
import { createLedger } from './ledger/ledger.js';
import type { PersonData } from './people/people.js';
import { createPosts, type NewPost } from './posts/posts.js';

/** A database of the spec's own, with the connections of its owner and of the two applications. */
export interface TestRegister {
  readonly admin: DataSource;
  readonly api: DataSource;
  readonly worker: DataSource;
  readonly database: TestDatabase;
  close(): Promise<void>;
}

export async function openRegister(contents: TestDatabaseContents = 'sample'): Promise<TestRegister> {
  const database = await databaseForTest(contents);
  const [admin, api, worker] = await Promise.all([database.adminUrl, database.apiUrl, database.workerUrl].map(opened));
  if (admin === undefined || api === undefined || worker === undefined)
    throw new Error('Three connections were opened');
  return {
    admin,
    api,
    worker,
    database,
    close: async () => {
      await Promise.all([admin, api, worker].map((each) => each.destroy()));
      await database.drop();
    },
  };
}

async function opened(url: string): Promise<DataSource> {
  // A machine that is busy with other tests may take its time.
  return createDataSource({ url, poolSize: 4, connectTimeoutMs: 30_000 }).initialize();
}

/** The id of a new account with the role of an admin. */
export async function anAdmin(register: TestRegister): Promise<string> {
  const account = { username: 'lan', passwordHash: 'hash', role: 'admin' as const, organisationCode: null };
  return (await createAccounts(register.admin).create(account))!.id;
}

export function aCommandOf(caseId: string, overrides: Partial<ArrivingCommand> = {}): ArrivingCommand {
  return {
    id: randomUUID(),
    caseKind: 'petition',
    caseId,
    kind: 'accept',
    bodyHash: 'hash',
    payload: { kind: 'accept' },
    words: null,
    actorId: null,
    receivedAt: Date.parse('2026-03-02T09:00+07:00'),
    ...overrides,
  };
}

/** A petition as it comes through the door; its id. */
export async function submitPetition(api: DataSource, wishes: Partial<Petition> = {}): Promise<string> {
  const id = wishes.id ?? randomUUID();
  const { organisation, leadOffice, receivedOn, isWrittenAnswerRequired, isReachableByMail, source } = {
    ...aSubmission(),
    ...wishes,
  };
  const submission = {
    id,
    title: 'Đường vào bản hỏng',
    content: 'Đường vào bản hỏng từ mùa mưa.',
    category: 'resident' as const,
    isCollective: false,
    source,
    organisation,
    leadOffice,
    receivedOn,
    isWrittenAnswerRequired,
    isReachableByMail,
  };
  await createDoor(api).arrive(aCommandOf(id, { kind: 'register' }), {
    caseKind: 'petition',
    submission,
    sealedIdentity: Buffer.from('sealed'),
  });
  return id;
}

/** A transition as its workflow hands it to the ledger; of a petition, unless the place says otherwise. */
export function anEntry<State extends AnyCaseState>(
  transition: Transition<State>,
  place: { readonly sequence: number; readonly commandId?: string; readonly caseKind?: CaseKind },
): LedgerEntry<State> {
  return { caseKind: 'petition', ...transition, caseId: transition.state.id, commandId: null, ...place };
}

/** What happens to a case, one after the other, recorded from a place in its history on. */
export async function recordSteps<State extends AnyCaseState, Command>(
  worker: DataSource,
  { state, sequence, caseKind }: { readonly state: State; readonly sequence: number; readonly caseKind: CaseKind },
  carryOut: { readonly steps: readonly Step<Command>[]; readonly apply: Apply<State, Command> },
): Promise<{ readonly state: State; readonly sequence: number }> {
  const ledger = createLedger(worker);
  let recorded = { state, sequence };
  for (const { command, at } of carryOut.steps) {
    const transition = carryOut.apply(recorded.state, command, at);
    recorded = { state: transition.state, sequence: recorded.sequence + 1 };
    await ledger.recordTransition(anEntry(transition, { sequence: recorded.sequence, caseKind }));
  }
  return recorded;
}

export interface Step<Command> {
  readonly command: Command;
  readonly at: Instant;
}

type Apply<State, Command> = (state: State, command: Command, at: Instant) => Transition<State>;

/** The petition has come to a stage, by the steps of the builder, recorded one after the other. */
export async function recordUntil(
  worker: DataSource,
  wishes: PetitionWishes & { readonly id: string; readonly stage: PetitionStage },
): Promise<Recorded> {
  const start = { state: aPetition({ ...wishes, stage: 'submitted' }), sequence: 0, caseKind: 'petition' } as const;
  return recordSteps(worker, start, { steps: petitionSteps[wishes.stage], apply: applied });
}

export interface Recorded {
  readonly state: Petition;
  readonly sequence: number;
}

/** Who holds a post, and from when to when. */
interface Holding extends PersonData {
  readonly isActing: boolean;
  readonly validFrom: LocalDate;
  readonly validTo: string;
}

/** Somebody with an address holds a post. */
export async function appoint(admin: DataSource, post: NewPost, wishes: Partial<Holding> = {}): Promise<string> {
  const posts = createPosts(admin);
  const postId = await posts.create(post);
  if (postId === null) throw new Error('The post is there already');
  const { fullName = 'Người Mẫu', email = 'nguoi@mau.example', phone = null, isActing = false } = wishes;
  const { validFrom = localDate('2019-01-01'), validTo } = wishes;
  const holding = await posts.appoint(postId, { person: { fullName, email, phone }, isActing, validFrom });
  if (!('holderId' in holding)) throw new Error(`The post takes nobody: ${holding.refused}`);
  if (validTo !== undefined) await posts.endHolding(holding.holderId, localDate(validTo));
  return holding.holderId;
}

/**
 * Somebody else has written and not yet committed; only then `work` begins, and they commit when it waits for them, or is
 * done without.
 */
export async function behindAnother<Result>(
  admin: DataSource,
  writing: readonly string[],
  work: () => Promise<Result>,
): Promise<Result> {
  const other = admin.createQueryRunner();
  await other.startTransaction();
  for (const statement of writing) await other.query(statement);
  const progress = { isDone: false };
  const pending = work().finally(() => {
    progress.isDone = true;
  });
  const isWaiting = async (): Promise<boolean> =>
    (await admin.query<object[]>('SELECT FROM pg_locks WHERE NOT granted')).length > 0;
  // Each question is asked of the database, so this is no busy wait.
  while (!progress.isDone && !(await isWaiting()));
  await other.commitTransaction();
  await other.release();
  return pending;
}

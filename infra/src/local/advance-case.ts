import { randomUUID } from 'node:crypto';

import { Client, WorkflowNotFoundError } from '@temporalio/client';
import { isReportOpener, searchAttributeTypes } from '@dialogue/contracts';
import { createDataSource, markVirtual, type DoorReference } from '@dialogue/persistence';

import { withTemporal } from '../setup/temporal-connection.js';
import { LocalProblem } from './local-problem.js';
import { databaseUrl } from './postgres.js';
import { postgresSuperuser } from './postgres-cluster.js';
import type { RunningStack } from './running.js';
import { moveClock, waitForArrival, waitUntilIdle, type MovingCase } from './virtual-time.js';

/** Which case is moved, where, and how far. */
export interface Advance {
  readonly stack: Pick<RunningStack, 'temporalAddress' | 'temporalNamespace' | 'postgresPort' | 'databaseName'>;
  readonly postgresPassword: string;
  readonly workflowId: string;
  readonly durationMs: number;
}

/** Where a case stands after its clock was moved. */
export interface CaseStanding {
  /** The instant on the case's own clock. */
  readonly now: Date;
  readonly isRunning: boolean;
  readonly searchAttributes: Readonly<Record<string, unknown>>;
  /** What its page in the Temporal UI says, in Vietnamese; `null` when it says nothing. */
  readonly details: string | null;
}

/**
 * The case has seen this much time pass: its timers have fired in their order and what they cause is recorded. From then
 * on it counts on its own clock, and the API no longer tells it the time.
 * @throws LocalProblem `advance.case_unknown`, `advance.case_closed`, `advance.did_not_arrive`
 */
export async function advanceCase({ stack, postgresPassword, workflowId, durationMs }: Advance): Promise<CaseStanding> {
  const { temporalAddress: address, temporalNamespace: namespace, postgresPort: port, databaseName: database } = stack;
  const register = databaseUrl({ user: postgresSuperuser, password: postgresPassword, port, database });
  return withTemporal({ address, connectTimeoutMs: 10_000 }, async (connection) => {
    const client = new Client({ connection, namespace });
    await refuseUnlessRunning(client, workflowId);
    await markAsVirtual(register, workflowId);
    const moving: MovingCase = { connection, namespace, workflowId, moveId: randomUUID() };
    await moveClock(moving, durationMs);
    const now = await waitForArrival(moving);
    await waitUntilIdle(moving);
    return describeStanding(client, workflowId, now);
  });
}

async function refuseUnlessRunning(client: Client, workflowId: string): Promise<void> {
  try {
    const { status } = await client.workflow.getHandle(workflowId).describe();
    if (status.name !== 'RUNNING') throw new LocalProblem({ code: 'advance.case_closed', workflowId });
  } catch (error) {
    if (error instanceof WorkflowNotFoundError)
      throw new LocalProblem({ code: 'advance.case_unknown', workflowId }, { cause: error });
    throw error;
  }
}

/** Before its clock moves: a command that arrives meanwhile must already come without the API's time. */
async function markAsVirtual(adminUrl: string, workflowId: string): Promise<void> {
  // D14.1: an opener is no case of the register: nobody sends it commands.
  if (isReportOpener(workflowId)) return;
  const reference = referenceOf(workflowId);
  const dataSource = createDataSource({ url: adminUrl, applicationName: 'dialogue-advance' });
  await dataSource.initialize();
  try {
    await markVirtual(dataSource, reference);
  } finally {
    await dataSource.destroy();
  }
}

/** The case that a workflow id names. @throws LocalProblem `advance.case_unknown` */
export function referenceOf(workflowId: string): DoorReference {
  const [kind = '', ...parts] = workflowId.split('/');
  const found = cases.find(({ caseKind }) => caseKind === kind);
  if (found?.parts !== parts.length || parts.includes(''))
    throw new LocalProblem({ code: 'advance.case_unknown', workflowId });
  return { caseKind: found.caseKind, caseId: parts.join('/') };
}

/** The kinds of case whose clock can be moved, with the parts of their ids: a report is named by whose and of when. */
const cases = [
  { caseKind: 'petition', parts: 1 },
  { caseKind: 'conference', parts: 1 },
  { caseKind: 'report', parts: 2 },
] as const;

async function describeStanding(client: Client, workflowId: string, now: Date): Promise<CaseStanding> {
  const handle = client.workflow.getHandle(workflowId);
  const { status, typedSearchAttributes } = await handle.describe();
  const values = new Map(typedSearchAttributes.getAll().map(({ key, value }) => [key.name, value]));
  const searchAttributes = Object.fromEntries(
    Object.keys(searchAttributeTypes).flatMap((name) => (values.has(name) ? [[name, values.get(name)]] : [])),
  );
  const { currentDetails } = await handle.query<{ readonly currentDetails?: string }>('__temporal_workflow_metadata');
  return { now, isRunning: status.name === 'RUNNING', searchAttributes, details: currentDetails ?? null };
}

import { connectedClient } from '@dialogue/infra';

type Connection = Awaited<ReturnType<typeof connectedClient>>;

/** The register as its owner sees it, past every wall: for looking, and for what no application may do. */
export interface RegisterView {
  rows<Row extends object>(text: string, parameters?: readonly unknown[]): Promise<readonly Row[]>;
  /** The one number that a query such as `SELECT count(*) ...` gives. */
  count(text: string, parameters?: readonly unknown[]): Promise<number>;
  /** Nothing is recorded of this case until it is let go: its ledger waits in the middle of its transaction. */
  holdLedgerOf(petitionId: string): Promise<HeldLock>;
  /** Takes the locks of a statement until they are let go: who needs them waits in the middle of a transaction. */
  hold(statement: string, parameters?: readonly unknown[]): Promise<HeldLock>;
  /** How many transactions of this application wait for a lock. */
  waitingTransactions(applicationName: string): Promise<number>;
  end(): Promise<void>;
}

/** Something that others wait for. */
export interface HeldLock {
  release(): Promise<void>;
}

/** Looks through one connection, and makes a new one when PostgreSQL has been away. */
export function viewRegister(adminUrl: string): RegisterView {
  let connection: Connection | null = null;
  let turn: Promise<unknown> = Promise.resolve();

  /** One after the other: a connection takes one question at a time. */
  async function rows<Row extends object>(text: string, parameters: readonly unknown[] = []): Promise<readonly Row[]> {
    const asked = turn.then(() => ask<Row>(text, parameters));
    turn = asked.catch(() => undefined);
    return asked;
  }

  async function ask<Row extends object>(text: string, parameters: readonly unknown[]): Promise<readonly Row[]> {
    connection ??= await connectedClient(adminUrl);
    try {
      return (await connection.query<Row>(text, [...parameters])).rows;
    } catch (error) {
      // A statement that was refused leaves the connection well; a new one costs a test nothing.
      await forget();
      throw error;
    }
  }

  async function forget(): Promise<void> {
    const gone = connection;
    connection = null;
    await gone?.end().catch(() => undefined);
  }

  return {
    rows,
    async count(text, parameters) {
      const [row] = await rows(text, parameters);
      return Number(Object.values(row ?? {})[0]);
    },
    holdLedgerOf: (petitionId) => holdLedgerOf(adminUrl, petitionId),
    hold: (statement, parameters) => hold(adminUrl, statement, parameters),
    async waitingTransactions(applicationName) {
      const waiting = await rows(
        `SELECT FROM pg_stat_activity WHERE application_name = $1 AND wait_event_type = 'Lock'`,
        [applicationName],
      );
      return waiting.length;
    },
    end: forget,
  };
}

/** The ledger writes the memory of a case after its history row and before its commit; there it meets this lock. */
async function holdLedgerOf(adminUrl: string, petitionId: string): Promise<HeldLock> {
  const memory = 'SELECT FROM case_memory WHERE case_id = $1 FOR UPDATE';
  const held = await hold(adminUrl, memory, [petitionId]);
  if (held.rows !== 1) throw new Error('a case without memory cannot be held');
  return held;
}

async function hold(
  adminUrl: string,
  statement: string,
  parameters: readonly unknown[] = [],
): Promise<HeldLock & { readonly rows: number | null }> {
  const holder = await connectedClient(adminUrl);
  await holder.query('BEGIN');
  const { rowCount: rows } = await holder.query(statement, [...parameters]);
  return {
    rows,
    async release() {
      await holder.query('ROLLBACK');
      await holder.end();
    },
  };
}

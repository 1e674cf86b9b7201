import type { DataSource, QueryRunner } from 'typeorm';

/** Runs one statement and gives its rows. `Row` is what the statement selects: the writer of the statement vouches for it. */
export type Sql = <Row = unknown>(text: string, parameters?: readonly unknown[]) => Promise<readonly Row[]>;

/** Each statement on its own, on whatever connection is free. */
export function sqlOf(dataSource: DataSource): Sql {
  return async <Row>(text: string, parameters: readonly unknown[] = []): Promise<readonly Row[]> => {
    const runner = dataSource.createQueryRunner();
    try {
      return await rowsOf<Row>(runner, text, parameters);
    } finally {
      await runner.release();
    }
  };
}

/** All statements of `work`, or none. */
export async function inTransaction<Result>(
  dataSource: DataSource,
  work: (sql: Sql) => Promise<Result>,
): Promise<Result> {
  return dataSource.transaction(async ({ queryRunner }) => {
    if (queryRunner === undefined) throw new Error('A transaction without a connection');
    return work(async <Row>(text: string, parameters: readonly unknown[] = []) =>
      rowsOf<Row>(queryRunner, text, parameters),
    );
  });
}

/** Reads that belong together, all of one moment: what is recorded in between is not seen by half. */
export async function inSnapshot<Result>(dataSource: DataSource, read: (sql: Sql) => Promise<Result>): Promise<Result> {
  return inTransaction(dataSource, async (sql) => {
    await sql('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY');
    return read(sql);
  });
}

/** The plain result of a runner differs between SELECT and UPDATE ... RETURNING; the structured one does not. */
async function rowsOf<Row>(runner: QueryRunner, text: string, parameters: readonly unknown[]): Promise<readonly Row[]> {
  const { records }: { records: Row[] } = await runner.query(text, [...parameters], true);
  return records;
}

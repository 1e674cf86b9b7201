import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { databaseForTest, type TestDatabase } from '@dialogue/testing';
import type { DataSource } from 'typeorm';

import { createDataSource } from '../data-source.js';
import { migrate, pendingMigrations } from '../migrate.js';

describe('the migrations', () => {
  let database: TestDatabase;
  let dataSource: DataSource;

  beforeAll(async () => {
    database = await databaseForTest('empty');
    dataSource = await createDataSource({ url: database.adminUrl }).initialize();
  });
  afterAll(async () => {
    await dataSource.destroy();
    await database.drop();
  });

  async function undoAll(): Promise<void> {
    for (let left = dataSource.migrations.length; left > 0; left -= 1) await dataSource.undoLastMigration();
  }

  it('go up, down and up again on an empty database', async () => {
    const names = await migrate(dataSource);
    await undoAll();
    const left = await dataSource.query<object[]>(
      `SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'migrations'`,
    );

    const again = await migrate(dataSource);

    expect(left).toEqual([]);
    expect(again).toEqual(names);
    expect(await pendingMigrations(dataSource)).toEqual([]);
  });

  it('make exactly the tables that the rows describe', async () => {
    await migrate(dataSource);

    const { upQueries } = await dataSource.driver.createSchemaBuilder().log();

    expect(upQueries.map(({ query }) => query)).toEqual([]);
  });

  it('name every constraint and give every foreign key an index', async () => {
    await migrate(dataSource);

    const unindexed = await dataSource.query<object[]>(
      `SELECT conname FROM pg_constraint con WHERE contype = 'f' AND NOT EXISTS (
         SELECT FROM pg_index WHERE indrelid = con.conrelid AND (string_to_array(indkey::text, ' ')::int2[])[1:cardinality(con.conkey)] @> con.conkey)`,
    );
    const generatedNames = await dataSource.query<object[]>(
      `SELECT conname FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND contype <> 'n'
         AND conrelid <> 'migrations'::regclass AND conname ~ '_(pkey|key|check|fkey|excl)[0-9]*$'`,
    );

    expect(unindexed).toEqual([]);
    expect(generatedNames).toEqual([]);
  });

  it('run once when two set-ups start together', async () => {
    const other = await createDataSource({ url: database.adminUrl }).initialize();
    await undoAll();

    const ran = await Promise.all([migrate(dataSource), migrate(other)]);
    await other.destroy();

    expect(ran.flat()).toEqual(dataSource.migrations.map(({ name }) => name));
  });

  it('do not go down over history', async () => {
    await migrate(dataSource);
    await dataSource.query(
      `INSERT INTO organisations (code, name, kind, level) VALUES ('14', 'Tỉnh', 'tinh', 'province')`,
    );

    await expect(undoAll()).rejects.toThrow('would lose the organisations');
    await dataSource.query('DELETE FROM organisations');
  });

  it('refuse a database that is newer than the program', async () => {
    await migrate(dataSource);
    await dataSource.query(
      `INSERT INTO migrations (timestamp, name) VALUES (9999999999999, 'AddTomorrow9999999999999')`,
    );

    await expect(migrate(dataSource)).rejects.toThrow('AddTomorrow9999999999999');
    await expect(pendingMigrations(dataSource)).rejects.toThrow('newer');
    await dataSource.query(`DELETE FROM migrations WHERE timestamp = 9999999999999`);
  });
});

import pg from 'pg';
import { DataSource } from 'typeorm';

import { entities } from './entities/entities.js';
import { migrations } from './migrations/migrations.js';

export interface DataSourceSettings {
  readonly url: string;
  readonly applicationName?: string;
  readonly poolSize?: number;
  /** How long a new connection may take, in milliseconds. */
  readonly connectTimeoutMs?: number;
}

const statementTimeoutMs = 30_000;
/** The relay hands rows on while it holds them, so this is longer than Temporal may take to answer. */
const idleInTransactionTimeoutMs = 60_000;

/** Connections to the register, not yet opened: `await dataSource.initialize()` opens them, `destroy()` closes them. */
export function createDataSource({
  url,
  applicationName = 'dialogue',
  poolSize = 10,
  connectTimeoutMs = 5_000,
}: DataSourceSettings): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    applicationName,
    poolSize,
    connectTimeoutMS: connectTimeoutMs,
    entities: [...entities],
    migrations: [...migrations],
    migrationsTableName: 'migrations',
    migrationsTransactionMode: 'each',
    synchronize: false,
    logging: false,
    // An idle connection that breaks says nothing of its own: the next query does.
    poolErrorHandler: () => undefined,
    extra: {
      types: rowTypes,
      statement_timeout: statementTimeoutMs,
      idle_in_transaction_session_timeout: idleInTransactionTimeoutMs,
    },
  });
}

/** Days stay days: pg would make them instants of the server's time zone. Counters fit into a number. */
const rowTypes: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) => {
    if (oid === pg.types.builtins.DATE) return (text: string) => text;
    if (oid === pg.types.builtins.INT8) return Number;
    // eslint-disable-next-line @typescript-eslint/no-unsafe-return -- pg types what its parsers give as any
    return pg.types.getTypeParser(oid, format);
  },
};

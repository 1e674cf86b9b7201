import {
  changedField,
  type Field,
  type FieldChange,
  type FieldFault,
  type Instant,
  type LocalDate,
} from '@dialogue/domain';
import type { DataSource } from 'typeorm';

import type { NamedAccount } from '../reads/case-reads.js';
import { inTransaction, sqlOf, type Sql } from '../sql/sql.js';
import { fieldsOf } from './fields-of.js';

/** A field with all that was changed about it, the first first; of article 5 nothing is. */
export interface FieldWithChanges extends Field {
  readonly changes: readonly FieldChanged[];
}

/** How a field was from a change on. */
interface FieldChanged {
  readonly name: string;
  readonly validTo: LocalDate | null;
  readonly at: Instant;
  readonly by: NamedAccount;
}

/** The list of fields (D5): data, one for the whole installation. */
export interface Fields {
  /** Each under its field of article 5, in the order of the list; those that are over as well. */
  list(): Promise<readonly FieldWithChanges[]>;
  /** Why the list stays as it is; null when it is as was wanted. The same again writes nothing. */
  change(change: FieldChange, changedBy: string): Promise<FieldFault | null>;
}

export function createFields(dataSource: DataSource): Fields {
  return {
    list: async () => list(sqlOf(dataSource)),
    change: async (change, changedBy) =>
      inTransaction(dataSource, async (sql) => {
        // One after the other: two names that are new by themselves may be the same.
        await sql(`SELECT pg_advisory_xact_lock(hashtext('fields'))`);
        const fields = await fieldsOf(sql);
        const after = changedField(fields, change);
        if (typeof after === 'string') return after;
        if (!fields.includes(after)) await write(sql, after, changedBy);
        return null;
      }),
  };
}

async function list(sql: Sql): Promise<readonly FieldWithChanges[]> {
  const changes = await sql<Omit<FieldChanged, 'at'> & { readonly code: string; readonly at: Date }>(
    `SELECT change.field_code AS code, change.name, change.valid_to AS "validTo", change.changed_at AS at,
       jsonb_build_object('id', accounts.id, 'username', accounts.username) AS by
     FROM field_changes change JOIN accounts ON accounts.id = change.changed_by ORDER BY change.id`,
  );
  return (await fieldsOf(sql)).map((field) => ({
    ...field,
    changes: changes
      .filter(({ code }) => code === field.code)
      .map(({ code: _code, at, ...change }) => ({ ...change, at: at.getTime() })),
  }));
}

/** A new field comes last among those of its root. */
async function write(sql: Sql, { code, root, name, validFrom, validTo }: Field, changedBy: string): Promise<void> {
  await sql(
    `INSERT INTO fields (code, root_code, name, position, valid_from, valid_to)
     SELECT $1, $2, $3, max(position) + 1, $4, $5 FROM fields WHERE root_code = $2
     ON CONFLICT (code) DO UPDATE SET name = excluded.name, valid_to = excluded.valid_to`,
    [code, root, name, validFrom, validTo],
  );
  await sql('INSERT INTO field_changes (field_code, name, valid_to, changed_by) VALUES ($1, $2, $3, $4)', [
    ...[code, name, validTo, changedBy],
  ]);
}

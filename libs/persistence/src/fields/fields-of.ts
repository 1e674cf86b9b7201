import type { Field, FieldCode } from '@dialogue/domain';

import type { Bind } from '../reads/listing.js';
import type { Sql } from '../sql/sql.js';

const columns = `field.code, field.name, field.root_code AS root, field.valid_from AS "validFrom", field.valid_to AS "validTo"`;

/** The whole list (D5): the fields of article 5 in its order, behind each those under it. */
export async function fieldsOf(sql: Sql): Promise<readonly Field[]> {
  return sql<Field>(
    `SELECT ${columns} FROM fields field JOIN fields root ON root.code = field.root_code
     ORDER BY root.position, field.code <> field.root_code, field.position, field.code`,
  );
}

/** One field of the list, also one that is over. */
export async function fieldOf(sql: Sql, code: FieldCode): Promise<Field | null> {
  const [field] = await sql<Field>(`SELECT ${columns} FROM fields field WHERE field.code = $1`, [code]);
  return field ?? null;
}

/** D5: of one of these fields, or of one that stands under it. */
export function isOfField(column: string): (codes: readonly FieldCode[], bind: Bind) => string {
  return (codes, bind) => {
    const asked = bind(codes);
    return `${column} IN (SELECT code FROM fields WHERE code = ANY (${asked}::text[]) OR root_code = ANY (${asked}::text[]))`;
  };
}

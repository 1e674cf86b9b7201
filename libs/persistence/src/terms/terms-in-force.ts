import {
  applyTerms,
  termsVersion,
  type CaseKind,
  type LocalDate,
  type OrganisationCode,
  type TermsByKind,
  type TermsOverrides,
} from '@dialogue/domain';

import type { NamedOrganisation } from '../deliveries/delivery.js';
import { parentOn, validOn } from '../organisations/on-day.js';
import type { Sql } from '../sql/sql.js';

/** Whose terms, and of which day. */
export interface TermsQuestion {
  readonly organisation: OrganisationCode;
  readonly on: LocalDate;
}

/** Terms that somebody has set, with who and from when. */
export interface SetTerms<Kind extends CaseKind = CaseKind> {
  readonly terms: TermsByKind[Kind];
  readonly versionId: string;
  readonly validFrom: LocalDate;
  /** The organisation itself, or the nearest above it in whose area it lies. */
  readonly setBy: NamedOrganisation;
}

interface SetRow<Kind extends CaseKind> {
  readonly overrides: NonNullable<TermsOverrides[Kind]>;
  readonly id: string;
  readonly validFrom: LocalDate;
  readonly code: OrganisationCode;
  readonly name: string;
}

/**
 * D13.1: what an organisation has set for one kind of case by a day; else what the nearest above it has set for its own
 * area: a district, a commune, or a Party committee directly under the province, while it is in force. Null: nobody has.
 */
export async function termsInForce<Kind extends CaseKind>(
  sql: Sql,
  kind: Kind,
  { organisation, on }: TermsQuestion,
): Promise<SetTerms<Kind> | null> {
  const [row] = await sql<SetRow<Kind>>(
    `WITH RECURSIVE line AS (
       SELECT code, name, parent_code, 0 AS step FROM organisations WHERE code = $1
       UNION ALL
       SELECT above.code, above.name, above.parent_code, line.step + 1
       FROM line JOIN organisations above ON above.code = ${parentOn('line', '$2::date')}
       WHERE line.step < 20 AND (above.level <> 'province' OR above.kind = 'dang-uy-truc-thuoc')
         AND ${validOn('above', '$2::date')}
     )
     SELECT terms.${kind} AS overrides, terms.id, terms.valid_from AS "validFrom", line.code, line.name
     FROM line JOIN terms ON terms.organisation_code = line.code
     WHERE terms.valid_from <= $2 AND terms.withdrawn_at IS NULL AND terms.${kind} IS NOT NULL
     ORDER BY line.step, terms.valid_from DESC LIMIT 1`,
    [organisation, on],
  );
  if (row === undefined) return null;
  const { overrides, id: versionId, validFrom, code, name } = row;
  return {
    terms: applyTerms(kind, overrides, termsVersion(code, validFrom)),
    ...{ versionId, validFrom, setBy: { code, name } },
  };
}

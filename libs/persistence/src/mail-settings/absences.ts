import type { Instant, LocalDate } from '@dialogue/domain';
import type { DataSource } from 'typeorm';

import { validOn } from '../organisations/on-day.js';
import { isExclusionViolation } from '../sql/exclusion-violation.js';
import { inTransaction, type Sql } from '../sql/sql.js';

interface NamedPerson {
  readonly id: string;
  readonly fullName: string;
}

/** Somebody is away, both days included, and another gets the letters meanwhile. */
export interface MailAbsence {
  readonly id: string;
  readonly person: NamedPerson;
  readonly deputy: NamedPerson;
  readonly fromOn: LocalDate;
  readonly toOn: LocalDate;
  readonly recordedAt: Instant;
  readonly recordedBy: { readonly id: string; readonly username: string };
  readonly withdrawnAt: Instant | null;
  readonly withdrawnBy: { readonly id: string; readonly username: string } | null;
}

export interface NewAbsence {
  readonly organisationCode: string;
  readonly personId: string;
  readonly deputyId: string;
  readonly fromOn: LocalDate;
  readonly toOn: LocalDate;
  readonly recordedBy: string;
}

/**
 * `personElsewhere`: the person holds no post of the body on one of these days; `deputyUnreachable`: there is no such deputy,
 * or none with an address; `deputyAway`: the deputy is away on one of these days, too; `overlaps`: the body knows the
 * person to be away on one of them.
 */
export type AbsenceRefused = 'personElsewhere' | 'deputyUnreachable' | 'deputyAway' | 'overlaps';

type AbsenceRow = Omit<MailAbsence, 'recordedAt' | 'withdrawnAt'> & {
  readonly recordedAt: Date;
  readonly withdrawnAt: Date | null;
};

/** The latest first, those that were withdrawn as well. */
export async function listAbsences(sql: Sql, organisationCode: string): Promise<readonly MailAbsence[]> {
  const rows = await sql<AbsenceRow>(
    `SELECT absence.id, absence.from_on AS "fromOn", absence.to_on AS "toOn",
       jsonb_build_object('id', person.id, 'fullName', person.full_name) AS person,
       jsonb_build_object('id', deputy.id, 'fullName', deputy.full_name) AS deputy,
       absence.recorded_at AS "recordedAt", jsonb_build_object('id', entered.id, 'username', entered.username) AS "recordedBy",
       absence.withdrawn_at AS "withdrawnAt",
       CASE WHEN withdrew.id IS NOT NULL THEN jsonb_build_object('id', withdrew.id, 'username', withdrew.username) END AS "withdrawnBy"
     FROM mail_absences absence
     JOIN people person ON person.id = absence.person_id
     JOIN people deputy ON deputy.id = absence.deputy_id
     JOIN accounts entered ON entered.id = absence.recorded_by
     LEFT JOIN accounts withdrew ON withdrew.id = absence.withdrawn_by
     WHERE absence.organisation_code = $1 ORDER BY absence.from_on DESC, absence.recorded_at DESC`,
    [organisationCode],
  );
  return rows.map(({ recordedAt, withdrawnAt, ...absence }) => ({
    ...absence,
    recordedAt: recordedAt.getTime(),
    withdrawnAt: withdrawnAt?.getTime() ?? null,
  }));
}

/** The id of the absence, or why there is none. */
export async function recordAbsence(
  dataSource: DataSource,
  absence: NewAbsence,
): Promise<{ readonly id: string } | { readonly refused: AbsenceRefused }> {
  try {
    return await inTransaction(dataSource, async (sql) => record(sql, absence));
  } catch (error) {
    if (isExclusionViolation(error)) return { refused: 'overlaps' };
    throw error;
  }
}

async function record(
  sql: Sql,
  absence: NewAbsence,
): Promise<{ readonly id: string } | { readonly refused: AbsenceRefused }> {
  const { organisationCode, personId, deputyId, fromOn, toOn, recordedBy } = absence;
  const refused = await refusalOf(sql, absence);
  if (refused !== null) return { refused };
  const [recorded] = await sql<{ id: string }>(
    `INSERT INTO mail_absences (id, organisation_code, person_id, deputy_id, from_on, to_on, recorded_by)
     VALUES (gen_random_uuid(), $1, $2, $3, $4, $5, $6) RETURNING id`,
    [organisationCode, personId, deputyId, fromOn, toOn, recordedBy],
  );
  if (recorded === undefined) throw new Error('An absence was written and is not there');
  return recorded;
}

async function refusalOf(
  sql: Sql,
  { organisationCode, personId, deputyId, fromOn, toOn }: NewAbsence,
): Promise<AbsenceRefused | null> {
  const [asked] = await sql<{ isOfBody: boolean; isReachable: boolean; isDeputyAway: boolean }>(
    `SELECT
       EXISTS (SELECT FROM posts JOIN post_holders holder ON holder.post_id = posts.id
         WHERE posts.organisation_code = $1 AND holder.person_id = $2
           AND ${validOn('posts', '$4')} AND ${validOn('holder', '$4')}) AS "isOfBody",
       EXISTS (SELECT FROM people WHERE id = $3 AND email IS NOT NULL) AS "isReachable",
       EXISTS (SELECT FROM mail_absences other WHERE other.person_id = $3 AND other.withdrawn_at IS NULL
         AND other.from_on <= $5 AND other.to_on >= $4) AS "isDeputyAway"`,
    [organisationCode, personId, deputyId, fromOn, toOn],
  );
  if (asked?.isOfBody !== true) return 'personElsewhere';
  if (!asked.isReachable) return 'deputyUnreachable';
  return asked.isDeputyAway ? 'deputyAway' : null;
}

/** False: there is none, or it was withdrawn before. */
export async function withdrawAbsence(
  sql: Sql,
  entry: { readonly organisationCode: string; readonly id: string; readonly withdrawnBy: string },
): Promise<boolean> {
  const withdrawn = await sql(
    `UPDATE mail_absences SET withdrawn_at = now(), withdrawn_by = $3
     WHERE id = $2 AND organisation_code = $1 AND withdrawn_at IS NULL RETURNING id`,
    [entry.organisationCode, entry.id, entry.withdrawnBy],
  );
  return withdrawn.length > 0;
}

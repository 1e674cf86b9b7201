import type { Sql } from '../sql/sql.js';
import type { NewTerms, TermsVersion, TermsWithdrawal } from './local-terms.js';
import { termsVersions } from './terms-versions.js';

/** Adds a version; one that says the same from the same day is that version. */
export async function recordTerms(sql: Sql, terms: NewTerms): Promise<TermsVersion | 'dayTaken'> {
  const { organisation, validFrom, overrides, legalBasis, reason, recordedBy } = terms;
  const said = [
    ...[organisation, validFrom],
    ...[overrides.petition, overrides.conference, overrides.report].map(jsonOrNull),
    ...[legalBasis?.number, legalBasis?.signedOn, legalBasis?.issuer].map((part) => part ?? null),
    reason,
  ];
  const [added] = await sql<{ id: string }>(
    `INSERT INTO terms (id, organisation_code, valid_from, petition, conference, report, legal_basis_number, legal_basis_on,
       legal_basis_issuer, reason, recorded_by) VALUES (gen_random_uuid(), $1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
     ON CONFLICT (organisation_code, valid_from) WHERE withdrawn_at IS NULL DO NOTHING RETURNING id`,
    [...said, recordedBy],
  );
  const id = added?.id ?? (await idOfSame(sql, said));
  const [version] = id === null ? [] : await termsVersions(sql, { organisation, id });
  return version ?? 'dayTaken';
}

/** Once, and only before their day. */
export async function withdrawTerms(sql: Sql, withdrawal: TermsWithdrawal): Promise<TermsVersion | 'inForce' | null> {
  const { organisation, id, today, reason, withdrawnBy } = withdrawal;
  await sql(
    `UPDATE terms SET withdrawn_by = $4, withdrawn_at = now(), withdrawal_reason = $5
     WHERE organisation_code = $1 AND id = $2 AND valid_from > $3 AND withdrawn_at IS NULL`,
    [organisation, id, today, withdrawnBy, reason],
  );
  const [version] = await termsVersions(sql, { organisation, id });
  if (version === undefined) return null;
  return version.withdrawal === null ? 'inForce' : version;
}

async function idOfSame(sql: Sql, said: readonly (string | null)[]): Promise<string | null> {
  const [same] = await sql<{ id: string }>(
    `SELECT id FROM terms WHERE withdrawn_at IS NULL
       AND (organisation_code, valid_from, petition, conference, report, legal_basis_number, legal_basis_on,
         legal_basis_issuer, reason)
       IS NOT DISTINCT FROM ($1::text, $2::date, $3::jsonb, $4::jsonb, $5::jsonb, $6::text, $7::date, $8::text, $9::text)`,
    said,
  );
  return same?.id ?? null;
}

function jsonOrNull(overrides: object | undefined): string | null {
  return overrides === undefined ? null : JSON.stringify(overrides);
}

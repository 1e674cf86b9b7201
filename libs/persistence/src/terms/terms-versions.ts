import type { LocalDate, OrganisationCode, TermsOverrides } from '@dialogue/domain';

import type { Sql } from '../sql/sql.js';
import type { TermsVersion } from './local-terms.js';

interface VersionRow extends Required<TermsOverrides> {
  readonly id: string;
  readonly organisation: OrganisationCode;
  readonly validFrom: LocalDate;
  readonly basisNumber: string | null;
  readonly basisOn: LocalDate | null;
  readonly basisIssuer: string | null;
  readonly reason: string;
  readonly recordedBy: string | null;
  readonly recordedAt: Date;
  readonly withdrawnBy: string | null;
  readonly withdrawnAt: Date | null;
  readonly withdrawalReason: string | null;
}

/** Of one organisation, or the one of this id; the latest day first. */
export async function termsVersions(
  sql: Sql,
  { organisation, id = null }: { readonly organisation: OrganisationCode; readonly id?: string | null },
): Promise<readonly TermsVersion[]> {
  const rows = await sql<VersionRow>(
    `SELECT terms.id, terms.organisation_code AS organisation, terms.valid_from AS "validFrom", terms.petition,
       terms.conference, terms.report, terms.legal_basis_number AS "basisNumber", terms.legal_basis_on AS "basisOn",
       terms.legal_basis_issuer AS "basisIssuer", terms.reason, recorder.username AS "recordedBy",
       terms.recorded_at AS "recordedAt", withdrawer.username AS "withdrawnBy", terms.withdrawn_at AS "withdrawnAt",
       terms.withdrawal_reason AS "withdrawalReason"
     FROM terms LEFT JOIN accounts recorder ON recorder.id = terms.recorded_by
       LEFT JOIN accounts withdrawer ON withdrawer.id = terms.withdrawn_by
     WHERE terms.organisation_code = $1 AND ($2::uuid IS NULL OR terms.id = $2)
     ORDER BY terms.valid_from DESC, terms.recorded_at DESC, terms.id`,
    [organisation, id],
  );
  return rows.map(toVersion);
}

function toVersion(row: VersionRow): TermsVersion {
  const { id, organisation, validFrom, reason, recordedBy, recordedAt } = row;
  const { basisNumber, basisOn, basisIssuer, withdrawnBy, withdrawnAt, withdrawalReason } = row;
  const hasBasis = basisNumber !== null && basisOn !== null && basisIssuer !== null;
  const isWithdrawn = withdrawnBy !== null && withdrawnAt !== null && withdrawalReason !== null;
  return {
    ...{ id, organisation, validFrom, reason, recordedBy, recordedAt: recordedAt.getTime() },
    overrides: named(row),
    legalBasis: hasBasis ? { number: basisNumber, signedOn: basisOn, issuer: basisIssuer } : null,
    withdrawal: isWithdrawn ? { by: withdrawnBy, at: withdrawnAt.getTime(), reason: withdrawalReason } : null,
  };
}

/** The kinds of case of which they speak. */
function named({ petition, conference, report }: Required<TermsOverrides>): TermsOverrides {
  return {
    ...(petition == null ? {} : { petition }),
    ...(conference == null ? {} : { conference }),
    ...(report == null ? {} : { report }),
  };
}

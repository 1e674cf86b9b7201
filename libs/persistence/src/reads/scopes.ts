import type { Sql } from '../sql/sql.js';
import type { DeliveryScope } from './case-reads.js';
import type { PetitionScope } from './petition-reads.js';

/** What a permission check needs of a petition. */
export async function petitionScope(sql: Sql, id: string): Promise<PetitionScope | null> {
  const [row] = await sql<PetitionScope>(
    `SELECT submission.id, COALESCE(petition.stage, 'submitted') AS stage, COALESCE(petition.last_sequence, 0) AS sequence,
       submission.organisation_code AS organisation, submission.lead_office_code AS "leadOffice", petition.agency_code AS agency,
       ARRAY(SELECT agency_code FROM assignments WHERE petition_id = submission.id ORDER BY round) AS agencies
     FROM petition_submissions submission LEFT JOIN petitions petition ON petition.id = submission.id
     WHERE submission.id = $1`,
    [id],
  );
  return row ?? null;
}

/** What a permission check needs of a letter's delivery. */
export async function deliveryScope(sql: Sql, deliveryId: string): Promise<DeliveryScope | null> {
  const [row] = await sql<DeliveryScope>(
    `SELECT delivery.id, delivery.state, letter.case_kind AS "caseKind", letter.case_id AS "caseId"
     FROM mail_deliveries delivery JOIN letters letter ON letter.id = delivery.letter_id WHERE delivery.id = $1`,
    [deliveryId],
  );
  return row ?? null;
}

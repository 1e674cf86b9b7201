import type {
  CaseReference,
  PastEvent,
  Petition,
  PetitionSource,
  PetitionTerms,
  LocalDate,
  OrganisationCode,
  RuleId,
  StoredCase,
} from '@dialogue/domain';
import { recentEvents } from '@dialogue/domain';

import type { PetitionerCategory, PetitionSubmission } from '../door/command.js';
import type { Sql } from '../sql/sql.js';

/** A run remembers so many decided commands; an older one is caught by its outcome. */
const rememberedCommands = 200;

export async function loadCase(sql: Sql, { caseKind, caseId }: CaseReference): Promise<StoredCase<Petition> | null> {
  const [memory] = await sql<{ sequence: number; last_at: Date; state: Petition }>(
    'SELECT sequence, last_at, state FROM case_memory WHERE case_kind = $1 AND case_id = $2',
    [caseKind, caseId],
  );
  if (memory === undefined) return null;
  return {
    state: memory.state,
    sequence: memory.sequence,
    lastAt: memory.last_at.getTime(),
    decidedCommandIds: await decidedCommandIds(sql, { caseKind, caseId }),
    recent: await recent(sql, { caseKind, caseId }),
  };
}

/** Oldest first, of the newest. */
async function decidedCommandIds(sql: Sql, { caseKind, caseId }: CaseReference): Promise<readonly string[]> {
  const rows = await sql<{ id: string }>(
    `SELECT id FROM (
       SELECT command_id AS id, at FROM case_events WHERE case_kind = $1 AND case_id = $2 AND command_id IS NOT NULL
       UNION SELECT id, decided_at FROM commands WHERE case_kind = $1 AND case_id = $2 AND outcome IS NOT NULL
     ) AS decided ORDER BY at DESC, id LIMIT $3`,
    [caseKind, caseId, rememberedCommands],
  );
  return rows.map(({ id }) => id).reverse();
}

async function recent(sql: Sql, { caseKind, caseId }: CaseReference): Promise<readonly PastEvent[]> {
  const rows = await sql<{ event: string; at: Date; rule: RuleId }>(
    'SELECT event, at, rule FROM case_events WHERE case_kind = $1 AND case_id = $2 ORDER BY sequence DESC LIMIT $3',
    [caseKind, caseId, recentEvents],
  );
  return rows.map(({ event, at, rule }) => ({ event, at: at.getTime(), rule })).reverse();
}

interface SubmissionRow {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly content: string;
  readonly category: PetitionerCategory;
  readonly is_collective: boolean;
  readonly source: PetitionSource;
  readonly organisation_code: OrganisationCode;
  readonly organisation_name: string;
  readonly lead_office_code: OrganisationCode;
  readonly lead_office_name: string;
  readonly received_on: LocalDate;
  readonly is_written_answer_required: boolean;
  readonly is_reachable_by_mail: boolean;
  readonly submitted_at: Date;
  readonly terms: PetitionTerms | null;
}

/** D13.1: with the terms that its organisation had set for itself by the day of receipt. */
export async function loadSubmission(sql: Sql, petitionId: string): Promise<PetitionSubmission | null> {
  const [row] = await sql<SubmissionRow>(
    `SELECT submission.*, organisation.name AS organisation_name, lead_office.name AS lead_office_name,
       (SELECT petition FROM terms WHERE terms.organisation_code = submission.organisation_code AND valid_from <= submission.received_on
        ORDER BY valid_from DESC LIMIT 1) AS terms
     FROM petition_submissions submission
     JOIN organisations organisation ON organisation.code = submission.organisation_code
     JOIN organisations lead_office ON lead_office.code = submission.lead_office_code
     WHERE submission.id = $1`,
    [petitionId],
  );
  if (row === undefined) return null;
  return {
    id: row.id,
    number: row.number,
    title: row.title,
    content: row.content,
    category: row.category,
    isCollective: row.is_collective,
    source: row.source,
    organisation: row.organisation_code,
    leadOffice: row.lead_office_code,
    names: { [row.organisation_code]: row.organisation_name, [row.lead_office_code]: row.lead_office_name },
    receivedOn: row.received_on,
    isWrittenAnswerRequired: row.is_written_answer_required,
    isReachableByMail: row.is_reachable_by_mail,
    submittedAt: row.submitted_at.getTime(),
    terms: row.terms,
  };
}

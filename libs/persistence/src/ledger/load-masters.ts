import {
  dateAt,
  type AdHocDemand,
  type CaseKind,
  type LocalDate,
  type OrganisationCode,
  type PetitionClassification,
  type PetitionSource,
  type ReportKind,
  type TermsByKind,
} from '@dialogue/domain';

import type {
  PetitionerCategory,
  PetitionSubmission,
  StoredConferencePlan,
  StoredReportOpening,
} from '../door/command.js';
import type { Sql } from '../sql/sql.js';
import { termsInForce, type TermsQuestion } from '../terms/terms-in-force.js';

interface SubmissionRow extends HostRow {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly content: string;
  readonly category: PetitionerCategory;
  readonly is_collective: boolean;
  readonly source: PetitionSource;
  readonly received_on: LocalDate;
  readonly is_written_answer_required: boolean;
  readonly is_reachable_by_mail: boolean;
  readonly classification: PetitionClassification;
  readonly submitted_at: Date;
}

export async function loadSubmission(sql: Sql, petitionId: string): Promise<PetitionSubmission | null> {
  const [row] = await sql<SubmissionRow>(
    `SELECT ${hostColumns} FROM petition_submissions master ${hostTables} WHERE master.id = $1`,
    [petitionId],
  );
  if (row === undefined) return null;
  const organisation = row.organisation_code;
  return {
    id: row.id,
    number: row.number,
    title: row.title,
    content: row.content,
    category: row.category,
    isCollective: row.is_collective,
    source: row.source,
    organisation,
    leadOffice: row.lead_office_code,
    names: namesOf(row),
    receivedOn: row.received_on,
    isWrittenAnswerRequired: row.is_written_answer_required,
    isReachableByMail: row.is_reachable_by_mail,
    ...(row.classification === 'normal' ? {} : { classification: row.classification }),
    submittedAt: row.submitted_at.getTime(),
    terms: await termsOf(sql, 'petition', { organisation, on: row.received_on }),
  };
}

interface PlanRow extends HostRow, Pick<StoredConferencePlan, 'id' | 'number' | 'kind' | 'host' | 'field'> {
  readonly on_day: LocalDate;
  readonly starts_at: string;
  readonly planned_at: Date;
  readonly demanded_by_code: OrganisationCode | null;
  readonly demand_number: string | null;
  readonly demand_on: LocalDate | null;
}

export async function loadConferencePlan(sql: Sql, conferenceId: string): Promise<StoredConferencePlan | null> {
  const [row] = await sql<PlanRow>(
    `SELECT ${hostColumns} FROM conference_plans master ${hostTables} WHERE master.id = $1`,
    [conferenceId],
  );
  if (row === undefined) return null;
  const { id, number, kind, host, field, organisation_code: organisation, planned_at: plannedAt } = row;
  return {
    id,
    number,
    kind,
    host,
    field,
    organisation,
    leadOffice: row.lead_office_code,
    names: namesOf(row),
    on: row.on_day,
    startsAt: row.starts_at,
    plannedAt: plannedAt.getTime(),
    ...demandOf(row),
    terms: await termsOf(sql, 'conference', { organisation, on: dateAt(plannedAt.getTime()) }),
  };
}

/** D8.3a: who has demanded an ad hoc conference, and by which document. */
function demandOf({ demanded_by_code: by, demand_number: number, demand_on: signedOn }: PlanRow): {
  readonly demand?: AdHocDemand;
} {
  if (by === null || number === null || signedOn === null) return {};
  return { demand: { by, document: { number, signedOn } } };
}

interface OpeningRow extends HostRow {
  readonly id: string;
  readonly kind: ReportKind;
  readonly code: string;
  readonly from_day: LocalDate;
  readonly cut_on: LocalDate;
  readonly due_on: LocalDate;
  readonly has_superior: boolean;
  readonly opened_at: Date;
}

export async function loadReportOpening(sql: Sql, reportId: string): Promise<StoredReportOpening | null> {
  const [row] = await sql<OpeningRow>(
    `SELECT ${hostColumns} FROM report_openings master ${hostTables} WHERE master.id = $1`,
    [reportId],
  );
  if (row === undefined) return null;
  const { id, kind, code, organisation_code: organisation, opened_at: openedAt } = row;
  return {
    id,
    organisation,
    leadOffice: row.lead_office_code,
    names: namesOf(row),
    period: { kind, code, from: row.from_day, cutOn: row.cut_on, dueOn: row.due_on },
    hasSuperior: row.has_superior,
    openedAt: openedAt.getTime(),
    terms: await termsOf(sql, 'report', { organisation, on: dateAt(openedAt.getTime()) }),
  };
}

interface HostRow {
  readonly organisation_code: OrganisationCode;
  readonly organisation_name: string;
  readonly lead_office_code: OrganisationCode;
  readonly lead_office_name: string;
}

const hostColumns = 'master.*, organisation.name AS organisation_name, lead_office.name AS lead_office_name';
const hostTables = `
  JOIN organisations organisation ON organisation.code = master.organisation_code
  JOIN organisations lead_office ON lead_office.code = master.lead_office_code`;

function namesOf(row: HostRow): Readonly<Record<string, string>> {
  return { [row.organisation_code]: row.organisation_name, [row.lead_office_code]: row.lead_office_name };
}

/** D13.1: what holds for an organisation on a day where somebody has set it; null: the defaults. */
async function termsOf<Kind extends CaseKind>(
  sql: Sql,
  kind: Kind,
  question: TermsQuestion,
): Promise<TermsByKind[Kind] | null> {
  return (await termsInForce(sql, kind, question))?.terms ?? null;
}

import { dateAt, reportId, yearOf, type CaseKind, type Instant } from '@dialogue/domain';

import { openOnDemand } from '../reports/openings.js';
import type { Sql } from '../sql/sql.js';
import type { NewCase, NewConferencePlan, StoredCommand } from './command.js';

type NewOf<Kind extends CaseKind> = Extract<NewCase, { readonly caseKind: Kind }>;

/** The master rows of a case, in the transaction of its first command. */
export async function writeNewCase(sql: Sql, newCase: NewCase, command: StoredCommand): Promise<void> {
  switch (newCase.caseKind) {
    case 'petition':
      return writeSubmission(sql, newCase, command);
    case 'conference':
      return writePlan(sql, newCase.plan, command);
    case 'report':
      return writeDemand(sql, newCase, command);
  }
}

/** The commands with which a case of each kind begins. */
const firstCommands: Readonly<Record<CaseKind, readonly string[]>> = {
  petition: ['register'],
  conference: ['plan', 'demandAdHoc'],
  report: ['open'],
};

/** Under which number the case is known that a command began; null for every other command. */
export async function caseNumber(sql: Sql, { caseKind, caseId, kind }: StoredCommand): Promise<string | null> {
  if (caseKind === 'mail' || !firstCommands[caseKind].includes(kind)) return null;
  if (caseKind === 'report') return caseId;
  const table = caseKind === 'petition' ? 'petition_submissions' : 'conference_plans';
  const [row] = await sql<{ number: string }>(`SELECT number FROM ${table} WHERE id = $1`, [caseId]);
  return row?.number ?? null;
}

async function writeSubmission(
  sql: Sql,
  { submission, sealedIdentity, fingerprints = [] }: NewOf<'petition'>,
  { actorId, receivedAt }: StoredCommand,
): Promise<void> {
  await sql(
    `INSERT INTO petition_submissions (id, number, title, content, category, is_collective, source, organisation_code,
       lead_office_code, received_on, is_written_answer_required, is_reachable_by_mail, submitted_at, submitted_by,
       classification, stub_number, stub_keeper)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`,
    [
      submission.id,
      await nextNumber(sql, 'petition', receivedAt),
      submission.title,
      submission.content,
      submission.category,
      submission.isCollective,
      submission.source,
      submission.organisation,
      submission.leadOffice,
      submission.receivedOn,
      submission.isWrittenAnswerRequired,
      submission.isReachableByMail,
      new Date(receivedAt),
      actorId,
      submission.classification ?? 'normal',
      submission.stub?.number ?? null,
      submission.stub?.keeper ?? null,
    ],
  );
  // D4.1: behind a stub nobody is known.
  if (sealedIdentity === null) return;
  await sql('INSERT INTO petition_identities (petition_id, sealed) VALUES ($1, $2)', [
    submission.id,
    Buffer.from(sealedIdentity),
  ]);
  await sql('INSERT INTO petition_fingerprints (petition_id, fingerprint) SELECT $1, unnest($2::bytea[])', [
    submission.id,
    fingerprints.map((fingerprint) => Buffer.from(fingerprint)),
  ]);
}

async function writePlan(sql: Sql, plan: NewConferencePlan, { actorId, receivedAt }: StoredCommand): Promise<void> {
  const { hostPost, routingCase, coLeadOffice, coordinating, leadOfficeReason, leadOfficeNamedBy } = plan.preparation;
  const { demand } = plan;
  await sql(
    `INSERT INTO conference_plans (id, number, kind, host, field, organisation_code, lead_office_code, title, contents, place,
       programme, on_day, starts_at, planned_at, planned_by, host_post, routing_case, co_lead_office_code, lead_office_reason,
       lead_office_named_by, demanded_by_code, demand_number, demand_on)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23)`,
    [
      plan.id,
      await nextNumber(sql, 'conference', receivedAt),
      plan.kind,
      plan.host,
      plan.field,
      plan.organisation,
      plan.leadOffice,
      plan.title,
      plan.contents,
      plan.place,
      plan.programme,
      plan.on,
      plan.startsAt,
      new Date(receivedAt),
      actorId,
      ...[hostPost, routingCase, coLeadOffice, leadOfficeReason, leadOfficeNamedBy],
      ...[demand?.by ?? null, demand?.document.number ?? null, demand?.document.signedOn ?? null],
    ],
  );
  await sql('INSERT INTO conference_coordinators (conference_id, organisation_code) SELECT $1, unnest($2::text[])', [
    plan.id,
    coordinating,
  ]);
}

/** D14.2: a second demand for the same days finds the first one's report; its machine refuses to open it again. */
async function writeDemand(sql: Sql, { opening }: NewOf<'report'>, command: StoredCommand): Promise<void> {
  const { organisation, period } = opening;
  if (command.caseId !== reportId(organisation, period.code))
    throw new Error('The id of a report says its organisation and its period');
  // Nobody builds his own report from one that was asked for besides.
  await openOnDemand(sql, { ...opening, hasSuperior: false }, command.actorId);
}

/** KN: kien nghi; HN: hoi nghi. */
const numbers = {
  petition: { letters: 'KN', sequence: 'petition_numbers' },
  conference: { letters: 'HN', sequence: 'conference_numbers' },
} as const;

/** Numbers go on over the years; one that a broken-off transaction took is not used again. */
async function nextNumber(sql: Sql, caseKind: keyof typeof numbers, at: Instant): Promise<string> {
  const { letters, sequence } = numbers[caseKind];
  const [row] = await sql<{ next: number }>('SELECT nextval($1::regclass) AS next', [sequence]);
  return `${letters}-${String(yearOf(dateAt(at)))}-${String(row?.next ?? 0).padStart(6, '0')}`;
}

import {
  dateAt,
  dutyOf,
  flagsOf,
  isEnded,
  type Assignment,
  type ConclusionKind,
  type Instant,
  type LedgerEntry,
  type LocalDate,
  type Petition,
  type PetitionStage,
} from '@dialogue/domain';

import type { Sql } from '../sql/sql.js';
import { projectContributions } from './project-contributions.js';
import { dueFirst } from './project-duties.js';

/** Brings what people read of a petition up to the state after a transition. */
export async function projectPetition(sql: Sql, entry: LedgerEntry<Petition>): Promise<void> {
  const { state, at } = entry;
  await projectStage(sql, entry);
  if (state.assignment !== null) {
    await projectAssignment(sql, state, state.assignment);
    await projectContributions(sql, entry, state.assignment);
  }
  await endAssignments(sql, state, at);
  await projectAnswer(sql, state);
  if (entry.event === 'split') await beginParts(sql, entry);
}

/** D8.1c: the other matters of a letter begin in the transaction that says so. */
async function beginParts(sql: Sql, { commandId, at }: LedgerEntry<Petition>): Promise<void> {
  await sql('SELECT begin_petition_parts($1, $2)', [commandId, new Date(at)]);
}

async function projectStage(
  sql: Sql,
  { caseId, sequence, event, at, facts, state }: LedgerEntry<Petition>,
): Promise<void> {
  await sql(upsertPetition, [
    caseId,
    state.stage,
    state.assignment?.agency ?? null,
    flagsOf(state),
    ...dueFirst(state.duties),
    // D5: only the events that accept and class a petition say its field.
    facts['field'] ?? null,
    sequence,
    state.toldOn,
    state.endedAt === null ? null : new Date(state.endedAt),
    state.source,
    state.isWrittenAnswerRequired,
    conclusionOf(state),
    ...conferenceColumns(state),
    isEnded(state),
    ...markColumns(state),
    answeredOn(state),
    event === 'resolved' ? dateAt(at) : null,
  ]);
}

/** Field, conclusion and resolution outlive the events that do not speak of them. */
const upsertPetition = `INSERT INTO petitions (id, stage, agency_code, flags, next_due_on, next_due_rule, field, last_sequence, told_on, ended_at,
       source, is_written_answer_required, conclusion, conference_id, conference_path, conference_conclusion, is_raised,
       classification, urgency, authority, protected_by, is_reachable_by_mail, leading_id, answered_on, resolved_on)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $19, $20, $21, $22, $23, $24, $25, $26)
     ON CONFLICT (id) DO UPDATE SET stage = excluded.stage, agency_code = excluded.agency_code, flags = excluded.flags,
       next_due_on = excluded.next_due_on, next_due_rule = excluded.next_due_rule,
       field = COALESCE(excluded.field, petitions.field), last_sequence = excluded.last_sequence,
       told_on = excluded.told_on, ended_at = excluded.ended_at, source = excluded.source,
       is_written_answer_required = excluded.is_written_answer_required,
       -- What had been concluded stays when the petition ends; a petition that begins anew has no conclusion.
       conclusion = CASE WHEN $18 THEN petitions.conclusion ELSE excluded.conclusion END,
       conference_id = excluded.conference_id, conference_path = excluded.conference_path,
       conference_conclusion = excluded.conference_conclusion, is_raised = excluded.is_raised,
       classification = excluded.classification, urgency = excluded.urgency, authority = excluded.authority,
       protected_by = excluded.protected_by, is_reachable_by_mail = excluded.is_reachable_by_mail,
       leading_id = excluded.leading_id, answered_on = excluded.answered_on,
       -- What was resolved stays resolved until it begins anew.
       resolved_on = CASE WHEN excluded.stage IN ('resolved', 'closed') THEN COALESCE(excluded.resolved_on, petitions.resolved_on) END`;

/** D4.1, D8.2a, D11.1d: how it is classed, whether its person is sealed, and with which other one it is answered. */
function markColumns(state: Petition): readonly unknown[] {
  const { classification = 'normal', urgency = null, authority = null, protection, isReachableByMail, merger } = state;
  return [
    ...[classification, urgency, authority, protection?.by ?? null],
    ...[isReachableByMail, merger?.leading.id ?? null],
  ];
}

/** D9, D14.1: what the host has concluded, at a conference or outside of one, as the stage shows it. */
function conclusionOf({ stage, referral }: Petition): ConclusionKind | null {
  // D10.1c: answered, but by the other authority.
  const isAnsweredElsewhere = referral != null && (stage === 'answered' || stage === 'resolved');
  return isAnsweredElsewhere ? 'refer' : (conclusions[stage] ?? null);
}

const conclusions: Readonly<Partial<Record<PetitionStage, ConclusionKind>>> = {
  assigned: 'assign',
  inProgress: 'assign',
  answered: 'assign',
  resolved: 'assign',
  settled: 'settle',
  declined: 'decline',
  deferred: 'defer',
  referred: 'refer',
};

/** D10.1a, D11.1c: the answer that the host stands by, or that of another authority. Answered is not resolved: both are kept. */
function answeredOn({ answer, referral }: Petition): LocalDate | null {
  return answer?.isApproved === true ? answer.answeredOn : (referral?.answer?.signedOn ?? null);
}

/** States recorded before there were conferences say nothing of one. */
function conferenceColumns({ conference }: Petition): readonly unknown[] {
  if (conference == null) return [null, null, null, false];
  return [conference.id, conference.path, conference.conclusion, conference.isRaised];
}

/** D11.1c: the limit stays beside the answer that met or missed it. */
async function projectAssignment(sql: Sql, state: Petition, assignment: Assignment): Promise<void> {
  await sql(
    `INSERT INTO assignments (petition_id, round, agency_code, document_number, document_on, assigned_on, received_on,
       is_receipt_deemed, due_on, breached_on, first_answered_on, is_first_answer_late, extension_wanted_on, extended_to)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
     ON CONFLICT (petition_id, round) DO UPDATE SET received_on = excluded.received_on,
       is_receipt_deemed = excluded.is_receipt_deemed, due_on = COALESCE(excluded.due_on, assignments.due_on),
       breached_on = excluded.breached_on, first_answered_on = excluded.first_answered_on,
       is_first_answer_late = excluded.is_first_answer_late, extension_wanted_on = excluded.extension_wanted_on,
       -- What was granted stays to be read, also when days that were put off have taken its place.
       extended_to = COALESCE(excluded.extended_to, assignments.extended_to)`,
    [
      state.id,
      assignment.round,
      assignment.agency,
      assignment.document.number,
      assignment.document.signedOn,
      assignment.assignedOn,
      assignment.receivedOn,
      assignment.isReceiptDeemed,
      dutyOf(state, 'answer')?.dueOn ?? null,
      assignment.breachedOn,
      assignment.firstAnsweredOn,
      assignment.isFirstAnswerLate,
      assignment.extension?.wantedOn ?? null,
      assignment.extendedTo ?? null,
    ],
  );
}

/** A round ends with the next one, with being taken back, with a conclusion of the host, or with the petition; its breach stays. */
async function endAssignments(sql: Sql, { id, stage, assignment, endedAt }: Petition, at: Instant): Promise<void> {
  const isOver = endedAt !== null || stage === 'settled' || stage === 'declined';
  const current = isOver ? 0 : (assignment?.round ?? 0);
  await sql('UPDATE assignments SET ended_on = $3 WHERE petition_id = $1 AND round <> $2 AND ended_on IS NULL', [
    id,
    current,
    dateAt(at),
  ]);
}

async function projectAnswer(sql: Sql, { id, answer }: Petition): Promise<void> {
  if (answer === null) return;
  const { number, round, kind, document, answeredOn, isLate, isApproved } = answer;
  await sql(
    `INSERT INTO answers (petition_id, number, round, kind, document_number, document_on, answered_on, is_late, is_approved)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     ON CONFLICT (petition_id, number) DO UPDATE SET is_approved = excluded.is_approved`,
    [id, number, round, kind, document.number, document.signedOn, answeredOn, isLate, isApproved],
  );
}

import { taskQueues, workflowId } from '@dialogue/contracts';
import { citationOf, formatDay, petitionDuties, type Instant, type LocalDate, type RuleId } from '@dialogue/domain';
import type {
  DutyRow,
  HistoryRow,
  LetterRow,
  NamedOrganisation,
  PetitionDetail,
  PetitionSummary,
} from '@dialogue/persistence';

import { stageNames } from './commands.vi.js';
import type {
  DutyResponse,
  HistoryResponse,
  LetterResponse,
  PetitionResponse,
  PetitionSummaryResponse,
} from './petition.response-schemas.js';

/** Where the Temporal UI shows the workflows of this installation. */
export interface WorkflowLinks {
  readonly uiUrl: string;
  readonly namespace: string;
}

/** A petition as the API shows it: where it stands, who owes what until when by which rule, and what has happened (AP6). */
export function toPetitionResponse(petition: PetitionDetail, links: WorkflowLinks): PetitionResponse {
  const { content, isCollective, isWrittenAnswerRequired, isReachableByMail, sequence, toldOn, submittedBy } = petition;
  return {
    ...toPetitionSummary(petition),
    ...{ content, isCollective, isWrittenAnswerRequired, isReachableByMail, sequence, toldOn, submittedBy },
    duties: petition.duties.map((duty) => toDuty(duty, petition)),
    assignments: petition.assignments.map((assignment) => ({ ...assignment })),
    answers: petition.answers.map((answer) => ({ ...answer })),
    history: petition.history.map(toHistory),
    letters: petition.letters.map(toLetter),
    workflow: toWorkflow(petition.id, links),
  };
}

/** One line of a list of petitions. */
export function toPetitionSummary(petition: PetitionSummary): PetitionSummaryResponse {
  const { id, number, title, stage, source, category, field, organisation, leadOffice, agency, flags, receivedOn } =
    petition;
  return {
    ...{
      id,
      number,
      title,
      stage,
      stageName: stageNames[stage],
      source,
      category,
      field,
      organisation,
      leadOffice,
      agency,
    },
    flags: [...flags],
    receivedOn,
    next: toNext(petition.nextDueOn, petition.nextDueRule),
    submittedAt: iso(petition.submittedAt),
    endedAt: isoOrNull(petition.endedAt),
  };
}

function toNext(dueOn: LocalDate | null, rule: RuleId | null): PetitionSummaryResponse['next'] {
  if (dueOn === null || rule === null) return null;
  return { dueOn, dueText: formatDay(dueOn), ...cited(rule) };
}

function toDuty(duty: DutyRow, petition: PetitionDetail): DutyResponse {
  const { number, kind, rule, anchorOn, dueOn, isProvisional } = duty;
  const { owedBy } = petitionDuties[kind];
  return {
    ...{ number, kind, anchorOn, dueOn, dueText: formatDay(dueOn), isProvisional },
    ...cited(rule),
    owedBy: { role: owedBy, organisation: owing(owedBy, petition) },
    isOpen: duty.doneAt === null,
    missedAt: isoOrNull(duty.missedAt),
    doneAt: isoOrNull(duty.doneAt),
  };
}

/** A host owes as the head of the organisation that was asked (D10.1a). */
function owing(owedBy: DutyResponse['owedBy']['role'], petition: PetitionDetail): NamedOrganisation | null {
  return { agency: petition.agency, leadOffice: petition.leadOffice, host: petition.organisation }[owedBy];
}

function toHistory({
  sequence,
  event,
  at,
  rule,
  facts,
  actor,
  commandId,
  recordedAt,
  words,
}: HistoryRow): HistoryResponse {
  return {
    sequence,
    event,
    at: iso(at),
    ...cited(rule),
    facts: { ...facts },
    actor,
    commandId,
    recordedAt: iso(recordedAt),
    words,
  };
}

function toLetter({ id, key, kind, sequence, owedAt, rule, deliveries }: LetterRow): LetterResponse {
  return {
    ...{ id, key, kind, sequence, owedAt: iso(owedAt), ...cited(rule) },
    deliveries: deliveries.map((delivery) => ({
      ...delivery,
      sentAt: isoOrNull(delivery.sentAt),
      updatedAt: iso(delivery.updatedAt),
      workflowId: workflowId('mail', delivery.id),
    })),
  };
}

function toWorkflow(petitionId: string, { uiUrl, namespace }: WorkflowLinks): PetitionResponse['workflow'] {
  const id = workflowId('petition', petitionId);
  const base = uiUrl.replace(/\/+$/, '');
  return {
    id,
    taskQueue: taskQueues.case,
    url: `${base}/namespaces/${encodeURIComponent(namespace)}/workflows/${encodeURIComponent(id)}`,
  };
}

function cited(rule: RuleId): { readonly rule: RuleId; readonly article: string } {
  return { rule, article: citationOf(rule) };
}

function iso(at: Instant): string {
  return new Date(at).toISOString();
}

function isoOrNull(at: Instant | null): string | null {
  return at === null ? null : iso(at);
}

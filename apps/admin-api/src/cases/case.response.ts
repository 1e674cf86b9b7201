import { taskQueues, workflowId } from '@dialogue/contracts';
import {
  citationOf,
  formatDay,
  workingUrlOf,
  type CaseReference,
  type DutyDebtor,
  type DutyKind,
  type Instant,
  type RuleId,
} from '@dialogue/domain';
import type { CaseRecord, DutyRow, HistoryRow, LetterRow, NamedOrganisation, NextDue } from '@dialogue/persistence';

import type {
  DutyResponse,
  HistoryResponse,
  LetterResponse,
  NextResponse,
  WorkflowResponse,
} from './case.response-schemas.js';

/** Where the Temporal UI shows the workflows of this installation, and the API explains its deadlines. */
export interface WorkflowLinks {
  readonly uiUrl: string;
  readonly namespace: string;
  /** Where people reach the API, and read how a deadline was counted. */
  readonly publicUrl: string;
}

/** Who owes which kind of duty, and which body that is in this case. */
export interface Debts<Kind extends DutyKind> {
  readonly definitions: Readonly<Record<Kind, { readonly owedBy: DutyDebtor }>>;
  readonly debtors: Readonly<Record<DutyDebtor, NamedOrganisation | null>>;
}

/** What every case shows of itself: who owes what until when by which rule, what has happened, what was written to whom. */
export interface CaseRecordResponse<Kind extends DutyKind> {
  readonly duties: DutyResponse<Kind>[];
  readonly history: HistoryResponse[];
  readonly letters: LetterResponse[];
  readonly workflow: WorkflowResponse;
}

export function toCaseRecord<Kind extends DutyKind>(
  record: CaseRecord<Kind> & { readonly reference: CaseReference },
  debts: Debts<Kind>,
  links: WorkflowLinks,
): CaseRecordResponse<Kind> {
  return {
    duties: record.duties.map((duty) => toDuty(duty, debts, links)),
    history: record.history.map(toHistory),
    letters: record.letters.map(toLetter),
    workflow: toWorkflow(record.reference, links),
  };
}

export function toNext(
  { nextDueOn: dueOn, nextDueRule: rule, nextAnchorOn, nextEdition: edition }: NextDue,
  { publicUrl }: WorkflowLinks,
): NextResponse {
  if (dueOn === null || rule === null) return null;
  const workingUrl = workingUrlOf(publicUrl, { rule, anchorOn: nextAnchorOn ?? dueOn, dueOn, edition });
  return { dueOn, dueText: formatDay(dueOn), ...cited(rule), workingUrl };
}

export function iso(at: Instant): string {
  return new Date(at).toISOString();
}

export function isoOrNull(at: Instant | null): string | null {
  return at === null ? null : iso(at);
}

/** Where the Temporal UI shows a workflow. */
export function workflowUrl(id: string, { uiUrl, namespace }: WorkflowLinks): string {
  const base = uiUrl.replace(/\/+$/, '');
  return `${base}/namespaces/${encodeURIComponent(namespace)}/workflows/${encodeURIComponent(id)}`;
}

function toDuty<Kind extends DutyKind>(
  duty: DutyRow<Kind>,
  { definitions, debtors }: Debts<Kind>,
  { publicUrl }: WorkflowLinks,
): DutyResponse<Kind> {
  const { number, kind, rule, anchorOn, dueOn, isProvisional, isBelated } = duty;
  const { owedBy } = definitions[kind];
  return {
    ...{ number, kind, anchorOn, dueOn, dueText: formatDay(dueOn), isProvisional, isBelated },
    ...cited(rule),
    workingUrl: workingUrlOf(publicUrl, duty),
    owedBy: { role: owedBy, organisation: duty.body ?? debtors[owedBy] },
    isOpen: duty.doneAt === null,
    missedAt: isoOrNull(duty.missedAt),
    doneAt: isoOrNull(duty.doneAt),
  };
}

function toHistory(row: HistoryRow): HistoryResponse {
  const { sequence, event, at, rule, facts, actor, commandId, recordedAt, words } = row;
  return {
    ...{ sequence, event, at: iso(at), ...cited(rule), facts: { ...facts } },
    ...{ actor, commandId, recordedAt: iso(recordedAt), words },
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

function toWorkflow({ caseKind, caseId }: CaseReference, links: WorkflowLinks): WorkflowResponse {
  const id = workflowId(caseKind, caseId);
  return { id, taskQueue: taskQueues.case, url: workflowUrl(id, links) };
}

function cited(rule: RuleId): { readonly rule: RuleId; readonly article: string } {
  return { rule, article: citationOf(rule) };
}

import { taskQueues, workflowId } from '@dialogue/contracts';
import {
  citationOf,
  deadlineOfLetter,
  formatDay,
  workingUrlOf,
  type CaseKind,
  type CaseReference,
  type DutyDebtor,
  type DutyKind,
  type Instant,
  type RuleId,
} from '@dialogue/domain';
import type {
  Account,
  ActorRow,
  CaseDocumentRow,
  CaseFileRow,
  CaseRecord,
  DutyRow,
  HistoryRow,
  LetterRow,
  LinkActorRow,
  NamedOrganisation,
  NextDue,
} from '@dialogue/persistence';

import { isPermitted } from '../auth/permissions.js';
import { troublesShown } from '../http/delivery-troubles.js';
import { roleNames } from './case-names.vi.js';
import { maySeeFile } from './file-readers.js';

import type {
  CaseDocumentResponse,
  CaseFileResponse,
  DutyResponse,
  HistoryResponse,
  LetterResponse,
  NextResponse,
  WorkflowResponse,
} from './case.response-schemas.js';
import { toDrop } from './drop.response.js';
import { eventSentence, onBehalfIn } from './event-sentences.vi.js';
import { letterName } from './letter-names.vi.js';

/** Where the Temporal UI shows the workflows of this installation, and the API explains its deadlines. */
export interface WorkflowLinks {
  /** Absent where people have no Temporal UI. */
  readonly uiUrl?: string | undefined;
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
  readonly hasOlderHistory: boolean;
  readonly documents: CaseDocumentResponse[];
  readonly files: CaseFileResponse[];
  readonly letters: LetterResponse[];
  readonly workflow: WorkflowResponse;
}

/** How a case is shown: to whom, and with links to where. */
export interface View {
  readonly links: WorkflowLinks;
  readonly account: Pick<Account, 'role'>;
}

export function toCaseRecord<Kind extends DutyKind>(
  record: CaseRecord<Kind> & { readonly reference: CaseReference; readonly isProtected?: boolean },
  { definitions, debtors }: Debts<Kind>,
  { links, account }: View,
): CaseRecordResponse<Kind> {
  const {
    reference: { caseKind },
    isProtected = false,
  } = record;
  // D11.3: whoever has taken over owes it.
  const debts = { definitions, debtors: { ...debtors, ...record.answering } };
  const seesAddresses = isPermitted(account.role, 'person:read');
  return {
    duties: record.duties.map((duty) => toDuty(duty, debts, links)),
    history: record.history.map((row) => toHistory(caseKind, row, account)),
    hasOlderHistory: record.hasOlderHistory,
    documents: record.documents.map(toDocument),
    // D11.1d: the name of a file may be that of the person.
    files: record.files.filter((file) => maySeeFile(account, { ...file, isProtected })).map(toFile),
    letters: record.letters.map((letter) => toLetter(letter, seesAddresses)),
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

/** Where the Temporal UI shows a workflow; null where there is none for people. */
export function workflowUrl(id: string, { uiUrl, namespace }: WorkflowLinks): string | null {
  if (uiUrl === undefined) return null;
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
    rungs: duty.rungs.map((rung) => ({ ...rung, at: iso(rung.at), recipients: [...rung.recipients] })),
  };
}

/** An event of a case of this kind, with what happened in words. */
export function toHistory(caseKind: CaseKind, row: HistoryRow, { role }: View['account']): HistoryResponse {
  const { sequence, event, at, rule, facts, command, commandId, recordedAt } = row;
  const words = isOfSeal(command) && !isPermitted(role, 'petition:readIdentity') ? null : row.words;
  return {
    ...{ sequence, event, at: iso(at), ...cited(rule), facts: { ...facts } },
    ...{
      actor: toActor(row.actor),
      link: toLink(row.link),
      onBehalf: onBehalfIn(words),
      sentence: eventSentence(caseKind, row),
    },
    ...{ command, commandId, recordedAt: iso(recordedAt), words },
  };
}

/** D11.1d: why a person is protected tells of the person, and those it is told may be whom they have to fear. */
function isOfSeal(command: string | null): boolean {
  return command === 'protectIdentity' || command === 'liftProtection';
}

function toActor(actor: ActorRow | null): HistoryResponse['actor'] {
  return actor && { ...actor, roleName: roleNames[actor.role] };
}

function toLink(link: LinkActorRow | null): HistoryResponse['link'] {
  return link && { ...link, letterName: letterName(link.letterKind) };
}

function toDocument({ at, rule, actor, link, ...document }: CaseDocumentRow): CaseDocumentResponse {
  const isEvidence = document.part === 'evidence';
  return { ...document, isEvidence, at: iso(at), ...cited(rule), actor: toActor(actor), link: toLink(link) };
}

function toFile({ createdAt, ...file }: CaseFileRow): CaseFileResponse {
  return { ...file, createdAt: iso(createdAt) };
}

/** An address, and what a mail server says of it, are for those who have to reach people. */
function toLetter(
  { id, key, kind, content, sequence, owedAt, rule, deliveries }: LetterRow,
  seesAddresses: boolean,
): LetterResponse {
  return {
    ...{ id, key, kind, sequence, owedAt: iso(owedAt), ...cited(rule), deadline: deadlineOfLetter(content) },
    deliveries: deliveries.map(({ droppedBecause, ...delivery }) => ({
      ...delivery,
      sendAfter: isoOrNull(delivery.sendAfter),
      dropped: toDrop(droppedBecause),
      address: seesAddresses ? delivery.address : null,
      // D11.1d: that of a petitioner is sealed, and the answer may quote it.
      smtpAnswer: seesAddresses && delivery.role !== 'petitioner' ? delivery.smtpAnswer : null,
      queuedAt: iso(delivery.queuedAt),
      sentAt: isoOrNull(delivery.sentAt),
      updatedAt: iso(delivery.updatedAt),
      ...troublesShown(delivery, seesAddresses && delivery.role !== 'petitioner'),
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

import { randomUUID } from 'node:crypto';

import { taskQueues, workflowId } from '@dialogue/contracts';
import type { Account, ReconciliationReads, StoredFinding, StoredReconciliation } from '@dialogue/persistence';

import { iso, isoOrNull, workflowUrl, type WorkflowLinks } from '../cases/case.response.js';
import { ApiError } from '../errors/api-error.js';
import type {
  FindingsQuery,
  ReconciliationDetailResponse,
  ReconciliationResponse,
  ReconciliationsQuery,
  ReconciliationsResponse,
} from './reconciliation.schemas.js';
import { actionTexts, findingTexts } from './reconciliations.vi.js';

/** What the routes do by which somebody sees whether everything that is open runs, and has it compared now. */
export interface ReconciliationsService {
  reconciliations(query: ReconciliationsQuery): Promise<ReconciliationsResponse>;
  reconciliation(id: string, query: FindingsQuery): Promise<ReconciliationDetailResponse>;
  /** The one that is under way: asked for twice, it is the same. */
  request(account: Account): Promise<ReconciliationResponse>;
}

/** What the service stands on. */
export interface ReconciliationsParts {
  readonly reconciliations: ReconciliationReads;
  readonly links: WorkflowLinks;
}

export function createReconciliationsService(parts: ReconciliationsParts): ReconciliationsService {
  const { reconciliations, links } = parts;
  return {
    async reconciliations({ limit }) {
      return { items: (await reconciliations.reconciliations(limit)).map((each) => toReconciliation(each, links)) };
    },
    reconciliation: (id, query) => detail(parts, id, query),
    async request({ id }) {
      const begun = await reconciliations.request(randomUUID(), id);
      return toReconciliation(await one(parts, begun), links);
    },
  };
}

async function detail(
  parts: ReconciliationsParts,
  id: string,
  { limit, cursor }: FindingsQuery,
): Promise<ReconciliationDetailResponse> {
  const found = await one(parts, id);
  const from = Number(cursor ?? 0);
  const findings = await parts.reconciliations.findings(id, { from, limit });
  const end = from + findings.length;
  return {
    ...toReconciliation(found, parts.links),
    items: findings.map((finding) => toFinding(finding, parts.links)),
    nextCursor: end < found.found ? String(end) : null,
  };
}

async function one({ reconciliations }: ReconciliationsParts, id: string): Promise<StoredReconciliation> {
  const found = await reconciliations.reconciliation(id);
  if (found === null) throw new ApiError('reconciliation.not_found');
  return found;
}

function toReconciliation(
  { startedAt, finishedAt, isGivenUp, ...found }: StoredReconciliation,
  links: WorkflowLinks,
): ReconciliationResponse {
  const id = workflowId('reconciliation', found.id);
  return {
    ...found,
    startedAt: iso(startedAt),
    finishedAt: isoOrNull(finishedAt),
    status: finishedAt === null ? 'running' : isGivenUp ? 'givenUp' : 'finished',
    workflow: { id, taskQueue: taskQueues.report, url: workflowUrl(id, links) },
  };
}

function toFinding(found: StoredFinding, links: WorkflowLinks): ReconciliationDetailResponse['items'][number] {
  const { kind, id, finding, action, foundAt } = found;
  const workflow = workflowId(kind, id);
  return {
    ...found,
    findingText: findingTexts[finding],
    actionText: actionTexts[action],
    foundAt: iso(foundAt),
    workflow: { id: workflow, url: workflowUrl(workflow, links) },
  };
}

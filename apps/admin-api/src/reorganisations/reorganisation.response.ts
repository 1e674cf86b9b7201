import { taskQueues, workflowId } from '@dialogue/contracts';
import { formatDay, type LocalDate, type Reorganisation } from '@dialogue/domain';
import type { Handover, ReorganisationPreview, RolloutStatus, StoredReorganisation } from '@dialogue/persistence';

import { iso, isoOrNull, workflowUrl, type WorkflowLinks } from '../cases/case.response.js';
import type {
  ReorganisationItem,
  ReorganisationPreviewResponse,
  ReorganisationResponse,
} from './reorganisation.response-schemas.js';
import { partTexts, problemSentences, statusTexts, successionTexts } from './reorganisations.vi.js';

/** A page of a preview: from a place in the list of its cases on. */
export function toReorganisationPreview(
  { problems, ending, beginning, handovers, carryOvers }: ReorganisationPreview,
  { effectiveOn }: Pick<Reorganisation, 'effectiveOn'>,
  page: { readonly from: number; readonly limit: number },
): ReorganisationPreviewResponse {
  const cases = casesOf(handovers);
  const end = page.from + page.limit;
  return {
    ...{ effectiveOn, effectiveText: formatDay(effectiveOn) },
    problems: problems.map(({ path, code }) => ({ path, code, message: problemSentences[code] })),
    ending: ending.map(({ successors, ...body }) => ({
      ...body,
      kindText: successionTexts[body.kind],
      successors: [...successors],
    })),
    beginning: beginning.map(({ code, name, kind, level, parentCode, goesOnFrom }) => ({
      ...{ code, name, kind, level, parentCode, goesOnFrom },
    })),
    casesHandedOver: cases.length,
    reportsHandedOver: cases.filter((each) => each.case.kind === 'report').length,
    carriedOver: carryOvers.map(({ from, to, posts, contacts }) => ({
      ...{ from, to },
      posts: posts.map(({ title }) => title),
      contacts: contacts.map(({ kind, email }) => email ?? kind),
    })),
    items: cases.slice(page.from, end),
    nextCursor: end < cases.length ? String(end) : null,
  };
}

/** How many open cases a preview hands over, each once. */
export function casesHandedOver({ handovers }: ReorganisationPreview): number {
  return casesOf(handovers).length;
}

export function toReorganisation(
  { changes, requestedAt, withdrawnAt, ...stored }: StoredReorganisation,
  today: LocalDate,
): ReorganisationItem {
  const status = withdrawnAt !== null ? 'withdrawn' : stored.effectiveOn <= today ? 'inForce' : 'planned';
  return {
    ...stored,
    ...{ status, statusText: statusTexts[status], effectiveText: formatDay(stored.effectiveOn) },
    requestedAt: iso(requestedAt),
    withdrawnAt: isoOrNull(withdrawnAt),
    changes: changes.map((change) => ({ ...change, kindText: successionTexts[change.kind] })),
  };
}

export function toReorganisationDetail(
  item: ReorganisationItem,
  { id: rolloutId, finishedAt, told, lagging }: RolloutStatus,
  links: WorkflowLinks,
): ReorganisationResponse {
  const id = workflowId('rollout', rolloutId);
  const workflow = { id, taskQueue: taskQueues.report, url: workflowUrl(id, links) };
  return { ...item, rollout: { finishedAt: isoOrNull(finishedAt), casesTold: told, casesLagging: lagging, workflow } };
}

type CaseItem = ReorganisationPreviewResponse['items'][number];

function casesOf(handovers: readonly Handover[]): readonly CaseItem[] {
  const cases = new Map<string, CaseItem>();
  for (const { caseKind: kind, caseId: id, number, part, from, to } of handovers) {
    const found = cases.get(`${kind}/${id}`) ?? { case: { kind, id, number }, parts: [] };
    cases.set(`${kind}/${id}`, { ...found, parts: [...found.parts, { part, partText: partTexts[part], from, to }] });
  }
  return [...cases.values()];
}

import { taskQueues, workflowId } from '@dialogue/contracts';
import { citationOf, formatDay, type CalendarDifference, type CaseOfKind } from '@dialogue/domain';
import type { RolloutStatus } from '@dialogue/persistence';

import { iso, isoOrNull, workflowUrl, type WorkflowLinks } from '../cases/case.response.js';
import type { Preview, PreviewedMove } from './preview.js';
import type { ChangedDayResponse, PreviewResponse, RolloutResponse } from './publishing.schemas.js';

/** A page of a preview: from a place in the list of its moves on. */
export function toPreview(
  preview: Preview,
  page: { readonly edition: number; readonly basedOn: number | null; readonly from: number; readonly limit: number },
): PreviewResponse {
  const { openCases, casesMoved, moves, uncounted, differences } = preview;
  const { edition, basedOn, from, limit } = page;
  const end = from + limit;
  return {
    ...{ edition, basedOn, openCases, casesMoved, deadlinesMoved: moves.length },
    differences: differences.map(toChangedDay),
    uncounted: uncounted.map(toCase),
    items: moves.slice(from, end).map(toMove),
    nextCursor: end < moves.length ? String(end) : null,
  };
}

export function toRollout(edition: number, status: RolloutStatus, links: WorkflowLinks): RolloutResponse {
  const id = workflowId('rollout', status.id);
  return {
    edition,
    requestedAt: iso(status.requestedAt),
    finishedAt: isoOrNull(status.finishedAt),
    casesTold: status.told,
    casesLagging: status.lagging,
    letters: status.letters,
    workflow: { id, taskQueue: taskQueues.report, url: workflowUrl(id, links) },
  };
}

function toMove({ found, because, ...move }: PreviewedMove): PreviewResponse['items'][number] {
  return {
    case: toCase(found),
    ...move,
    article: citationOf(move.rule),
    wasDueText: formatDay(move.wasDueOn),
    dueText: formatDay(move.dueOn),
    because: because.map(toChangedDay),
  };
}

/** A report is known by its id. */
function toCase({ caseKind, caseId, state }: CaseOfKind): PreviewResponse['uncounted'][number] {
  return { kind: caseKind, id: caseId, number: 'number' in state ? state.number : caseId };
}

function toChangedDay({ on, before, after }: CalendarDifference): ChangedDayResponse {
  const change = before === null ? 'added' : after === null ? 'removed' : 'changed';
  const day = after ?? before;
  return { on, onText: formatDay(on), change, name: day?.name ?? '', basis: day?.basis ?? '' };
}

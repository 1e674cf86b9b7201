import { taskQueues, workflowId } from '@dialogue/contracts';
import type { ImportRow, LikelyDuplicate, NewImportRow, PetitionImport } from '@dialogue/persistence';

import { iso, isoOrNull, workflowUrl, type WorkflowLinks } from '../../cases/case.response.js';
import { importStateTexts, rowStateTexts } from './petition-columns.vi.js';
import type {
  PetitionImportPreviewResponse,
  PetitionImportResponse,
  PetitionImportRowsResponse,
} from './petition-import.response-schemas.js';

/** More than this nobody mends in one go. */
const mostListed = 200;

/** What a preview has found. */
interface Checked extends Pick<PetitionImportPreviewResponse, 'office' | 'contentHash' | 'importedAs'> {
  readonly rows: readonly NewImportRow[];
  readonly likelyDuplicates: readonly LikelyDuplicate[];
}

export function toImportPreview({ rows, likelyDuplicates, ...file }: Checked): PetitionImportPreviewResponse {
  const faults = rows.flatMap((row) =>
    row.state === 'refused' ? row.faults.map((fault) => ({ line: row.line, ...fault })) : [],
  );
  const duplicates = rows.filter(({ state }) => state === 'duplicate').map(({ line }) => line);
  return {
    ...file,
    rows: {
      read: rows.length,
      registers: rowsToRegister(rows),
      refused: rows.filter(({ state }) => state === 'refused').length,
      duplicate: duplicates.length,
    },
    faults: faults.slice(0, mostListed),
    furtherFaults: Math.max(faults.length - mostListed, 0),
    duplicateLines: duplicates.slice(0, mostListed),
    likelyDuplicates: likelyDuplicates.slice(0, mostListed),
  };
}

/** How many rows of a file would be registered: the number by which it is confirmed. */
export function rowsToRegister(rows: readonly NewImportRow[]): number {
  return rows.filter(({ state }) => state === 'waiting').length;
}

export function toPetitionImport(
  { counts, requestedAt, requestedBy, cancelledAt, finishedAt, ...imported }: PetitionImport,
  links: WorkflowLinks,
): PetitionImportResponse {
  const state = cancelledAt !== null ? 'cancelled' : finishedAt !== null ? 'finished' : 'running';
  const { read, waiting, registered, running, refused, duplicate, cancelled } = counts;
  const id = workflowId('import', imported.id);
  return {
    ...{ id: imported.id, office: imported.office, contentHash: imported.contentHash },
    ...{ state, stateText: importStateTexts[state], requestedAt: iso(requestedAt), requestedBy },
    ...{ cancelledAt: isoOrNull(cancelledAt), finishedAt: isoOrNull(finishedAt) },
    rows: { read, waiting, registered, running, refused, duplicate, cancelled },
    workflow: { id, taskQueue: taskQueues.report, url: workflowUrl(id, links) },
  };
}

export function toImportRow({ state, faults, ...row }: ImportRow): PetitionImportRowsResponse['items'][number] {
  return { ...row, state, stateText: rowStateTexts[state], faults: [...faults] };
}

import { randomUUID } from 'node:crypto';

import { writeCells } from '@dialogue/documents';
import {
  fingerprintOf,
  openCells,
  type Account,
  type ImportCancelled,
  type PetitionImport,
} from '@dialogue/persistence';

import { isWithin } from '../../auth/scope.js';
import { organisationInForce } from '../../cases/bodies.js';
import type { WorkflowLinks } from '../../cases/case.response.js';
import { pageOf, type ListParts } from '../../cases/case-list.js';
import { ApiError, type ApiErrorCode } from '../../errors/api-error.js';
import type { UploadedFile } from '../../http/file-body.js';
import { textMissing } from '../../http/validation.vi.js';
import { cellsPlace, checkPetitionFile, type CheckParts, type FileOwner } from './check-petition-file.js';
import { importFileSentences, petitionColumns, refusalColumns } from './petition-columns.vi.js';
import { rowsToRegister, toImportPreview, toImportRow, toPetitionImport } from './petition-import.response.js';
import type {
  PetitionImportPreviewResponse,
  PetitionImportResponse,
  PetitionImportRowsResponse,
  PetitionImportsResponse,
} from './petition-import.response-schemas.js';
import type { ImportPreviewQuery, ImportQuery, ImportRowsQuery, ImportsQuery } from './petition-import.schemas.js';
import { readPetitionFile, type PetitionFile } from './read-petition-file.js';

/** Petitions taken in many at once: seen first, then confirmed, then followed (D2.2). */
export interface PetitionImportsService {
  template(): string;
  preview(account: Account, query: ImportPreviewQuery, file: UploadedFile): Promise<PetitionImportPreviewResponse>;
  request(account: Account, query: ImportQuery, file: UploadedFile): Promise<PetitionImportResponse>;
  imports(account: Account, query: ImportsQuery): Promise<PetitionImportsResponse>;
  petitionImport(account: Account, id: string): Promise<PetitionImportResponse>;
  rows(account: Account, id: string, query: ImportRowsQuery): Promise<PetitionImportRowsResponse>;
  refused(account: Account, id: string): Promise<string>;
  cancel(account: Account, id: string): Promise<PetitionImportResponse>;
}

/** What the service stands on. */
export interface PetitionImportsServiceParts extends CheckParts, Pick<ListParts, 'cursors'> {
  readonly links: WorkflowLinks;
}

export function createPetitionImportsService(parts: PetitionImportsServiceParts): PetitionImportsService {
  const { petitionImports, links } = parts;
  return {
    template: () =>
      asFile(
        petitionColumns.map(({ heading }) => heading),
        [petitionColumns.map(({ example }) => example)],
      ),
    preview: (account, query, file) => preview(parts, { account, query, file }),
    request: (account, query, file) => request(parts, { account, query, file }),
    imports: (account, query) =>
      pageOf(parts, account, {
        name: 'petitionImports',
        query: { ...query, sort: 'newest' as const },
        read: (filter, page) => petitionImports.list(filter, page),
        show: (each) => toPetitionImport(each, links),
      }),
    petitionImport: async (account, id) => toPetitionImport(await readable(parts, account, id), links),
    async rows(account, id, { state, limit, cursor: after }) {
      await readable(parts, account, id);
      const of = { importId: id, ...(state === undefined ? {} : { state }) };
      const rows = await petitionImports.rows(of, { after, limit });
      const last = rows.length < limit ? undefined : rows.at(-1);
      return { items: rows.map(toImportRow), nextCursor: last === undefined ? null : String(last.line) };
    },
    refused: (account, id) => refusedFile(parts, account, id),
    async cancel(account, id) {
      await readable(parts, account, id);
      const refusal = cancelRefusals[await petitionImports.cancel(id, account.id)];
      if (refusal !== null) throw new ApiError(refusal);
      return toPetitionImport(await readable(parts, account, id), links);
    },
  };
}

const cancelRefusals: Readonly<Record<ImportCancelled, ApiErrorCode | null>> = {
  cancelled: null,
  unknown: 'import.not_found',
  cancelledBefore: 'import.cancelled',
  nothingWaiting: 'import.nothing_waiting',
};

interface Given<Query> {
  readonly account: Account;
  readonly query: Query;
  readonly file: UploadedFile;
}

async function preview(
  parts: PetitionImportsServiceParts,
  given: Given<ImportPreviewQuery>,
): Promise<PetitionImportPreviewResponse> {
  const { office, owner, contentHash, importedAs, read } = await begin(parts, given);
  const rows = await checkPetitionFile(parts, owner, read());
  const said = rows.flatMap((row) =>
    row.state === 'waiting' ? [{ line: row.line, ...row.registration.submission }] : [],
  );
  const likelyDuplicates = await parts.petitionImports.likelyDuplicates(
    said.map(({ line, organisation, title, content }) => ({ line, organisation, title, content })),
  );
  return toImportPreview({ office, contentHash, importedAs, rows, likelyDuplicates });
}

/** The second click finds what the first has made, whatever became of its rows meanwhile. */
async function request(parts: PetitionImportsServiceParts, given: Given<ImportQuery>): Promise<PetitionImportResponse> {
  const { petitionImports, links, now } = parts;
  const { account, query } = given;
  const requestedAt = now();
  const { owner, contentHash, importedAs, read } = await begin(parts, given);
  if (importedAs !== null) return toPetitionImport(await readable(parts, account, importedAs), links);
  const file = read();
  const rows = await checkPetitionFile(parts, owner, file);
  const registers = rowsToRegister(rows);
  if (registers !== query.registers)
    throw new ApiError('import.preview_outdated', {
      fields: [{ path: 'registers', message: importFileSentences.previewOutdated(registers) }],
    });
  const { id } = await petitionImports.request({
    ...{ id: randomUUID(), office: owner.office, contentHash, columns: file.columns, rows },
    ...{ requestedAt, requestedBy: account.id },
  });
  return toPetitionImport(await readable(parts, account, id), links);
}

/** What is known of a file before it is read. */
interface Begun {
  readonly office: PetitionImportPreviewResponse['office'];
  readonly owner: FileOwner;
  readonly contentHash: string;
  readonly importedAs: string | null;
  readonly read: () => PetitionFile;
}

async function begin(
  parts: PetitionImportsServiceParts,
  { account, query, file }: Given<ImportPreviewQuery>,
): Promise<Begun> {
  const asked = query.office ?? account.organisationCode;
  if (asked === null) throw new ApiError('request.invalid', { fields: [{ path: 'office', message: textMissing }] });
  const { code, name } = await organisationInForce(parts, asked, 'office');
  if (!isWithin(await parts.scopes.scopeOf(account), code)) throw new ApiError('auth.out_of_scope');
  // D11.1d: it is shown to whoever sees the import; from a plain hash of a few rows names could be guessed.
  const contentHash = fingerprintOf('file', file.text, parts.sealingKey);
  const importedAs = await parts.petitionImports.importOfFile({ office: code, contentHash });
  return {
    ...{ office: { code, name }, owner: { account, office: code }, contentHash, importedAs },
    read: () => readPetitionFile(file),
  };
}

/** @throws ApiError `import.not_found` also when it is of an office that the account does not see. */
async function readable(parts: PetitionImportsServiceParts, account: Account, id: string): Promise<PetitionImport> {
  const found = await parts.petitionImports.find(id);
  if (found === null || !isWithin(await parts.scopes.scopeOf(account), found.office.code))
    throw new ApiError('import.not_found');
  return found;
}

/** D11.1d: the register writes down who takes the rows out before it gives them. */
async function refusedFile(parts: PetitionImportsServiceParts, account: Account, id: string): Promise<string> {
  const { columns } = await readable(parts, account, id);
  const added: readonly string[] = Object.values(refusalColumns);
  const kept = columns.flatMap((heading, place) => (added.includes(heading) ? [] : [{ heading, place }]));
  const rows = await parts.petitionImports.refusedRows(id, account.id);
  return asFile(
    [...kept.map(({ heading }) => heading), ...added],
    rows.map(({ line, faults, sealedCells }) => {
      const cells = openCells(sealedCells, cellsPlace(line), parts.sealingKey);
      const reasons = faults.map(({ column, message }) => (column === null ? message : `${column}: ${message}`));
      return [...kept.map(({ place }) => cells[place] ?? ''), String(line), reasons.join(' ')];
    }),
  );
}

/** Spreadsheet programs take a text for UTF-8 when it begins so. */
function asFile(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  return `\uFEFF${writeCells(columns, rows)}`;
}

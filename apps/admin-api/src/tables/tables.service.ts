import {
  readOrganisationTable,
  readPostTable,
  TableError,
  writeOrganisationTable,
  writePostTable,
  type ReadRows,
  type TableText,
} from '@dialogue/documents';
import type { ImportFault, Numbered } from '@dialogue/domain';
import type { ImportOutcome, Imports } from '@dialogue/persistence';

import { ApiError, type FieldProblem } from '../errors/api-error.js';
import type { UploadedFile } from '../http/file-body.js';
import { faultSentence } from '../http/file-faults.vi.js';
import { fileProblem, firstProblems } from '../http/file-problems.js';
import type { OrganisationsImportedResponse, PostsImportedResponse } from './table.response-schemas.js';
import { importSentences } from './tables.vi.js';

/** What the routes of tables do. */
export interface TablesService {
  organisations(): Promise<string>;
  importOrganisations(file: UploadedFile, dryRun: boolean): Promise<OrganisationsImportedResponse>;
  posts(): Promise<string>;
  importPosts(file: UploadedFile, dryRun: boolean): Promise<PostsImportedResponse>;
}

/** What the service stands on. */
export interface TablesServiceParts {
  readonly imports: Imports;
}

export function createTablesService({ imports }: TablesServiceParts): TablesService {
  return {
    organisations: async () => asFile(writeOrganisationTable(await imports.organisationEntries())),
    async importOrganisations(file, dryRun) {
      const { values, problems } = read(file, readOrganisationTable);
      const outcome = await imports.importOrganisations(values, { isDry: dryRun || problems.length > 0 });
      return { dryRun, ...talliesOf(outcome, problems) };
    },
    posts: async () => asFile(writePostTable(await imports.postEntries())),
    async importPosts(file, dryRun) {
      const { values, problems } = read(file, readPostTable);
      const outcome = await imports.importPosts(values, { isDry: dryRun || problems.length > 0 });
      if (outcome === null) throw new ApiError('post.already_held');
      return { dryRun, ...talliesOf(outcome, problems) };
    },
  };
}

/** Spreadsheet programs take a text for UTF-8 when it begins so. */
function asFile(csv: string): string {
  return `\uFEFF${csv}`;
}

interface ReadTable<Entry> {
  readonly values: readonly Numbered<Entry>[];
  readonly problems: readonly Problem[];
}

/** What is wrong with one line. */
interface Problem {
  readonly line: number;
  readonly column: string | null;
  readonly sentence: string;
}

/** Lines that cannot be read are problems beside those of the lines that can. @throws ApiError `import.refused` when it is no table. */
function read<Entry>(
  { mediaType, text }: UploadedFile,
  reading: (table: TableText) => ReadRows<Numbered<Entry>>,
): ReadTable<Entry> {
  if (mediaType !== 'text/csv') throw new ApiError('request.media_type_unsupported');
  try {
    const { values, faults } = reading({ name: 'import', text });
    return { values, problems: faults.map(({ line, fault }) => unreadLine(line, fault)) };
  } catch (error) {
    if (!(error instanceof TableError)) throw error;
    throw new ApiError('import.refused', { fields: [fileProblem(error.line, faultSentence(error.fault))] });
  }
}

function unreadLine(line: number, fault: TableError['fault']): Problem {
  return { line, column: 'column' in fault ? fault.column : null, sentence: faultSentence(fault) };
}

/** Everything that is wrong, in the order of the lines, up to a bound. @throws ApiError `import.refused`. */
function talliesOf<Kind extends string>(
  outcome: ImportOutcome<Kind>,
  unread: readonly Problem[],
): Extract<ImportOutcome<Kind>, { readonly tallies: unknown }>['tallies'] {
  const faults = 'faults' in outcome ? outcome.faults : [];
  // What a line that cannot be read would have brought is missed elsewhere: that is no fault of the other line.
  const found = faults.filter(({ code }) => unread.length === 0 || code !== 'unknown_reference').map(refusedLine);
  const problems = [...unread, ...found].toSorted((one, other) => one.line - other.line);
  if ('tallies' in outcome && problems.length === 0) return outcome.tallies;
  throw new ApiError('import.refused', { fields: firstProblems(problems.map(toField)) });
}

function refusedLine({ line, column, code }: ImportFault): Problem {
  return { line, column, sentence: importSentences[code] };
}

function toField({ line, column, sentence }: Problem): FieldProblem {
  const { path, message } = fileProblem(line, sentence);
  return { path: column === null ? path : `${path}.${column}`, message };
}

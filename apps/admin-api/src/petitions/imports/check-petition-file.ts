import { setImmediate as yieldToOthers } from 'node:timers/promises';

import type { OrganisationCode } from '@dialogue/domain';
import {
  fingerprintOf,
  sealCells,
  type Account,
  type ImportRowFault,
  type ImportRowKey,
  type NewImportRow,
  type PetitionImports,
} from '@dialogue/persistence';

import { canonicalJson } from '../../door/canonical-json.js';
import { commandIdOf, newCaseIdOf } from '../../door/command-id.js';
import { ApiError } from '../../errors/api-error.js';
import { apiErrorSentences } from '../../errors/errors.vi.js';
import { prepareRegistration, type RegistrationParts } from '../registration.js';
import type { Registration } from '../petition.schemas.js';
import { petitionColumns, rowSentences } from './petition-columns.vi.js';
import { headingOf, type PetitionFile, type ReadRow } from './read-petition-file.js';
import { rememberingParts } from './remembering.js';

/** What checking a file stands on. */
export interface CheckParts extends Omit<RegistrationParts, 'door'> {
  readonly petitionImports: PetitionImports;
}

/** For whom a file is checked. */
export interface FileOwner {
  readonly account: Account;
  readonly office: OrganisationCode;
}

/** So many rows are checked before others of this process have their turn. */
const rowsAtOnce = 200;

/** Every row as it would be written: to be registered, refused with all that is wrong, or known already. */
export async function checkPetitionFile(
  parts: CheckParts,
  owner: FileOwner,
  { rows }: PetitionFile,
): Promise<readonly NewImportRow[]> {
  const remembering = { ...parts, ...rememberingParts(parts) };
  const identified = rows.map((row) => ({ row, identified: identify(parts, owner, row) }));
  const keys = identified.flatMap((each) => each.identified?.key ?? []);
  const known = new Map((await parts.petitionImports.knownRows(owner.office, keys)).map((each) => [each.key, each]));
  const checked: NewImportRow[] = [];
  for (const each of identified) {
    if (checked.length % rowsAtOnce === 0) await yieldToOthers();
    const row = await checkRow({ parts: remembering, owner, known }, each);
    checked.push(row);
    if (row.state === 'waiting')
      known.set(row.identified.key, { ...row.identified, petitionId: row.registration.submission.id });
  }
  return checked;
}

interface Surroundings {
  readonly parts: CheckParts;
  readonly owner: FileOwner;
  readonly known: ReadonlyMap<string, ImportRowKey & { readonly petitionId: string }>;
}

interface IdentifiedRow {
  readonly row: ReadRow;
  readonly identified: ImportRowKey | null;
}

async function checkRow(
  { parts, owner, known }: Surroundings,
  { row, identified }: IdentifiedRow,
): Promise<NewImportRow> {
  const { line, reference, read } = row;
  if ('faults' in read || identified === null) return refused(parts, row, 'faults' in read ? read.faults : []);
  const same = known.get(identified.key);
  if (same === undefined) return registered(parts, owner, { row, body: read.body, identified });
  if (same.fingerprint === identified.fingerprint)
    return { line, reference, state: 'duplicate', identified, petitionId: same.petitionId };
  return refused(parts, row, [{ column: referenceHeading, message: rowSentences.referenceTaken }]);
}

const referenceHeading = petitionColumns.find(({ path }) => path === null)?.heading ?? null;

/** As one petition is registered: the same rules, the same seal. */
async function registered(
  parts: CheckParts,
  { account, office }: FileOwner,
  { row, body, identified }: IdentifiedRow & { readonly body: Registration; readonly identified: ImportRowKey },
): Promise<NewImportRow> {
  const place = { accountId: office, caseKind: 'petition', caseId: 'new', route: 'import' };
  const commandId = commandIdOf({ ...place, idempotencyKey: identified.key });
  try {
    const prepared = await prepareRegistration(parts, { account, body }, newCaseIdOf('petition', commandId));
    const { payload, words, newCase } = prepared;
    const { submission, fingerprints, sealedIdentity } = newCase;
    const { line, reference } = row;
    return {
      ...{ line, reference, state: 'waiting', identified, sealedIdentity },
      registration: {
        ...{ commandId, payload: { kind: 'register', ...payload }, words, submission },
        fingerprints: fingerprints.map((mark) => Buffer.from(mark).toString('hex')),
      },
    };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return refused(parts, row, faultsOf(error));
  }
}

function faultsOf({ code, fields }: ApiError): readonly ImportRowFault[] {
  if (fields.length === 0) return [{ column: null, message: apiErrorSentences[code] }];
  return fields.map(({ path, message }) => ({ column: headingOf(path.split('.')), message }));
}

function refused(
  { sealingKey }: CheckParts,
  { line, cells, reference }: ReadRow,
  faults: readonly ImportRowFault[],
): NewImportRow {
  return { line, reference, state: 'refused', faults, sealedCells: sealCells(cells, cellsPlace(line), sealingKey) };
}

/** To which the cells of a refused row are bound. */
export function cellsPlace(line: number): string {
  return `petition import line ${String(line)}`;
}

/**
 * The same person who says the same to the same organisation is the same row, unless the office has given it another number.
 */
function identify(
  { sealingKey }: CheckParts,
  { office }: FileOwner,
  { reference, read }: ReadRow,
): ImportRowKey | null {
  if ('faults' in read) return null;
  const { organisation, title, content, petitioner } = read.body;
  const said = { office, organisation, title, content, name: petitioner.name, address: petitioner.address ?? null };
  const fingerprint = fingerprintOf('row', plainText(canonicalJson(said)), sealingKey);
  return { fingerprint, key: reference === null ? `said/${fingerprint}` : `number/${plainText(reference)}` };
}

/** Blanks and capitals tell no two rows apart. */
function plainText(text: string): string {
  return text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
}

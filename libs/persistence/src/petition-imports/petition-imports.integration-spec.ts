import { randomBytes, randomUUID } from 'node:crypto';

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { localDate, type OrganisationCode } from '@dialogue/domain';

import { openIdentity, sealCells, sealIdentity, sealingKey } from '../identities/seal.js';
import { anAdmin, openRegister, recordUntil, submitPetition, type TestRegister } from '../register.fixture.js';
import type { NewImportRow, NewPetitionImport } from './petition-import.js';
import {
  createImportSteps,
  createPetitionImports,
  type ImportSteps,
  type PetitionImports,
} from './petition-imports.js';

const key = sealingKey(randomBytes(32));
const office = 'SL-VPUBND' as OrganisationCode;

let register: TestRegister;
let imports: PetitionImports;
let steps: ImportSteps;
let requestedBy: string;
/** Keys of rows are of one office for ever: each test has its own. */
let own: string;

beforeAll(async () => {
  register = await openRegister();
  imports = createPetitionImports(register.api);
  steps = createImportSteps(register.worker);
  requestedBy = await anAdmin(register);
});
afterAll(async () => register.close());
beforeEach(() => {
  own = randomUUID();
});

function aRow(line: number, wishes: { readonly key?: string; readonly title?: string } = {}): NewImportRow {
  const id = randomUUID();
  const submission = {
    ...{
      id,
      title: wishes.title ?? `Kiến nghị ${String(line)}`,
      content: 'Đường hỏng.',
      category: 'resident' as const,
    },
    ...{ isCollective: false, source: 'outsideConference' as const, organisation: 'SL-UBND' as OrganisationCode },
    ...{ leadOffice: office, receivedOn: localDate('2026-03-02') },
    ...{ isWrittenAnswerRequired: false, isReachableByMail: false },
  };
  const identity = { name: `Người ${String(line)}`, address: null, phone: null, email: null, representative: null };
  return {
    ...{ line, reference: String(line), state: 'waiting' },
    identified: { key: `${own}/${wishes.key ?? String(line)}`, fingerprint: `said by ${String(line)}` },
    registration: { commandId: randomUUID(), payload: { kind: 'register' }, words: null, submission },
    sealedIdentity: sealIdentity(identity, id, key),
  };
}

function aRefusedRow(line: number): NewImportRow {
  return {
    ...{ line, reference: null, state: 'refused', faults: [{ column: 'Tiêu đề', message: 'Thiếu.' }] },
    sealedCells: sealCells(['Người bị sai dòng'], `line ${String(line)}`, key),
  };
}

function anImport(rows: readonly NewImportRow[], wishes: Partial<NewPetitionImport> = {}): NewPetitionImport {
  const requestedAt = Date.parse('2026-03-02T09:00+07:00');
  const columns = ['Họ và tên', 'Tiêu đề'];
  return { id: randomUUID(), office, contentHash: randomUUID(), columns, requestedAt, requestedBy, rows, ...wishes };
}

function manyRows(count: number): readonly NewImportRow[] {
  return Array.from({ length: count }, (_, index) => aRow(index + 2));
}

/** What the ledger would have done: the cases that wait for their first decision have it. */
async function everyCaseBegins(): Promise<void> {
  await register.admin.query(
    `UPDATE commands SET outcome = 'accepted', outcome_sequence = 1, decided_at = now(), recorded_at = now() WHERE outcome IS NULL`,
  );
}

async function submissionsOf(importId: string): Promise<readonly { readonly number: string; readonly id: string }[]> {
  return register.admin.query(
    `SELECT submission.number, submission.id FROM petition_import_rows imported
     JOIN petition_submissions submission ON submission.id = imported.petition_id AND imported.state = 'registered'
     WHERE import_id = $1 ORDER BY line`,
    [importId],
  );
}

describe('an import of petitions', () => {
  it('registers its rows through the door, some at a time, and not faster than their cases begin', async () => {
    const asked = anImport([...manyRows(350), aRefusedRow(500)]);
    await imports.request(asked);

    const taken: number[] = [];
    for (let step = 0; step < 4; step += 1) taken.push((await steps.registerRows(asked.id))?.registeredNow ?? -1);
    await everyCaseBegins();
    const last = await steps.registerRows(asked.id);
    const beforeTheyBegan = await imports.find(asked.id);
    await everyCaseBegins();
    const end = await steps.registerRows(asked.id);

    expect(taken).toEqual([100, 100, 100, 0]);
    expect(last).toMatchObject({ registeredNow: 50, waiting: 0, starting: 50, isFinished: false });
    expect(beforeTheyBegan).toMatchObject({ finishedAt: null, counts: { read: 351, running: 300 } });
    expect(end).toMatchObject({ registered: 350, running: 350, refused: 1, registeredNow: 0, isFinished: true });
    expect((await imports.find(asked.id))?.finishedAt).not.toBeNull();
    expect(await submissionsOf(asked.id)).toHaveLength(350);
  });

  it('D11.1d: hands each seal over unopened, and keeps nothing else of what a row said', async () => {
    const asked = anImport([aRow(2)]);
    await imports.request(asked);
    await steps.registerRows(asked.id);

    const [petition] = await submissionsOf(asked.id);
    const [identity] = await register.admin.query<{ sealed: Buffer }[]>(
      'SELECT sealed FROM petition_identities WHERE petition_id = $1',
      [petition?.id],
    );
    const [row] = await register.admin.query<object[]>(
      'SELECT registration, sealed_identity, state FROM petition_import_rows WHERE import_id = $1',
      [asked.id],
    );
    expect(openIdentity(identity!.sealed, petition!.id, key)).toMatchObject({ name: 'Người 2' });
    expect(row).toEqual({ registration: null, sealed_identity: null, state: 'registered' });
  });

  it('is asked for with what starts its workflow, and is the same for the same file of the same office', async () => {
    const asked = anImport([aRow(2)]);
    const first = await imports.request(asked);
    const again = await imports.request({ ...asked, id: randomUUID() });

    expect(first).toEqual({ id: asked.id, isNew: true });
    expect(again).toEqual({ id: asked.id, isNew: false });
    expect(await imports.importOfFile({ office, contentHash: asked.contentHash })).toBe(asked.id);
    expect(await register.admin.query(`SELECT kind, case_kind FROM outbox WHERE case_id = $1`, [asked.id])).toEqual([
      { kind: 'startImport', case_kind: 'import' },
    ]);
  });

  it('D11.1d: tells no preview which name is that of a protected person, and registers the row once all the same', async () => {
    const asked = anImport([aRow(2, { key: 'sealed' })]);
    await imports.request(asked);
    await steps.registerRows(asked.id);
    const [petition] = await submissionsOf(asked.id);
    const keys = [`${own}/sealed`];
    const before = await imports.knownRows(office, keys);
    await recordUntil(register.worker, { id: petition!.id, stage: 'received' });
    await register.admin.query(`UPDATE petitions SET protected_by = 'host' WHERE id = $1`, [petition!.id]);

    const again = anImport([aRow(2, { key: 'sealed' })]);
    const known = await imports.knownRows(office, keys);
    await imports.request(again);

    expect([before.length, known.length]).toEqual([1, 0]);
    expect((await imports.find(again.id))?.counts).toMatchObject({ waiting: 0, duplicate: 1 });
  });

  it('registers a row once, however often it comes, in one file or in two', async () => {
    const first = anImport([aRow(2, { key: 'A' }), aRow(3, { key: 'A' }), aRow(4, { key: 'B' })]);
    const second = anImport([aRow(2, { key: 'B' }), aRow(3, { key: 'C' })]);
    for (const asked of [first, second]) {
      await imports.request(asked);
      await steps.registerRows(asked.id);
    }

    const petitions = [...(await submissionsOf(first.id)), ...(await submissionsOf(second.id))];
    const [, ofB] = petitions;
    expect(petitions).toHaveLength(3);
    expect(await imports.rows({ importId: second.id }, { after: 0, limit: 10 })).toEqual([
      expect.objectContaining({ line: 2, state: 'duplicate', petition: ofB }),
      expect.objectContaining({ line: 3, state: 'registered' }),
    ]);
    expect((await imports.knownRows(office, [`${own}/A`, `${own}/Z`])).map((known) => known.key)).toEqual([`${own}/A`]);
  });

  it('registers each row once when two steps run at the same time', async () => {
    const asked = anImport(manyRows(150));
    await imports.request(asked);

    const both = await Promise.all([steps.registerRows(asked.id), steps.registerRows(asked.id)]);

    expect(both.map((each) => each?.registeredNow).toSorted()).toEqual([100, 50]);
    expect(await submissionsOf(asked.id)).toHaveLength(150);
    await everyCaseBegins();
  });

  it('gives up what is not registered yet, which may then be imported anew', async () => {
    const rows = manyRows(120);
    const asked = anImport(rows);
    await imports.request(asked);
    await steps.registerRows(asked.id);

    const cancelled = await imports.cancel(asked.id, requestedBy);
    const again = { ...asked, id: randomUUID() };

    expect(cancelled).toBe('cancelled');
    expect(await steps.registerRows(asked.id)).toMatchObject({ registered: 100, cancelled: 20, registeredNow: 0 });
    expect(await imports.cancel(asked.id, requestedBy)).toBe('cancelledBefore');
    expect(await imports.cancel(randomUUID(), requestedBy)).toBe('unknown');
    expect(await imports.request(again)).toEqual({ id: again.id, isNew: true });
    expect((await imports.find(again.id))?.counts).toMatchObject({ waiting: 20, duplicate: 100 });
    await everyCaseBegins();
    await steps.registerRows(again.id);
    expect(await imports.cancel(again.id, requestedBy)).toBe('nothingWaiting');
  });

  it('is nothing when nobody asked for it', async () => {
    expect(await steps.registerRows(randomUUID())).toBeNull();
    expect(await imports.find(randomUUID())).toBeNull();
  });
});

describe('what people see of imports', () => {
  it('is a list of those of their offices, page by page', async () => {
    for (let count = 0; count < 3; count += 1) await imports.request(anImport([aRow(count + 2)]));

    const first = await imports.list({ scope: [office] }, { sort: 'newest', limit: 2 });
    const second = await imports.list({ scope: [office] }, { sort: 'newest', limit: 100, after: first.next! });
    const elsewhere = await imports.list({ scope: ['SL-STC' as OrganisationCode] }, { sort: 'newest', limit: 2 });

    const ids = [...first.rows, ...second.rows].map(({ id }) => id);
    expect(first.rows).toHaveLength(2);
    expect(new Set(ids).size).toBe(ids.length);
    expect(elsewhere.rows).toEqual([]);
  });

  it('D11.1d: is a refused row, taken out to be mended, and who took it is written down', async () => {
    const asked = anImport([aRefusedRow(7)]);
    await imports.request(asked);

    const refused = await imports.refusedRows(asked.id, requestedBy);

    expect(refused).toEqual([expect.objectContaining({ line: 7, faults: [{ column: 'Tiêu đề', message: 'Thiếu.' }] })]);
    expect(
      await register.admin.query('SELECT account_id, purpose FROM access_log WHERE import_id = $1', [asked.id]),
    ).toEqual([{ account_id: requestedBy, purpose: 'mend' }]);
  });

  it('is what says the same as a petition of the same organisation', async () => {
    const id = await submitPetition(register.api);
    const said = { title: 'Đường vào bản hỏng', content: 'Đường vào bản hỏng từ mùa mưa.' };
    const organisation = 'SL-UBND' as OrganisationCode;

    const found = await imports.likelyDuplicates([
      { line: 2, organisation, ...said },
      { line: 3, organisation, ...said, content: 'Khác.' },
      { line: 4, organisation: 'SL-STC' as OrganisationCode, ...said },
    ]);

    expect(found).toEqual([{ line: 2, petition: { id, number: expect.stringMatching(/^KN-/) } }]);
  });
});

describe('the worker at the door', () => {
  it('lets a row of an import arrive, and nothing else', async () => {
    const id = randomUUID();
    const command = `INSERT INTO commands (id, case_kind, case_id, kind, body_hash, payload, received_at)
      VALUES ('forged', 'petition', $1, 'register', '', '{}', now())`;
    const identity = `INSERT INTO petition_identities (petition_id, sealed) VALUES ($1, '')`;

    for (const statement of [command, identity])
      await expect(register.worker.query(statement, [id])).rejects.toThrow('permission denied');
  });

  it('lets no other command of a petition arrive that waits', async () => {
    const asked = anImport([aRow(2)]);
    await imports.request(asked);
    const [row] = await register.admin.query<{ petition_id: string }[]>(
      'SELECT petition_id FROM petition_import_rows WHERE import_id = $1',
      [asked.id],
    );
    const close = `INSERT INTO commands (id, case_kind, case_id, kind, body_hash, payload, received_at)
      VALUES ('forged', 'petition', $1, 'close', '', '{}', now())`;

    await expect(register.worker.query(close, [row?.petition_id])).rejects.toThrow('permission denied');
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Petition } from '@dialogue/domain';
import { aCommand, aPetition, applied, at } from '@dialogue/testing/builders';

import { createRegister } from '../reads/register.js';
import { anEntry, openRegister, submitPetition, type TestRegister } from '../register.fixture.js';
import { createLedger, type Ledger } from './ledger.js';

describe('the ledger', () => {
  let register: TestRegister;
  let ledger: Ledger;
  let id: string;
  let registered: ReturnType<typeof applied>;

  beforeAll(async () => {
    register = await openRegister();
    ledger = createLedger(register.worker);
  });
  afterAll(async () => register.close());

  beforeEach(async () => {
    id = await submitPetition(register.api);
    registered = applied(aPetition({ id, stage: 'submitted' }), aCommand('register'), at('2026-03-02'));
  });

  async function rowsOf(table: 'case_events' | 'letters' | 'case_memory'): Promise<number> {
    const [row] = await register.admin.query<{ count: number }[]>(`SELECT count(*) FROM ${table} WHERE case_id = $1`, [
      id,
    ]);
    return row?.count ?? -1;
  }

  it('records a transition with its memory, projection and letters', async () => {
    const receipt = await ledger.recordTransition(anEntry(registered, { sequence: 1 }));

    const stored = await ledger.loadCase({ caseKind: 'petition', caseId: id });
    const read = await createRegister(register.api).petition(id);
    expect(receipt).toBe('recorded');
    expect(stored).toMatchObject({
      state: registered.state,
      sequence: 1,
      lastAt: at('2026-03-02'),
      decidedCommandIds: [],
    });
    expect(stored?.recent).toEqual([{ event: 'registered', at: at('2026-03-02'), rule: 'D2.1' }]);
    expect(read).toMatchObject({ stage: 'received', nextDueOn: '2026-03-05', sequence: 1 });
    expect(read?.letters.map(({ kind }) => kind)).toEqual(['registered']);
  });

  it('changes nothing when the same transition is recorded again', async () => {
    await ledger.recordTransition(anEntry(registered, { sequence: 1 }));

    const again = await ledger.recordTransition(anEntry(registered, { sequence: 1 }));

    expect(again).toBe('recorded');
    expect([await rowsOf('case_events'), await rowsOf('letters')]).toEqual([1, 1]);
  });

  it('refuses other content in a place that is taken', async () => {
    await ledger.recordTransition(anEntry(registered, { sequence: 1 }));

    const other = ledger.recordTransition(anEntry({ ...registered, at: at('2026-03-03') }, { sequence: 1 }));

    await expect(other).rejects.toMatchObject({ name: 'LedgerConflict' });
  });

  it('refuses a sequence that leaves a gap, and writes nothing', async () => {
    await expect(ledger.recordTransition(anEntry(registered, { sequence: 2 }))).rejects.toMatchObject({
      name: 'LedgerGap',
    });

    expect([await rowsOf('case_events'), await rowsOf('letters'), await rowsOf('case_memory')]).toEqual([0, 0, 0]);
  });

  it('lets one of two ledgers have a sequence', async () => {
    const other = createLedger(register.admin);
    const others = { ...registered, at: at('2026-03-02', '10:00') };

    const results = await Promise.allSettled([
      ledger.recordTransition(anEntry(registered, { sequence: 1 })),
      other.recordTransition(anEntry(others, { sequence: 1 })),
    ]);

    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect([await rowsOf('case_events'), await rowsOf('letters')]).toEqual([1, 1]);
  });

  it('takes the same transition of two workers once', async () => {
    const entry = anEntry(registered, { sequence: 1 });

    const receipts = await Promise.all([
      ledger.recordTransition(entry),
      createLedger(register.admin).recordTransition(entry),
    ]);

    expect(receipts).toEqual(['recorded', 'recorded']);
    expect(await rowsOf('case_events')).toBe(1);
  });

  it('owes a letter once, though two transitions name its key', async () => {
    await ledger.recordTransition(anEntry(registered, { sequence: 1 }));

    await ledger.recordTransition(anEntry({ ...registered, event: 'again' }, { sequence: 2 }));

    expect(await rowsOf('letters')).toBe(1);
  });

  it('rolls everything back when one part cannot be written', async () => {
    const state: Petition = { ...registered.state, stage: 'nowhere' as Petition['stage'] };

    await expect(ledger.recordTransition(anEntry({ ...registered, state }, { sequence: 1 }))).rejects.toThrow(
      'petitions_stage_known',
    );

    expect([await rowsOf('case_events'), await rowsOf('case_memory'), await rowsOf('letters')]).toEqual([0, 0, 0]);
  });
});

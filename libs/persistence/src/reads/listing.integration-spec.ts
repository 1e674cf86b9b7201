import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { petitionStages, type PetitionStage } from '@dialogue/domain';
import fc from 'fast-check';

import { openRegister, submitPetition, type TestRegister } from '../register.fixture.js';
import { everyPage } from './pages.fixture.js';
import { petitionSorts, type PetitionFilter, type PetitionSort } from './petition-reads.js';
import { createRegister, type Register } from './register.js';

const stages = ['received', 'assigned', 'inProgress', 'closed'] as const satisfies readonly PetitionStage[];

describe('the list of petitions', () => {
  let register: TestRegister;
  let reads: Register;

  beforeAll(async () => {
    register = await openRegister('sample');
    reads = createRegister(register.api);
    for (let number = 0; number < 40; number += 1) await aListed(number);
  });
  afterAll(async () => register.close());

  /** As the ledger would have left it; every third petition owes nothing, and many fall due on one day. */
  async function aListed(number: number): Promise<string> {
    const id = await submitPetition(register.api, { id: randomUUID() });
    const due = number % 3 === 0 ? null : `2026-03-${String(10 + (number % 4)).padStart(2, '0')}`;
    await register.admin.query(
      `INSERT INTO petitions (id, stage, source, is_written_answer_required, last_sequence, next_due_on, next_due_rule, flags)
       VALUES ($1, $2, 'late', false, 1, $3, CASE WHEN $3::date IS NOT NULL THEN 'D11.1c' END, $4)`,
      [id, stages[number % stages.length], due, number % 5 === 0 ? ['overdue', 'breached'] : []],
    );
    return id;
  }

  const filters = fc.record(
    {
      stage: fc.uniqueArray(fc.constantFrom(...stages), { minLength: 1 }),
      flag: fc.uniqueArray(fc.constantFrom('overdue' as const, 'breached' as const), { minLength: 1 }),
      text: fc.constantFrom('duong', 'bản hỏng', 'KN-'),
    },
    { requiredKeys: [] },
  );
  const sorts = fc.constantFrom(...petitionSorts);

  async function ids(filter: PetitionFilter, sort: PetitionSort): Promise<readonly string[]> {
    return (await reads.petitions(filter, { limit: 10_000, sort })).rows.map(({ id }) => id);
  }

  it('D11.3: is the same page by page as in one piece, by any filter and in any order', async () => {
    await fc.assert(
      fc.asyncProperty(filters, sorts, fc.integer({ min: 1, max: 15 }), async (filter, sort, limit) => {
        const turned = await everyPage((page) => reads.petitions(filter, { sort, limit, ...page }));

        expect(turned.map(({ id }) => id)).toEqual(await ids(filter, sort));
      }),
      { numRuns: 40 },
    );
  });

  it('shows whatever was there all the time once, while others come in between', async () => {
    let number = 100;
    await fc.assert(
      fc.asyncProperty(filters, sorts, fc.integer({ min: 3, max: 15 }), async (filter, sort, limit) => {
        const before = await ids(filter, sort);

        const turned = await everyPage(
          (page) => reads.petitions(filter, { sort, limit, ...page }),
          async () => {
            await aListed((number += 1));
          },
        );

        const seen = turned.map(({ id }) => id);
        expect(new Set(seen).size).toBe(seen.length);
        expect(seen.filter((id) => before.includes(id))).toEqual(before);
      }),
      { numRuns: 10 },
    );
  });

  it('D11.3: is counted by stage, flag and body as it is listed, whatever is asked', async () => {
    await fc.assert(
      fc.asyncProperty(filters, async (filter) => {
        const { rows } = await reads.petitions(filter, { limit: 10_000, sort: 'number' });

        const counts = await reads.petitionCounts(filter);

        const many = (has: (row: (typeof rows)[number]) => boolean): number => rows.filter(has).length;
        expect(counts).toMatchObject({ total: rows.length, overdue: many(({ flags }) => flags.includes('overdue')) });
        for (const stage of petitionStages) expect(counts.byStage[stage] ?? 0).toBe(many((row) => row.stage === stage));
        for (const flag of ['overdue', 'breached'] as const)
          expect(counts.byFlag[flag] ?? 0).toBe(many(({ flags }) => flags.includes(flag)));
        expect(counts.byAgency).toEqual([]);
        expect(counts.byOrganisation.map(({ code, count }) => [code, count])).toEqual(
          rows.length === 0 ? [] : [['SL-UBND', rows.length]],
        );
      }),
      { numRuns: 20 },
    );
  });

  it('orders what falls due first before what falls due later, and what owes nothing last', async () => {
    const { rows } = await reads.petitions({}, { limit: 10_000, sort: 'due' });

    const days = rows.map(({ nextDueOn }) => nextDueOn ?? 'nothing');
    expect(days).toEqual(days.toSorted());
    expect(days.at(-1)).toBe('nothing');
  });

  describe('is searched', () => {
    const found = async (text: string): Promise<number> => (await ids({ text }, 'newest')).length;

    it.each(['từ  mùa\nmưa', 'TU MUA MUA', 'kn-20', 'bản hỏng Đường vào'])(
      'by words that stand together, with or without marks: %s',
      async (text) => {
        expect(await found(text)).toBeGreaterThanOrEqual(40);
      },
    );

    it.each(['mưa đường', '%', '_', '\\', "'", 'đường%bản', '\uFF05'])('and takes %s for what it is', async (text) => {
      expect(await found(text)).toBe(0);
    });

    it('D11.1d: but not in what is sealed', async () => {
      expect(await found('sealed')).toBe(0);
    });
  });

  it('is empty, and counts nothing, for whoever may see nothing', async () => {
    expect(await reads.petitions({ scope: [] }, { limit: 10, sort: 'newest' })).toEqual({ rows: [], next: null });
    expect(await reads.petitionCounts({ scope: [] })).toEqual({
      ...{ total: 0, overdue: 0, byStage: {}, byFlag: {}, byAgency: [], byOrganisation: [] },
    });
  });
});

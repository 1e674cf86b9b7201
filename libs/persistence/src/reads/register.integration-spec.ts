import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { localDate, type PetitionStage } from '@dialogue/domain';
import { anOrganisation, applied, aCommand, at, elapsed } from '@dialogue/testing/builders';

import { createLedger } from '../ledger/ledger.js';
import { anEntry, openRegister, recordUntil, submitPetition, type TestRegister } from '../register.fixture.js';
import type { OrganisationCounts } from './organisation-reads.js';
import { everyPage } from './pages.fixture.js';
import { createRegister, type Register } from './register.js';

describe('the register', () => {
  let register: TestRegister;
  let reads: Register;
  const ids: Partial<Record<PetitionStage | 'overdue' | 'late', string>> = {};

  beforeAll(async () => {
    register = await openRegister('sample');
    reads = createRegister(register.api);
    for (const stage of ['received', 'inProgress', 'answered', 'closed'] as const) {
      ids[stage] = await submitPetition(register.api);
      await recordUntil(register.worker, { id: ids[stage], stage });
    }
    ids.overdue = await overdue(false);
    ids.late = await overdue(true);
    ids.submitted = await submitPetition(register.api, {
      organisation: anOrganisation('SL-HDND'),
      leadOffice: anOrganisation('SL-VPDBQHHDND'),
    });
  });
  afterAll(async () => register.close());

  /** The limit has passed; and perhaps the answer came after it. */
  async function overdue(isAnswered: boolean): Promise<string> {
    const ledger = createLedger(register.worker);
    const id = await submitPetition(register.api);
    let { state, sequence } = await recordUntil(register.worker, { id, stage: 'inProgress' });
    const late = (): ReturnType<typeof applied> => applied(state, aCommand('answer'), at('2026-03-30'));
    const missed = elapsed(state, at('2026-03-27', '00:00'));
    for (const transition of missed) {
      await ledger.recordTransition(anEntry(transition, { sequence: ++sequence }));
      state = transition.state;
    }
    if (isAnswered) await ledger.recordTransition(anEntry(late(), { sequence: sequence + 1 }));
    return id;
  }

  describe('lists petitions', () => {
    const listed = async (filter: Parameters<Register['petitions']>[0]): Promise<readonly string[]> =>
      (await reads.petitions(filter, { limit: 50, sort: 'newest' })).rows.map(({ id }) => id);

    it.each([
      ['by stage', { stage: ['inProgress'] }, ['overdue', 'inProgress']],
      ['before their workflow has taken them', { stage: ['submitted'] }, ['submitted']],
      ['by agency', { agency: ['SL-STC'], stage: ['closed'] }, ['closed']],
      ['by several stages', { stage: ['closed', 'received'] }, ['closed', 'received']],
      ['by organisations', { organisations: ['SL-HDND', 'SL-SYT'] }, ['submitted']],
      ['by host', { host: 'SL-HDND' }, ['submitted']],
      ['by flag', { flag: ['breached'] }, ['late', 'overdue']],
      ['by all of several flags', { flag: ['breached', 'overdue'] }, ['overdue']],
      ['by field', { field: ['publicOrder'] }, []],
      ['by the conference they belong to', { conference: randomUUID() }, []],
      ['by the post that hosts their conference', { hostPost: ['committeeChair'] }, []],
      ['by what falls due', { dueTo: localDate('2026-03-05') }, ['received']],
      [
        'by what falls due within days',
        { dueFrom: localDate('2026-03-06'), dueTo: localDate('2026-03-26') },
        ['inProgress', 'answered', 'overdue'],
      ],
      ['by their day of receipt', { receivedTo: localDate('2026-01-01') }, []],
      ['within a scope of agencies', { scope: ['SL-STC'], stage: ['closed'] }, ['closed']],
      ['within a scope of lead offices', { scope: ['SL-VPDBQHHDND'] }, ['submitted']],
      ['not outside of a scope', { scope: ['SL-SYT'] }, []],
      ['not for an empty scope', { scope: [] }, []],
    ] as const)('%s', async (_way, filter, expected) => {
      expect(new Set(await listed(filter))).toEqual(new Set(expected.map((name) => ids[name])));
    });

    it('by words of their title, with or without marks', async () => {
      expect(await listed({ text: 'DUONG VAO BAN' })).toHaveLength(7);
      expect(await listed({ text: 'đường vào' })).toHaveLength(7);
      expect(await listed({ text: 'cầu' })).toEqual([]);
    });

    it('page by page, each once, newest first', async () => {
      const seen = (await everyPage((page) => reads.petitions({}, { sort: 'newest', limit: 3, ...page }))).map(
        ({ id }) => id,
      );

      expect(seen).toEqual(await listed({}));
      expect(new Set(seen).size).toBe(7);
    });
  });

  describe('counts', () => {
    it('D11.1c: received, in time, late, overdue, resolved per agency', async () => {
      const counts = await reads.countsByOrganisation({ by: 'agency' });

      const finance: Partial<OrganisationCounts> = {
        code: anOrganisation('SL-STC'),
        received: 5,
        answeredInTime: 2,
        answeredLate: 1,
        overdue: 1,
        breached: 2,
        resolved: 1,
      };
      expect(counts).toMatchObject([finance]);
    });

    it('per organisation whose head was asked, each petition once', async () => {
      const counts = await reads.countsByOrganisation({ by: 'organisation' });

      expect(counts.map(({ code, received, resolved }) => [code, received, resolved])).toEqual([
        ['SL-HDND', 1, 0],
        ['SL-UBND', 6, 1],
      ]);
    });

    it('within days and codes', async () => {
      expect(await reads.countsByOrganisation({ by: 'agency', from: localDate('2026-03-05') })).toEqual([]);
      expect(
        await reads.countsByOrganisation({ by: 'agency', until: localDate('2026-03-04'), organisations: ['SL-STC'] }),
      ).toHaveLength(1);
      expect(await reads.countsByOrganisation({ by: 'agency', organisations: ['SL-SYT'] })).toEqual([]);
    });
  });

  it('knows what a permission check needs', async () => {
    expect(await reads.petitionScope(ids.closed ?? '')).toMatchObject({
      stage: 'closed',
      organisation: 'SL-UBND',
      leadOffice: 'SL-VPUBND',
      agencies: ['SL-STC'],
    });
    expect(await reads.petitionScope(ids.submitted ?? '')).toMatchObject({
      stage: 'submitted',
      sequence: 0,
      agency: null,
      agencies: [],
    });
    expect(await reads.petitionScope(randomUUID())).toBeNull();
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { localDate } from '@dialogue/domain';
import { at } from '@dialogue/testing/builders';

import { createFeeds } from '../feeds/feeds.js';
import { anEntry, openRegister, recordUntil, submitPetition, type TestRegister } from '../register.fixture.js';
import { createLedger } from './ledger.js';

describe('a duty in the calendar of an agency', () => {
  let register: TestRegister;

  beforeAll(async () => {
    register = await openRegister();
  });
  afterAll(async () => register.close());

  it('D11.1c: says how often its day has moved and when it changed last, and leaves when it is done', async () => {
    const id = await submitPetition(register.api);
    const { state, sequence } = await recordUntil(register.worker, { id, stage: 'inProgress' });
    const ledger = createLedger(register.worker);
    const feeds = createFeeds(register.api);
    const agency = { kind: 'agency', organisation: { code: state.assignment!.agency, name: 'x' } } as const;
    const owed = async (): Promise<readonly (readonly unknown[])[]> =>
      (await feeds.duties(agency, ['answer']))
        .filter(({ caseId }) => caseId === id)
        .map(({ dueOn, moves, changedAt }) => [dueOn, moves, changedAt]);
    const before = await owed();
    const recorded = (place: number, duties: typeof state.duties, on: string): Promise<unknown> =>
      ledger.recordTransition(
        anEntry(
          { event: 'recounted', at: at(on), rule: 'D11.1c', facts: {}, state: { ...state, duties }, notices: [] },
          { sequence: sequence + place },
        ),
      );

    const moved = state.duties.map((duty) => ({ ...duty, dueOn: localDate('2026-04-01') }));
    await recorded(1, moved, '2026-03-09');
    const once = await owed();
    await recorded(2, moved, '2026-03-10');
    const unchanged = await owed();
    await recorded(3, [], '2026-03-11');

    expect(before).toEqual([['2026-03-26', 0, expect.any(Number)]]);
    expect(once).toEqual([['2026-04-01', 1, at('2026-03-09')]]);
    expect(unchanged).toEqual(once);
    expect(await owed()).toEqual([]);
  });
});

import { randomUUID } from 'node:crypto';

import { describe, expect, it } from '@jest/globals';
import { launchOf, type ReconciledPage, type ReconciliationPlace } from '@dialogue/contracts';

import { pageOf, useStoryServer, type Handle } from './case-stories.fixture.js';

const { server, told } = useStoryServer();
const shift = { daysBack: (text: string): string => text };

interface Told {
  readonly handle: Handle;
  readonly places: readonly ReconciliationPlace[];
  readonly finished: readonly number[];
}

/** Runs a reconciliation to its end, over a register and a Temporal that answer so. */
async function ran(
  answer: (place: ReconciliationPlace, step: number) => ReconciledPage | null,
  isBegun = true,
): Promise<Told> {
  const { env, serve } = server();
  const [places, finished]: [ReconciliationPlace[], number[]] = [[], []];
  serve({
    reconciliation: {
      beginReconciliation: async () => Promise.resolve(isBegun),
      reconcilePage: async ({ phase, after }) =>
        Promise.resolve(answer({ phase, after }, places.push({ phase, after }))),
      finishReconciliation: async ({ looked }) => {
        finished.push(looked);
        return Promise.resolve({ forPeople: 2 });
      },
    },
  });
  const { workflowType, ...launch } = launchOf('reconciliation', randomUUID());
  const handle = await env.client.workflow.start(workflowType, launch);
  told({
    end: async () => {
      await handle.result();
    },
  });
  await handle.result();
  return { handle, places, finished };
}

describe('a reconciliation', () => {
  it('goes from place to place until everything has been looked at, and says what a person must see', async () => {
    const { handle, places, finished } = await ran(({ phase, after }) => {
      if (phase === 'runs') return { looked: 7, found: 1, next: null };
      return {
        looked: 100,
        found: 1,
        next: after === null ? { phase, after: 'petition/9f' } : { phase: 'runs', after: null },
      };
    });

    expect(places).toEqual([
      { phase: 'cases', after: null },
      { phase: 'cases', after: 'petition/9f' },
      { phase: 'runs', after: null },
    ]);
    expect(finished).toEqual([207]);
    const page = await pageOf({ handle, shift });
    expect(page).toContain('Đã xem 207, có vấn đề 3');
    expect(page).toContain('Cần người xem: 2');
  });

  it('carries its place and its counts through ten thousand cases', async () => {
    const pages = 150;
    const { handle, places, finished } = await ran((place, step) => ({
      looked: 100,
      found: 0,
      next: step === pages ? null : { ...place, after: String(step) },
    }));

    expect(places).toHaveLength(pages);
    expect(new Set(places.map(({ after }) => after)).size).toBe(pages);
    expect(finished).toEqual([100 * pages]);
    const { events } = await handle.fetchHistory();
    expect(events?.[0]?.workflowExecutionStartedEventAttributes?.continuedExecutionRunId).not.toBe('');
  });

  it('does nothing while another one is under way', async () => {
    const { handle, places, finished } = await ran(() => null, false);

    expect([...places, ...finished]).toEqual([]);
    expect(await pageOf({ handle, shift })).toContain('một lần đối chiếu khác đang chạy');
  });

  it('stops when another one has taken its place', async () => {
    const { places, finished } = await ran(() => null);

    expect(places).toHaveLength(1);
    expect(finished).toEqual([]);
  });
});

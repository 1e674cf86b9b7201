import { describe, expect, it } from '@jest/globals';
import type { ReconciledPage, ReconciliationPlace } from '@dialogue/contracts';
import type { RegisteredRun } from '@dialogue/domain';

import { anActivityEnvironment } from './activity-environment.fixture.js';
import {
  createReconciliationActivities,
  type ReconciledReference,
  type ReconciledUnit,
  type ReconciliationPorts,
} from './reconciliation.activities.js';

const now = Date.parse('2026-03-26T02:00+07:00');
const hour = 3_600_000;
const inOrder: RegisteredRun = {
  ...{ isBegun: true, canBegin: true, isOver: false, recordedAt: now - hour, nextDueAt: null },
  ...{ stage: 'assigned', waitingSince: null, missedRollout: false },
};

function aCase(id: string, wishes: Partial<RegisteredRun> = {}): ReconciledUnit {
  return { kind: 'petition', id, registered: { ...inOrder, ...wishes } };
}

interface World {
  /** What the register knows. */
  readonly units: readonly ReconciledUnit[];
  /** The cases that run, with the stage that they show. */
  readonly runs: Map<string, string | null>;
  readonly isUnderWay?: boolean;
  /** Happens after the page was read. */
  readonly meanwhile?: () => void;
}

/** Ports over a small world, and what was done to it, in order. */
function over({ units, runs, isUnderWay = true, meanwhile }: World) {
  const done: string[] = [];
  const ports: ReconciliationPorts = {
    now: () => now,
    register: {
      begin: async () => Promise.resolve(true),
      shouldRun: async (phase, after, limit) => {
        const from = units.findIndex(({ id }) => `petition/${id}` === after) + 1;
        const read = phase === 'cases' ? units.slice(from, from + limit) : [];
        meanwhile?.();
        return Promise.resolve(read);
      },
      known: async (references) =>
        Promise.resolve(references.flatMap(({ id }) => units.find((unit) => unit.id === id) ?? [])),
      record: async (_, found) => {
        done.push(...found.map(({ id, finding }) => `record ${id} ${finding}`));
        return Promise.resolve(isUnderWay);
      },
      finish: async () => Promise.resolve(0),
    },
    runs: {
      look: async ({ id }) => {
        const stage = runs.get(id);
        const [status, runId] =
          stage === undefined ? (['missing', null] as const) : (['running', `run of ${id}`] as const);
        return Promise.resolve({ status, runId, stage: stage ?? null, isTaskFailing: false, failingStep: null });
      },
      start: async ({ id }) => {
        runs.set(id, null);
        done.push(`start ${id}`);
        return Promise.resolve();
      },
      end: async ({ id }, runId) => {
        runs.delete(id);
        done.push(`end ${runId}`);
        return Promise.resolve();
      },
      list: async (after, limit) => {
        const items: ReconciledReference[] = [...runs.keys()].toSorted().map((id) => ({ kind: 'petition', id }));
        const from = Number(after ?? 0);
        const next = from + limit < items.length ? String(from + limit) : null;
        return Promise.resolve({ items: items.slice(from, from + limit), next });
      },
    },
  };
  const { reconcilePage } = createReconciliationActivities(ports);
  const page = async (place: ReconciliationPlace): Promise<ReconciledPage | null> =>
    anActivityEnvironment().run(reconcilePage, { reconciliationId: 'r', ...place });
  return { done, page };
}

const beginning = { phase: 'cases', after: null } as const;

describe('a page of a reconciliation', () => {
  it('starts what does not run, after what waits for it was told anew', async () => {
    const { done, page } = over({ units: [aCase('a'), aCase('b')], runs: new Map([['a', 'assigned']]) });

    expect(await page(beginning)).toEqual({ looked: 2, found: 1, next: { phase: 'beginnings', after: null } });
    expect(done).toEqual(['record b runMissing', 'start b']);
  });

  it('changes nothing when it is repeated', async () => {
    const { done, page } = over({ units: [aCase('a')], runs: new Map() });
    await page(beginning);

    expect(await page(beginning)).toMatchObject({ found: 0 });
    expect(done).toHaveLength(2);
  });

  it('ends a run that disagrees before anything is told anew, and starts it from the register', async () => {
    const { done, page } = over({ units: [aCase('a')], runs: new Map([['a', 'inProgress']]) });
    await page(beginning);

    expect(done).toEqual(['end run of a', 'record a stageDiffers', 'start a']);
  });

  it('starts nothing when another reconciliation has taken its place', async () => {
    const { done, page } = over({ units: [aCase('a')], runs: new Map(), isUnderWay: false });

    expect(await page(beginning)).toBeNull();
    expect(done).toEqual(['record a runMissing']);
  });

  it('leaves no case without a run when another reconciliation takes its place while it ends them', async () => {
    const { done, page } = over({ units: [aCase('a')], runs: new Map([['a', 'inProgress']]), isUnderWay: false });

    expect(await page(beginning)).toBeNull();
    expect(done).toEqual(['end run of a', 'record a stageDiffers', 'start a']);
  });

  it('reports no case that has ended while it was looked at', async () => {
    const units = [aCase('a')];
    const { done, page } = over({
      units,
      runs: new Map(),
      meanwhile: () => units.splice(0, 1, aCase('a', { isOver: true })),
    });
    await page(beginning);

    expect(done).toEqual([]);
  });

  it('reports a run of which the register knows nothing, and does not end it', async () => {
    const { done, page } = over({ units: [], runs: new Map([['x', 'assigned']]) });
    const next = await page({ phase: 'runs', after: null });

    expect(next).toEqual({ looked: 1, found: 1, next: null });
    expect(done).toEqual(['record x unknownRun']);
  });

  it('ends and starts again what is over and runs on: its new run ends at once', async () => {
    const { done, page } = over({ units: [aCase('a', { isOver: true })], runs: new Map([['a', 'assigned']]) });
    await page({ phase: 'runs', after: null });

    expect(done).toEqual(['end run of a', 'record a overButRunning', 'start a']);
  });

  it('goes through ten thousand cases, a hundred at a time, each once', async () => {
    const ids = Array.from({ length: 10_000 }, (_, index) => String(index).padStart(5, '0'));
    const { done, page } = over({ units: ids.map((id) => aCase(id)), runs: new Map() });
    let looked = 0;
    for (let place: ReconciliationPlace | null = beginning; place?.phase === 'cases';) {
      const step: ReconciledPage | null = await page(place);
      looked += step?.looked ?? 0;
      place = step?.next ?? null;
    }

    expect(looked).toBe(10_000);
    expect(done.filter((line) => line.startsWith('start '))).toHaveLength(10_000);
  });
});

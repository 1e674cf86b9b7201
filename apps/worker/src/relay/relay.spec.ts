import { describe, expect, it } from '@jest/globals';
import type { Logger } from '@dialogue/observability';
import type { DoorReference, OutboxRow, RelayStore } from '@dialogue/persistence';

import type { CaseSignaller } from './case-signaller.js';
import { createRelay, type Relay } from './relay.js';

function ignore(): void {
  // Not part of the test.
}

/** A relay over fakes. `round` lets one whole round pass, with what the fakes then hold. */
function aRelay(
  wishes: { failing?: readonly string[]; outbox?: RelayStore['claimOutbox']; send?: () => Promise<void> } = {},
) {
  const unsignalled: DoorReference[] = [];
  const undecided: DoorReference[] = [];
  const steps: string[] = [];
  const warnings: string[] = [];
  let listening: { notify: () => void } = { notify: ignore };
  let rounds = 0;
  let onRound = ignore;
  const logger: Logger = { debug: ignore, info: ignore, error: ignore, warn: (message) => warnings.push(message) };
  const signaller: CaseSignaller = {
    sendUnsignalled: async ({ caseId }) => {
      steps.push(`send ${caseId}`);
      if (wishes.failing?.includes(caseId) === true) return Promise.reject(new Error('Temporal is away'));
      return wishes.send?.() ?? Promise.resolve();
    },
    remind: async ({ caseId }) => {
      steps.push(`remind ${caseId}`);
      return Promise.resolve();
    },
    carryOut: async ({ id }) => {
      steps.push(`carry out ${id}`);
      return Promise.resolve();
    },
  };
  const store: RelayStore = {
    claimOutbox: async (limit, handler) => {
      rounds += 1;
      onRound();
      return wishes.outbox?.(limit, handler) ?? Promise.resolve({ sent: 0, failed: 0 });
    },
    casesWithUnsignalledCommands: async () => Promise.resolve(unsignalled),
    casesWithUndecidedCommands: async () => Promise.resolve(undecided),
  };
  const listen = ({ onNotification }: Parameters<Parameters<typeof createRelay>[0]['listen']>[0]) => ({
    start: async () => {
      listening = { notify: () => onNotification('outbox', '') };
      return Promise.resolve();
    },
    stop: async () => Promise.resolve(),
  });
  const relay: Relay = createRelay({ store, signaller, logger, listen });
  return { unsignalled, undecided, steps, warnings, rounds: async (count: number) => until(count) };

  /** Resolves when so many rounds have begun; each notification wakes the relay for the next. */
  async function until(count: number): Promise<void> {
    await new Promise<void>((resolve) => {
      onRound = () => {
        if (rounds >= count) resolve();
        else setImmediate(() => listening.notify());
      };
      void relay.start();
    });
    // The round that began last is finished by the stop.
    await relay.stop();
  }
}

/** Answers all that were asked in one turn together; counts how many that were. */
function aSlowTemporal() {
  let asked = 0;
  const most: number[] = [];
  const send = async (): Promise<void> => {
    asked += 1;
    await new Promise<void>((resolve) => {
      setImmediate(() => {
        if (asked > 0) most.push(asked);
        asked = 0;
        resolve();
      });
    });
  };
  return { underWay: () => asked, most, send };
}

function aCase(caseId: string): DoorReference {
  return { caseKind: 'petition', caseId };
}

function aRow(id: number): OutboxRow {
  const message = { kind: 'startMail', caseKind: 'mail', caseId: `d-${id}` } as const;
  return { id, commandId: `o-${id}`, createdAt: 0, isVirtual: false, attempts: 0, message };
}

describe('the relay', () => {
  it('carries out the outbox, then sends what the API could not, then reminds', async () => {
    const parts = aRelay({
      outbox: async (_limit, handler) => {
        await handler(aRow(1));
        return { sent: 1, failed: 0 };
      },
    });
    parts.unsignalled.push(aCase('a'), aCase('b'));
    parts.undecided.push(aCase('c'));

    await parts.rounds(2);

    expect(parts.steps.slice(0, 4)).toEqual(['carry out 1', 'send a', 'send b', 'remind c']);
  });

  it('reminds once, not with every round', async () => {
    const parts = aRelay();
    parts.undecided.push(aCase('c'));

    await parts.rounds(4);

    expect(parts.steps).toEqual(['remind c']);
  });

  it('does not let one case that cannot be signalled hold back the others', async () => {
    const parts = aRelay({ failing: ['a', 'c'] });
    parts.unsignalled.push(aCase('a'), aCase('b'), aCase('c'), aCase('d'));

    await parts.rounds(2);

    expect(parts.steps.slice(0, 4)).toEqual(['send a', 'send b', 'send c', 'send d']);
    expect(parts.warnings.slice(0, 2)).toEqual(['A case could not be signalled', 'A case could not be signalled']);
  });

  it('leaves the rest for the next round after three failures: Temporal is away', async () => {
    const cases = ['a', 'b', 'c', 'd', 'e'];
    const parts = aRelay({ failing: cases });
    parts.unsignalled.push(...cases.map(aCase));

    await parts.rounds(2);

    expect(parts.steps.slice(0, 3)).toEqual(['send a', 'send b', 'send c']);
    expect(parts.steps).not.toContain('send d');
  });

  it('signals a few cases at a time, none before the first have shown that Temporal is there', async () => {
    const cases = Array.from({ length: 25 }, (_, index) => String(index));
    const { underWay, most, send } = aSlowTemporal();
    const parts = aRelay({ send });
    parts.unsignalled.push(...cases.map(aCase));

    await parts.rounds(2);

    expect(parts.steps.slice(0, 25)).toEqual(cases.map((each) => `send ${each}`));
    expect([most[0], Math.max(...most), underWay()]).toEqual([3, 10, 0]);
  });

  it('goes on with the next round when the register failed in one', async () => {
    let claims = 0;
    const parts = aRelay({
      outbox: async () => {
        claims += 1;
        return claims === 1
          ? Promise.reject(new Error('The register is away'))
          : Promise.resolve({ sent: 0, failed: 0 });
      },
    });
    parts.unsignalled.push(aCase('a'));

    await parts.rounds(3);

    expect(parts.warnings).toEqual(['The relay could not finish its round']);
    expect(parts.steps).toContain('send a');
  });
});

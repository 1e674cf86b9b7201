import { DomainError } from '@dialogue/domain';
import { describe, expect, it } from '@jest/globals';
import type { Arrival, ArrivingCommand, Door, Outcome, StoredCommand } from '@dialogue/persistence';

import { aLogger, unexpected } from '../testing.fixture.js';
import { patience } from '../waits.js';
import { bodyHashOf } from './command-id.js';
import { createDoorService, type CommandRequest, type DoorService } from './door.service.js';

const refused: Outcome = { kind: 'refused', code: 'petition.transition_refused', rule: 'D11.3', at: 0 };
const accepted: Outcome = { kind: 'accepted', sequence: 2, at: 0 };
const request: CommandRequest = {
  ...{
    caseKind: 'petition',
    caseId: 'p1',
    kind: 'accept',
    accountId: 'a1',
    idempotencyKey: 'k1',
    body: { field: 'economy' },
  },
  prepare: () => ({ payload: { kind: 'accept', field: 'economy' }, words: null }),
};

interface World {
  readonly service: DoorService;
  readonly rows: StoredCommand[];
  readonly signalled: string[];
  readonly waits: number[];
}

/** A door in memory, with a Temporal that may be away and a case that decides at once, or never. */
function aWorld(
  given: {
    readonly outcome?: Outcome | null;
    readonly isTemporalAway?: boolean;
    readonly before?: readonly string[];
  } = {},
): World {
  const rows: StoredCommand[] = (given.before ?? []).map((id, index) => stored({ ...arriving, id }, index));
  const signalled: string[] = [];
  const waits: number[] = [];
  const door: Door = {
    arrive(command): Promise<Arrival> {
      const row = stored(command, rows.length);
      rows.push(row);
      return Promise.resolve({ isNew: true, command: row, caseNumber: null });
    },
    unsignalled: () => Promise.resolve(rows.filter(({ signalledAt }) => signalledAt === null)),
    undecided: unexpected,
    markSignalled(ids) {
      for (const [index, row] of rows.entries()) if (ids.includes(row.id)) rows[index] = { ...row, signalledAt: 1 };
      return Promise.resolve();
    },
    outcomeOf: unexpected,
    commandById: (id) => Promise.resolve(rows.find((row) => row.id === id) ?? null),
  };
  const service = createDoorService({
    door,
    outcomes: {
      waitFor(_, timeoutMs) {
        waits.push(timeoutMs);
        return Promise.resolve(given.outcome ?? null);
      },
    },
    signal({ id }) {
      if (given.isTemporalAway === true) return Promise.reject(new Error('UNAVAILABLE'));
      signalled.push(id);
      return Promise.resolve();
    },
    logger: aLogger().logger,
    now: () => 1_000,
    waits: patience,
    sealingKey: { keyId: 'k', key: new Uint8Array(32).fill(3) },
  });
  return { service, rows, signalled, waits };
}

const arriving: ArrivingCommand = {
  ...{
    caseKind: 'petition',
    caseId: 'p1',
    id: 'x',
    kind: 'accept',
    bodyHash: 'h',
    payload: { kind: 'accept' },
    words: null,
  },
  ...{ actorId: 'a1', receivedAt: 0 },
};

function stored(command: ArrivingCommand, arrival: number): StoredCommand {
  return { ...command, arrival, isVirtual: false, signalledAt: null, outcome: null };
}

describe('a command at the door', () => {
  it('is written with the instant at which it came, then signalled, then answered', async () => {
    const { service, rows, signalled } = aWorld({ outcome: accepted });

    const result = await service.submit(request);

    expect(rows).toMatchObject([{ id: result.commandId, receivedAt: 1_000, signalledAt: 1, actorId: 'a1' }]);
    expect(signalled).toEqual([result.commandId]);
    expect(result).toMatchObject({ caseId: 'p1', isDecided: true });
  });

  it('D11.1d: is kept with a mark of its body from which nobody guesses names', async () => {
    const { service, rows } = aWorld({ outcome: accepted });

    await service.submit(request);

    expect(rows[0]?.bodyHash).toMatch(/^k1:[0-9a-f]{64}$/);
    expect(rows[0]?.bodyHash).not.toContain(bodyHashOf(request.body));
  });

  it('goes after those of its case that Temporal has not been told', async () => {
    const { service, signalled } = aWorld({ outcome: accepted, before: ['first', 'second'] });

    const { commandId } = await service.submit(request);

    expect(signalled).toEqual(['first', 'second', commandId]);
  });

  it('that a rule refuses is refused with its code and rule', async () => {
    const { service } = aWorld({ outcome: refused });

    await expect(service.submit(request)).rejects.toMatchObject({
      code: 'petition.transition_refused',
      rule: 'D11.3',
      kind: 'accept',
    });
  });

  it('is pending when nobody decides it in time', async () => {
    expect(await aWorld().service.submit(request)).toMatchObject({ isDecided: false });
  });

  it('is written and left to the relay while Temporal is away, and the person waits less', async () => {
    const { service, rows, waits } = aWorld({ isTemporalAway: true });

    expect(await service.submit(request)).toMatchObject({ isDecided: false });
    expect(rows).toMatchObject([{ signalledAt: null }]);
    expect(waits[0]).toBeLessThanOrEqual(1000);
  });

  it('is not written when it is refused on the way in', async () => {
    const { service, rows } = aWorld();

    await expect(service.submit({ ...request, prepare: () => Promise.reject(new Error('no')) })).rejects.toThrow('no');
    expect(rows).toEqual([]);
  });
});

describe('a command that comes again', () => {
  it('is the same one when it came before bodies were marked with a key, whatever it says', async () => {
    const { service, rows } = aWorld({ outcome: accepted });
    const first = await service.submit(request);
    rows.splice(0, 1, { ...rows[0]!, bodyHash: '' });

    expect(await service.submit({ ...request, prepare: unexpected })).toEqual(first);
  });

  it('under the same key is the same one, and is not looked into again', async () => {
    const { service, rows } = aWorld({ outcome: accepted });
    const first = await service.submit(request);

    const second = await service.submit({ ...request, prepare: unexpected });

    expect(second).toEqual(first);
    expect(rows).toHaveLength(1);
  });

  it('under the same key with another body is refused', async () => {
    const { service, rows } = aWorld({ outcome: accepted });
    await service.submit(request);

    await expect(service.submit({ ...request, body: { field: 'publicOrder' } })).rejects.toEqual(
      new DomainError('command.key_reused'),
    );
    expect(rows).toHaveLength(1);
  });

  it('without a key is another one', async () => {
    const { service, rows } = aWorld({ outcome: accepted });

    await service.submit({ ...request, idempotencyKey: null });
    await service.submit({ ...request, idempotencyKey: null });

    expect(rows).toHaveLength(2);
  });

  it('to begin a petition begins the same one', async () => {
    const begin = { ...request, caseId: null, kind: 'register' };
    const { service } = aWorld({ outcome: accepted });

    expect((await service.submit(begin)).caseId).toBe((await service.submit(begin)).caseId);
  });
});

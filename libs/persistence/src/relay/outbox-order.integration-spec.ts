import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import { openRegister, type TestRegister } from '../register.fixture.js';
import { sqlOf } from '../sql/sql.js';
import { createRelayStore, type OutboxRow, type RelayStore } from './relay-store.js';
import { tellOfDelivery } from './tell-case.js';

describe('the order of the outbox', () => {
  let register: TestRegister;
  let relay: RelayStore;

  beforeAll(async () => {
    register = await openRegister('migrated');
    relay = createRelayStore(register.worker);
  });
  afterAll(async () => register.close());
  beforeEach(async () => register.admin.query('DELETE FROM outbox'));

  async function owe(...caseIds: readonly string[]): Promise<void> {
    for (const caseId of caseIds) {
      const command = { kind: 'noteDelivery', deliveryId: 'd', outcome: 'refused' } as const;
      await tellOfDelivery(sqlOf(register.worker), { caseKind: 'petition', caseId }, command);
    }
  }

  async function drained(): Promise<readonly string[]> {
    const rows: OutboxRow[] = [];
    await relay.claimOutbox(100, async (row) => {
      rows.push(row);
      return Promise.resolve();
    });
    return rows.map(({ message }) => message.caseId);
  }

  /** Their pause is a second: here it lasts until the test ends it. */
  async function keepFailedWaiting(): Promise<void> {
    await register.admin.query(
      `UPDATE outbox SET next_attempt_at = now() + interval '1 hour' WHERE sent_at IS NULL AND attempts > 0`,
    );
  }

  it('D11.3: newer news of a case do not overtake older that wait for their next try', async () => {
    await owe('one', 'one', 'other');
    const fail = async ({ message }: OutboxRow): Promise<void> =>
      message.caseId === 'one' ? Promise.reject(new Error('Temporal is away')) : Promise.resolve();

    const round = await relay.claimOutbox(100, fail);

    await keepFailedWaiting();

    expect(round).toEqual({ sent: 1, failed: 1 });
    expect(await drained()).toEqual([]);
    await register.admin.query('UPDATE outbox SET next_attempt_at = now() WHERE sent_at IS NULL');
    expect([await drained(), await drained(), await drained()]).toEqual([['one'], ['one'], []]);
  });

  it('stops after three failures in a row and leaves the rest as it is', async () => {
    await owe('one', 'two', 'three', 'four', 'five');

    const round = await relay.claimOutbox(100, async () => Promise.reject(new Error('Temporal is away')));

    await keepFailedWaiting();

    expect(round).toEqual({ sent: 0, failed: 3 });
    expect(await drained()).toEqual(['four', 'five']);
  });
});

import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import { createDoor } from '../door/door.js';
import { markVirtual } from '../door/virtual-cases.js';
import { aCommandOf, openRegister, type TestRegister } from '../register.fixture.js';
import { sqlOf } from '../sql/sql.js';
import { createNotificationListener } from './notification-listener.js';
import { createRelayStore, type OutboxRow, type RelayStore } from './relay-store.js';
import { tellOfDelivery } from './tell-case.js';

describe('the relay', () => {
  let register: TestRegister;
  let relay: RelayStore;

  beforeAll(async () => {
    register = await openRegister('migrated');
    relay = createRelayStore(register.worker);
  });
  afterAll(async () => register.close());
  beforeEach(async () => {
    await register.admin.query('DELETE FROM outbox');
    await register.admin.query('DELETE FROM commands');
  });

  async function owe(caseId: string): Promise<void> {
    await tellOfDelivery(
      sqlOf(register.worker),
      { caseKind: 'petition', caseId },
      { kind: 'noteDelivery', deliveryId: 'd', outcome: 'refused' },
    );
  }

  async function drain(store: RelayStore = relay): Promise<readonly OutboxRow[]> {
    const rows: OutboxRow[] = [];
    await store.claimOutbox(100, async (row) => {
      rows.push(row);
      return Promise.resolve();
    });
    return rows;
  }

  it('hands each row on once, oldest first', async () => {
    await owe('one');
    await owe('two');

    const [first, second] = [await drain(), await drain()];

    expect(first.map(({ message }) => message)).toEqual([
      {
        kind: 'signalCase',
        caseKind: 'petition',
        caseId: 'one',
        command: { kind: 'noteDelivery', deliveryId: 'd', outcome: 'refused' },
      },
      {
        kind: 'signalCase',
        caseKind: 'petition',
        caseId: 'two',
        command: { kind: 'noteDelivery', deliveryId: 'd', outcome: 'refused' },
      },
    ]);
    expect(second).toEqual([]);
  });

  it('tries a row that failed later, and lets the others pass', async () => {
    await owe('broken');
    await owe('whole');
    const handler = async ({ message }: OutboxRow): Promise<void> =>
      message.caseId === 'broken' ? Promise.reject(new Error('Temporal is away')) : Promise.resolve();

    const round = await relay.claimOutbox(10, handler);

    const rows = await register.admin.query<object[]>(
      `SELECT attempts, last_error, sent_at IS NULL AS waits, next_attempt_at > created_at + interval '900 milliseconds' AS later FROM outbox WHERE case_id = 'broken'`,
    );
    expect(round).toEqual({ sent: 1, failed: 1 });
    expect(rows).toEqual([{ attempts: 1, last_error: 'Temporal is away', waits: true, later: true }]);
    await register.admin.query(`UPDATE outbox SET next_attempt_at = now() WHERE sent_at IS NULL`);
    expect((await drain()).map(({ attempts, message }) => [attempts, message.caseId])).toEqual([[1, 'broken']]);
  });

  it('gives no row to two relays at once, and one under the same command id again', async () => {
    await owe('one');
    const others: (readonly OutboxRow[])[] = [];
    let commandId = '';

    await relay.claimOutbox(10, async (row) => {
      ({ commandId } = row);
      others.push(await drain(createRelayStore(register.worker)));
      throw new Error('killed');
    });
    await register.admin.query(`UPDATE outbox SET next_attempt_at = now()`);

    expect(others).toEqual([[]]);
    expect((await drain()).map((row) => row.commandId)).toEqual([commandId]);
    expect(commandId).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  });

  it('says which cases run in virtual time', async () => {
    await markVirtual(register.admin, { caseKind: 'petition', caseId: 'virtual' });
    await owe('virtual');
    await owe('real');

    expect((await drain()).map(({ isVirtual }) => isVirtual)).toEqual([true, false]);
  });

  it('finds receivers with commands that were not signalled, or not decided', async () => {
    const door = createDoor(register.api);
    const [one, other] = [randomUUID(), randomUUID()];
    await door.arrive(aCommandOf(one));
    const { command } = await door.arrive(aCommandOf(other));
    await door.markSignalled([command.id]);

    expect(await relay.casesWithUnsignalledCommands(10, 0)).toEqual([{ caseKind: 'petition', caseId: one }]);
    expect(await relay.casesWithUndecidedCommands(10, 0)).toEqual([{ caseKind: 'petition', caseId: other }]);
    expect(await relay.casesWithUndecidedCommands(10, 60_000)).toEqual([]);
  });

  it('does not wait for the clock of a door that runs ahead', async () => {
    const id = randomUUID();
    await createDoor(register.api).arrive(aCommandOf(id, { receivedAt: Date.now() + 3_600_000 }));

    expect(await relay.casesWithUnsignalledCommands(10, 2_000)).toEqual([{ caseKind: 'petition', caseId: id }]);
  });

  it('is told of new rows and new commands', async () => {
    const heard: string[] = [];
    let wake = (): void => undefined;
    const both = new Promise<void>((resolve) => (wake = resolve));
    const listener = createNotificationListener(register.worker, {
      channels: ['outbox', 'commands'],
      onNotification: (channel) => {
        heard.push(channel);
        if (heard.length === 2) wake();
      },
    });
    await listener.start();

    await owe('one');
    await createDoor(register.api).arrive(aCommandOf(randomUUID()));
    await both;

    expect(heard).toEqual(['outbox', 'commands']);
    await listener.stop();
  });
});

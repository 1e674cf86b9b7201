import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aPetition, at } from '@dialogue/testing/builders';
import type { DataSource } from 'typeorm';

import { createLedger } from '../ledger/ledger.js';
import { aCommandOf, anEntry, openRegister, submitPetition, type TestRegister } from '../register.fixture.js';
import { createDoor, type Door } from './door.js';
import { createOutcomeListener } from './outcome-listener.js';

/** Once a listener has a connection again. */
async function isListening(admin: DataSource): Promise<void> {
  const [found] = await admin.query<object[]>(
    `SELECT FROM pg_stat_activity WHERE application_name = 'dialogue-listener' AND datname = current_database() AND query LIKE 'LISTEN%'`,
  );
  if (found === undefined) await isListening(admin);
}

describe('waiting for an outcome', () => {
  let register: TestRegister;
  let door: Door;

  beforeAll(async () => {
    register = await openRegister('reference');
    door = createDoor(register.api);
  });
  afterAll(async () => register.close());

  const decide = async (caseId: string, commandId: string): Promise<void> => {
    const state = aPetition({ id: caseId });
    const registered = {
      event: 'registered',
      at: at('2026-03-02'),
      rule: 'D2.1',
      facts: {},
      state,
      notices: [],
    } as const;
    await createLedger(register.worker).recordTransition(anEntry(registered, { sequence: 1, commandId }));
  };

  it('hears of it when it is recorded', async () => {
    const caseId = await submitPetition(register.api);
    const { command } = await door.arrive(aCommandOf(caseId));
    const listener = createOutcomeListener(register.api);
    await listener.start();

    const waiting = listener.waitFor(command.id, 20_000);
    await decide(caseId, command.id);

    expect(await waiting).toEqual({ kind: 'accepted', sequence: 1, at: at('2026-03-02') });
    await listener.stop();
  });

  it('finds one that was recorded before', async () => {
    const caseId = await submitPetition(register.api);
    const { command } = await door.arrive(aCommandOf(caseId));
    await decide(caseId, command.id);
    const listener = createOutcomeListener(register.api);
    await listener.start();

    expect(await listener.waitFor(command.id, 20_000)).toMatchObject({ kind: 'accepted' });
    await listener.stop();
  });

  it('gives up in time', async () => {
    const { command } = await door.arrive(aCommandOf(randomUUID()));
    const listener = createOutcomeListener(register.api);
    await listener.start();

    expect(await listener.waitFor(command.id, 50)).toBeNull();
    await listener.stop();
  });

  it('hears again after its connection was broken', async () => {
    const caseId = await submitPetition(register.api);
    const { command } = await door.arrive(aCommandOf(caseId));
    const listener = createOutcomeListener(register.api);
    await listener.start();
    await register.admin.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'dialogue-listener' AND datname = current_database()`,
    );

    const waiting = listener.waitFor(command.id, 20_000);
    await isListening(register.admin);
    await decide(caseId, command.id);

    expect(await waiting).toMatchObject({ kind: 'accepted' });
    await listener.stop();
  });
});

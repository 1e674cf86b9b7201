import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { aCommand, aPetition, applied, at } from '@dialogue/testing/builders';

import { createDoor } from '../door/door.js';
import { markVirtual } from '../door/virtual-cases.js';
import { aCommandOf, anEntry, openRegister, submitPetition, type TestRegister } from '../register.fixture.js';
import { createLedger, type Ledger } from './ledger.js';

describe('time, while a command waits at the door', () => {
  let register: TestRegister;
  let ledger: Ledger;
  let id: string;

  beforeAll(async () => {
    register = await openRegister();
    ledger = createLedger(register.worker);
  });
  afterAll(async () => register.close());
  beforeEach(async () => {
    id = await submitPetition(register.api);
    // The command that began it has its outcome.
    const [begun] = await createDoor(register.api).unsignalled({ caseKind: 'petition', caseId: id });
    await refuse(begun?.id ?? '');
  });

  async function refuse(commandId: string): Promise<void> {
    const refusal = { code: 'petition.transition_refused', rule: 'D11.3', at: at('2026-03-04') } as const;
    await ledger.recordRefusal({ caseKind: 'petition', caseId: id, commandId, ...refusal });
  }

  /** A transition of 5 March that yields. */
  function anEntryOfTime(): ReturnType<typeof anEntry> {
    const registered = applied(aPetition({ id, stage: 'submitted' }), aCommand('register'), at('2026-03-05'));
    return { ...anEntry(registered, { sequence: 1 }), yields: true };
  }

  it('D11.1c: yields to one that was received before, until it has its outcome', async () => {
    const { command } = await createDoor(register.api).arrive(aCommandOf(id, { receivedAt: at('2026-03-04') }));

    const before = await ledger.recordTransition(anEntryOfTime());
    await refuse(command.id);
    const after = await ledger.recordTransition(anEntryOfTime());

    expect([before, after]).toEqual(['commandWaits', 'recorded']);
  });

  it('D11.1c: does not yield to one that was received after', async () => {
    await createDoor(register.api).arrive(aCommandOf(id, { receivedAt: at('2026-03-06') }));

    expect(await ledger.recordTransition(anEntryOfTime())).toBe('recorded');
  });

  it('does not compare with the clock of the door in virtual time', async () => {
    await markVirtual(register.admin, { caseKind: 'petition', caseId: id });
    await createDoor(register.api).arrive(aCommandOf(id, { receivedAt: at('2026-03-04') }));

    expect(await ledger.recordTransition(anEntryOfTime())).toBe('recorded');
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { aCommand, aPetition, applied, at } from '@dialogue/testing/builders';

import { createAccounts } from '../accounts/accounts.js';
import { createDoor } from '../door/door.js';
import { createRegister } from '../reads/register.js';
import { aCommandOf, anEntry, openRegister, submitPetition, type TestRegister } from '../register.fixture.js';
import { createLedger, type Ledger } from './ledger.js';

describe('the outcome of a command', () => {
  let register: TestRegister;
  let ledger: Ledger;
  let id: string;
  let registered: ReturnType<typeof applied>;

  beforeAll(async () => {
    register = await openRegister();
    ledger = createLedger(register.worker);
  });
  afterAll(async () => register.close());

  beforeEach(async () => {
    id = await submitPetition(register.api);
    registered = applied(aPetition({ id, stage: 'submitted' }), aCommand('register'), at('2026-03-02'));
  });

  it('gives a command its outcome, with the instant that the case passed and the person in the history', async () => {
    const account = await createAccounts(register.admin).create({
      username: `clerk-${id}`,
      passwordHash: 'x',
      role: 'clerk',
      organisationCode: 'SL-VPUBND',
    });
    const door = createDoor(register.api);
    const { command } = await door.arrive(aCommandOf(id, { actorId: account?.id ?? null }));

    await ledger.recordTransition(anEntry(registered, { sequence: 1, commandId: command.id }));

    const read = await createRegister(register.api).petition(id);
    expect(await door.outcomeOf(command.id)).toEqual({ kind: 'accepted', sequence: 1, at: at('2026-03-02') });
    expect(read?.history).toMatchObject([
      { event: 'registered', actor: { username: `clerk-${id}` }, commandId: command.id },
    ]);
    expect((await ledger.loadCase({ caseKind: 'petition', caseId: id }))?.decidedCommandIds).toEqual([command.id]);
  });

  it('carries a command out once, whatever sequence repeats it', async () => {
    const { command } = await createDoor(register.api).arrive(aCommandOf(id));
    await ledger.recordTransition(anEntry(registered, { sequence: 1, commandId: command.id }));
    const accepted = applied(registered.state, aCommand('accept'), at('2026-03-03'));

    const receipt = await ledger.recordTransition(anEntry(accepted, { sequence: 2, commandId: command.id }));

    expect(receipt).toBe('alreadyDecided');
    expect((await createRegister(register.api).petition(id))?.history.length).toBe(1);
  });

  it('knows a command of the system without a row at the door', async () => {
    await ledger.recordTransition(anEntry(registered, { sequence: 1, commandId: `outbox-${id}` }));
    const accepted = applied(registered.state, aCommand('accept'), at('2026-03-03'));

    const receipt = await ledger.recordTransition(anEntry(accepted, { sequence: 2, commandId: `outbox-${id}` }));

    expect(receipt).toBe('alreadyDecided');
    expect((await ledger.loadCase({ caseKind: 'petition', caseId: id }))?.decidedCommandIds).toEqual([`outbox-${id}`]);
  });

  it('records a refusal once, and never over an acceptance', async () => {
    const door = createDoor(register.api);
    const { command: refused } = await door.arrive(aCommandOf(id));
    const { command: accepted } = await door.arrive(aCommandOf(id));
    await ledger.recordTransition(anEntry(registered, { sequence: 1, commandId: accepted.id }));
    const refusal = {
      caseKind: 'petition',
      caseId: id,
      code: 'petition.transition_refused',
      rule: 'D2.1',
      at: at('2026-03-02'),
    } as const;

    const first = await ledger.recordRefusal({ ...refusal, commandId: refused.id });
    const second = await ledger.recordRefusal({ ...refusal, commandId: refused.id });
    const late = await ledger.recordRefusal({ ...refusal, commandId: accepted.id });

    expect([first, second, late]).toEqual(['recorded', 'recorded', 'alreadyDecided']);
    expect(await door.outcomeOf(refused.id)).toMatchObject({
      kind: 'refused',
      code: 'petition.transition_refused',
      rule: 'D2.1',
    });
    expect(await door.outcomeOf(accepted.id)).toMatchObject({ kind: 'accepted' });
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { aCommand, applied, at, elapsed } from '@dialogue/testing/builders';

import { createRegister } from '../reads/register.js';
import { anEntry, openRegister, recordUntil, submitPetition, type TestRegister } from '../register.fixture.js';
import { createLedger, type Ledger } from './ledger.js';

describe('what people read of an assignment', () => {
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
  });

  it('D11.1c: shows what more time was asked for, and until when it was granted', async () => {
    const { state, sequence } = await recordUntil(register.worker, { id, stage: 'inProgress' });
    const asked = applied(state, aCommand('requestExtension'), at('2026-03-20'));
    await ledger.recordTransition(anEntry(asked, { sequence: sequence + 1 }));
    const before = await createRegister(register.api).petition(id);
    const granted = applied(asked.state, aCommand('grantExtension'), at('2026-03-23'));

    await ledger.recordTransition(anEntry(granted, { sequence: sequence + 2 }));

    const after = await createRegister(register.api).petition(id);
    expect(before?.assignments).toMatchObject([
      { extensionWantedOn: '2026-04-09', extendedTo: null, dueOn: '2026-03-26' },
    ]);
    expect(after?.assignments).toMatchObject([
      { extensionWantedOn: null, extendedTo: '2026-04-09', dueOn: '2026-04-09' },
    ]);
    expect(after?.duties.filter(({ doneAt }) => doneAt === null).map(({ kind }) => kind)).toEqual([
      'answer',
      'reportProgress',
    ]);
  });

  it('D11.1b, D11.1c: keeps the breach of a round that was given back', async () => {
    const { state, sequence } = await recordUntil(register.worker, { id, stage: 'inProgress' });
    const missed = elapsed(state, at('2026-03-27', '00:00'));
    for (const [index, transition] of missed.entries())
      await ledger.recordTransition(anEntry(transition, { sequence: sequence + index + 1 }));
    const back = applied(missed.at(-1)?.state ?? state, aCommand('returnAssignment'), at('2026-03-30'));

    await ledger.recordTransition(anEntry(back, { sequence: sequence + missed.length + 1 }));

    const read = await createRegister(register.api).petition(id);
    expect(read).toMatchObject({ stage: 'accepted', agency: null, flags: ['breached'] });
    expect(read?.assignments).toMatchObject([{ breachedOn: '2026-03-26', endedOn: '2026-03-30' }]);
  });
});

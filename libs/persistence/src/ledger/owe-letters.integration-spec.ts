import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Letter } from '@dialogue/domain';
import { anOrganisation, aPetition, at } from '@dialogue/testing/builders';

import { createRegister } from '../reads/register.js';
import { anEntry, openRegister, submitPetition, type TestRegister } from '../register.fixture.js';
import { createLedger } from './ledger.js';

const accepted: Letter = { kind: 'accepted' };

describe('letters that a transition owes', () => {
  let register: TestRegister;

  beforeAll(async () => {
    register = await openRegister('sample');
  });
  afterAll(async () => register.close());

  it('D11.3: an unaddressed letter is marked, and its case hears of it', async () => {
    const id = await submitPetition(register.api);
    const state = aPetition({ id, leadOffice: anOrganisation('SL-BQLKCN') });

    await createLedger(register.worker).recordTransition(
      anEntry(
        {
          event: 'x',
          at: at('2026-03-02'),
          rule: 'D11.3',
          facts: {},
          state,
          notices: [{ key: 'x', letter: accepted, recipients: ['leadOffice', 'petitioner'] }],
        },
        { sequence: 1 },
      ),
    );

    const deliveries = (await createRegister(register.api).petition(id))?.letters[0]?.deliveries;
    const outbox = await register.admin.query<object[]>('SELECT kind, case_id, payload FROM outbox ORDER BY id');
    expect(deliveries).toMatchObject([
      { role: 'leadOffice', state: 'unaddressed', address: null, organisation: { code: 'SL-BQLKCN' } },
      { role: 'petitioner', state: 'queued', address: null },
    ]);
    expect(outbox).toEqual([
      {
        kind: 'signalCase',
        case_id: id,
        payload: { kind: 'noteDelivery', deliveryId: deliveries?.[0]?.id, outcome: 'unaddressed' },
      },
      { kind: 'startMail', case_id: deliveries?.[1]?.id, payload: {} },
    ]);
  });
});

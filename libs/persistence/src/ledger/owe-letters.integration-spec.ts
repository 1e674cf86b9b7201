import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { localDate, type Letter } from '@dialogue/domain';
import { anOrganisation, aPetition, at } from '@dialogue/testing/builders';

import { createContacts } from '../contacts/contacts.js';
import { createDeliveries } from '../deliveries/deliveries.js';
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

    const [letter] = (await createRegister(register.api).petition(id))?.letters ?? [];
    const deliveries = letter?.deliveries;
    const outbox = await register.admin.query<object[]>('SELECT kind, case_id, payload FROM outbox ORDER BY id');
    // Its deadline, had it one, would link to a working on this edition.
    expect(letter?.content).toEqual({ kind: 'accepted', edition: 1 });
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

  it('D11.3: a letter to a body whose posts lead nowhere goes to its desk, and has a body to speak to', async () => {
    const desk = { organisationCode: 'SL-BCHBP', kind: 'desk', email: 'vanthu@bp.example', phone: null } as const;
    await createContacts(register.api).set({ ...desk, from: localDate('2026-01-01') });
    const id = await submitPetition(register.api);
    const state = aPetition({ id, leadOffice: anOrganisation('SL-BCHBP') });

    await createLedger(register.worker).recordTransition(
      anEntry(
        {
          ...{ event: 'x', at: at('2026-03-02'), rule: 'D11.3', facts: {}, state },
          notices: [{ key: 'x', letter: accepted, recipients: ['leadOffice'] }],
        },
        { sequence: 1 },
      ),
    );

    const deliveries = (await createRegister(register.api).petition(id))?.letters[0]?.deliveries;
    expect(deliveries).toMatchObject([{ state: 'queued', address: 'vanthu@bp.example', postTitle: null }]);
    expect(await createDeliveries(register.worker).loadDelivery(deliveries?.[0]?.id ?? '')).toMatchObject({
      recipient: { kind: 'body', address: 'vanthu@bp.example', organisation: { code: 'SL-BCHBP' } },
    });
  });
});

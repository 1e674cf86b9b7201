import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { defaultPetitionTerms, localDate } from '@dialogue/domain';
import { anOrganisation } from '@dialogue/testing/builders';

import { openRegister, submitPetition, type TestRegister } from '../register.fixture.js';
import { createLedger, type Ledger } from './ledger.js';

describe('a petition that its workflow has not taken yet', () => {
  let register: TestRegister;
  let ledger: Ledger;
  let id: string;

  beforeAll(async () => {
    register = await openRegister('reference');
    ledger = createLedger(register.worker);
  });
  afterAll(async () => register.close());
  beforeEach(async () => {
    id = await submitPetition(register.api);
  });

  it('is a submission, and no case before something was recorded', async () => {
    expect(await ledger.loadCase({ caseKind: 'petition', caseId: id })).toBeNull();
    expect(await ledger.loadSubmission(id)).toMatchObject({
      id,
      organisation: 'SL-UBND',
      names: { 'SL-UBND': 'Ủy ban nhân dân tỉnh Sơn La' },
      receivedOn: '2026-03-02',
      terms: null,
    });
  });

  it('D13.1: a submission comes with the terms of its organisation on that day', async () => {
    await register.admin.query(
      `INSERT INTO terms (id, organisation_code, valid_from, petition, reason)
       VALUES (gen_random_uuid(), 'SL-HDND', '2026-01-01', '{"reopeningMonths": 6}', 'x'),
         (gen_random_uuid(), 'SL-HDND', '2026-06-01', '{}', 'x')`,
    );
    const there = await submitPetition(register.api, {
      organisation: anOrganisation('SL-HDND'),
      receivedOn: localDate('2026-03-02'),
    });

    expect((await ledger.loadSubmission(there))?.terms).toEqual({
      ...defaultPetitionTerms,
      version: 'SL-HDND/2026-01-01',
      reopeningMonths: 6,
    });
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { localDate } from '@dialogue/domain';
import { anOrganisation, aPetition } from '@dialogue/testing/builders';

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
    const own = aPetition().terms;
    await register.admin.query(
      `INSERT INTO terms (organisation_code, valid_from, petition) VALUES ('SL-HDND', '2026-01-01', $1), ('SL-HDND', '2026-06-01', '{}')`,
      [JSON.stringify({ ...own, version: 'hdnd' })],
    );
    const there = await submitPetition(register.api, {
      organisation: anOrganisation('SL-HDND'),
      receivedOn: localDate('2026-03-02'),
    });

    expect((await ledger.loadSubmission(there))?.terms).toEqual({ ...own, version: 'hdnd' });
  });
});

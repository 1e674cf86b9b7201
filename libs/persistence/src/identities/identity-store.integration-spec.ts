import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { createAccounts } from '../accounts/accounts.js';
import { openRegister, submitPetition, type TestRegister } from '../register.fixture.js';
import { createIdentityStore } from './identity-store.js';

describe('the identity store', () => {
  let register: TestRegister;

  beforeAll(async () => {
    register = await openRegister('reference');
  });
  afterAll(async () => register.close());

  it('D11.1d: every reading leaves a trace of who read what for which purpose', async () => {
    const id = await submitPetition(register.api);
    const reader = await createAccounts(register.admin).create({
      username: 'reader',
      passwordHash: 'x',
      role: 'admin',
      organisationCode: null,
    });

    const read = await createIdentityStore(register.api).readIdentity(id, reader?.id ?? null, 'read');
    await createIdentityStore(register.worker).readIdentity(id, null, 'letter');

    const log = await register.admin.query<object[]>(
      'SELECT account_id, purpose FROM access_log WHERE petition_id = $1 ORDER BY id',
      [id],
    );
    expect(Buffer.from(read ?? []).toString()).toBe('sealed');
    expect(log).toEqual([
      { account_id: reader?.id, purpose: 'read' },
      { account_id: null, purpose: 'letter' },
    ]);
  });

  it('D11.1d: nobody reads without a name', async () => {
    const id = await submitPetition(register.api);

    await expect(createIdentityStore(register.api).readIdentity(id, null, 'read')).rejects.toThrow(
      'access_log_reader_named',
    );
  });

  it('has nothing for an unknown petition', async () => {
    expect(await createIdentityStore(register.api).readIdentity(randomUUID(), null, 'letter')).toBeNull();
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { openRegister, type TestRegister } from '../register.fixture.js';
import { createAccounts, type Accounts } from './accounts.js';

describe('accounts', () => {
  let register: TestRegister;
  let accounts: Accounts;

  beforeAll(async () => {
    register = await openRegister('reference');
    accounts = createAccounts(register.api);
  });
  afterAll(async () => register.close());

  it('are found by user name in any case of letters', async () => {
    const made = await accounts.create({
      username: 'VanThu',
      passwordHash: 'hash',
      role: 'clerk',
      organisationCode: 'SL-VPUBND',
    });

    expect(await accounts.findByUsername('vanTHU')).toEqual({ ...made, passwordHash: 'hash' });
    expect(made).toMatchObject({ username: 'vanthu', role: 'clerk', organisationCode: 'SL-VPUBND', isActive: true });
  });

  it('have a user name once', async () => {
    await accounts.create({ username: 'once', passwordHash: 'hash', role: 'admin', organisationCode: null });

    expect(
      await accounts.create({ username: 'ONCE', passwordHash: 'other', role: 'admin', organisationCode: null }),
    ).toBeNull();
  });

  it('belong to an organisation unless they are central', async () => {
    const homeless = accounts.create({
      username: 'homeless',
      passwordHash: 'hash',
      role: 'clerk',
      organisationCode: null,
    });

    await expect(homeless).rejects.toThrow('accounts_organisation_unless_central');
  });

  it('change their password and are closed', async () => {
    const made = await accounts.create({
      username: 'changing',
      passwordHash: 'old',
      role: 'auditor',
      organisationCode: null,
    });
    const id = made?.id ?? '';

    await accounts.setPasswordHash(id, 'new');
    await accounts.deactivate(id, id);

    expect(await accounts.findByUsername('changing')).toMatchObject({ passwordHash: 'new', isActive: false });
    expect((await accounts.list()).map(({ username }) => username)).toContain('changing');
    expect(await accounts.findById(id)).not.toHaveProperty('passwordHash');
  });
});

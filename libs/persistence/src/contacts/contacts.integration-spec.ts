import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { localDate } from '@dialogue/domain';

import { behindAnother, openRegister, type TestRegister } from '../register.fixture.js';
import { createContacts, type Contacts, type ContactSet, type NewContact } from './contacts.js';

describe('addresses of bodies', () => {
  let register: TestRegister;
  let contacts: Contacts;

  beforeAll(async () => {
    register = await openRegister('reference');
    contacts = createContacts(register.api);
  });
  afterAll(async () => register.close());

  async function set(organisationCode: string, from: string, wishes: Partial<NewContact> = {}): Promise<ContactSet> {
    const contact = { organisationCode, kind: 'desk', email: 'mot@sonla.example', phone: null } as const;
    return contacts.set({ ...contact, from: localDate(from), ...wishes });
  }

  async function emailsOf(code: string): Promise<readonly (readonly (string | null)[])[]> {
    return (await contacts.list(code)).map(({ email, validFrom, validTo }) => [email, validFrom, validTo]);
  }

  it('follow each other from day to day, and what was once true stays', async () => {
    await set('SL-STC', '2025-03-01');
    await set('SL-STC', '2026-01-01', { email: 'hai@sonla.example' });

    expect(await emailsOf('SL-STC')).toEqual([
      ['mot@sonla.example', '2025-03-01', '2025-12-31'],
      ['hai@sonla.example', '2026-01-01', null],
    ]);
    expect(await contacts.list('SL-STC', localDate('2025-12-31'))).toMatchObject([{ email: 'mot@sonla.example' }]);
  });

  it('of several kinds stand beside each other', async () => {
    await set('SL-SNV', '2025-03-01');
    await set('SL-SNV', '2025-03-01', { kind: 'head', email: 'thutruong@sonla.example' });

    expect((await contacts.list('SL-SNV')).map(({ kind }) => kind)).toEqual(['desk', 'head']);
  });

  it('set again are unchanged; from their own first day they are corrected', async () => {
    await set('SL-SYT', '2025-03-01');

    expect(await set('SL-SYT', '2026-01-01')).toBe('unchanged');
    expect(await set('SL-SYT', '2025-03-01', { email: 'sua@sonla.example' })).toBe('set');
    expect(await emailsOf('SL-SYT')).toEqual([['sua@sonla.example', '2025-03-01', null]]);
  });

  it('end when there is none any more, and may begin again', async () => {
    const none = { email: null, phone: null };
    await set('SL-STP', '2025-03-01');

    expect(await set('SL-STP', '2025-03-01', none)).toBe('beginsThatDay');
    expect(await set('SL-STP', '2025-06-01', none)).toBe('set');
    expect(await set('SL-STP', '2025-07-01', none)).toBe('unchanged');
    expect(await set('SL-STP', '2026-01-01')).toBe('set');
    expect(await emailsOf('SL-STP')).toEqual([
      ['mot@sonla.example', '2025-03-01', '2025-05-31'],
      ['mot@sonla.example', '2026-01-01', null],
    ]);
  });

  it('are not written over by one from an earlier day', async () => {
    await set('SL-SXD', '2026-01-01');

    expect(await set('SL-SXD', '2025-06-01', { email: 'hai@sonla.example' })).toBe('laterKnown');
  });

  it('that two set together make one', async () => {
    const setting = [
      `SELECT FROM organisations WHERE code = 'SL-SCT' FOR UPDATE`,
      `INSERT INTO organisation_contacts (id, organisation_code, kind, email, valid_from)
       VALUES (gen_random_uuid(), 'SL-SCT', 'desk', 'mot@sonla.example', '2026-01-01')`,
    ];

    expect(await behindAnother(register.admin, setting, async () => set('SL-SCT', '2026-01-01'))).toBe('unchanged');
    expect(await emailsOf('SL-SCT')).toHaveLength(1);
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { localDate, type RecipientRole } from '@dialogue/domain';
import { anOrganisation } from '@dialogue/testing/builders';

import { createContacts, type NewContact } from '../contacts/contacts.js';
import { appoint, openRegister, type TestRegister } from '../register.fixture.js';
import { sqlOf } from '../sql/sql.js';
import { resolveRecipients } from './recipients.js';

describe('recipients of bodies whose posts lead nowhere', () => {
  let register: TestRegister;

  beforeAll(async () => {
    register = await openRegister('reference');
    await set('SL-SYT', 'desk', 'vanthu@syt.example');
    await set('SL-SYT', 'handler', 'xuly@syt.example');
    await set('SL-STC', 'desk', 'vanthu@stc.example');
    const director = {
      organisationCode: 'SL-STC',
      kind: 'departmentHead',
      title: 'Giám đốc',
      validFrom: null,
    } as const;
    await appoint(register.admin, director, { email: 'giamdoc@stc.example', validFrom: localDate('2026-01-01') });
    await register.admin.query(
      `INSERT INTO report_lines (organisation_code, kind, to_code) VALUES ('SL-SXD', 'resultTo', 'SL-SYT') ON CONFLICT DO NOTHING`,
    );
  });
  afterAll(async () => register.close());

  async function set(organisationCode: string, kind: NewContact['kind'], email: string): Promise<void> {
    const from = localDate('2025-03-01');
    await createContacts(register.api).set({ organisationCode, kind, email, phone: null, from });
  }

  async function addresses(role: RecipientRole, on: string, agency = 'SL-SYT'): Promise<readonly (string | null)[]> {
    const organisation = anOrganisation('SL-SXD');
    const found = await resolveRecipients(sqlOf(register.worker), {
      letter: { kind: 'accepted' },
      roles: [role],
      parties: { organisation, leadOffice: organisation, agency: anOrganisation(agency), isReachableByMail: false },
      on: localDate(on),
    });
    return found.map(({ addressee }) => addressee?.address ?? null);
  }

  it.each([
    ['handler', 'xuly@syt.example', 'its own address of that kind'],
    ['agencyHead', 'vanthu@syt.example', 'its desk while there is no address of its head'],
    ['resultAddressee', 'vanthu@syt.example', 'what is sent to a body goes to its desk'],
  ] as const)('D11.1c, D11.3: the %s is reached at %s (%s)', async (role, address, _reason) => {
    expect(await addresses(role, '2026-03-02')).toContain(address);
  });

  it('D11.3: stay visible before the body has an address', async () => {
    expect(await addresses('handler', '2025-02-28')).toEqual([null]);
  });

  it.each([
    ['2025-12-31', 'vanthu@stc.example'],
    ['2026-01-01', 'giamdoc@stc.example'],
  ])('D1: on %s, whoever holds a post with an address comes first: %s', async (on, address) => {
    expect(await addresses('agencyHead', on, 'SL-STC')).toEqual([address]);
  });
});

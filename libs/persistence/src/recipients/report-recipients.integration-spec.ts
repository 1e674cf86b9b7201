import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { localDate, type PostKind, type RecipientRole } from '@dialogue/domain';
import { anOrganisation } from '@dialogue/testing/builders';

import { appoint, openRegister, type TestRegister } from '../register.fixture.js';
import { sqlOf } from '../sql/sql.js';
import { resolveRecipients } from './recipients.js';

describe('recipients along the lines of reporting', () => {
  let register: TestRegister;

  beforeAll(async () => {
    register = await openRegister('reference');
    await register.admin.query(`DELETE FROM report_lines WHERE organisation_code = 'SL-STP'`);
    await register.admin.query(
      `INSERT INTO report_lines (organisation_code, kind, to_code) VALUES
         ('SL-STP', 'reportTo', 'SL-UBND'), ('SL-STP', 'reportTo', 'SL-SYT'), ('SL-STP', 'copyTo', 'SL-BDV'),
         ('SL-STP', 'copyTo', 'SL-MTTQ'), ('SL-STP', 'copyTo', 'SL-BTGDV')`,
    );
    await holder('SL-UBND', 'committeeChair', 'chutich');
    await holder('SL-BTGDV', 'handler', 'btgdv');
    await holder('SL-MTTQ', 'clerk', 'mttq');
  });
  afterAll(async () => register.close());

  async function holder(organisationCode: string, kind: PostKind, name: string): Promise<void> {
    const post = { organisationCode, kind, title: 'Chức danh', validFrom: null };
    await appoint(register.admin, post, { email: `${name}@sonla.example`, validFrom: localDate('2019-01-01') });
  }

  async function addresses(role: RecipientRole, organisation = 'SL-STP'): Promise<readonly (string | null)[]> {
    const code = anOrganisation(organisation);
    const found = await resolveRecipients(sqlOf(register.worker), {
      letter: { kind: 'accepted' },
      roles: [role],
      parties: { organisation: code, leadOffice: code, agency: null, isReachableByMail: false },
      on: localDate('2026-03-02'),
    });
    return found.map(({ addressee }) => addressee?.address ?? null);
  }

  it('D14.1: a report goes to several bodies, and one that leads to nobody stays visible', async () => {
    expect(await addresses('reportAddressee')).toEqual([null, 'chutich@sonla.example']);
  });

  it('D14.1: each copy follows its body to the successor, and one body gets one', async () => {
    expect(await addresses('reportCopy')).toEqual(['btgdv@sonla.example', 'mttq@sonla.example']);
  });

  it('D8.2b, D11.2b: results without anybody to go to stay visible', async () => {
    expect(await addresses('resultAddressee')).toEqual([null]);
  });
});

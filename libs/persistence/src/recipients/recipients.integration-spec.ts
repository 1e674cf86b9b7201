import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { localDate, type Letter, type LocalDate, type PostKind, type RecipientRole } from '@dialogue/domain';
import { anOrganisation } from '@dialogue/testing/builders';

import { appoint, openRegister, type TestRegister } from '../register.fixture.js';
import { sqlOf } from '../sql/sql.js';
import { resolveRecipients } from './recipients.js';

const accepted: Letter = { kind: 'accepted' };

describe('recipients', () => {
  let register: TestRegister;

  beforeAll(async () => {
    register = await openRegister('reference');
    await holder('SL-BDV', 'handler', 'bdv');
    await holder('SL-BTGDV', 'handler', 'btgdv', { validFrom: '2025-03-01' });
    await holder('SL-SNNPTNT', 'departmentHead', 'snnptnt');
    await holder('SL-SNNMT', 'departmentHead', 'snnmt', { validFrom: '2025-03-01', isActing: true });
    await holder('SL-MTTQ', 'clerk', 'mttq');
    await holder('SL-UBND', 'committeeChair', 'chutich');
    await holder('SL-VPUBND', 'officeHead', 'vpubnd');
    await holder('SL-STC', 'departmentHead', 'stc', { validFrom: '2025-03-01' });
    await holder('03646', 'committeeChair', 'tohieu', { validFrom: '2025-07-01' });
    await holder('SL-STP', 'departmentHead', 'stp-cu', { validTo: '2026-03-01' });
    await holder('SL-STP', 'departmentHead', 'stp-moi', { validFrom: '2026-03-02', title: 'Giám đốc mới' });
    await holder('SL-STP', 'handler', null);
  });
  afterAll(async () => register.close());

  async function holder(
    organisationCode: string,
    kind: PostKind,
    name: string | null,
    {
      validFrom = '2019-01-01',
      title = 'Chức danh',
      ...rest
    }: { validFrom?: string; validTo?: string; isActing?: boolean; title?: string } = {},
  ): Promise<void> {
    const email = name === null ? null : `${name}@sonla.example`;
    await appoint(
      register.admin,
      { organisationCode, kind, title, validFrom: null },
      { email, validFrom: localDate(validFrom), ...rest },
    );
  }

  async function addresses(
    roles: readonly RecipientRole[],
    on: string,
    {
      agency,
      organisation = 'SL-UBND',
      letter = accepted,
    }: { agency?: string; organisation?: string; letter?: Letter } = {},
  ): Promise<readonly (string | null)[]> {
    const parties = {
      organisation: anOrganisation(organisation),
      leadOffice: anOrganisation('SL-VPUBND'),
      agency: agency === undefined ? null : anOrganisation(agency),
      isReachableByMail: true,
    };
    const found = await resolveRecipients(sqlOf(register.worker), {
      letter,
      roles,
      parties,
      on: localDate(on),
    });
    return found.map(({ addressee }) => addressee?.address ?? null);
  }

  it.each([
    ['the last day of the Mass Mobilisation Board', '2025-02-28', 'bdv@sonla.example'],
    ['the first day of its successor', '2025-03-01', 'btgdv@sonla.example'],
  ])('D11.3: the monitor on %s', async (_reason, on, address) => {
    expect(await addresses(['monitor'], on)).toEqual([address]);
  });

  it.each([
    ['before the merger', '2025-02-28', 'snnptnt@sonla.example'],
    ['after it, to whoever is in charge of the successor', '2025-03-01', 'snnmt@sonla.example'],
  ])('D1: the head of an agency that was merged, %s', async (_reason, on, address) => {
    expect(await addresses(['agencyHead'], on, { agency: 'SL-SNNPTNT' })).toEqual([address]);
  });

  it.each([
    ['2026-03-01', 'stp-cu@sonla.example'],
    ['2026-03-02', 'stp-moi@sonla.example'],
  ])('D1: who holds the post on %s', async (on, address) => {
    expect(await addresses(['agencyHead'], on, { agency: 'SL-STP' })).toEqual([address]);
  });

  it('D10.1a: the host is the head of the organisation that was asked', async () => {
    expect(await addresses(['host'], '2026-03-02')).toEqual(['chutich@sonla.example']);
  });

  it('D11.1b: the Front gets its copy', async () => {
    expect(await addresses(['front'], '2026-03-02')).toEqual(['mttq@sonla.example']);
  });

  it('D11.3: the superior of a commune since 1 July 2025 is the province, answered for by its committee', async () => {
    expect(await addresses(['superior'], '2026-03-02', { agency: '03646' })).toEqual(['chutich@sonla.example']);
  });

  it('D11.1c: passes over a handler without an address to the head', async () => {
    expect(await addresses(['handler'], '2026-03-02', { agency: 'SL-STP' })).toEqual(['stp-moi@sonla.example']);
  });

  it('one address gets a letter once, whatever roles lead to it', async () => {
    expect(await addresses(['handler', 'agencyHead'], '2026-03-02', { agency: 'SL-STC' })).toEqual([
      'stc@sonla.example',
    ]);
  });

  it('the agency is the one that the letter names', async () => {
    const letter: Letter = { kind: 'dutyEnded', agency: anOrganisation('SL-STC'), because: 'withdrawn' };

    expect(await addresses(['agencyHead'], '2026-03-02', { agency: 'SL-STP', letter })).toEqual(['stc@sonla.example']);
  });

  it('a role that leads to nobody stays visible', async () => {
    expect(await addresses(['handler'], '2026-03-02', { agency: 'SL-SYT' })).toEqual([null]);
  });

  it('a petitioner who cannot be reached by mail gets no delivery', async () => {
    const [organisation, leadOffice] = [anOrganisation('SL-UBND'), anOrganisation('SL-VPUBND')];
    const parties = { organisation, leadOffice, agency: null, isReachableByMail: false };
    const on: LocalDate = localDate('2026-03-02');

    expect(
      await resolveRecipients(sqlOf(register.worker), { letter: accepted, roles: ['petitioner'], parties, on }),
    ).toEqual([]);
  });
});

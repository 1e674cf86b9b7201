import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, dateAt, defaultPetitionTerms, localDate, type LocalDate } from '@dialogue/domain';
import { anOrganisation } from '@dialogue/testing/builders';

import { createAccounts } from '../accounts/accounts.js';
import { createRegister, type Register } from '../reads/register.js';
import { openRegister, type TestRegister } from '../register.fixture.js';
import { createLocalTerms, type LocalTerms, type NewTerms, type TermsVersion } from './local-terms.js';

const today = dateAt(Date.now());
const tomorrow = addDays(today, 1);
const nextYear = addDays(today, 365);

let register: TestRegister;
let terms: LocalTerms;
let reads: Register;
let admin: string;

beforeAll(async () => {
  register = await openRegister('sample');
  terms = createLocalTerms(register.api);
  reads = createRegister(register.api);
  const account = { username: 'quan.tri', passwordHash: 'x', role: 'admin', organisationCode: null } as const;
  admin = (await createAccounts(register.admin).create(account))?.id ?? '';
});
afterAll(async () => register.close());

function written(organisation: string, changes: Partial<NewTerms> = {}): NewTerms {
  return {
    organisation: anOrganisation(organisation),
    validFrom: tomorrow,
    overrides: { petition: { duties: { answer: { workingDays: 10 } } } },
    legalBasis: null,
    reason: 'Cụ thể hóa Quy định cho xã.',
    recordedBy: admin,
    ...changes,
  };
}

async function recorded(wanted: NewTerms): Promise<TermsVersion> {
  const version = await terms.record(wanted);
  if (version === 'dayTaken') throw new Error('Others hold from that day on');
  return version;
}

async function answerDays(organisation: string, on: LocalDate): Promise<number | undefined> {
  const found = await reads.termsInForce('petition', { organisation: anOrganisation(organisation), on });
  return found?.terms.duties.answer.workingDays;
}

describe('local terms', () => {
  it('D13.1: hold from their day on, and keep what they differ in', async () => {
    const legalBasis = { number: '15-QĐ/ĐU', signedOn: localDate('2026-11-02'), issuer: 'Đảng ủy xã' };
    const version = await recorded(written('SL-STP', { legalBasis }));

    expect([await answerDays('SL-STP', today), await answerDays('SL-STP', tomorrow)]).toEqual([undefined, 10]);
    expect(await reads.termsInForce('petition', { organisation: anOrganisation('SL-STP'), on: nextYear })).toEqual({
      terms: {
        ...defaultPetitionTerms,
        version: `SL-STP/${tomorrow}`,
        duties: { ...defaultPetitionTerms.duties, answer: { ...defaultPetitionTerms.duties.answer, workingDays: 10 } },
      },
      ...{ versionId: version.id, validFrom: tomorrow, setBy: { code: 'SL-STP', name: 'Sở Tư pháp' } },
    });
    expect(await terms.versions(anOrganisation('SL-STP'))).toEqual([
      {
        ...written('SL-STP', { legalBasis }),
        ...{ id: version.id, recordedBy: 'quan.tri', recordedAt: expect.any(Number), withdrawal: null },
      },
    ]);
  });

  it('D13.1: name whose holders may host besides those of the regulation, in their body and from their day on', async () => {
    await recorded(written('SL-VPUBND', { overrides: { conference: { hostKinds: ['officeHead'] } } }));
    const hosts = async (on: LocalDate) => (await reads.hostPosts('SL-VPUBND', on)).map(({ kind }) => kind);

    expect([await hosts(today), await hosts(tomorrow)]).toEqual([[], ['officeHead']]);
  });

  it('D13.1: of a kind of case stay when later ones speak of another', async () => {
    await recorded(written('SL-SCT'));
    await recorded(written('SL-SCT', { validFrom: nextYear, overrides: { report: { upwardsWorkingDays: 8 } } }));

    expect(await answerDays('SL-SCT', nextYear)).toBe(10);
  });

  it('D13.1: go back to the defaults when they name nothing', async () => {
    await recorded(written('SL-SYT'));
    await recorded(written('SL-SYT', { validFrom: nextYear, overrides: { petition: {} } }));

    expect([await answerDays('SL-SYT', tomorrow), await answerDays('SL-SYT', nextYear)]).toEqual([10, 15]);
  });

  it('are one version however often they are written, and no other from the same day', async () => {
    const first = await recorded(written('SL-SXD'));

    expect((await recorded(written('SL-SXD'))).id).toBe(first.id);
    expect(await terms.record(written('SL-SXD', { reason: 'Khác.' }))).toBe('dayTaken');
    expect(await terms.versions(anOrganisation('SL-SXD'))).toHaveLength(1);
  });

  it('are written once when two write them together', async () => {
    const both = await Promise.all([recorded(written('SL-SNV')), recorded(written('SL-SNV'))]);

    expect(both[0].id).toBe(both[1].id);
  });
});

describe('local terms of a body above', () => {
  it('D13.1: apply to bodies of its area that have set none, and to no others', async () => {
    await recorded(written('03703'));
    await recorded(written('03703-PVHXH', { overrides: { petition: { duties: { answer: { workingDays: 7 } } } } }));

    expect([
      await answerDays('03703-PKT', tomorrow),
      await answerDays('03703-PVHXH', tomorrow),
      await answerDays('03721-PKT', tomorrow),
    ]).toEqual([10, 7, undefined]);
    expect(
      await reads.termsInForce('petition', { organisation: anOrganisation('03703-PKT'), on: tomorrow }),
    ).toMatchObject({
      terms: { version: `03703/${tomorrow}` },
      setBy: { code: '03703' },
    });
  });

  it('D13.1: are its own where it is of the province: the regulation lets districts and committees adapt it', async () => {
    await recorded(written('SL-UBND'));
    await recorded(written('14'));

    expect([await answerDays('SL-UBND', tomorrow), await answerDays('SL-STC', tomorrow)]).toEqual([10, undefined]);
    expect(await answerDays('03721', tomorrow)).toBeUndefined();
  });

  it('D13.1: of a Party committee directly under the province apply below it', async () => {
    await register.admin.query(
      `INSERT INTO organisations (code, name, kind, level, parent_code) VALUES ('SL-DUUBND-CB', 'Chi bộ', 'to-chuc-dang', 'province', 'SL-DUUBND')`,
    );
    await recorded(written('SL-DUUBND'));

    expect(await answerDays('SL-DUUBND-CB', tomorrow)).toBe(10);
  });

  it('D13.1: end with the body', async () => {
    await register.admin.query(
      `INSERT INTO organisations (code, name, kind, level, parent_code, valid_to, successor_code) VALUES ('H1', 'Huyện', 'huyen', 'district', '14', '2025-06-30', '14');
       INSERT INTO organisation_successors (predecessor_code, successor_code, kind, on_day, is_main)
         VALUES ('H1', '14', 'abolition', '2025-07-01', true);
       INSERT INTO organisations (code, name, kind, level, parent_code)
         VALUES ('H1-X1', 'Xã', 'xa', 'commune', 'H1'), ('H1-X2', 'Xã', 'xa', 'commune', '14');
       INSERT INTO organisation_former_parents (organisation_code, parent_code, valid_to) VALUES ('H1-X2', 'H1', '2025-06-30');
       INSERT INTO terms (id, organisation_code, valid_from, petition, reason)
         VALUES (gen_random_uuid(), 'H1', '2020-01-01', '{"duties": {"answer": {"workingDays": 9}}}', 'x');`,
    );

    for (const below of ['H1-X1', 'H1-X2'])
      expect([
        await answerDays(below, localDate('2025-06-30')),
        await answerDays(below, localDate('2025-07-01')),
      ]).toEqual([9, undefined]);
  });
});

describe('local terms that are withdrawn', () => {
  function withdrawal(version: TermsVersion) {
    return {
      ...{ organisation: version.organisation, id: version.id, today },
      ...{ reason: 'Nhầm số ngày.', withdrawnBy: admin },
    };
  }

  it('D13.1: hold no more, are still to be seen, and make room for others', async () => {
    const version = await recorded(written('SL-SKHCN'));

    const withdrawn = await terms.withdraw(withdrawal(version));
    const again = await terms.withdraw({ ...withdrawal(version), reason: 'Lần nữa.' });

    expect(withdrawn).toMatchObject({ id: version.id, withdrawal: { by: 'quan.tri', reason: 'Nhầm số ngày.' } });
    expect(again).toEqual(withdrawn);
    expect(await answerDays('SL-SKHCN', tomorrow)).toBeUndefined();
    expect((await recorded(written('SL-SKHCN'))).id).not.toBe(version.id);
    expect(await terms.versions(anOrganisation('SL-SKHCN'))).toHaveLength(2);
  });

  it('D13.1: are none whose day has come', async () => {
    const version = await recorded(written('SL-SDTTG', { validFrom: today }));

    expect(await terms.withdraw(withdrawal(version))).toBe('inForce');
    expect(await answerDays('SL-SDTTG', today)).toBe(10);
  });

  it('are none of another body', async () => {
    const version = await recorded(written('SL-SGDDT'));

    expect(await terms.withdraw({ ...withdrawal(version), organisation: anOrganisation('SL-STC') })).toBeNull();
  });
});

describe('local terms cannot be', () => {
  it('D13.1: dated back', async () => {
    await expect(terms.record(written('SL-SNNMT', { validFrom: addDays(today, -1) }))).rejects.toThrow(
      'terms_never_dated_back',
    );
  });

  it('D13.1: changed or deleted, not even by the owner', async () => {
    await recorded(written('SL-SVHTTDL'));
    const change = `UPDATE terms SET petition = '{}' WHERE organisation_code = 'SL-SVHTTDL'`;

    await expect(register.api.query(change)).rejects.toThrow('permission denied');
    await expect(register.worker.query(change)).rejects.toThrow('permission denied');
    await expect(register.admin.query(change)).rejects.toThrow('may only be withdrawn');
    await expect(register.admin.query('DELETE FROM terms')).rejects.toThrow('rows are only ever added');
  });

  it('D13.1: withdrawn by hand once their day has come', async () => {
    const { id } = await recorded(written('SL-TTR', { validFrom: today }));
    const change = `UPDATE terms SET withdrawn_at = now(), withdrawn_by = '${admin}', withdrawal_reason = 'x' WHERE id = '${id}'`;

    await expect(register.api.query(change)).rejects.toThrow('may only be withdrawn');
  });
});

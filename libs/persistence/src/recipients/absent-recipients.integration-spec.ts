import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { localDate, type RecipientRole } from '@dialogue/domain';
import { anOrganisation } from '@dialogue/testing/builders';

import { createContacts } from '../contacts/contacts.js';
import { createMailSettings, usualWishes, type MailSettings } from '../mail-settings/mail-settings.js';
import { anAdmin, appoint, openRegister, type TestRegister } from '../register.fixture.js';
import { sqlOf } from '../sql/sql.js';
import { resolveRecipients, type Recipient } from './recipients.js';

const stc = 'SL-STC';

describe('recipients of whom somebody is away', () => {
  let register: TestRegister;
  let settings: MailSettings;
  let admin: string;
  const people: Record<string, string> = {};

  beforeAll(async () => {
    register = await openRegister('reference');
    settings = createMailSettings(register.api);
    admin = await anAdmin(register);
    await hold('director', 'departmentHead');
    await hold('deputy', 'handler');
    await hold('second', 'clerk');
    const from = localDate('2025-03-01');
    const desk = { organisationCode: stc, kind: 'desk', email: 'vanthu@stc.example', phone: null, from } as const;
    await createContacts(register.api).set(desk);
    await away('director', 'deputy', '2026-03-02', '2026-03-06');
    await away('second', 'deputy', '2026-03-02', '2026-03-06');
    await away('deputy', 'second', '2026-03-09', '2026-03-13');
    await away('director', 'second', '2026-03-16', '2026-03-20');
  });
  afterAll(async () => register.close());

  async function hold(name: string, kind: 'departmentHead' | 'handler' | 'clerk'): Promise<void> {
    const post = { organisationCode: stc, kind, title: `Chức vụ ${name}`, validFrom: null };
    await appoint(register.admin, post, { fullName: name, email: `${name}@stc.example` });
    const [person] = await register.admin.query<{ id: string }[]>('SELECT id FROM people WHERE full_name = $1', [name]);
    people[name] = person!.id;
  }

  async function away(person: string, deputy: string, from: string, to: string): Promise<void> {
    const days = { fromOn: localDate(from), toOn: localDate(to) };
    const named = { personId: people[person]!, deputyId: people[deputy]! };
    const recorded = await settings.recordAbsence({ organisationCode: stc, ...named, ...days, recordedBy: admin });
    expect(recorded).toEqual({ id: expect.any(String) });
  }

  async function recipients(role: RecipientRole, on: string): Promise<readonly Recipient[]> {
    const organisation = anOrganisation('SL-UBND');
    return resolveRecipients(sqlOf(register.worker), {
      letter: { kind: 'accepted' },
      roles: [role],
      parties: { organisation, leadOffice: organisation, agency: anOrganisation(stc), isReachableByMail: false },
      on: localDate(on),
    });
  }

  const addressesOf = (found: readonly Recipient[]) => found.map(({ addressee }) => addressee?.address);

  it.each([
    ['2026-03-01', 'director@stc.example', 'the day before'],
    ['2026-03-02', 'deputy@stc.example', 'the first day'],
    ['2026-03-06', 'deputy@stc.example', 'the last day'],
    ['2026-03-07', 'director@stc.example', 'the day after'],
  ])('on %s the head is reached at %s (%s)', async (on, address) => {
    expect(addressesOf(await recipients('agencyHead', on))).toEqual([address]);
  });

  it('says whose post it is, and for whom the deputy stands in', async () => {
    const [recipient] = await recipients('agencyHead', '2026-03-03');

    expect(recipient?.addressee?.holder).toEqual({
      personId: people['deputy'],
      postKind: 'departmentHead',
      postTitle: 'Chức vụ director',
      deputyFor: people['director'],
    });
  });

  it('goes to nobody twice who holds a post and stands in', async () => {
    expect(addressesOf(await recipients('handler', '2026-03-03'))).toEqual(['deputy@stc.example']);
  });

  it('takes back what was withdrawn', async () => {
    const [latest] = await settings.absences(stc);
    expect(addressesOf(await recipients('agencyHead', '2026-03-18'))).toEqual(['second@stc.example']);

    const entry = { organisationCode: stc, id: latest!.id, withdrawnBy: admin };
    expect(await settings.withdrawAbsence(entry)).toBe(true);

    expect(addressesOf(await recipients('agencyHead', '2026-03-18'))).toEqual(['director@stc.example']);
    expect(await settings.withdrawAbsence(entry)).toBe(false);
    expect((await settings.absences(stc))[0]).toMatchObject({ withdrawnBy: { username: 'lan' } });
  });

  it.each([
    ['overlaps', 'deputy', 'director', '2026-03-08', '2026-03-09'],
    ['deputyAway', 'director', 'deputy', '2026-03-09', '2026-03-09'],
  ] as const)('is refused: %s', async (refused, person, deputy, from, to) => {
    const days = { fromOn: localDate(from), toOn: localDate(to) };
    const named = { personId: people[person]!, deputyId: people[deputy]! };

    expect(await settings.recordAbsence({ organisationCode: stc, ...named, ...days, recordedBy: admin })).toEqual({
      refused,
    });
  });

  it('is refused of somebody who holds no post there, and with a deputy without an address', async () => {
    const days = { fromOn: localDate('2026-05-04'), toOn: localDate('2026-05-05'), recordedBy: admin };
    const [mute] = await register.admin.query<{ id: string }[]>(
      `INSERT INTO people (id, full_name) VALUES (gen_random_uuid(), 'Người không có thư') RETURNING id`,
    );
    const named = { personId: people['director']!, deputyId: people['deputy']! };

    expect(await settings.recordAbsence({ organisationCode: 'SL-SYT', ...named, ...days })).toEqual({
      refused: 'personElsewhere',
    });
    expect(await settings.recordAbsence({ organisationCode: stc, ...named, deputyId: mute!.id, ...days })).toEqual({
      refused: 'deputyUnreachable',
    });
  });

  it('are written to at every address that the body wants, each once', async () => {
    const additionalAddresses = ['tonghop@stc.example', 'Director@stc.example'];
    const said = { organisationCode: stc, validFrom: localDate('2026-06-01'), recordedBy: admin, now: 0 };
    await settings.set({ ...usualWishes, additionalAddresses, ...said });

    expect(addressesOf(await recipients('agencyHead', '2026-06-01'))).toEqual([
      'director@stc.example',
      'tonghop@stc.example',
    ]);
    expect(addressesOf(await recipients('agencyHead', '2026-05-31'))).toEqual(['director@stc.example']);
  });

  it('D11.3: is handed on by the body itself, and by no other in which the person holds a post', async () => {
    const elsewhere = { organisationCode: 'SL-SYT', kind: 'handler', title: 'Kiêm nhiệm', validFrom: null } as const;
    await appoint(register.admin, elsewhere, { fullName: 'other', email: 'other@syt.example' });
    await register.admin.query(
      `UPDATE post_holders SET person_id = $1 WHERE person_id = (SELECT id FROM people WHERE full_name = 'other')`,
      [people['director']],
    );
    const days = { fromOn: localDate('2026-06-15'), toOn: localDate('2026-06-19') };
    const said = { personId: people['director']!, deputyId: people['second']!, ...days, recordedBy: admin };

    expect(await settings.recordAbsence({ organisationCode: 'SL-SYT', ...said })).toEqual({ id: expect.any(String) });
    expect(addressesOf(await recipients('agencyHead', '2026-06-16'))).toContain('director@stc.example');

    expect(await settings.recordAbsence({ organisationCode: stc, ...said })).toEqual({ id: expect.any(String) });
    expect(addressesOf(await recipients('agencyHead', '2026-06-16'))).toContain('second@stc.example');
  });
});

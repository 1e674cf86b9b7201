import { createHash } from 'node:crypto';

import { describe, expect, it } from '@jest/globals';
import { localDate, type CalendarRange } from '@dialogue/domain';
import {
  sealIdentity,
  sealingKey,
  type DeliveryToSend,
  type NewCaseLink,
  type OrganisationContact,
} from '@dialogue/persistence';
import { aCalendar, anOrganisation, at } from '@dialogue/testing/builders';

import { createLetterWriter } from './letter-writer.js';

const key = sealingKey(new Uint8Array(32).fill(7));
const caseId = '7f0c6a52-93a8-4d53-8d0b-6a1d5a3c0001';
const organisation = { code: anOrganisation('SL-UBND'), name: 'Ủy ban nhân dân tỉnh' };
const leadOffice = { code: anOrganisation('SL-VPUBND'), name: 'Văn phòng Ủy ban nhân dân tỉnh' };

const holder: DeliveryToSend['recipient'] = {
  kind: 'officeHolder',
  address: 'chanhvanphong@example.vn',
  fullName: 'Người nhận',
  postKind: 'officeHead',
  postTitle: 'Chánh Văn phòng',
  organisation: leadOffice,
  isDeputy: false,
};

function aDelivery(recipient: DeliveryToSend['recipient']): DeliveryToSend {
  return {
    id: 'd-1',
    state: 'claimed',
    attempts: 1,
    letter: { kind: 'accepted' },
    key: 'accepted/0',
    rule: 'D2.1',
    owedAt: at('2026-03-02', '23:30'),
    sentOn: localDate('2026-03-02'),
    salutationLanguage: 'vi',
    role: recipient?.kind === 'petitioner' ? 'petitioner' : 'leadOffice',
    recipient,
    header: {
      caseKind: 'petition',
      caseId,
      number: 'KN-2026-000001',
      title: 'Đường vào bản',
      receivedOn: localDate('2026-03-02'),
      organisation,
      leadOffice,
    },
    details: null,
    organisationNames: { 'SL-UBND': organisation.name, 'SL-VPUBND': leadOffice.name },
  };
}

function aContact(change: Partial<OrganisationContact>): OrganisationContact {
  return { kind: 'desk', email: null, phone: null, validFrom: localDate('2026-01-01'), validTo: null, ...change };
}

interface Known {
  readonly email?: string | null;
  readonly contacts?: readonly OrganisationContact[];
}

/** A writer over a register with one delivery, who opened which seal for what, and what else was asked. */
function aWriter(delivery: DeliveryToSend | null, { email = 'dan@example.vn', contacts = [] }: Known = {}) {
  const readings: unknown[][] = [];
  const asked: unknown[] = [];
  const issued: NewCaseLink[] = [];
  const identity = { name: 'Lò Thị Mai', address: null, phone: null, email, representative: null };
  const write = createLetterWriter({
    deliveries: { loadDelivery: async () => Promise.resolve(delivery) },
    contacts: {
      list: async (code, on) => {
        asked.push([code, on]);
        return Promise.resolve(contacts);
      },
    },
    calendar: {
      loadCalendar: async (range: CalendarRange) => {
        asked.push(range);
        return Promise.resolve(aCalendar());
      },
    },
    identities: {
      readIdentity: async (...reading) => {
        readings.push(reading);
        return Promise.resolve(sealIdentity(identity, caseId, key));
      },
    },
    links: {
      issue: async (link) => {
        issued.push(link);
        return Promise.resolve();
      },
    },
    sealingKey: key,
    publicUrl: 'https://doithoai.example.vn/',
  });
  return { write: async () => write('d-1'), readings, asked, issued };
}

describe('the letter writer', () => {
  it('D11.1d: opens the seal for a letter to the petitioner, and leaves its trace', async () => {
    const { write, readings } = aWriter(aDelivery({ kind: 'petitioner' }));

    const letter = await write();

    expect(letter).toMatchObject({ deliveryId: 'd-1', to: 'dan@example.vn' });
    expect(letter?.text).toContain('Lò Thị Mai');
    expect(readings).toEqual([[caseId, null, 'letter']]);
  });

  it('D11.1d: opens no seal for a letter to an office holder', async () => {
    const { write, readings } = aWriter(aDelivery(holder));

    const letter = await write();

    expect(letter).toMatchObject({ to: 'chanhvanphong@example.vn' });
    expect(letter?.text).not.toContain('Lò Thị Mai');
    expect(readings).toEqual([]);
  });

  it('D11.3: speaks to the body itself where nobody with an address holds a post', async () => {
    const { write, readings } = aWriter(
      aDelivery({ kind: 'body', address: 'vanthu@example.vn', organisation: leadOffice }),
    );

    const letter = await write();

    expect(letter).toMatchObject({ to: 'vanthu@example.vn' });
    expect(letter?.text).toContain(leadOffice.name);
    expect(readings).toEqual([]);
  });

  it('links for an office holder to the petition, and bears the day on which the letter was owed', async () => {
    const { write } = aWriter(aDelivery(holder));

    const letter = await write();

    expect(letter?.text).toContain(`https://doithoai.example.vn/v1/petitions/${caseId}`);
    expect(letter?.text).toMatch(/02\/0?3\/2026|ngày 0?2 tháng 0?3 năm 2026/);
  });

  it('D11.3: says how the lead office is reached on that day, first where cases are handled', async () => {
    const { write, asked } = aWriter(aDelivery(holder), {
      contacts: [
        aContact({ kind: 'desk', email: 'vanthu@vp.example', phone: '0212 111' }),
        aContact({ kind: 'handler', phone: '0212 222' }),
        aContact({ kind: 'head', email: 'thutruong@vp.example', phone: '0212 333' }),
      ],
    });

    const letter = await write();

    expect(letter?.text).toContain(`Liên hệ: ${leadOffice.name}; điện thoại 0212 222; thư điện tử vanthu@vp.example\n`);
    expect(asked).toContainEqual(['SL-VPUBND', '2026-03-02']);
  });

  it('D11.3: names the office alone where the register knows no way to it', async () => {
    expect((await aWriter(aDelivery(holder)).write())?.text).toContain(`Liên hệ: ${leadOffice.name}\n`);
  });

  it('D11.1c: counts the days left on the calendar of that day, and needs no year of it', async () => {
    const letter = { kind: 'registered', receivedOn: localDate('2026-03-02'), dueOn: localDate('2026-03-05') } as const;
    const { write, asked } = aWriter({ ...aDelivery(holder), letter });

    expect((await write())?.text).toContain('Thời gian còn lại: 3 ngày làm việc');
    expect(asked).toContainEqual({ from: '2026-01-01', until: '2027-12-31', neededUntil: '2025-12-31' });
  });

  it.each<[string, DeliveryToSend | null, string | null]>([
    ['the delivery is not there', null, 'dan@example.vn'],
    ['nobody held a fitting post', aDelivery(null), 'dan@example.vn'],
    ['the petitioner has no address', aDelivery({ kind: 'petitioner' }), null],
  ])('writes nothing when %s', async (_reason, delivery, email) => {
    expect(await aWriter(delivery, { email }).write()).toBeNull();
  });
});

describe('the link of a letter', () => {
  const agency = { code: anOrganisation('SL-SXD'), name: 'Sở Xây dựng' };
  const document = { number: '345/UBND-TD', signedOn: localDate('2026-03-02') };
  const toHandler: DeliveryToSend = {
    ...aDelivery({ kind: 'body', address: 'vanthu@sxd.example', organisation: agency }),
    role: 'handler',
    letter: {
      ...{ kind: 'assigned', agency: agency.code, document, receiptDueOn: localDate('2026-03-05'), workingDays: 15 },
    },
  };

  it('D11.1c: is made for the agency and its case, and known to the register by its hash alone', async () => {
    const { write, issued } = aWriter(toHandler);

    const letter = await write();

    const [, token = ''] = /https:\/\/doithoai\.example\.vn\/l\/([\w-]{43})\b/.exec(letter?.text ?? '') ?? [];
    expect(letter?.html).toContain(`/l/${token}`);
    expect(issued).toMatchObject([{ deliveryId: 'd-1', caseKind: 'petition', caseId, organisation: agency.code }]);
    expect(Buffer.from(issued[0]!.tokenHash)).toEqual(createHash('sha256').update(token).digest());
    expect(JSON.stringify(issued)).not.toContain(token);
  });

  it('is another one at every attempt', async () => {
    const { write, issued } = aWriter(toHandler);

    const letters = [await write(), await write()];

    expect(letters[0]?.text).not.toBe(letters[1]?.text);
    expect(issued).toHaveLength(2);
  });

  it.each<[string, DeliveryToSend]>([
    ['an office with accounts', aDelivery(holder)],
    ['the person', aDelivery({ kind: 'petitioner' })],
    [
      'an agency that is asked nothing',
      { ...toHandler, letter: { kind: 'dutyEnded', agency: agency.code, because: 'withdrawn' } },
    ],
  ])('is not made for %s', async (_whom, delivery) => {
    const { write, issued } = aWriter(delivery);

    expect((await write())?.text).not.toContain('/l/');
    expect(issued).toEqual([]);
  });
});

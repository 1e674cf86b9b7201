import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import { createDeliveries, type Deliveries } from '../deliveries/deliveries.js';
import { letLeasePass, newsOf, owedDelivery, stateOf } from '../deliveries/delivery.fixture.js';
import { listDeliveries } from '../reads/delivery-list.js';
import { createRegister } from '../reads/register.js';
import { openRegister, type TestRegister } from '../register.fixture.js';
import { bounceReports } from './bounce-reports.js';
import { createBounces, type Bounces, type BounceReport, type BounceReportPart } from './bounces.js';

const token = randomUUID();
const sentTo = 'doithoai@vpubnd.sonla.example';
const where = { mailbox: 'office@mail/INBOX', uidValidity: '7' };
const failed: BounceReportPart = {
  ...{ action: 'failed', status: '5.1.1', diagnostic: '550 User unknown', recipients: [sentTo.toUpperCase()] },
};

let register: TestRegister;
let deliveries: Deliveries;
let bounces: Bounces;
let id: string;
let uid = 0;

beforeAll(async () => {
  register = await openRegister('sample');
  deliveries = createDeliveries(register.worker);
  bounces = createBounces(register.worker);
});
afterAll(async () => register.close());
beforeEach(async () => {
  id = await owedDelivery(register, { kind: 'accepted' });
});

function aReport(wishes: Partial<BounceReport> = {}): BounceReport {
  uid += 1;
  const place = { ...where, uid };
  return { key: randomUUID(), place, deliveryId: id, sentTo: [sentTo], parts: [failed], ...wishes };
}

/** As far as it got before its report came in. */
async function handedOver(until: 'claimed' | 'sending' | 'sent' | 'refused' | 'uncertain'): Promise<void> {
  await deliveries.claimDelivery(id, token, 60_000);
  if (until === 'claimed') return;
  await deliveries.markSending(id, token);
  if (until === 'sending') return;
  await deliveries.recordDeliveryOutcome(id, token, { state: until });
}

describe('a report of delivery', () => {
  it.each(['sent', 'uncertain'] as const)(
    'D11.3: brings back a letter that was %s, and its case hears it',
    async (state) => {
      await handedOver(state);

      expect(await bounces.recordReport(aReport())).toEqual(['bounced']);

      const [listed] = await listDeliveries(register.api, { state: 'bounced', id, limit: 1 });
      expect(listed).toMatchObject({ state: 'bounced', bounce: { status: '5.1.1', text: '550 User unknown' } });
      expect((await newsOf(register, id)).at(-1)).toBe('bounced');
      expect(await deliveries.claimDelivery(id, token, 60_000)).toBe('done');
    },
  );

  it('stands in the case beside the deadline that the letter speaks of', async () => {
    await handedOver('sent');
    await bounces.recordReport(aReport());

    const [letter] = (await createRegister(register.api).petition(await caseOf(id)))?.letters ?? [];

    expect(letter?.deliveries).toMatchObject([{ state: 'bounced', bounce: { status: '5.1.1' }, fallback: null }]);
  });

  it('of a letter about such trouble makes no new trouble', async () => {
    id = await owedDelivery(register, { kind: 'deliveryTrouble', deliveryId: randomUUID(), outcome: 'refused' });
    await handedOver('sent');

    expect(await bounces.recordReport(aReport())).toEqual(['bounced']);
    expect(await newsOf(register, id)).toEqual([]);
  });

  it('that a server is still trying is shown, and changes no state', async () => {
    await handedOver('sent');
    const delayed = { ...failed, action: 'delayed', status: '4.4.1' } as const;

    expect(await bounces.recordReport(aReport({ parts: [delayed] }))).toEqual(['delayed']);

    expect(await listDeliveries(register.api, { id, limit: 1 })).toMatchObject([
      { state: 'sent', bounce: null, delay: { status: '4.4.1' } },
    ]);
    expect(await newsOf(register, id)).toEqual([]);
  });

  it.each<[string, 'sent' | 'refused' | null, Partial<BounceReport>, string]>([
    ['of a letter that nobody knows', 'sent', { deliveryId: randomUUID(), sentTo: [] }, 'unknown'],
    ['of no letter', 'sent', { deliveryId: null, sentTo: [] }, 'unknown'],
    ['of somebody to whom it did not go', 'sent', { sentTo: ['somebody@else.example'] }, 'otherRecipient'],
    ['of a letter that was never taken', 'refused', {}, 'notSent'],
    ['of a letter that still waits', null, {}, 'notSent'],
    ['that it arrived', 'sent', { parts: [{ ...failed, action: 'delivered' }] }, 'noted'],
    ['that cannot be read', 'sent', { parts: [] }, 'unreadable'],
  ])('%s is kept aside and changes nothing', async (_what, state, wishes, outcome) => {
    if (state !== null) await handedOver(state);
    const [before, news] = [await stateOf(register, id), await newsOf(register, id)];

    expect(await bounces.recordReport(aReport(wishes))).toEqual([outcome]);

    expect([await stateOf(register, id), await newsOf(register, id)]).toEqual([before, news]);
    const { counts, items } = await bounceReports(register.api, { limit: 1 });
    expect(counts.find((each) => each.outcome === outcome)?.count).toBeGreaterThan(0);
    expect(items).toMatchObject([{ outcome, mailbox: where.mailbox, uid }]);
  });

  it('is carried out once, however often it is read, and under whatever uid', async () => {
    await handedOver('sent');
    const report = aReport();
    await bounces.recordReport(report);

    const again = { ...report, place: { ...where, uidValidity: '8', uid: 1 } };

    expect(await Promise.all([bounces.recordReport(report), bounces.recordReport(again)])).toEqual([
      ['repeated'],
      ['repeated'],
    ]);
    expect(await newsOf(register, id)).toEqual(['bounced']);
  });

  it('is carried out once when two read it at the same time', async () => {
    await handedOver('sent');
    const report = aReport();

    const outcomes = await Promise.all([bounces.recordReport(report), bounces.recordReport(report)]);

    expect(outcomes.flat().toSorted()).toEqual(['bounced', 'repeated']);
    expect(await newsOf(register, id)).toEqual(['bounced']);
  });

  it('a second one of the same letter is known to be one', async () => {
    await handedOver('sent');
    await bounces.recordReport(aReport());

    expect(await bounces.recordReport(aReport())).toEqual(['repeated']);
    expect(await newsOf(register, id)).toEqual(['bounced']);
  });

  it.each(['claimed', 'sending'] as const)(
    'that overtakes the end of a letter that is %s is early: nothing is written',
    async (state) => {
      await handedOver(state);
      const report = aReport();

      expect(await bounces.recordReport(report)).toEqual(['early']);

      await letLeasePass(register, id);
      expect(await bounces.recordReport(report)).toEqual([state === 'sending' ? 'bounced' : 'notSent']);
    },
  );

  it('changes no deadline', async () => {
    await handedOver('sent');
    const before = await register.admin.query('SELECT * FROM milestones WHERE case_id = $1', [await caseOf(id)]);
    await bounces.recordReport(aReport());

    expect(await register.admin.query('SELECT * FROM milestones WHERE case_id = $1', [await caseOf(id)])).toEqual(
      before,
    );
  });
});

describe('a mailbox', () => {
  const box = { mailbox: 'other@mail/INBOX', uidValidity: '1' };

  it('is read on from where it was left, and from its beginning under another validity', async () => {
    expect(await bounces.readUntil(box)).toBe(0);
    await bounces.advance({ ...box, uid: 4 }, true);
    await bounces.advance({ ...box, uid: 3 }, true);

    expect(await bounces.readUntil(box)).toBe(4);
    expect(await bounces.readUntil({ ...box, uidValidity: '2' })).toBe(0);
  });

  it('counts mail that is no report, each once', async () => {
    const place = { ...box, mailbox: 'third@mail/INBOX' };
    await bounces.readUntil(place);
    await bounces.advance({ ...place, uid: 4 }, false);
    await bounces.advance({ ...place, uid: 4 }, false);

    const { mailboxes } = await bounceReports(register.api, { limit: 1 });

    expect(mailboxes.find(({ name }) => name === place.mailbox)).toMatchObject({ others: 1 });
  });
});

async function caseOf(deliveryId: string): Promise<string> {
  const [row] = await register.admin.query<{ case_id: string }[]>(
    'SELECT case_id FROM letters JOIN mail_deliveries delivery ON delivery.letter_id = letters.id WHERE delivery.id = $1',
    [deliveryId],
  );
  return row?.case_id ?? '';
}

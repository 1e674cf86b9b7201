import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import { listDeliveries } from '../reads/delivery-list.js';
import { openRegister, type TestRegister } from '../register.fixture.js';
import { createDeliveries, type Deliveries } from './deliveries.js';
import { letLeasePass, newsOf, owedDelivery, stateOf } from './delivery.fixture.js';

const [token, other] = [randomUUID(), randomUUID()];
const leaseMs = 60_000;

describe('a delivery', () => {
  let register: TestRegister;
  let deliveries: Deliveries;
  let id: string;

  beforeAll(async () => {
    register = await openRegister('sample');
    deliveries = createDeliveries(register.worker);
  });
  afterAll(async () => register.close());
  beforeEach(async () => {
    id = await owedDelivery(register, { kind: 'accepted' });
  });

  it('is everything that a letter is written from', async () => {
    expect(await deliveries.loadDelivery(id)).toMatchObject({
      state: 'queued',
      letter: { kind: 'accepted' },
      rule: 'D11.3',
      role: 'leadOffice',
      recipient: {
        kind: 'officeHolder',
        address: 'doithoai@vpubnd.sonla.example',
        postKind: 'clerk',
        organisation: { code: 'SL-VPUBND' },
      },
      header: {
        title: 'Đường vào bản hỏng',
        organisation: { name: 'Ủy ban nhân dân tỉnh Sơn La' },
        leadOffice: { code: 'SL-VPUBND' },
      },
    });
    expect(await deliveries.loadDelivery(randomUUID())).toBeNull();
  });

  it('goes to one of two that claim it', async () => {
    const claims = await Promise.all([
      deliveries.claimDelivery(id, token, leaseMs),
      deliveries.claimDelivery(id, other, leaseMs),
    ]);

    expect([...claims].sort()).toEqual(['busy', 'claimed']);
  });

  it('goes to another when the lease is over before the text has begun to flow', async () => {
    await deliveries.claimDelivery(id, token, leaseMs);
    await letLeasePass(register, id);

    expect(await deliveries.claimDelivery(id, other, leaseMs)).toBe('claimed');
    await expect(deliveries.markSending(id, token)).rejects.toMatchObject({ name: 'ClaimLost' });
  });

  it('is not sent by an attempt whose lease is over, though nobody has taken it', async () => {
    await deliveries.claimDelivery(id, token, leaseMs);
    await letLeasePass(register, id);

    await expect(deliveries.markSending(id, token)).rejects.toMatchObject({ name: 'ClaimLost' });
  });

  it('is done once sent, however often the outcome is recorded', async () => {
    await deliveries.claimDelivery(id, token, leaseMs);
    await deliveries.markSending(id, token);
    const sent = { state: 'sent', smtpCode: 250, smtpAnswer: '2.0.0 Ok', messageId: `<${id}@sonla.example>` } as const;
    await deliveries.recordDeliveryOutcome(id, token, sent);

    await deliveries.recordDeliveryOutcome(id, token, sent);

    expect(await stateOf(register, id)).toBe('sent');
    expect(await deliveries.claimDelivery(id, other, leaseMs)).toBe('done');
    expect(await newsOf(register, id)).toEqual([]);
  });

  it('is free again when deferred', async () => {
    await deliveries.claimDelivery(id, token, leaseMs);
    await deliveries.recordDeliveryOutcome(id, token, { state: 'deferred', smtpCode: 450 });

    expect(await deliveries.claimDelivery(id, other, leaseMs)).toBe('claimed');
    expect((await deliveries.loadDelivery(id))?.attempts).toBe(2);
  });

  it('D11.3: refused for good, and its case hears of it once', async () => {
    await deliveries.claimDelivery(id, token, leaseMs);
    await deliveries.recordDeliveryOutcome(id, token, { state: 'refused', smtpCode: 550 });
    await deliveries.recordDeliveryOutcome(id, token, { state: 'refused', smtpCode: 550 });

    expect(await newsOf(register, id)).toEqual(['refused']);
    expect(await listDeliveries(register.api, { state: 'refused', id, limit: 10 })).toHaveLength(1);
  });

  it('a letter about trouble makes no new trouble', async () => {
    const trouble = await owedDelivery(register, { kind: 'deliveryTrouble', deliveryId: id, outcome: 'refused' });
    await deliveries.claimDelivery(trouble, token, leaseMs);
    await deliveries.recordDeliveryOutcome(trouble, token, { state: 'refused', smtpCode: 550 });

    expect([await stateOf(register, trouble), await newsOf(register, trouble)]).toEqual(['refused', []]);
  });

  it.each([
    ['queued', 'refused'],
    ['sending', 'uncertain'],
    ['sent', 'sent'],
  ] as const)('given up while %s is %s', async (before, after) => {
    if (before !== 'queued') {
      await deliveries.claimDelivery(id, token, leaseMs);
      await deliveries.markSending(id, token);
    }
    if (before === 'sent') await deliveries.recordDeliveryOutcome(id, token, { state: 'sent' });

    await deliveries.recordGivenUp(id);

    expect(await stateOf(register, id)).toBe(after);
  });
});

import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { at } from '@dialogue/testing/builders';

import { anAdmin, openRegister, type TestRegister } from '../register.fixture.js';
import { createDeliveries, type Deliveries } from './deliveries.js';
import type { DeliveryDecision } from './delivery.js';
import { decided, letLeasePass, newsOf, owedDelivery, stateOf } from './delivery.fixture.js';

const [token, other] = [randomUUID(), randomUUID()];
const leaseMs = 60_000;

describe('a letter of which nobody knows whether it arrived', () => {
  let register: TestRegister;
  let deliveries: Deliveries;
  let id: string;
  let admin: string;

  beforeAll(async () => {
    register = await openRegister('sample');
    deliveries = createDeliveries(register.worker);
    admin = await anAdmin(register);
  });
  afterAll(async () => register.close());
  beforeEach(async () => {
    id = await owedDelivery(register, { kind: 'accepted' });
    await deliveries.claimDelivery(id, token, leaseMs);
    await deliveries.markSending(id, token);
    await letLeasePass(register, id);
  });

  const decide = async (decision: DeliveryDecision, attempts?: number) =>
    decided(register, {
      ...{ deliveryId: id, decision, actorId: admin, at: at('2026-03-03') },
      ...(attempts === undefined ? {} : { attempts }),
    });

  it('is uncertain, never claimed again, and its case hears of it once', async () => {
    const claims = [
      await deliveries.claimDelivery(id, other, leaseMs),
      await deliveries.claimDelivery(id, other, leaseMs),
    ];

    expect([claims, await stateOf(register, id), await newsOf(register, id)]).toEqual([
      ['uncertain', 'uncertain'],
      'uncertain',
      ['uncertain'],
    ]);
    await expect(deliveries.recordDeliveryOutcome(id, token, { state: 'refused' })).rejects.toMatchObject({
      name: 'ClaimLost',
    });
  });

  it('is sent again when a person says so', async () => {
    await deliveries.claimDelivery(id, other, leaseMs);

    const { isCarriedOut, outcome } = await decide('resend');

    expect([isCarriedOut, outcome]).toEqual([true, { kind: 'accepted', sequence: null, at: at('2026-03-03') }]);
    expect([await stateOf(register, id), await newsOf(register, id)]).toEqual(['queued', ['uncertain', 'settled']]);
  });

  it('is done when a person confirms it', async () => {
    await deliveries.claimDelivery(id, other, leaseMs);

    await decide('confirmSent');

    expect(await stateOf(register, id)).toBe('sent');
    expect(await deliveries.claimDelivery(id, other, leaseMs)).toBe('done');
  });

  it.each(['resend', 'confirmSent'] as const)(
    'D11.3: what was said of one attempt (%s) does not settle the next, which is uncertain, too',
    async (decision) => {
      await deliveries.claimDelivery(id, other, leaseMs);
      await decide('resend', 1);
      await deliveries.claimDelivery(id, other, leaseMs);
      await deliveries.markSending(id, other);
      await letLeasePass(register, id);
      await deliveries.claimDelivery(id, token, leaseMs);
      expect(await stateOf(register, id)).toBe('uncertain');

      const { isCarriedOut, outcome } = await decide(decision, 1);

      expect([isCarriedOut, outcome]).toMatchObject([false, { kind: 'refused', code: 'delivery.decision_refused' }]);
      expect(await stateOf(register, id)).toBe('uncertain');
      expect((await decide(decision, 2)).isCarriedOut).toBe(true);
    },
  );

  it('nobody decides about a letter that is not uncertain', async () => {
    const { isCarriedOut, outcome } = await decide('resend');

    expect([isCarriedOut, outcome]).toMatchObject([
      false,
      { kind: 'refused', code: 'delivery.decision_refused', rule: 'D11.3' },
    ]);
    expect(await stateOf(register, id)).toBe('sending');
  });
});

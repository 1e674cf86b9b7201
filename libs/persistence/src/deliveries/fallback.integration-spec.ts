import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { at } from '@dialogue/testing/builders';

import { createDoor } from '../door/door.js';
import { listDeliveries } from '../reads/delivery-list.js';
import { aCommandOf, anAdmin, openRegister, type TestRegister } from '../register.fixture.js';
import { createDeliveries, type Deliveries } from './deliveries.js';
import { newsOf, owedDelivery, stateOf } from './delivery.fixture.js';
import type { FallbackEntry } from './fallback.js';

const token = randomUUID();
const byPhone = { means: 'phone', toldOn: '2026-03-02' };
const decidedAt = at('2026-03-03');

let register: TestRegister;
let deliveries: Deliveries;
let actorId: string;
let id: string;

beforeAll(async () => {
  register = await openRegister('sample');
  deliveries = createDeliveries(register.worker);
  actorId = await anAdmin(register);
});
afterAll(async () => register.close());
beforeEach(async () => {
  id = await owedDelivery(register, { kind: 'accepted' });
});

async function ended(state: 'refused' | 'sent'): Promise<void> {
  await deliveries.claimDelivery(id, token, 60_000);
  await deliveries.recordDeliveryOutcome(id, token, { state });
}

async function decide(
  decision: FallbackEntry['decision'],
  payload: object = {},
  words: Record<string, string> = { told: 'Chánh Văn phòng' },
) {
  const door = createDoor(register.api);
  const { command } = await door.arrive(
    aCommandOf(id, { caseKind: 'mail', kind: decision, actorId, payload: { kind: decision, ...payload }, words }),
  );
  const entry = { deliveryId: id, decision, commandId: command.id, at: decidedAt };
  const isRecorded = await deliveries.recordFallback(entry);
  // The activity is repeated.
  expect(await deliveries.recordFallback(entry)).toBe(isRecorded);
  return door.outcomeOf(command.id);
}

async function listed(isToldIncluded: boolean) {
  const found = await listDeliveries(register.api, { state: 'refused', limit: 100, isToldIncluded });
  return found.find((delivery) => delivery.id === id);
}

describe('a letter that did not arrive', () => {
  it('D11.3: counts as told once somebody was told by phone, and leaves the list of troubles', async () => {
    await ended('refused');

    expect(await decide('recordFallback', { ...byPhone, evidenceNumber: '12/SĐT' })).toMatchObject({
      kind: 'accepted',
    });

    expect(await listed(false)).toBeUndefined();
    expect(await listed(true)).toMatchObject({
      state: 'refused',
      fallback: { ...byPhone, evidenceNumber: '12/SĐT', told: 'Chánh Văn phòng', reason: null },
    });
    expect(await newsOf(register, id)).toEqual(['refused', 'settled']);
  });

  it('is corrected with a reason, and the newest word counts', async () => {
    await ended('refused');
    await decide('recordFallback', byPhone);

    expect(await decide('recordFallback', { means: 'paper', toldOn: '2026-03-03' })).toMatchObject({
      ...{ kind: 'refused', code: 'delivery.fallback_reason_missing', rule: 'D11.3' },
    });
    await decide('recordFallback', { means: 'paper', toldOn: '2026-03-03' }, { told: 'Văn thư', reason: 'Ghi nhầm.' });

    expect(await listed(true)).toMatchObject({ fallback: { means: 'paper', told: 'Văn thư', reason: 'Ghi nhầm.' } });
    // The case has heard already that it is over.
    expect(await newsOf(register, id)).toEqual(['refused', 'settled']);
  });

  it('is in trouble again when what was recorded is taken back', async () => {
    await ended('refused');
    await decide('recordFallback', byPhone);

    expect(await decide('withdrawFallback', {}, { reason: 'Nhầm thư.' })).toMatchObject({ kind: 'accepted' });

    expect(await listed(false)).toMatchObject({ fallback: null });
    expect(await newsOf(register, id)).toEqual(['refused', 'settled', 'refused']);
    expect(await decide('withdrawFallback', {}, { reason: 'Nhầm thư.' })).toMatchObject({
      code: 'delivery.fallback_refused',
    });
  });

  it('is not told otherwise while it has arrived, or may', async () => {
    expect(await decide('recordFallback', byPhone)).toMatchObject({ code: 'delivery.fallback_refused' });
    await ended('sent');

    expect(await decide('recordFallback', byPhone)).toMatchObject({ code: 'delivery.fallback_refused' });
    expect(await stateOf(register, id)).toBe('sent');
  });

  it('nobody changes what was recorded', async () => {
    await ended('refused');
    await decide('recordFallback', byPhone);

    await expect(register.admin.query(`UPDATE delivery_fallbacks SET means = 'paper'`)).rejects.toThrow(
      /only ever added/,
    );
  });
});

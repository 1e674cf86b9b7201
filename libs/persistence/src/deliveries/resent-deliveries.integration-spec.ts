import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import { anAdmin, openRegister, type TestRegister } from '../register.fixture.js';
import { createDeliveries, type Deliveries } from './deliveries.js';
import { decided, newsOf, owedDelivery, stateOf } from './delivery.fixture.js';
import type { DeliveryDecision } from './delivery.js';

const token = randomUUID();
const leaseMs = 60_000;

/** D11.3: a letter that did not arrive is asked for again. */
describe('a letter that is asked for again', () => {
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
  });

  async function refuse(): Promise<void> {
    await deliveries.claimDelivery(id, token, leaseMs);
    await deliveries.recordDeliveryOutcome(id, token, { state: 'refused', smtpCode: 550 });
  }

  async function decide(decision: DeliveryDecision): Promise<unknown> {
    const { outcome } = await decided(register, { deliveryId: id, decision, actorId: admin, at: Date.now() });
    return outcome;
  }

  async function addressOf(): Promise<string | null> {
    const { recipient } = (await deliveries.loadDelivery(id)) ?? {};
    return recipient != null && 'address' in recipient ? recipient.address : null;
  }

  /** Whoever of the lead office gets letters today has this address from now on. */
  async function mendAddress(email: string | null): Promise<void> {
    await register.admin.query(
      `UPDATE people SET email = $1 WHERE id IN (SELECT person_id FROM post_holders JOIN posts ON posts.id = post_id
         WHERE organisation_code = 'SL-VPUBND')`,
      [email],
    );
  }

  it('D11.3: is on its way again after a refusal, and the trouble of its case is over', async () => {
    await refuse();

    expect(await decide('resend')).toMatchObject({ kind: 'accepted' });

    expect([await stateOf(register, id), await newsOf(register, id)]).toEqual(['queued', ['refused', 'settled']]);
    expect(await deliveries.claimDelivery(id, randomUUID(), leaseMs)).toBe('claimed');
  });

  it('D11.3: goes to the address that the register has by now', async () => {
    await refuse();
    const before = await addressOf();
    await mendAddress('dung@vpubnd.sonla.example');

    await decide('resend');
    const after = await addressOf();
    await mendAddress(before);

    expect(after).toBe('dung@vpubnd.sonla.example');
  });

  it('D11.3: keeps the address that it had where the register leads to nobody', async () => {
    await refuse();
    const before = await addressOf();
    await register.admin.query(`UPDATE mail_deliveries SET organisation_code = NULL, person_id = NULL WHERE id = $1`, [
      id,
    ]);

    expect(await decide('resend')).toMatchObject({ kind: 'accepted' });

    const [row] = await register.admin.query<{ address: string }[]>(
      'SELECT address FROM mail_deliveries WHERE id = $1',
      [id],
    );
    expect(row?.address).toBe(before);
  });

  it('D11.3: finds somebody for a letter that had nobody to go to', async () => {
    await unaddress('SL-VPUBND');

    expect(await decide('resend')).toMatchObject({ kind: 'accepted' });

    expect([await stateOf(register, id), await addressOf()]).toEqual(['queued', 'doithoai@vpubnd.sonla.example']);
  });

  it('D11.3: is refused while still nobody is there to address', async () => {
    await unaddress(null);

    expect(await decide('resend')).toMatchObject({
      kind: 'refused',
      code: 'delivery.nobody_to_address',
      rule: 'D11.3',
    });

    expect([await stateOf(register, id), await newsOf(register, id)]).toEqual(['unaddressed', []]);
  });

  it.each([
    ['resend', 'sent'],
    ['resend', 'queued'],
    ['confirmSent', 'refused'],
  ] as const)('D11.3: %s of a letter that is %s is refused', async (decision, state) => {
    if (state === 'refused') await refuse();
    if (state === 'sent') {
      await deliveries.claimDelivery(id, token, leaseMs);
      await deliveries.recordDeliveryOutcome(id, token, { state: 'sent' });
    }

    expect(await decide(decision)).toMatchObject({ kind: 'refused', code: 'delivery.decision_refused' });

    expect(await stateOf(register, id)).toBe(state);
  });

  async function unaddress(organisation: string | null): Promise<void> {
    await register.admin.query(
      `UPDATE mail_deliveries SET state = 'unaddressed', address = NULL, person_id = NULL, post_kind = NULL,
         post_title = NULL, organisation_code = $2 WHERE id = $1`,
      [id, organisation],
    );
  }
});

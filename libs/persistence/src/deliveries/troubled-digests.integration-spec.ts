import { randomUUID } from 'node:crypto';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { localDate, type Letter } from '@dialogue/domain';
import { anOrganisation, at } from '@dialogue/testing/builders';

import { createMailSettings, usualWishes } from '../mail-settings/mail-settings.js';
import { listDeliveries } from '../reads/delivery-list.js';
import { anAdmin, openRegister, type TestRegister } from '../register.fixture.js';
import { createDeliveries, type Deliveries } from './deliveries.js';
import { decided, owedDelivery } from './delivery.fixture.js';
import { createDigests } from './digests.js';

const on = localDate('2026-03-09');
const evening = at('2026-03-09', '19:00');
const quiet = { from: 18 * 60, until: 7 * 60 };
const additional = 'tonghop@vp.example';

const accepted: Letter = { kind: 'accepted' };
const dueToday: Letter = {
  ...{ kind: 'dutyReminder', duty: 'answer', rule: 'D11.1c', anchorOn: localDate('2026-03-02'), dueOn: on },
  ...{ workingDaysLeft: 0, isProvisional: false, agency: anOrganisation('SL-STC') },
};

describe('a digest that comes late, or does not arrive', () => {
  let register: TestRegister;
  let deliveries: Deliveries;
  let admin: string;

  beforeEach(async () => {
    register = await openRegister('sample');
    deliveries = createDeliveries(register.worker);
    admin = await anAdmin(register);
    const said = { organisationCode: 'SL-VPUBND', validFrom: localDate('2026-03-01'), recordedBy: admin, now: 0 };
    const wishes = { ...usualWishes, mode: 'digest' as const, additionalAddresses: [additional] };
    await createMailSettings(register.api).set({ ...wishes, ...said });
  });
  afterEach(async () => register.close());

  /** The digest that has this letter in it. */
  async function digestWith(id: string): Promise<string> {
    await createDigests(register.worker).gatherDigests({ on, at: evening });
    const [found] = await listDeliveries(register.api, { id, limit: 1 });
    return found?.digestId ?? '';
  }

  it('D11.1c: does not wait for the morning over a limit of what is in it', async () => {
    await owedDelivery(register, accepted);
    const urgent = await owedDelivery(register, dueToday);
    const asked = { deliveryId: await digestWith(urgent), at: evening, quiet };

    expect(await deliveries.planDelivery(asked)).toEqual({ kind: 'now' });
    await register.admin.query(`UPDATE mail_deliveries SET state = 'dropped' WHERE id = $1`, [urgent]);

    expect(await deliveries.planDelivery(asked)).toMatchObject({ kind: 'later' });
  });

  it('D11.3: asked for again goes to the address at which it is wanted, and not to one that has its own', async () => {
    const id = await owedDelivery(register, accepted);
    await register.admin.query(
      'UPDATE mail_deliveries SET address = $2, person_id = NULL, post_kind = NULL, post_title = NULL WHERE id = $1',
      [id, additional],
    );
    const deliveryId = await digestWith(id);
    const token = randomUUID();
    await deliveries.claimDelivery(deliveryId, token, 60_000);
    await deliveries.recordDeliveryOutcome(deliveryId, token, { state: 'refused', smtpCode: 550 });

    const resent = await decided(register, { deliveryId, decision: 'resend', actorId: admin, at: evening });

    expect(resent.isCarriedOut).toBe(true);
    expect(await deliveries.loadDelivery(deliveryId)).toMatchObject({ recipient: { address: additional } });
  });
});

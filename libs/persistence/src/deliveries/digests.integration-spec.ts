import { randomUUID } from 'node:crypto';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { localDate, type Letter } from '@dialogue/domain';
import { anOrganisation, at } from '@dialogue/testing/builders';

import { markVirtual } from '../door/virtual-cases.js';
import { createMailSettings, usualWishes } from '../mail-settings/mail-settings.js';
import { createReconciliations } from '../reconciliation/reconciliations.js';
import { listDeliveries } from '../reads/delivery-list.js';
import { anAdmin, openRegister, type TestRegister } from '../register.fixture.js';
import { createDeliveries, type Deliveries } from './deliveries.js';
import { newsOf, owedDelivery, stateOf } from './delivery.fixture.js';
import { createDigests, type Digests } from './digests.js';

const on = localDate('2026-03-09');
const office = 'SL-VPUBND';
const morning = { on, at: at('2026-03-09', '07:30') };

const accepted: Letter = { kind: 'accepted' };
const agency = anOrganisation('SL-STC');
const invitation: Letter = {
  kind: 'invitation',
  ...{ agency, conferenceOn: localDate('2026-03-20'), startsAt: '08:00' },
};
/** Of a duty that the case does not have. */
const reminder: Letter = {
  ...{ kind: 'dutyReminder', duty: 'answer', rule: 'D11.1c', anchorOn: localDate('2026-03-02') },
  ...{ dueOn: localDate('2026-12-31'), workingDaysLeft: 4, isProvisional: false, agency },
};

describe('the digests of a morning', () => {
  let register: TestRegister;
  let deliveries: Deliveries;
  let digests: Digests;
  let admin: string;

  beforeEach(async () => {
    register = await openRegister('sample');
    deliveries = createDeliveries(register.worker);
    digests = createDigests(register.worker);
    admin = await anAdmin(register);
    const said = { organisationCode: office, validFrom: localDate('2026-03-01'), recordedBy: admin };
    await createMailSettings(register.api).set({ ...usualWishes, mode: 'digest', ...said, now: 0 });
  });
  afterEach(async () => register.close());

  async function owed(...letters: readonly Letter[]): Promise<readonly string[]> {
    const ids = [];
    for (const letter of letters) ids.push(await owedDelivery(register, letter));
    return ids;
  }

  async function digestOf(id: string): Promise<string | null | undefined> {
    const [found] = await listDeliveries(register.api, { id, limit: 1 });
    return found?.digestId;
  }

  /** The digest leaves, and this becomes of it. */
  async function attempt(id: string, state: 'sent' | 'refused' | 'uncertain'): Promise<void> {
    const token = randomUUID();
    expect(await deliveries.claimDelivery(id, token, 60_000)).toBe('claimed');
    await deliveries.markSending(id, token);
    await deliveries.recordDeliveryOutcome(id, token, { state, smtpCode: 250 });
  }

  it('are one letter for one address, with everything that waits for it', async () => {
    const waiting = await owed(accepted, accepted, accepted);

    expect(await digests.gatherDigests(morning)).toEqual({ digests: 1, letters: 3, isMore: false });

    const [digest, ...others] = await Promise.all(waiting.map(digestOf));
    expect(others).toEqual([digest, digest]);
    expect(await deliveries.loadDelivery(digest!)).toMatchObject({
      letter: { kind: 'digest', on },
      recipient: { address: 'doithoai@vpubnd.sonla.example' },
      header: { caseKind: 'digest', caseId: on },
      details: { kind: 'digest', parts: expect.arrayContaining([...waiting]) },
      sentOn: on,
    });
    const starting = `SELECT FROM outbox WHERE kind = 'startMail' AND case_id = $1`;
    const started = await register.admin.query<object[]>(starting, [digest]);
    expect(started).toHaveLength(1);
  });

  it('are made once for an address and a day, however often the step runs, also at the same time', async () => {
    await owed(accepted, accepted);

    const both = await Promise.allSettled([digests.gatherDigests(morning), digests.gatherDigests(morning)]);
    await owed(accepted);
    const again = await digests.gatherDigests(morning);

    const made = await register.admin.query<object[]>(`SELECT FROM letters WHERE case_kind = 'digest'`);
    expect(both.some(({ status }) => status === 'fulfilled')).toBe(true);
    expect(made).toHaveLength(1);
    expect(again).toEqual({ digests: 0, letters: 0, isMore: false });
  });

  it('leave out what is forced, what another has claimed, and what runs in virtual time', async () => {
    const [forced, claimed, virtual, waits] = await owed(invitation, accepted, accepted, accepted);
    await deliveries.claimDelivery(claimed!, randomUUID(), 60_000);
    const [row] = await register.admin.query<{ case_id: string }[]>(
      `SELECT case_id FROM letters JOIN mail_deliveries delivery ON delivery.letter_id = letters.id WHERE delivery.id = $1`,
      [virtual],
    );
    await markVirtual(register.admin, { caseKind: 'petition', caseId: row!.case_id });

    expect(await digests.gatherDigests(morning)).toMatchObject({ letters: 1 });

    expect(await Promise.all([forced!, claimed!, virtual!].map(digestOf))).toEqual([null, null, null]);
    expect(await digestOf(waits!)).not.toBeNull();
  });

  it('are not made for a body that wants its letters at once', async () => {
    await owed(accepted);
    const said = { organisationCode: office, validFrom: on, recordedBy: admin, now: 0 };
    await createMailSettings(register.api).set({ ...usualWishes, ...said });

    expect(await digests.gatherDigests(morning)).toMatchObject({ digests: 0 });
  });

  it('leave nothing to do for the letters that are in them', async () => {
    const [waits] = await owed(accepted);
    await digests.gatherDigests(morning);

    expect(await deliveries.planDelivery({ deliveryId: waits!, at: morning.at, quiet: null })).toEqual({
      kind: 'over',
    });
    expect(await deliveries.claimDelivery(waits!, randomUUID(), 60_000)).toBe('done');
    const known = await createReconciliations(register.worker).known([{ kind: 'mail', id: waits! }]);
    expect(known).toMatchObject([{ registered: { isOver: true } }]);
  });

  it.each(['sent', 'refused', 'uncertain'] as const)('share their fate with the letters in them: %s', async (state) => {
    const waiting = await owed(accepted, accepted);
    await digests.gatherDigests(morning);
    const digest = await digestOf(waiting[0]!);

    await attempt(digest!, state);

    expect(await Promise.all(waiting.map(async (id) => stateOf(register, id)))).toEqual([state, state]);
    const news = state === 'sent' ? [] : [state];
    expect(await Promise.all(waiting.map(async (id) => newsOf(register, id)))).toEqual([news, news]);
  });

  it('come back with everything in them', async () => {
    const [waits] = await owed(accepted);
    await digests.gatherDigests(morning);
    await attempt((await digestOf(waits!))!, 'sent');

    await register.worker.query(
      `UPDATE mail_deliveries SET state = 'bounced', bounced_at = now(), bounce_status = '5.1.1' WHERE id = $1`,
      [await digestOf(waits!)],
    );

    expect(await stateOf(register, waits!)).toBe('bounced');
  });

  it('D11.3: drop what has no purpose any more, and are dropped themselves when nothing is left', async () => {
    const [pointless, lasting] = await owed(reminder, accepted);
    await digests.gatherDigests(morning);
    const digest = await digestOf(lasting!);

    expect(await deliveries.dropPointless(digest!)).toBeNull();
    expect(await stateOf(register, pointless!)).toBe('dropped');
    await attempt(digest!, 'sent');

    expect(await stateOf(register, pointless!)).toBe('dropped');
    expect(await stateOf(register, lasting!)).toBe('sent');
  });

  it('D11.3: have no purpose when nothing in them has', async () => {
    const [pointless] = await owed(reminder);
    await digests.gatherDigests(morning);
    const digest = await digestOf(pointless!);

    expect(await deliveries.dropPointless(digest!)).toBe('nothingLeft');
    expect(await deliveries.dropPointless(digest!)).toBe('nothingLeft');
  });
});

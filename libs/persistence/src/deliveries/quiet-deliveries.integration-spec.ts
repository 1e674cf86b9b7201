import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { localDate, type Letter } from '@dialogue/domain';
import { anOrganisation, aSwap, at } from '@dialogue/testing/builders';

import { createCalendarEditions } from '../calendar/calendar-editions.js';
import { markVirtual } from '../door/virtual-cases.js';
import { listDeliveries } from '../reads/delivery-list.js';
import { anAdmin, openRegister, type TestRegister } from '../register.fixture.js';
import { createDeliveries, type Deliveries } from './deliveries.js';
import { owedDelivery } from './delivery.fixture.js';

const quiet = { from: 18 * 60, until: 7 * 60 };

describe('a delivery that is owed in quiet hours', () => {
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

  const planAt = async (day: string, hour: string) =>
    deliveries.planDelivery({ deliveryId: id, at: at(day, hour), quiet });

  async function sendAfter(): Promise<number | null | undefined> {
    const [found] = await listDeliveries(register.api, { id, limit: 1 });
    return found?.sendAfter;
  }

  it.each<[string, string, string | null, string]>([
    ['2026-03-06', '17:59', null, 'a Friday, a minute before the office closes'],
    ['2026-03-06', '18:01', '2026-03-09', 'a Friday, a minute after'],
    ['2026-02-13', '18:01', '2026-02-23', 'the last evening before Tet'],
    ['2026-01-09', '18:01', '2026-01-10', 'before a Saturday that is worked'],
    ['2026-01-02', '09:00', '2026-01-05', 'on the Friday that it was swapped for'],
  ])('%s %s: waits until %s (%s)', async (day, hour, untilDay) => {
    const leaves = untilDay === null ? null : at(untilDay, '07:00');

    const plan = await planAt(day, hour);

    const waiting = { kind: 'later', because: 'quiet', sendAfter: leaves };
    expect(plan).toMatchObject(leaves === null ? { kind: 'now' } : waiting);
    expect(await sendAfter()).toBe(leaves);
  });

  it('D8.1g: does not wait when it is an invitation', async () => {
    const conferenceOn = localDate('2026-03-20');
    const agency = anOrganisation('SL-STC');
    const invitation: Letter = { kind: 'invitation', agency, conferenceOn, startsAt: '08:00' };
    id = await owedDelivery(register, invitation);

    expect(await planAt('2026-03-06', '23:00')).toEqual({ kind: 'now' });
  });

  it('goes by the edition that is the newest when it is asked again', async () => {
    await planAt('2026-03-06', '18:01');
    await publish();

    expect(await planAt('2026-03-07', '07:00')).toEqual({ kind: 'now' });
    expect(await sendAfter()).toBe(at('2026-03-07', '07:00'));
  });

  /** A new edition, in which a Saturday is worked for the Wednesday after it. */
  async function publish(): Promise<void> {
    const editions = createCalendarEditions(register.api);
    const accountId = await anAdmin(register);
    const { edition } = await editions.beginDraft({ accountId, note: 'Hoán đổi' });
    await editions.changeDraft(edition, (calendar) => ({
      ...calendar,
      days: [...calendar.days, ...aSwap('2026-03-11', '2026-03-07')].toSorted((one, other) =>
        one.on < other.on ? -1 : 1,
      ),
    }));
    await editions.publishDraft({ edition, accountId, on: localDate('2026-03-06'), check: () => undefined });
  }

  it('waits for no night of ours when its case counts on a clock of its own', async () => {
    const [row] = await register.admin.query<{ case_id: string }[]>(
      `SELECT case_id FROM letters JOIN mail_deliveries delivery ON delivery.letter_id = letters.id WHERE delivery.id = $1`,
      [id],
    );
    await markVirtual(register.admin, { caseKind: 'petition', caseId: row!.case_id });

    expect(await planAt('2026-03-06', '23:00')).toEqual({ kind: 'now' });
  });

  it('does not wait when no hours are quiet, nor when it has been tried before', async () => {
    expect(await deliveries.planDelivery({ deliveryId: id, at: at('2026-03-06', '23:00'), quiet: null })).toEqual({
      kind: 'now',
    });
    const token = randomUUID();
    await deliveries.claimDelivery(id, token, 60_000);
    await deliveries.recordDeliveryOutcome(id, token, { state: 'deferred' });

    expect(await planAt('2026-03-06', '23:00')).toEqual({ kind: 'now' });
  });

  it('has nothing to do once it is settled, or not there', async () => {
    const token = randomUUID();
    await deliveries.claimDelivery(id, token, 60_000);
    await deliveries.recordDeliveryOutcome(id, token, { state: 'dropped', droppedBecause: 'nobodyLeft' });

    expect(await planAt('2026-03-06', '12:00')).toEqual({ kind: 'over' });
    id = randomUUID();
    expect(await planAt('2026-03-06', '12:00')).toEqual({ kind: 'over' });
  });

  it('D11.1c: bears the day on which it leaves, and counts the working days from it', async () => {
    const agency = anOrganisation('SL-STC');
    const days = { anchorOn: localDate('2026-11-02'), dueOn: localDate('2026-12-31') };
    const reminder = { kind: 'dutyReminder', duty: 'assign', rule: 'D11.1b', ...days } as const;
    id = await owedDelivery(register, { ...reminder, workingDaysLeft: 40, isProvisional: false, agency });

    await planAt('2026-12-25', '18:01');

    const monday = localDate('2026-12-28');
    expect(await deliveries.loadDelivery(id)).toMatchObject({ sentOn: monday, letter: { workingDaysLeft: 3 } });
  });
});

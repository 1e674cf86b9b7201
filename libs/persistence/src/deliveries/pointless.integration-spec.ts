import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Instant, Letter } from '@dialogue/domain';
import { at } from '@dialogue/testing/builders';

import { markVirtual } from '../door/virtual-cases.js';
import { createLedger } from '../ledger/ledger.js';
import { createRegister } from '../reads/register.js';
import { listDeliveries } from '../reads/delivery-list.js';
import { anEntry, openRegister, recordUntil, submitPetition, type TestRegister } from '../register.fixture.js';
import { createDeliveries, type Deliveries } from './deliveries.js';

describe('a reminder that is about to leave', () => {
  let register: TestRegister;
  let deliveries: Deliveries;

  beforeAll(async () => {
    register = await openRegister('sample');
    deliveries = createDeliveries(register.worker);
  });
  afterAll(async () => register.close());

  /** A petition in the hands of its agency, and what reminds it of its answer. */
  async function aReminded() {
    const id = await submitPetition(register.api);
    let { state, sequence } = await recordUntil(register.worker, { id, stage: 'inProgress' });
    const [duty] = state.duties;

    async function happened(
      event: string,
      letter: Letter | null,
      { owedAt = at('2026-03-20'), ...change }: Partial<typeof state> & { readonly owedAt?: Instant } = {},
    ): Promise<void> {
      state = { ...state, ...change };
      sequence += 1;
      const key = `${event}/${String(sequence)}`;
      const notices = letter === null ? [] : [{ key, letter, recipients: ['leadOffice'] as const }];
      const transition = { event, at: owedAt, rule: 'D11.3', facts: {}, state, notices } as const;
      await createLedger(register.worker).recordTransition(anEntry(transition, { sequence }));
    }

    async function reminded(owedAt = at('2026-03-20')): Promise<string> {
      const { kind, rule, anchorOn, dueOn } = duty!;
      const agency = state.assignment?.agency ?? null;
      const facts = { duty: kind, rule, anchorOn, dueOn, workingDaysLeft: 4, isProvisional: false, agency };
      await happened('urged', { kind: 'dutyReminder', ...facts }, { owedAt });
      const letters = (await createRegister(register.api).petition(id))?.letters ?? [];
      return letters.filter(({ kind: of }) => of === 'dutyReminder').at(-1)!.deliveries[0]!.id;
    }

    return { id, duty: duty!, state: () => state, happened, reminded };
  }

  /** It had to wait for the morning. */
  async function waits(id: string): Promise<void> {
    await register.admin.query('UPDATE mail_deliveries SET send_after = now() WHERE id = $1', [id]);
  }

  it('D11.3: goes while what it reminds of is owed as it was', async () => {
    const { reminded } = await aReminded();

    expect(await deliveries.dropPointless(await reminded())).toBeNull();
  });

  it('D11.3: is dropped when it has been done meanwhile, and the register says why', async () => {
    const { id, reminded, happened } = await aReminded();
    const reminder = await reminded();
    await happened('answered', null, { duties: [] });

    const reason = await deliveries.dropPointless(reminder);

    expect(reason).toBe('dutyDone');
    const token = randomUUID();
    await deliveries.claimDelivery(reminder, token, 60_000);
    await deliveries.recordDeliveryOutcome(reminder, token, { state: 'dropped', droppedBecause: reason });
    const [listed] = await listDeliveries(register.api, { id: reminder, limit: 1 });
    expect(listed).toMatchObject({ state: 'dropped', droppedBecause: 'dutyDone' });
    const letters = (await createRegister(register.api).petition(id))?.letters ?? [];
    expect(letters.flatMap((letter) => letter.deliveries)).toContainEqual(
      expect.objectContaining({ id: reminder, state: 'dropped', droppedBecause: 'dutyDone' }),
    );
  });

  it('D11.3: goes when it leaves at once, whatever has followed in the same minutes, but not in a later attempt', async () => {
    const { reminded, happened } = await aReminded();
    const reminder = await reminded(Date.now());
    await happened('answered', null, { duties: [] });

    expect(await deliveries.dropPointless(reminder)).toBeNull();

    await register.admin.query('UPDATE mail_deliveries SET attempts = 2 WHERE id = $1', [reminder]);
    expect(await deliveries.dropPointless(reminder)).toBe('dutyDone');
  });

  it('D11.3: is dropped when the case is over', async () => {
    const { reminded, happened } = await aReminded();
    const reminder = await reminded();
    await happened('withdrawn', null, { endedAt: at('2026-03-20'), duties: [] });

    expect(await deliveries.dropPointless(reminder)).toBe('caseEnded');
  });

  it('D11.3: is dropped for a newer one only when it had to wait', async () => {
    const { reminded } = await aReminded();
    const [older, newer] = [await reminded(), await reminded()];
    expect(await deliveries.dropPointless(older)).toBeNull();

    await waits(older);

    expect(await deliveries.dropPointless(older)).toBe('superseded');
    expect(await deliveries.dropPointless(newer)).toBeNull();
  });

  it('D11.1b: is dropped when the round of which it speaks is over', async () => {
    const { id, state, happened } = await aReminded();
    const { agency, document, round } = state().assignment!;
    await happened(`copied/${String(round)}`, { kind: 'assignmentCopy', agency, document, workingDays: 15 });
    const letters = (await createRegister(register.api).petition(id))?.letters ?? [];
    const copy = letters.find(({ kind }) => kind === 'assignmentCopy')!.deliveries[0]!.id;
    expect(await deliveries.dropPointless(copy)).toBeNull();

    await happened('reassigned', null, { assignment: { ...state().assignment!, round: round + 1 } });

    expect(await deliveries.dropPointless(copy)).toBe('bodyChanged');
  });

  it('goes in any case that runs in virtual time: that runs ahead of its letters', async () => {
    const { id, reminded, happened } = await aReminded();
    const reminder = await reminded();
    await happened('answered', null, { duties: [] });
    await markVirtual(register.admin, { caseKind: 'petition', caseId: id });

    expect(await deliveries.dropPointless(reminder)).toBeNull();
  });
});

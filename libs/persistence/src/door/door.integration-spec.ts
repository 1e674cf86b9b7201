import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { extraordinaryPeriod, localDate, reportId } from '@dialogue/domain';
import { anOrganisation, at } from '@dialogue/testing/builders';

import { planConference } from '../conference.fixture.js';
import { createLedger } from '../ledger/ledger.js';
import { createRegister } from '../reads/register.js';
import { aCommandOf, openRegister, submitPetition, type TestRegister } from '../register.fixture.js';
import { createDoor, type Door } from './door.js';
import { markVirtual } from './virtual-cases.js';

const day = localDate('2026-01-01');

describe('the door', () => {
  let register: TestRegister;
  let door: Door;

  beforeAll(async () => {
    register = await openRegister('reference');
    door = createDoor(register.api);
  });
  afterAll(async () => register.close());

  it('takes a new petition with its first command and gives it a number', async () => {
    const caseId = await submitPetition(register.api);

    const petition = await createRegister(register.api).petition(caseId);
    expect(petition).toMatchObject({ id: caseId, stage: 'submitted', sequence: 0, title: 'Đường vào bản hỏng' });
    expect(petition?.number).toMatch(/^KN-2026-\d{6}$/);
    expect(await door.unsignalled({ caseKind: 'petition', caseId })).toMatchObject([{ kind: 'register' }]);
  });

  it('gives the stored row back when the same command comes again', async () => {
    const command = aCommandOf(randomUUID());
    const first = await door.arrive(command);

    const second = await door.arrive({ ...command, receivedAt: command.receivedAt + 5_000 });

    expect([first.isNew, second.isNew]).toEqual([true, false]);
    expect(second.command).toEqual(first.command);
  });

  it('takes one of two that come at once', async () => {
    const command = aCommandOf(randomUUID());

    const arrivals = await Promise.all([
      door.arrive(command),
      door.arrive(command),
      door.arrive({ ...command, caseId: randomUUID() }),
    ]);

    expect(arrivals.filter(({ isNew }) => isNew)).toHaveLength(1);
    expect(new Set(arrivals.map((arrival) => arrival.command.arrival)).size).toBe(1);
  });

  it('begins no second petition when the first command is repeated', async () => {
    const caseId = await submitPetition(register.api);
    const [stored] = await door.unsignalled({ caseKind: 'petition', caseId });
    if (stored === undefined) throw new Error('The command has arrived');

    const again = await door.arrive({ ...aCommandOf(randomUUID(), { kind: 'register' }), id: stored.id });

    expect(again).toMatchObject({ isNew: false, command: { caseId } });
    expect(again.caseNumber).toMatch(/^KN-2026-/);
  });

  it('refuses a key that comes again with another body', async () => {
    const command = aCommandOf(randomUUID(), { bodyHash: 'k1:one' });
    await door.arrive(command);

    await expect(door.arrive({ ...command, bodyHash: 'k1:other' })).rejects.toMatchObject({
      code: 'command.key_reused',
    });
  });

  it.each(['', 'plain'])(
    'takes a command of before bodies were marked with a key for the same: "%s"',
    async (known) => {
      const command = aCommandOf(randomUUID(), { bodyHash: known });
      await door.arrive(command);

      expect(await door.arrive({ ...command, bodyHash: 'k1:marked' })).toMatchObject({ isNew: false });
    },
  );

  it('keeps order and instants of one case in step, whatever the clocks of the servers say', async () => {
    const caseId = randomUUID();
    await door.arrive(aCommandOf(caseId, { kind: 'first', receivedAt: at('2026-03-02', '10:00') }));
    await door.arrive(aCommandOf(caseId, { kind: 'second', receivedAt: at('2026-03-02', '09:59') }));

    const waiting = await door.unsignalled({ caseKind: 'petition', caseId });

    expect(waiting.map(({ kind, receivedAt }) => [kind, receivedAt])).toEqual([
      ['first', at('2026-03-02', '10:00')],
      ['second', at('2026-03-02', '10:00')],
    ]);
  });

  it('forgets what was signalled, and finds it again while it has no outcome', async () => {
    const reference = { caseKind: 'petition', caseId: randomUUID() } as const;
    const { command } = await door.arrive(aCommandOf(reference.caseId));

    await door.markSignalled([command.id]);

    expect(await door.unsignalled(reference)).toEqual([]);
    expect((await door.undecided(reference)).map(({ id }) => id)).toEqual([command.id]);
  });

  it('D8.1a: takes a new conference with its plan and gives it a number of its own', async () => {
    const { command, caseNumber } = await planConference(register.api, { programme: 'Khai mạc; đối thoại; kết luận' });

    const again = await door.arrive(command);

    expect(caseNumber).toMatch(/^HN-2026-\d{6}$/);
    expect(again).toMatchObject({ isNew: false, caseNumber });
    expect(await createRegister(register.api).conference(command.caseId)).toMatchObject({
      number: caseNumber,
      stage: 'drafted',
      sequence: 0,
      programme: 'Khai mạc; đối thoại; kết luận',
      leadOffice: { code: 'SL-VPUBND' },
    });
  });

  it('D6.2b: takes no ad hoc conference without its field', async () => {
    await expect(planConference(register.api, { kind: 'adHoc' })).rejects.toThrow('conference_plans_field_when_ad_hoc');
  });

  it('D14.2: takes a report on demand once, whoever else asks for the same days', async () => {
    const period = extraordinaryPeriod({
      from: localDate('2026-01-01'),
      cutOn: localDate('2026-03-31'),
      dueOn: localDate('2026-04-20'),
    });
    const opening = { organisation: anOrganisation('SL-STC'), leadOffice: anOrganisation('SL-STC'), period };
    const caseId = reportId(opening.organisation, period.code);
    const demand = (): ReturnType<typeof aCommandOf> => aCommandOf(caseId, { caseKind: 'report', kind: 'open' });

    const first = await door.arrive(demand(), { caseKind: 'report', opening });
    const second = await door.arrive(demand(), { caseKind: 'report', opening });

    expect([first.caseNumber, second.caseNumber]).toEqual([caseId, caseId]);
    expect(await door.unsignalled({ caseKind: 'report', caseId })).toHaveLength(2);
    expect(await createLedger(register.worker).loadReportOpening(caseId)).toMatchObject({
      period,
      hasSuperior: false,
    });
  });

  it('takes no report under an id that says another organisation', async () => {
    const period = { ...extraordinaryPeriod({ from: day, cutOn: day, dueOn: day }) };
    const opening = { organisation: anOrganisation('SL-STC'), leadOffice: anOrganisation('SL-STC'), period };
    const command = aCommandOf('SL-SYT/20260101-20260101', { caseKind: 'report', kind: 'open' });

    await expect(door.arrive(command, { caseKind: 'report', opening })).rejects.toThrow('its organisation');
  });

  it.each(['petition', 'conference', 'report'] as const)('marks what is for a %s in virtual time', async (caseKind) => {
    const reference = { caseKind, caseId: randomUUID() };
    await markVirtual(register.admin, reference);

    expect((await door.arrive(aCommandOf(reference.caseId, { caseKind }))).command.isVirtual).toBe(true);
    await expect(markVirtual(register.api, reference)).rejects.toThrow('permission denied');
  });
});

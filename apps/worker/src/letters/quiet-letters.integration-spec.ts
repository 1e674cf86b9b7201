import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { localDate, type Letter } from '@dialogue/domain';

import { openQuietOffice, type QuietOffice } from './quiet-office.fixture.js';

jest.setTimeout(120_000);

const accepted: Letter = { kind: 'accepted' };

/** Time goes on from test to test. */
describe('letters of a real register on a clock that skips', () => {
  let office: QuietOffice;

  beforeAll(async () => {
    office = await openQuietOffice();
  }, 180_000);
  afterAll(async () => office.close());

  /** When a letter that is owed now leaves; looked for until shortly after a time. */
  async function leavesAt(letter: Letter, day: string, hour: string): Promise<string> {
    const id = await office.owed(letter);
    await office.until(day, hour);
    await office.settle();
    return office.sentAt(id);
  }

  it('leave at once on a Friday at 17:59, and after 18:00 on Monday morning', async () => {
    await office.until('2026-12-04', '17:59');
    expect(await leavesAt(accepted, '2026-12-04', '18:00')).toBe('2026-12-04 17:59');

    await office.until('2026-12-04', '18:02');

    expect(await leavesAt(accepted, '2026-12-07', '07:00')).toBe('2026-12-07 07:00');
  });

  it('D11.3: leave at night on the last day of their limit, and wait for the morning once it has passed', async () => {
    await office.until('2026-12-11', '23:00');
    const [anchorOn, rule, duty] = [localDate('2026-12-01'), 'D11.1b', 'assign'] as const;
    const owed = { duty, rule, anchorOn, isProvisional: false, agency: null };
    const today = { ...owed, dueOn: localDate('2026-12-11'), workingDaysLeft: 0 };
    const yesterday = { ...owed, dueOn: localDate('2026-12-10'), workingDaysLeft: -1 };

    expect(await leavesAt({ kind: 'dutyReminder', ...today }, '2026-12-11', '23:02')).toBe('2026-12-11 23:00');
    expect(await leavesAt({ kind: 'dutyOverdue', ...yesterday }, '2026-12-14', '07:00')).toBe('2026-12-14 07:00');
  });

  it('wait over Tet for the first morning on which anybody works', async () => {
    await office.until('2027-02-03', '18:01');

    expect(await leavesAt(accepted, '2027-02-11', '07:00')).toBe('2027-02-11 07:00');
  });

  it('leave on a Saturday that has been made a working day while they waited', async () => {
    await office.until('2027-03-05', '18:01');
    const id = await office.owed(accepted);
    await office.settle();
    await office.publishSwap('2027-03-10', '2027-03-06');

    await office.until('2027-03-06', '07:00');
    await office.settle();

    expect(office.sentAt(id)).toBe('2027-03-06 07:00');
  });

  it('wait for the digest of the next working morning, and leave as one', async () => {
    await office.wish('digest');
    await office.until('2027-04-02', '15:00');
    const waiting = [await office.owed(accepted), await office.owed(accepted)];
    await office.until('2027-04-05', '07:30');
    await office.gather();
    const digests = await Promise.all(waiting.map(async (id) => (await office.listed(id))?.digestId ?? ''));

    await office.begin(digests[0]!);
    await office.until('2027-04-05', '08:00');
    await office.settle();

    expect(new Set(digests).size).toBe(1);
    expect(office.sentAt(digests[0]!)).toBe('2027-04-05 07:30');
    expect(waiting.map(office.sentAt)).toEqual(['never', 'never']);
    const states = await Promise.all(waiting.map(async (id) => (await office.listed(id))?.state));
    expect(states).toEqual(['sent', 'sent']);
  });

  it('leave by themselves half an hour after a digest that has not come', async () => {
    await office.until('2027-04-09', '15:00');

    expect(await leavesAt(accepted, '2027-04-12', '08:00')).toBe('2027-04-12 08:00');
  });

  it('leave when their body wants them at once', async () => {
    await office.until('2027-04-13', '09:00');
    const id = await office.owed(accepted);
    await office.until('2027-04-13', '10:00');
    expect(office.sentAt(id)).toBe('never');

    await office.wish('immediate');
    await office.askAgain(id);
    await office.settle();

    expect(office.sentAt(id)).toBe('2027-04-13 10:00');
  });
});

import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { localDate, withDayOff, type CalendarSlice, type Petition } from '@dialogue/domain';
import { aCommand, anOrganisation, aPetition, applied, at, elapsed } from '@dialogue/testing/builders';

import { createCalendarEditions } from '../calendar/calendar-editions.js';
import { createContacts } from '../contacts/contacts.js';
import { createLedger, type Ledger } from '../ledger/ledger.js';
import {
  anAdmin,
  anEntry,
  openRegister,
  recordUntil,
  submitPetition,
  type Recorded,
  type TestRegister,
} from '../register.fixture.js';
import { createRolloutReads } from './rollout-reads.js';
import { createRollouts, requestRollout, type Rollouts } from './rollouts.js';
import { inTransaction } from '../sql/sql.js';

/** Free in the new edition: what is due on Thursday 26 March 2026 is due on Friday. */
const holiday = { on: localDate('2026-03-25'), name: 'Ngày nghỉ mới', basis: 'Thông báo 1/TB-BNV', source: '' };

let register: TestRegister;
let ledger: Ledger;
let rollouts: Rollouts;
let accountId: string;

beforeAll(async () => {
  register = await openRegister();
  ledger = createLedger(register.worker);
  rollouts = createRollouts(register.worker);
  accountId = await anAdmin(register);
});
afterAll(async () => register.close());

/** Publishes a new edition with the holiday; its number. */
async function publish(): Promise<number> {
  const editions = createCalendarEditions(register.api);
  const { edition } = await editions.beginDraft({ accountId, note: '' });
  await editions.changeDraft(edition, (calendar) =>
    calendar.days.some(({ on }) => on === holiday.on) ? calendar : withDayOff(calendar, holiday),
  );
  await editions.publishDraft({ edition, accountId, on: localDate('2026-03-10'), check: () => undefined });
  return edition;
}

async function aPetitionOf(
  stage: 'inProgress' | 'answered' | 'closed',
  wishes: Partial<Pick<Petition, 'organisation'>> = {},
): Promise<Recorded> {
  const id = await submitPetition(register.api, { id: randomUUID(), ...wishes });
  return recordUntil(register.worker, { id, stage, ...wishes });
}

/** What the case does when it hears of the edition. */
async function hear(
  { state, sequence }: Recorded,
  edition: number,
  more: Partial<CalendarSlice> = {},
): Promise<Petition> {
  const calendar = { ...(await newest(state)), ...more };
  const change = applied({ ...state, calendar }, aCommand('calendarChanged', { edition }), at('2026-03-10'));
  await ledger.recordTransition(anEntry(change, { sequence: sequence + 1 }));
  return change.state;
}

async function newest(state: Petition): Promise<CalendarSlice> {
  return ledger.loadCalendar({ from: state.calendar.from, until: localDate('2027-12-31') });
}

/** How often a case was told of an edition. */
async function toldTo(id: string, edition: number): Promise<number> {
  const rows = await register.admin.query<object[]>(
    `SELECT FROM outbox WHERE kind = 'signalCase' AND case_id = $1 AND payload = $2`,
    [id, { kind: 'calendarChanged', edition }],
  );
  return rows.length;
}

/** Other specs of this file leave cases behind: everybody open has heard of everything. */
async function everybodyHears(edition: number): Promise<void> {
  for (const found of await createRolloutReads(register.api).openCases(null, 1_000)) {
    const stored = await ledger.loadCase(found);
    if (found.caseKind === 'petition' && stored !== null && (found.state.countedWith ?? 0) < edition)
      await hear({ state: found.state, sequence: stored.sequence }, edition);
  }
}

describe('a rollout of an edition', () => {
  let edition: number;
  let id: string;
  let open: Recorded;
  let closed: Recorded;

  beforeEach(async () => {
    open = await aPetitionOf('inProgress');
    closed = await aPetitionOf('closed');
    edition = await publish();
    id = `calendar/${String(edition)}`;
  });

  it('D11.1c: is asked for with the publication, and starts a workflow', async () => {
    expect(await rollouts.loadRollout(id)).toEqual({ kind: 'calendar', startsAt: at('2026-03-10', '00:00') });
    expect(
      await register.admin.query(`SELECT case_kind FROM outbox WHERE kind = 'startRollout' AND case_id = $1`, [id]),
    ).toEqual([{ case_kind: 'rollout' }]);
    await everybodyHears(edition);
    await rollouts.finishRollout(id);
  });

  it('D11.1c: tells open cases once, and closed ones not', async () => {
    const first = await rollouts.tellCases(id);
    const second = await rollouts.tellCases(id);

    expect(first.told).toBeGreaterThan(0);
    expect(second).toEqual({ told: 0, lagging: first.lagging });
    expect(await toldTo(open.state.id, edition)).toBe(1);
    expect(await toldTo(closed.state.id, edition)).toBe(0);
    await everybodyHears(edition);
    await rollouts.finishRollout(id);
  });

  it('D11.1c: tells again who has not acted for long, unless that is still on its way', async () => {
    await rollouts.tellCases(id);
    await register.admin.query(
      `UPDATE rollout_cases SET told_at = now() - interval '11 minutes' WHERE rollout_id = $1`,
      [id],
    );
    const onItsWay = await rollouts.tellCases(id);
    await register.admin.query('UPDATE outbox SET sent_at = now() WHERE sent_at IS NULL');

    const again = await rollouts.tellCases(id);

    expect(onItsWay.told).toBe(0);
    expect(again.told).toBe(again.lagging);
    expect(await toldTo(open.state.id, edition)).toBe(2);
    await everybodyHears(edition);
    await rollouts.finishRollout(id);
  });

  it('D11.3: ends with one letter to each person, with all that moved, however often it ends', async () => {
    const other = await aPetitionOf('inProgress');
    await rollouts.tellCases(id);
    await hear(other, edition, { unconfirmedYears: [2026] });
    await everybodyHears(edition);
    expect(await rollouts.tellCases(id)).toEqual({ told: 0, lagging: 0 });

    const { letters } = await rollouts.finishRollout(id);
    const again = await rollouts.finishRollout(id);

    const owed = await register.admin.query<{ content: { moves: object[] }; address: string; role: string }[]>(
      `SELECT letter.content, delivery.address, delivery.recipient_role AS role FROM letters letter
       JOIN mail_deliveries delivery ON delivery.letter_id = letter.id WHERE letter.case_id = $1 ORDER BY delivery.address`,
      [id],
    );
    expect(owed.map(({ address }) => address)).toEqual(['giamdoc@stc.sonla.example', 'xuly@stc.sonla.example']);
    expect(again).toEqual({ letters });
    expect(letters).toBe(2);
    for (const { content } of owed)
      expect(content.moves).toEqual(
        expect.arrayContaining(
          [open, other].map(({ state }) => ({
            caseNumber: state.number,
            duty: 'answer',
            rule: 'D11.1c',
            anchorOn: '2026-03-05',
            wasDueOn: '2026-03-26',
            dueOn: '2026-03-27',
            isProvisional: state === other.state,
          })),
        ),
      );
    expect(await createRolloutReads(register.api).rolloutStatus(id)).toMatchObject({ lagging: 0, letters: 2 });
  });
});

describe('a case that begins, or begins again, beside a rollout', () => {
  it('D11.1c: hears at once of an edition that all others have heard of, when it still counts on an older', async () => {
    const edition = await publish();
    await everybodyHears(edition);
    await rollouts.finishRollout(`calendar/${String(edition)}`);
    const id = await submitPetition(register.api, { id: randomUUID() });

    await recordUntil(register.worker, { id, stage: 'received' });

    expect(await toldTo(id, edition)).toBe(1);
  });

  it('D11.1c: hears nothing when it began with the newest', async () => {
    const edition = await publish();
    await everybodyHears(edition);
    await rollouts.finishRollout(`calendar/${String(edition)}`);
    const id = await submitPetition(register.api, { id: randomUUID() });

    const begun = {
      ...aPetition({ id, stage: 'submitted', calendar: await newest(aPetition()) }),
      countedWith: edition,
    };
    const registered = applied(begun, aCommand('register'), at('2026-03-02'));
    await ledger.recordTransition(anEntry(registered, { sequence: 1 }));

    expect(await toldTo(id, edition)).toBe(0);
  });
});

describe('time, while a rollout is on its way', () => {
  it('D11.1c: records no deadline that has passed on a calendar that is no longer the newest', async () => {
    const petition = await aPetitionOf('inProgress');
    const missed = elapsed(petition.state, at('2026-03-27'))[0]!;
    const entry = { ...anEntry(missed, { sequence: petition.sequence + 1 }), yields: true };
    // The instant of the case lies in the past of this test: the publication must lie before it.
    const edition = await publish();
    const id = `calendar/${String(edition)}`;
    await register.admin.query(`UPDATE rollouts SET requested_at = '2026-03-20' WHERE id = $1`, [id]);

    expect(await ledger.recordTransition(entry)).toBe('commandWaits');

    const heard = await hear(petition, edition);
    expect(elapsed(heard, at('2026-03-27'))).toEqual([]);
    await everybodyHears(edition);
    await rollouts.finishRollout(id);
  });
});

describe('a rollout of a succession', () => {
  it('D11.3: tells the open cases that name a predecessor, from its day on, and no letter of its own', async () => {
    const petition = await aPetitionOf('inProgress');
    const { successions, ...change } = aCommand('organisationChanged');
    const command = { ...change, successions: successions.filter(({ from }) => from === 'SL-STC') };
    const id = `organisation/${randomUUID()}` as const;
    const dueOn = localDate('2026-04-01');
    await inTransaction(register.api, async (sql) =>
      requestRollout(sql, { id, kind: 'organisation', command, dueOn, requestedBy: accountId }),
    );

    const { lagging } = await rollouts.tellCases(id);
    const told = await register.admin.query<{ case_id: string }[]>(
      'SELECT case_id FROM rollout_cases WHERE rollout_id = $1',
      [id],
    );

    expect(await rollouts.loadRollout(id)).toEqual({ kind: 'organisation', startsAt: at('2026-04-01', '00:00') });
    expect(told.map(({ case_id }) => case_id)).toContain(petition.state.id);
    expect(told).toHaveLength(lagging);
    expect(await rollouts.finishRollout(id)).toEqual({ letters: 0 });
  });

  it('is not there any more once it was withdrawn', async () => {
    const id = `organisation/${randomUUID()}` as const;
    const command = aCommand('organisationChanged');
    await inTransaction(register.api, async (sql) =>
      requestRollout(sql, { id, kind: 'organisation', command, dueOn: localDate('2026-04-01'), requestedBy: null }),
    );
    await register.api.query('UPDATE rollouts SET withdrawn_at = now() WHERE id = $1', [id]);

    expect(await rollouts.loadRollout(id)).toBeNull();
    expect(await rollouts.tellCases(id)).toEqual({ told: 0, lagging: 0 });
  });
});

describe('a rollout that moves deadlines of a body whose posts lead nowhere', () => {
  it('D11.3: ends with one letter to its desk, in whatever roles the body has the deadlines', async () => {
    await register.admin.query(`UPDATE people SET email = NULL WHERE email LIKE '%@stc.sonla.example'`);
    const desk = { organisationCode: 'SL-STC', kind: 'desk', email: 'vanthu@stc.example', phone: null } as const;
    await createContacts(register.api).set({ ...desk, from: localDate('2025-03-01') });
    const asAgency = await aPetitionOf('inProgress');
    const asHost = await aPetitionOf('answered', { organisation: anOrganisation('SL-STC') });
    const edition = await publish();
    await everybodyHears(edition);
    const id = `calendar/${String(edition)}`;
    await rollouts.tellCases(id);

    await rollouts.finishRollout(id);

    const owed = await register.admin.query<{ content: { moves: { duty: string; caseNumber: string }[] } }[]>(
      `SELECT letter.content FROM letters letter JOIN mail_deliveries delivery ON delivery.letter_id = letter.id
       WHERE letter.case_id = $1 AND delivery.address = 'vanthu@stc.example'`,
      [id],
    );
    expect(owed).toHaveLength(1);
    expect(owed[0]?.content.moves.map(({ duty, caseNumber }) => [duty, caseNumber])).toEqual(
      expect.arrayContaining([
        ['answer', asAgency.state.number],
        ['approve', asHost.state.number],
      ]),
    );
  });
});

import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import { createDoor } from '../door/door.js';
import { markVirtual } from '../door/virtual-cases.js';
import {
  anAdmin,
  aCommandOf,
  openRegister,
  recordUntil,
  submitPetition,
  type TestRegister,
} from '../register.fixture.js';
import { tellCase } from '../relay/tell-case.js';
import { sqlOf } from '../sql/sql.js';
import { createReconciliationReads, type ReconciliationReads } from './reconciliation-reads.js';
import { createReconciliations, type Reconciliations } from './reconciliations.js';
import type { ReconciledUnit, ShouldRun } from './should-run.js';

let register: TestRegister;
let reconciliations: Reconciliations;
let reads: ReconciliationReads;
let accountId: string;

beforeAll(async () => {
  register = await openRegister();
  reconciliations = createReconciliations(register.worker);
  reads = createReconciliationReads(register.api);
  accountId = await anAdmin(register);
});
afterAll(async () => register.close());
beforeEach(async () => {
  for (const table of ['reconciliation_findings', 'reconciliations', 'outbox'])
    await register.admin.query(`DELETE FROM ${table}`);
});

async function aPetitionOf(stage: 'inProgress' | 'closed'): Promise<string> {
  const id = await submitPetition(register.api, { id: randomUUID() });
  await recordUntil(register.worker, { id, stage });
  return id;
}

/** Everything of a kind, two at a time. */
async function all(what: ShouldRun): Promise<readonly ReconciledUnit[]> {
  const found: ReconciledUnit[] = [];
  for (let after: string | null = null; ;) {
    const page: readonly ReconciledUnit[] = await reconciliations.shouldRun(what, after, 2);
    found.push(...page);
    const last = page.at(-1);
    if (last === undefined || page.length < 2) return found;
    after = `${last.kind}/${last.id}`;
  }
}

async function one(what: ShouldRun, id: string): Promise<ReconciledUnit['registered'] | undefined> {
  return (await all(what)).find((unit) => unit.id === id)?.registered;
}

describe('what should run', () => {
  it('is every open case, each once, with its next due instant and its stage', async () => {
    const open = [await aPetitionOf('inProgress'), await aPetitionOf('inProgress'), await aPetitionOf('inProgress')];
    const closed = await aPetitionOf('closed');

    const found = (await all('cases')).map(({ id }) => id);

    expect(found).toEqual(expect.arrayContaining(open));
    expect(new Set(found).size).toBe(found.length);
    expect(found).not.toContain(closed);
    expect(await one('cases', open[0]!)).toMatchObject({ isBegun: true, isOver: false, stage: 'inProgress' });
    expect((await one('cases', open[0]!))?.nextDueAt).toBeGreaterThan(0);
  });

  it('asks no case in virtual time whether it is late: its clock is not ours', async () => {
    const id = await aPetitionOf('inProgress');
    await markVirtual(register.admin, { caseKind: 'petition', caseId: id });

    expect(await one('cases', id)).toMatchObject({ nextDueAt: null });
  });

  it('says since when a command waits', async () => {
    const id = await aPetitionOf('inProgress');
    const command = aCommandOf(id, { receivedAt: Date.parse('2026-03-20T09:00+07:00') });
    await createDoor(register.api).arrive(command);

    // The first command of the petition has no outcome either: nobody has decided it here.
    expect((await one('cases', id))?.waitingSince).toBe(Date.parse('2026-03-02T09:00+07:00'));
  });

  it('is what came to the door and has not begun, unless its beginning was refused', async () => {
    const [waiting, refused, lost] = [randomUUID(), randomUUID(), randomUUID()];
    for (const id of [waiting, refused, lost]) await submitPetition(register.api, { id });
    await register.admin.query(
      `UPDATE commands SET outcome = 'refused', outcome_code = 'x', outcome_rule = 'D2.1', decided_at = now(), recorded_at = now() WHERE case_id = $1`,
      [refused],
    );
    await register.admin.query('DELETE FROM commands WHERE case_id = $1', [lost]);

    expect(await one('beginnings', waiting)).toMatchObject({ isBegun: false, canBegin: true });
    expect(await one('beginnings', refused)).toBeUndefined();
    expect(await one('beginnings', lost)).toMatchObject({ canBegin: false });
  });

  it('is every letter that the relay has started and that has no end', async () => {
    const petitionId = await aPetitionOf('inProgress');
    const letters = await register.admin.query<{ id: string }[]>(
      'SELECT delivery.id FROM mail_deliveries delivery JOIN letters ON letters.id = letter_id WHERE case_id = $1',
      [petitionId],
    );
    const ofPetition = async (): Promise<readonly string[]> =>
      (await all('letters')).map(({ id }) => id).filter((id) => letters.some((letter) => letter.id === id));

    expect(await ofPetition()).toEqual([]);
    await register.admin.query('UPDATE outbox SET sent_at = now()');
    expect(await ofPetition()).toHaveLength(letters.length);
    await register.admin.query(`UPDATE mail_deliveries SET state = 'sent'`);
    expect(await ofPetition()).toEqual([]);
  });

  it('is known by name, also what is over', async () => {
    const [open, closed] = [await aPetitionOf('inProgress'), await aPetitionOf('closed')];
    const names = [open, closed, randomUUID()].map((id) => ({ kind: 'petition' as const, id }));

    const found = await reconciliations.known(names);

    expect(found.map(({ id, registered: { isOver } }) => [id, isOver])).toEqual(
      expect.arrayContaining([
        [open, false],
        [closed, true],
      ]),
    );
    expect(found).toHaveLength(2);
  });
});

describe('what is told anew', () => {
  async function tell(caseId: string, deliveryId: string, sentAt: string): Promise<string> {
    const news = { kind: 'noteDelivery', deliveryId, outcome: 'refused' } as const;
    await tellCase(sqlOf(register.worker), { caseKind: 'petition', caseId, command: news });
    const told = [caseId, deliveryId] as const;
    const ofNews = `case_id = $1 AND payload ->> 'deliveryId' = $2`;
    await register.admin.query(`UPDATE outbox SET sent_at = $3 WHERE ${ofNews}`, [...told, sentAt]);
    const [row] = await register.admin.query<{ command_id: string }[]>(
      `SELECT command_id FROM outbox WHERE ${ofNews}`,
      [...told],
    );
    return row!.command_id;
  }

  it('is every command without an outcome, and the news that came after all that the case has decided', async () => {
    const id = await aPetitionOf('inProgress');
    await register.admin.query('UPDATE commands SET signalled_at = now() WHERE case_id = $1', [id]);
    await tell(id, 'refused long ago', '2026-03-10T09:00Z');
    const heard = await tell(id, 'heard', '2026-03-11T09:00Z');
    await tell(id, 'lost', '2026-03-12T09:00Z');
    await register.admin.query('ALTER TABLE case_events DISABLE TRIGGER case_events_append_only');
    await register.admin.query('UPDATE case_events SET command_id = $2 WHERE case_id = $1 AND sequence = 4', [
      id,
      heard,
    ]);
    await register.admin.query('ALTER TABLE case_events ENABLE TRIGGER case_events_append_only');
    await reconciliations.begin('now');

    await reconciliations.record('now', [{ kind: 'petition', id, finding: 'runMissing' }]);

    const waiting = `SELECT payload ->> 'deliveryId' AS id FROM outbox WHERE case_id = $1 AND kind = 'signalCase' AND sent_at IS NULL`;
    expect(await register.admin.query(waiting, [id])).toEqual([{ id: 'lost' }]);
    expect(
      await register.admin.query(
        'SELECT count(*)::int AS unsignalled FROM commands WHERE case_id = $1 AND signalled_at IS NULL',
        [id],
      ),
    ).toEqual([{ unsignalled: 1 }]);
  });

  it('is nothing of what is only reported', async () => {
    const id = await aPetitionOf('inProgress');
    await tell(id, 'news', '2026-03-12T09:00Z');
    await reconciliations.begin('now');

    await reconciliations.record('now', [{ kind: 'petition', id, finding: 'taskFailing' }]);

    expect(
      await register.admin.query('SELECT FROM outbox WHERE case_id = $1 AND payload ? $2 AND sent_at IS NULL', [
        id,
        'deliveryId',
      ]),
    ).toEqual([]);
  });
});

describe('one at a time', () => {
  it('begins once, and refuses another while it is under way', async () => {
    expect(await reconciliations.begin('first')).toBe(true);
    expect(await reconciliations.begin('first')).toBe(true);
    expect(await reconciliations.begin('second')).toBe(false);

    await reconciliations.finish('first', 12);

    expect(await reconciliations.begin('second')).toBe(true);
    expect(await reconciliations.begin('first')).toBe(false);
  });

  it('gives up one that has been silent for an hour, whose steps then change nothing', async () => {
    await reconciliations.begin('dead');
    await register.admin.query(`UPDATE reconciliations SET touched_at = now() - interval '61 minutes'`);

    expect(await reconciliations.begin('next')).toBe(true);
    expect(await reconciliations.record('dead', [{ kind: 'petition', id: 'a', finding: 'unknownRun' }])).toBe(false);
    expect(await reads.reconciliation('dead')).toMatchObject({ isGivenUp: true, found: 0 });
  });

  it('answers a second click with the one that is under way, and has the relay start it once', async () => {
    const [first, second] = [randomUUID(), randomUUID()];

    expect(await Promise.all([reads.request(first, accountId), reads.request(second, accountId)])).toEqual(
      expect.arrayContaining([expect.any(String)]),
    );

    const begun = await reads.reconciliations(10);
    expect(begun).toHaveLength(1);
    expect(await register.admin.query('SELECT kind, case_id FROM outbox')).toEqual([
      { kind: 'startReconciliation', case_id: begun[0]?.id },
    ]);
    expect(begun[0]).toMatchObject({ isByHand: true, finishedAt: null });
  });
});

describe('what people read', () => {
  it('is each finding once, what a person must see first', async () => {
    await reconciliations.begin('now');
    const found = [
      { kind: 'petition', id: 'a', finding: 'runMissing' },
      { kind: 'petition', id: 'b', finding: 'unknownRun' },
    ] as const;
    await reconciliations.record('now', found);
    await reconciliations.record('now', found);

    expect(await reconciliations.finish('now', 2)).toBe(1);
    expect(await reads.findings('now', { from: 0, limit: 10 })).toMatchObject([
      { id: 'b', finding: 'unknownRun', action: 'reported', needsPerson: true },
      { id: 'a', finding: 'runMissing', action: 'started', needsPerson: false },
    ]);
    expect(await reads.reconciliations(10)).toMatchObject([{ id: 'now', looked: 2, found: 2, forPeople: 1 }]);
  });
});

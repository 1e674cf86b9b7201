import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { startRealStack, waitFor, type ApiClient, type RealStack } from '@dialogue/testing/stack';

import { bodies, decided, historyRows, lettersSettled, registered } from './petition.fixture.js';
import {
  emptyTemporalInTheMiddle,
  lettersOf,
  reconciled,
  startStray,
  type Emptied,
  type Findings,
} from './rebuilt.fixture.js';

jest.setTimeout(240_000);

describe('a Temporal that has forgotten everything', () => {
  let stack: RealStack;
  let clerk: ApiClient;
  let emptied: Emptied;
  let ids: readonly unknown[];
  let findings: Findings;

  beforeAll(async () => {
    stack = await startRealStack();
    clerk = await stack.logIn();
    emptied = await emptyTemporalInTheMiddle(stack, clerk);
    await stack.worker.start();
    ({ ids, findings } = await reconciled(clerk));
    await decided(clerk, emptied.pending);
    await waitFor(
      'everything that waited is decided',
      async () => (await stack.register.count('SELECT count(*) FROM commands WHERE outcome IS NULL')) === 0,
    );
    await waitFor(
      'every row of the outbox is gone',
      async () => (await stack.register.count('SELECT count(*) FROM outbox WHERE sent_at IS NULL')) === 0,
    );
    await lettersSettled(stack);
  }, 240_000);
  afterAll(async () => stack.stop());

  it('is filled again from the register: every open case runs, and a second click asks for nothing more', async () => {
    const { attached, conference, waiting, late, unsent } = emptied;
    expect(new Set(ids).size).toBe(1);
    for (const id of [attached, waiting, late.petitionId, unsent])
      expect(findings.get(`petition/${id}`)).toEqual({ finding: 'runMissing', action: 'started' });
    expect(findings.get(`conference/${conference}`)).toEqual({ finding: 'runMissing', action: 'started' });
    const cases = [...findings.keys()].filter((id) => id.startsWith('petition/') || id.startsWith('conference/'));
    const runs = await Promise.all(cases.map((id) => stack.temporalClient.workflow.getHandle(id).describe()));
    expect(new Set(runs.map(({ status }) => status.name))).toEqual(new Set(['RUNNING']));
  });

  it('loses no command that waited, and carries it out once', async () => {
    const rows = await historyRows(stack, emptied.waiting);

    expect(rows.map(({ event }) => event)).toEqual(['registered', 'accepted', 'assigned', 'acknowledged']);
  });

  it('D11.1c: misses a deadline once, before the answer that came after it', async () => {
    const rows = await historyRows(stack, emptied.late.petitionId);
    const deadlines = rows.filter(({ facts }) => facts['duty'] === 'answer' && facts['dueOn'] === emptied.late.dueOn);

    expect(deadlines.filter(({ event }) => event === 'deadlineMissed')).toHaveLength(1);
    expect(rows.find(({ event }) => event === 'answered')).toMatchObject({ facts: { isLate: true } });
    expect(rows.map(({ sequence }) => sequence)).toEqual(rows.map((_, index) => index + 1));
  });

  it('D8.1e: loses no news between cases: the conference hears of the petition, once', async () => {
    const heard = await waitFor('the conference has heard', async () => {
      const rows = await stack.register.rows<{ event: string }>(
        `SELECT event FROM case_events WHERE case_kind = 'conference' AND case_id = $1 ORDER BY sequence`,
        [emptied.conference],
      );
      return rows.some(({ event }) => event === 'petitionAttached') ? rows : null;
    });

    expect(heard.filter(({ event }) => event === 'petitionAttached')).toHaveLength(1);
  });

  it('sends no letter twice, and sends the one that waited for the mail server', async () => {
    expect(await lettersOf(stack, emptied.unsent, 'deferred')).toBe(0);
    expect(await lettersOf(stack, emptied.unsent, 'sent')).toBeGreaterThan(0);
    const sent = await stack.register.count(`SELECT count(*) FROM mail_deliveries WHERE state = 'sent'`);
    expect(stack.smtp.received).toHaveLength(sent);
  });

  it('leaves nothing to the next reconciliation, but what a person must see: a run of which no register knows', async () => {
    const stray = await startStray(stack);

    const { findings: next } = await reconciled(clerk);

    expect([...next]).toEqual([[`petition/${stray}`, { finding: 'unknownRun', action: 'reported' }]]);
    expect((await stack.temporalClient.workflow.getHandle(`petition/${stray}`).describe()).status.name).toBe('RUNNING');
  });

  it('a run that is older than the register is ended, and goes on from the register', async () => {
    const id = await registered(clerk);
    await lettersSettled(stack);
    // The register was written to past the run, as by another Temporal: the same sequence, with other content.
    await stack.register.rows(
      `INSERT INTO case_events (case_kind, case_id, sequence, event, at, rule, facts, content_hash)
       SELECT case_kind, case_id, 2, 'deliveryNoted', at, rule, facts, 'other content' FROM case_events WHERE case_id = $1`,
      [id],
    );
    await stack.register.rows('UPDATE case_memory SET sequence = 2 WHERE case_id = $1', [id]);
    const pending = await clerk.post(`/v1/petitions/${id}/accept`, bodies.accept);
    await waitFor('the step fails again and again', async () => {
      const { raw } = await stack.temporalClient.workflow.getHandle(`petition/${id}`).describe();
      return (raw.pendingActivities ?? []).some(({ attempt }) => (attempt ?? 0) >= 3);
    });

    const { findings: found } = await reconciled(clerk);

    expect(found.get(`petition/${id}`)).toEqual({ finding: 'registerAhead', action: 'restarted' });
    expect(await decided(clerk, pending)).toMatchObject({ status: 'accepted' });
    expect((await historyRows(stack, id)).map(({ sequence, event }) => [sequence, event])).toEqual([
      [1, 'registered'],
      [2, 'deliveryNoted'],
      [3, 'accepted'],
    ]);
  });
});

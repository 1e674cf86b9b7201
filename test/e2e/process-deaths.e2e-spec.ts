import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { historyOf, startRealStack, waitFor, type ApiClient, type RealStack } from '@dialogue/testing/stack';

import {
  addresses,
  bodies,
  decided,
  decision,
  give,
  historyRows,
  lettersSettled,
  registered,
} from './petition.fixture.js';

jest.setTimeout(240_000);

describe('a process that is killed', () => {
  let stack: RealStack;
  let clerk: ApiClient;

  beforeAll(async () => {
    stack = await startRealStack();
    clerk = await stack.logIn();
  });
  afterAll(async () => stack.stop());

  async function commandRow(
    id: string,
    kind: string,
  ): Promise<{ readonly id: string; readonly signalled_at: Date | null }> {
    return waitFor(`the command ${kind} is in the register`, async () => {
      const [row] = await stack.register.rows<{ readonly id: string; readonly signalled_at: Date | null }>(
        'SELECT id, signalled_at FROM commands WHERE case_id = $1 AND kind = $2',
        [id, kind],
      );
      return row ?? null;
    });
  }

  async function expectOnce(id: string, events: readonly string[]): Promise<void> {
    const rows = await historyRows(stack, id);
    expect(rows.map(({ event }) => event)).toEqual(events);
    expect(rows.map(({ sequence }) => sequence)).toEqual(events.map((_, index) => index + 1));
  }

  it('the API between its commit and its signal: the relay carries the command out, once', async () => {
    const id = await registered(clerk);
    stack.lines.apiToTemporal.turn('holdRequests');

    const cut = clerk.post(`/v1/petitions/${id}/accept`, bodies.accept, 'accept-once').then(
      ({ status }) => status,
      () => 'no answer',
    );
    const command = await commandRow(id, 'accept');
    await waitFor('the signal is held on its way', () => stack.lines.apiToTemporal.heldRequestBytes() > 0);
    await stack.api.kill();
    stack.lines.apiToTemporal.turn('refuse');
    stack.lines.apiToTemporal.turn('pass');
    await stack.api.start();
    await waitFor('the relay has told the case', async () => (await commandRow(id, 'accept')).signalled_at);
    const request = { body: bodies.accept, key: 'accept-once' };
    const again = await decision(await stack.logIn(), `/v1/petitions/${id}/accept`, request);

    expect(command.signalled_at).toBeNull();
    // Where its death was slow to come, the API had promised an outcome; it never had one to tell.
    expect(['no answer', 202]).toContain(await cut);
    expect(again).toMatchObject({ status: 200, body: { stage: 'accepted' } });
    await expectOnce(id, ['registered', 'accepted']);
    const signals = (await historyOf(stack.temporalClient, `petition/${id}`)).filter(
      ({ type, text }) => type === 'workflowExecutionSignaled' && text.includes(command.id),
    );
    expect(signals).toHaveLength(1);
    expect(await stack.register.count('SELECT count(*) FROM commands WHERE case_id = $1', [id])).toBe(2);
  });

  // One death, two cases at two points of it, since finding out about a dead worker takes Temporal its time.
  it('the worker before and after the commit of the ledger: each command is recorded once, its letters go once', async () => {
    clerk = await stack.logIn();
    const [before, after] = [await registered(clerk), await registered(clerk)];
    for (const id of [before, after]) await give(clerk, id, 'accept', bodies.accept);
    await Promise.all([before, after].map((id) => lettersSettled(stack, id)));
    const mailsBefore = stack.smtp.received.length;
    const heldBefore = await stack.register.holdLedgerOf(before);
    const heldAfter = await stack.register.holdLedgerOf(after);

    const asked = [before, after].map((id) => clerk.post(`/v1/petitions/${id}/assign`, bodies.assign));
    await waitFor(
      'both transactions of the worker wait before their commit',
      async () => (await stack.register.waitingTransactions('dialogue-worker')) === 2,
    );
    stack.lines.workerToTemporal.turn('holdRequests');
    await heldAfter.release();
    await waitFor('the one is committed', async () => (await historyRows(stack, after)).length === 3);
    await waitFor('its completion is held on its way', () => stack.lines.workerToTemporal.heldRequestBytes() > 0);
    await stack.worker.kill();
    stack.lines.workerToTemporal.turn('refuse');
    await heldBefore.release();
    const recordedAtDeath = (await historyRows(stack, before)).map(({ event }) => event);
    stack.lines.workerToTemporal.turn('pass');
    await stack.worker.start();
    const answers = await Promise.all(asked);
    await waitFor('the other is recorded too', async () => (await historyRows(stack, before)).length === 3);
    await Promise.all([before, after].map((id) => lettersSettled(stack, id)));
    const mailsAfterDeath = stack.smtp.received.slice(mailsBefore).map(({ to }) => to.join());

    expect(recordedAtDeath).toEqual(['registered', 'accepted']);
    for (const answer of answers) if (answer.status === 202) await decided(clerk, answer);
    for (const id of [before, after]) {
      // Also works on: the next command follows without a gap.
      await give(clerk, id, 'acknowledge', bodies.acknowledge);
      await expectOnce(id, ['registered', 'accepted', 'assigned', 'acknowledged']);
      const workflow = (await historyOf(stack.temporalClient, `petition/${id}`)).map(({ type }) => type);
      expect(workflow).toContain('activityTaskCompleted');
      expect(workflow).not.toContain('workflowTaskFailed');
    }
    // Handler, head of the agency, the Front, the monitor, the person: each once for each case.
    expect(mailsAfterDeath.filter((to) => to === addresses.handler)).toHaveLength(2);
    expect(mailsAfterDeath.filter((to) => to === addresses.agencyHead)).toHaveLength(2);
    expect(mailsAfterDeath).toHaveLength(10);
  });
});

import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { startRealStack, waitFor, type ApiAnswer, type ApiClient, type RealStack } from '@dialogue/testing/stack';

import { answerFromAnOutage, type WaitingAnswer } from './past-case.fixture.js';
import {
  bodies,
  decided,
  give,
  historyRows,
  idIn,
  lettersSettled,
  registered,
  registration,
  type HistoryRow,
} from './petition.fixture.js';

jest.setTimeout(240_000);

interface CommandRow {
  readonly id: string;
  readonly kind: string;
  readonly received_at: Date;
  readonly outcome: string | null;
}

describe('an outage', () => {
  let stack: RealStack;
  let clerk: ApiClient;

  beforeAll(async () => {
    stack = await startRealStack();
    clerk = await stack.logIn();
  });
  afterAll(async () => stack.stop());

  async function commandsOf(id: string): Promise<readonly CommandRow[]> {
    return stack.register.rows<CommandRow>(
      'SELECT id, kind, received_at, outcome FROM commands WHERE case_id = $1 ORDER BY arrival',
      [id],
    );
  }

  describe('of the worker', () => {
    const chain = ['accept', 'assign', 'acknowledge', 'answer'] as const;
    let id: string;
    let answers: readonly ApiAnswer[];
    let inTime: WaitingAnswer;
    let late: WaitingAnswer;

    beforeAll(async () => {
      await stack.worker.kill();
      const first = await clerk.post('/v1/petitions', registration());
      id = idIn(first);
      const asked: Promise<ApiAnswer>[] = [];
      for (const command of chain) {
        asked.push(clerk.post(`/v1/petitions/${id}/${command}`, bodies[command]));
        await waitFor(`${command} is at the door`, async () => (await commandsOf(id)).at(-1)?.kind === command);
      }
      answers = [first, ...(await Promise.all(asked))];
      inTime = await answerFromAnOutage(stack, (endOfDueDay) => endOfDueDay - 1);
      late = await answerFromAnOutage(stack, (endOfDueDay) => endOfDueDay);
      await stack.worker.start();
      for (const waiting of [id, inTime.petitionId, late.petitionId])
        await waitFor('everything is decided', async () =>
          (await commandsOf(waiting)).every(({ outcome }) => outcome !== null),
        );
    });

    it('keeps nobody from giving commands: each gets 202 and a link to its outcome', async () => {
      for (const answer of answers) {
        expect(answer.status).toBe(202);
        expect(await decided(clerk, answer)).toMatchObject({ status: 'accepted' });
      }
      expect(answers).toHaveLength(5);
    });

    it('changes neither the order of the commands nor the instants at which they came', async () => {
      const commands = await commandsOf(id);
      const carriedOut = (await historyRows(stack, id)).filter(({ command_id: command }) => command !== null);

      expect(carriedOut.map(({ event }) => event)).toEqual([
        'registered',
        'accepted',
        'assigned',
        'acknowledged',
        'answered',
      ]);
      expect(carriedOut.map(({ command_id: command }) => command)).toEqual(commands.map((command) => command.id));
      expect(carriedOut.map(({ at }) => at)).toEqual(commands.map(({ received_at: at }) => at));
    });

    it('D11.1c: makes no answer late that came in the last moment of the due day', async () => {
      const rows = await historyRows(stack, inTime.petitionId);

      expect(answerIn(rows, inTime)).toMatchObject({ sequence: 5, facts: { isLate: false, answeredOn: inTime.dueOn } });
      expect(missedAnswers(rows)).toEqual([]);
      expect(await breachOf(stack, inTime)).toEqual({ breached_on: null, is_first_answer_late: false });
    });

    it('D11.1c: makes no answer timely that came in the first moment of the day after', async () => {
      const rows = await historyRows(stack, late.petitionId);
      const [missed, ...others] = missedAnswers(rows);

      expect(answerIn(rows, late)).toMatchObject({ sequence: 6, facts: { isLate: true } });
      expect(missed).toMatchObject({ sequence: 5, facts: { dueOn: late.dueOn, isBreach: true } });
      expect(others).toEqual([]);
      expect(await breachOf(stack, late)).toMatchObject({ is_first_answer_late: true });
    });
  });

  it('of Temporal: commands get 202, and are carried out in order when Temporal is back with what it knew', async () => {
    const id = await registered(clerk);
    // A letter that is just going out would wait for Temporal to miss its attempt, far into the next outage.
    await lettersSettled(stack);
    await stack.temporal.kill();

    const pending = [
      await clerk.post(`/v1/petitions/${id}/accept`, bodies.accept),
      await clerk.post(`/v1/petitions/${id}/assign`, bodies.assign),
    ];
    const health = await fetch(`${stack.api.origin}/health/ready`);
    await stack.temporal.start();
    const outcomes = await Promise.all(pending.map((answer) => decided(clerk, answer)));

    expect(health.status).toBe(503);
    expect(await health.json()).toMatchObject({ notReady: ['temporal'] });
    expect(outcomes).toMatchObject([{ status: 'accepted' }, { status: 'accepted' }]);
    const rows = await historyRows(stack, id);
    expect(rows.map(({ event }) => event)).toEqual(['registered', 'accepted', 'assigned']);
    const commands = await commandsOf(id);
    expect(rows.map(({ at }) => at)).toEqual(commands.map(({ received_at: at }) => at));
  });

  it('of PostgreSQL: the API says 503 and when to come again, then everything goes on', async () => {
    const id = await registered(clerk);
    await lettersSettled(stack);
    await stack.postgres.kill();
    // Its children outlive the first process for a moment, in which they still answer.
    await waitFor('nobody is connected to PostgreSQL any more', () => registerLines(stack) === 0);

    const refused = await clerk.post(`/v1/petitions/${id}/accept`, bodies.accept, 'in-the-outage');
    const live = await fetch(`${stack.api.origin}/health/live`);
    await stack.postgres.start();
    const again = await waitFor('the API goes on', async () => {
      const answer = await clerk.post(`/v1/petitions/${id}/accept`, bodies.accept, 'in-the-outage');
      return answer.status === 503 ? null : answer;
    });
    const next = await give(clerk, id, 'assign', bodies.assign);
    await lettersSettled(stack);

    expect(refused).toMatchObject({ status: 503, body: { code: 'service.unavailable' } });
    expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(0);
    expect(live.status).toBe(200);
    expect([200, 202]).toContain(again.status);
    expect(next.body).toMatchObject({ stage: 'assigned', sequence: 3 });
    expect((await historyRows(stack, id)).map(({ event }) => event)).toEqual(['registered', 'accepted', 'assigned']);
    const letters = await stack.register.count('SELECT count(*) FROM mail_deliveries WHERE attempts <> 1');
    expect(letters).toBe(0);
    expect(stack.smtp.received).toHaveLength(await stack.register.count('SELECT count(*) FROM mail_deliveries'));
  });
});

function registerLines({ lines }: RealStack): number {
  return lines.apiToPostgres.openLines() + lines.workerToPostgres.openLines();
}

function answerIn(rows: readonly HistoryRow[], { commandId }: WaitingAnswer): HistoryRow | undefined {
  return rows.find(({ event, command_id: command }) => event === 'answered' && command === commandId);
}

function missedAnswers(rows: readonly HistoryRow[]): readonly HistoryRow[] {
  return rows.filter(({ event, facts }) => event === 'deadlineMissed' && facts['duty'] === 'answer');
}

async function breachOf({ register }: RealStack, { petitionId }: WaitingAnswer): Promise<unknown> {
  const [row] = await register.rows(
    'SELECT breached_on, is_first_answer_late FROM assignments WHERE petition_id = $1',
    [petitionId],
  );
  return row;
}

import { databaseRoles, databaseUrl, loopback } from '@dialogue/infra';

import { sizesOf } from './support/arguments.js';
import { bareDrive } from './support/bare-temporal.js';
import { doorDrive, httpDrive } from './support/drives.js';
import { each } from './support/each.js';
import { atRest, clerkOf, inOffice } from './support/office.js';
import { lifeOn } from './support/petition-life.js';
import { conclude, quantile, rounded } from './support/results.js';
import { say } from './support/say.js';

/**
 * Commands a second, and how long from a command to its outcome: through the API, beside the same without HTTP and beside
 * bare Temporal. Each case is given all commands of its life, one after the other; so many cases live at the same time.
 */
const { sizes, isFull } = sizesOf({ cases: 60, concurrency: 16, rounds: 6, warmUp: 30 });
/** Every command of a life is one of Temporal's signals, and so is the registration. */
const commandsPerCase = 1 + lifeOn(Date.now()).length;

const environments = { worker: { MAILS_PER_SECOND: '1000' } };
await inOffice({ environments }, async (stack) => {
  const clerk = await clerkOf(stack);
  let client = await clerk.logIn();
  const temporalAddress = `${loopback}:${stack.temporal.port}`;
  const role = { user: databaseRoles.api, password: 'api-of-a-test', port: stack.postgres.port, database: 'dialogue' };
  const http = httpDrive(() => client);
  const direct = await doorDrive({ databaseUrl: databaseUrl(role), temporalAddress, accountId: clerk.id });
  const bare = await bareDrive(temporalAddress, commandsPerCase);
  const drives = [http, direct, bare];

  try {
    for (const drive of drives) await turn(drive, sizes.warmUp);
    const turns = new Map(drives.map((drive) => [drive, []]));
    for (let round = 0; round < sizes.rounds; round += 1) {
      // Each begins a round as often as the others: what the last turn left behind burdens nobody alone.
      const order = drives.map((_, index) => drives[(index + round) % drives.length]);
      client = await clerk.logIn();
      for (const drive of order) {
        const done = await turn(drive, sizes.cases);
        turns.get(drive).push(done);
        say(`round ${round + 1}, ${drive.name}: ${describe([done])}`);
      }
    }
    finish(drives.map((drive) => ({ name: drive.name, ...figuresOf(turns.get(drive)) })));
  } finally {
    await Promise.all([direct.stop(), bare.stop()]);
  }

  /** So many cases through one drive; what they set off is done before the next drive has its turn. */
  async function turn(drive, cases) {
    const latencies = [];
    const began = performance.now();
    await each(Array.from({ length: cases }), sizes.concurrency, () => drive.live((ms) => latencies.push(ms)));
    const seconds = (performance.now() - began) / 1_000;
    await atRest(stack);
    return { latencies, seconds };
  }
});

function figuresOf(turns) {
  const latencies = turns.flatMap((turn) => turn.latencies);
  const seconds = turns.reduce((sum, turn) => sum + turn.seconds, 0);
  return {
    commands: latencies.length,
    seconds: rounded(seconds),
    commandsPerSecond: rounded(latencies.length / seconds),
    p50Ms: rounded(quantile(latencies, 0.5)),
    p95Ms: rounded(quantile(latencies, 0.95)),
    byRound: turns.map(({ latencies: own, seconds: lasted }) => ({
      commandsPerSecond: rounded(own.length / lasted),
      p95Ms: rounded(quantile(own, 0.95)),
    })),
  };
}

function describe(turns) {
  const { commandsPerSecond, p50Ms, p95Ms } = figuresOf(turns);
  return `${commandsPerSecond} commands a second, half within ${p50Ms} ms, 95 of 100 within ${p95Ms} ms`;
}

function finish(drives) {
  const [http, direct] = drives;
  console.table(
    Object.fromEntries(
      drives.map(({ name, commands, commandsPerSecond, p50Ms, p95Ms }) => [
        name,
        { commands, 'a second': commandsPerSecond, 'p50 ms': p50Ms, 'p95 ms': p95Ms },
      ]),
    ),
  );
  // Of each round, and of these the middle one: a moment in which the machine was busy with something else decides nothing.
  const rate = middle(
    http.byRound.map((turn, round) => turn.commandsPerSecond / direct.byRound[round].commandsPerSecond),
  );
  const delay = middle(http.byRound.map((turn, round) => turn.p95Ms / direct.byRound[round].p95Ms));
  conclude('commands', {
    isFull,
    measured: { sizes, commandsPerCase, drives },
    checks: [
      { name: 'rate through the API, of that without HTTP', figure: rate, limit: 0.7, limitIs: 'at least' },
      { name: 'p95 through the API, of that without HTTP', figure: delay, limit: 1.5, limitIs: 'at most' },
    ],
  });
}

function middle(values) {
  return rounded(quantile(values, 0.5));
}

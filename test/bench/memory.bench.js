import { setTimeout as pause } from 'node:timers/promises';

import { addDays, addWorkingDays, dateAt } from '@dialogue/domain';
import { freePort } from '@dialogue/infra';
import { waitFor } from '@dialogue/testing/stack';

import { sizesOf } from './support/arguments.js';
import { inspect } from './support/inspector.js';
import { atRest, inOffice } from './support/office.js';
import { calendarOf, startPetitions, writePastPetitions } from './support/past-petitions.js';
import { conclude } from './support/results.js';
import { say } from './support/say.js';

/**
 * What sleeping cases cost the worker that has put them to bed: its memory with all of them asleep, beside the same worker
 * before it has seen the first. Both after everything has settled and every thread has thrown away what nobody needs.
 *
 * `--cached` sets MAX_CACHED_WORKFLOWS, to see what it does; 0 leaves it as it is.
 */
const { sizes, isFull } = sizesOf({ petitions: 10_000, cached: 0, settleSeconds: 20 });
const limitMs = 1_800_000;

const port = await freePort();
const environment = {
  NODE_OPTIONS: `--inspect=127.0.0.1:${port}`,
  ...(sizes.cached === 0 ? {} : { MAX_CACHED_WORKFLOWS: String(sizes.cached) }),
};
await inOffice({ environments: { worker: environment } }, async (stack) => {
  const idle = await settled();
  say(`idle: ${shown(idle)}`);

  const today = dateAt(Date.now());
  const calendar = await calendarOf(stack.registerUrl, { from: addDays(today, -150), until: addDays(today, 300) });
  const receivedOn = addWorkingDays(calendar, today, -1);
  await stack.worker.stop();
  const ids = await writePastPetitions(stack.registerUrl, {
    count: sizes.petitions,
    receivedOn,
    calendar,
    told: counted('written'),
  });
  await stack.worker.start();
  const again = await settled();
  say(`idle, started again: ${shown(again)}`);
  await startPetitions(stack.temporalClient, ids, counted('started'));
  await waitFor('every petition sleeps', async () => (await asleep()) === ids.length, limitMs);
  await atRest(stack);
  const sleeping = await settled();
  say(`with ${ids.length} sleeping cases: ${shown(sleeping)}`);

  finish({ idle, idleStartedAgain: again, sleeping });

  async function settled() {
    await pause(sizes.settleSeconds * 1_000);
    const program = await inspect(port);
    try {
      return await program.memory();
    } finally {
      program.close();
    }
  }

  /** Cases that Temporal shows with a deadline have had their turn. */
  async function asleep() {
    const query = `WorkflowType = 'petitionWorkflow' AND ExecutionStatus = 'Running' AND NextDeadline IS NOT NULL`;
    return (await stack.temporalClient.workflow.count(query)).count;
  }
});

function finish(figures) {
  const more = Math.round((figures.sleeping.rssMiB - figures.idleStartedAgain.rssMiB) * 10) / 10;
  const name = `MiB more with ${sizes.petitions} sleeping cases`;
  conclude('memory', {
    isFull: isFull && sizes.cached === 0,
    measured: { sizes, ...figures },
    checks: [{ name, figure: more, limit: 60, limitIs: 'at most' }],
  });
}

function shown({ rssMiB, heapMiB, externalMiB, threads }) {
  return `${rssMiB} MiB in all, ${heapMiB} of it in the heaps of 1 + ${threads} threads, ${externalMiB} beside them`;
}

function counted(word) {
  return (count) => {
    if (count % 1_000 === 0) say(`${count} petitions ${word}`);
  };
}

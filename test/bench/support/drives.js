import { randomUUID } from 'node:crypto';

import { dateAt } from '@dialogue/domain';
import { createDataSource, createDoor, createOutcomeListener, sealingKey } from '@dialogue/persistence';
import { Client, Connection } from '@temporalio/client';

import { createDoorService } from '../../../apps/admin-api/dist/door/door.service.js';
import { createSignaller } from '../../../apps/admin-api/dist/door/signaller.js';
import { patience as waits } from '../../../apps/admin-api/dist/waits.js';
import { give, idIn } from './clerk-desk.js';
import { newPetition } from './new-petition.js';
import { lifeOn, registration } from './petition-life.js';

/**
 * A way to give commands to cases. `live` gives one case all of its commands, one after the other, and tells of each how
 * long it took from the command to its outcome.
 *
 * @typedef {object} Drive
 * @property {string} name
 * @property {(took: (ms: number) => void) => Promise<void>} live
 */

/** A decision that takes longer than the door's patience is waited for, as a client does behind the link of a 202. */
const patienceMs = 60_000;
const quiet = { debug() {}, info() {}, warn: (message) => console.warn(message), error: console.error };

/**
 * Over HTTP, as people do: token, checks, command, outcome, and the case as it then is.
 *
 * @param {() => import('@dialogue/testing/stack').ApiClient} client a clerk whose token is good
 * @returns {Drive}
 */
export function httpDrive(client) {
  return {
    name: 'through the API',
    async live(took) {
      const id = idIn(await timed(took, () => give(client(), '/v1/petitions', registration)));
      for (const { route, body } of lifeOn(Date.now()))
        await timed(took, () => give(client(), `/v1/petitions/${id}/${route}`, body));
    },
  };
}

/**
 * The same commands through the same door, in this process: row, signal, outcome by LISTEN; the same workflows, worker
 * and register behind it. Nothing is checked before and nothing read afterwards, so what it spares is all that the API does.
 *
 * @param {{ readonly databaseUrl: string, readonly temporalAddress: string, readonly accountId: string }} at
 * @returns {Promise<Drive & { stop(): Promise<void> }>}
 */
export async function doorDrive({ databaseUrl, temporalAddress, accountId }) {
  const dataSource = createDataSource({ url: databaseUrl, applicationName: 'bench-door' });
  await dataSource.initialize();
  const outcomes = createOutcomeListener(dataSource);
  await outcomes.start();
  const connection = await Connection.connect({ address: temporalAddress });
  const signal = createSignaller(new Client({ connection }), waits);
  const door = createDoorService({
    ...{ door: createDoor(dataSource), outcomes, signal, logger: quiet, now: Date.now, waits },
    sealingKey: sealingKey(new Uint8Array(32)),
  });

  async function submit({ caseId = null, kind, body, prepare }) {
    const request = { caseKind: 'petition', caseId, kind, body, prepare, accountId, idempotencyKey: randomUUID() };
    const result = await door.submit(request);
    const outcome = result.isDecided || (await outcomes.waitFor(result.commandId, patienceMs));
    if (outcome === null) throw new Error(`${kind} was not decided`);
    return result.caseId;
  }
  const register = {
    kind: 'register',
    body: registration,
    prepare: (id) => ({ payload: {}, words: null, newCase: newPetition(id, dateAt(Date.now())) }),
  };
  return {
    name: 'the same without HTTP',
    async live(took) {
      const caseId = await timed(took, () => submit(register));
      for (const { kind, body, payload, words } of lifeOn(Date.now()))
        await timed(took, () => submit({ caseId, kind, body, prepare: () => ({ payload, words }) }));
    },
    async stop() {
      await outcomes.stop();
      await Promise.all([dataSource.destroy(), connection.close()]);
    },
  };
}

async function timed(took, work) {
  const began = performance.now();
  const result = await work();
  took(performance.now() - began);
  return result;
}

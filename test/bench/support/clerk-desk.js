import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';

const patienceMs = 60_000;
/** A client that asks more often would take from the API what is measured. */
const askEveryMs = 250;

/**
 * Gives a command and waits for its outcome, however long worker and Temporal take; what the API answered.
 *
 * @param {import('@dialogue/testing/stack').ApiClient} client
 * @param {string} path
 * @param {object} body
 * @returns {Promise<Readonly<Record<string, any>>>}
 */
export async function give(client, path, body) {
  const { status, body: answer } = await client.post(path, body, randomUUID());
  if (status === 202) await accepted(client, path, answer.link);
  else if (status !== 200) throw new Error(`${path}: ${status} ${JSON.stringify(answer)}`);
  return answer;
}

/** The id of the case that a command began, decided or not. */
export function idIn(answer) {
  return String(answer.petition?.id ?? answer.conference?.id ?? answer.id);
}

async function accepted(client, path, link) {
  for (const until = Date.now() + patienceMs; Date.now() < until;) {
    await pause(askEveryMs);
    const { body } = await client.get(link);
    if (body.status === 'accepted') return;
    if (body.status !== 'pending') throw new Error(`${path} was refused: ${JSON.stringify(body)}`);
  }
  throw new Error(`${path} was not decided`);
}

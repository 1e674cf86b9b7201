import { randomUUID } from 'node:crypto';

import { waitFor } from '@dialogue/testing/stack';

const patienceMs = 60_000;

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
  const { status } = await waitFor(
    `${path} is decided`,
    async () => {
      const { body } = await client.get(link);
      return body.status === 'pending' ? null : body;
    },
    patienceMs,
  );
  if (status !== 'accepted') throw new Error(`${path} was refused`);
}

import { startRealStack, waitFor } from '@dialogue/testing/stack';

import { say } from './say.js';

/**
 * Does something with an office of its own: PostgreSQL, Temporal dev server with a file store, API, worker, mail server.
 * All of it is gone afterwards, also after an error or Ctrl-C.
 *
 * @param {Parameters<typeof startRealStack>[0]} options
 * @param {(stack: Awaited<ReturnType<typeof startRealStack>>) => Promise<void>} work
 */
export async function inOffice(options, work) {
  say('PostgreSQL, Temporal, API and worker start');
  const stack = await startRealStack({ isDirect: true, ...options });
  process.once('SIGINT', interrupted);
  process.once('SIGTERM', interrupted);
  try {
    await work(stack);
  } finally {
    await stack.stop();
  }

  function interrupted() {
    void stack.stop().finally(() => process.exit(130));
  }
}

/**
 * The account of a lead office, logged in.
 *
 * @param {Awaited<ReturnType<typeof startRealStack>>} stack
 */
export async function clerkOf(stack) {
  const credentials = { username: 'bench.clerk', password: 'password-of-a-bench' };
  const admin = await stack.logIn();
  const { status, body } = await admin.post('/v1/accounts', {
    ...credentials,
    role: 'clerk',
    organisation: 'SL-VPUBND',
  });
  if (status !== 200 && status !== 201) throw new Error(`no account: ${status} ${JSON.stringify(body)}`);
  return { id: String(body.id), logIn: () => stack.logIn(credentials) };
}

/**
 * Nothing is left to do: the outbox is empty, every command is decided, every letter has left.
 *
 * @param {Awaited<ReturnType<typeof startRealStack>>} stack
 */
export async function atRest({ register }, limitMs = 600_000) {
  await waitFor(
    'nothing is left to do',
    async () =>
      (await register.count(
        `SELECT (SELECT count(*) FROM outbox WHERE sent_at IS NULL)
           + (SELECT count(*) FROM commands WHERE outcome IS NULL)
           + (SELECT count(*) FROM mail_deliveries
              WHERE state NOT IN ('sent', 'refused', 'uncertain', 'dropped', 'unaddressed'))`,
      )) === 0,
    limitMs,
  );
}

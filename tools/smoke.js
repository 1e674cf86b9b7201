import { rmSync } from 'node:fs';

import { adminPassword, expect, killCopy, makeCopy, startCopy, stopCopy } from './copy.js';

/**
 * `npm start` as a person meets it: it comes up, answers, stops at Ctrl-C in time, with nothing left running, and goes
 * on with the same data.
 */

const copy = await makeCopy('smoke');

try {
  await startUseAndStop('first start');
  await startUseAndStop('second start, same data');
  rmSync(copy.folder, { recursive: true, force: true });
} catch (error) {
  console.error(`smoke: ${error.message}\nsmoke: data and logs are left in ${copy.folder}`);
  process.exitCode = 1;
}

async function startUseAndStop(title) {
  let stack = null;
  try {
    stack = await startCopy(copy, title);
    await use();
    await stopCopy(copy, title, stack);
  } finally {
    killCopy(stack);
  }
}

async function use() {
  const login = await fetch(`${copy.api}/v1/auth/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: 'admin', password: adminPassword }),
  });
  expect(login.status === 200, `logging in was answered with ${login.status}`);
  const { accessToken } = await login.json();
  const headers = { authorization: `Bearer ${accessToken}` };
  const organisations = await fetch(`${copy.api}/v1/organisations`, { headers });
  expect(organisations.status === 200, `organisations were answered with ${organisations.status}`);
  expect((await organisations.json()).items.length > 0, 'there are no organisations');
  const refused = await fetch(`${copy.api}/v1/organisations`);
  expect(refused.status === 401, `without a login organisations were answered with ${refused.status}`);
}

import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';

import { expect, killCopy, makeCopy, seconds, startCopy, stopCopy, until } from './copy.js';

/**
 * `npm run demo` as a person meets it, against a copy of its own. In the middle API and worker are killed, the stack is
 * started again on the same data, and the story must end as if nothing had happened.
 */

const root = path.join(import.meta.dirname, '..');
/** The chapter in which everybody dies: petitions wait, the conference is under way. */
const deadlyChapter = '\n5. ';
const storyLimitMs = 600_000;
const copy = await makeCopy('demo');
let stack = null;
let story = null;

try {
  const began = Date.now();
  stack = await startCopy(copy, 'first start');
  story = tell();
  await until(() => story.said.includes(deadlyChapter), storyLimitMs, 'the story does not go on', story);
  killParts();
  await until(() => stack.ended, 30_000, 'the stack goes on without API and worker', null);
  stack = await startCopy(copy, 'start after the deaths');
  await until(() => story.ended, storyLimitMs, 'the story does not end', null);
  expect(story.exit.code === 0, `the story ended with ${story.exit.code ?? story.exit.signal}`);
  console.log(`demo: told to its end, API and worker killed in the middle, in ${seconds(began)}`);
  await stopCopy(copy, 'end', stack);
  rmSync(copy.folder, { recursive: true, force: true });
} catch (error) {
  console.error(`demo: ${error.message}\ndemo: data and logs are left in ${copy.folder}`);
  process.exitCode = 1;
} finally {
  if (story !== null && !story.ended) story.process.kill('SIGKILL');
  killCopy(stack);
}

function tell() {
  const child = spawn('npm', ['run', '--silent', 'demo'], {
    ...{ cwd: root, env: copy.environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const told = { process: child, said: '', ended: false, exit: null };
  child.stdout.setEncoding('utf8').on('data', (text) => {
    told.said += text;
    process.stdout.write(text);
  });
  child.on('exit', (code, signal) => Object.assign(told, { ended: true, exit: { code, signal } }));
  return told;
}

/** Without warning, both at once. */
function killParts() {
  for (const part of ['api', 'worker']) {
    const { pid } = JSON.parse(readFileSync(path.join(copy.folder, 'run', `${part}.json`), 'utf8'));
    process.kill(pid, 'SIGKILL');
    console.log(`demo: ${part} killed`);
  }
}

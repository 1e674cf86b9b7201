import { randomScript } from '@dialogue/testing';
import {
  accountForLetters,
  lettersOnTheirWay,
  oweManyLetters,
  sendThroughKilledWorkers,
  waitFor,
} from '@dialogue/testing/stack';
import { createTransport } from 'nodemailer';

import { sizesOf } from './support/arguments.js';
import { each } from './support/each.js';
import { clerkOf, inOffice } from './support/office.js';
import { registration } from './support/petition-life.js';
import { conclude, rounded } from './support/results.js';
import { say } from './support/say.js';

/**
 * How many letters leave in a second, beside a bare pool of nodemailer that knows no register and no workflow; and then
 * many letters through killed workers, to a server in every kind of trouble: none comes twice, and none is missing but
 * where the register says so.
 */
const { sizes, isFull } = sizesOf({ mails: 10_000, measuredMails: 2_000, kills: 10, connections: 10, petitions: 50 });
/** Of a letter that meets no trouble on a kept connection; with troubles they are more. */
const stepsEach = 5;
/** Only so that a run that has lost something ends. */
const limitMs = 1_800_000;

const options = {
  smtpQuery: `pool=true&maxConnections=${sizes.connections}`,
  environments: { worker: { MAILS_PER_SECOND: '1000', MAIL_FIRST_PAUSE_MS: '100' } },
};

await inOffice(options, async (stack) => {
  const clerk = await (await clerkOf(stack)).logIn();
  const caseIds = await each(Array.from({ length: sizes.petitions }), 8, () => registered(clerk));
  await settled(stack);

  const own = await measured(sizes.measuredMails, async () => {
    await oweManyLetters(stack, { caseIds, count: sizes.measuredMails });
    await settled(stack);
  });
  say(`${own.mails} letters by workflow and register: ${own.mailsPerSecond} a second`);
  const example = stack.smtp.accepted.at(-1);
  const taken = stack.smtp.accepted.length;
  const bare = await measured(sizes.measuredMails, () => sendBare(stack.smtp.url, example));
  say(`${bare.mails} by a bare pool: ${bare.mailsPerSecond} a second`);
  if (stack.smtp.accepted.length !== taken + bare.mails) throw new Error('The bare pool has lost some');
  forget(stack.smtp.received, taken);

  stack.smtp.follow(randomScript('bench'));
  await oweManyLetters(stack, { caseIds, count: sizes.mails });
  const killed = await measured(sizes.mails, () => {
    const steps = Math.floor((sizes.mails * stepsEach) / (sizes.kills + 1));
    return sendThroughKilledWorkers(stack, { kills: sizes.kills, steps, limitMs });
  });
  say(`${killed.mails} through ${sizes.kills} killed workers: ${killed.mailsPerSecond} a second`);
  finish({ own, bare, killed, account: await accountForLetters(stack) });
});

async function registered(clerk) {
  const { status, body } = await clerk.post('/v1/petitions', registration);
  if (status !== 200 || body.id === undefined) throw new Error(`not registered: ${status} ${JSON.stringify(body)}`);
  return String(body.id);
}

async function settled(stack) {
  await waitFor('every letter is at its end', async () => (await lettersOnTheirWay(stack)) === 0, limitMs);
}

async function measured(mails, send) {
  const began = performance.now();
  await send();
  const seconds = (performance.now() - began) / 1_000;
  return { mails, seconds: rounded(seconds), mailsPerSecond: rounded(mails / seconds) };
}

/** The same text over as many connections. @param {{ raw: string }} example */
async function sendBare(url, { raw }) {
  const transport = createTransport(`${url}?pool=true&maxConnections=${sizes.connections}&ignoreTLS=true`);
  const envelope = { from: 'office@dialogue.example', to: ['bare@nhieu.example'] };
  await each(Array.from({ length: sizes.measuredMails }), sizes.connections, () =>
    transport.sendMail({ envelope, raw }),
  );
  transport.close();
}

/** What the bare pool has sent is no letter of the register. */
function forget(received, from) {
  received.splice(from);
}

function finish({ own, bare, killed, account: { states, twice, lost, untrue } }) {
  console.table({ 'workflow and register': own, 'a bare pool': bare, 'through killed workers': killed });
  console.table(states);
  const none = { limit: 0, limitIs: 'at most' };
  conclude('mail', {
    isFull,
    measured: { sizes, own, bare, ofTheBareRate: rounded(own.mailsPerSecond / bare.mailsPerSecond), killed, states },
    checks: [
      { name: 'letters that came twice', figure: twice.length, ...none },
      { name: 'letters lost', figure: lost.length, ...none },
      { name: 'letters of which the register says something else', figure: untrue.length, ...none },
    ],
  });
}

import { createHash } from 'node:crypto';

import { cutText, drop, late, reply, type SmtpReaction, type SmtpScript, type SmtpStep } from './smtp-script.js';

/** What a server does to a letter the next time it comes; `tls` and `greeting` meet whoever connects. */
interface Trouble {
  readonly name: string;
  /** Of a hundred conversations how many. */
  readonly share: number;
  readonly at: 'RCPT' | 'DATA' | 'text';
  readonly reaction: SmtpReaction | (() => SmtpReaction);
  /** Every time, whatever the letter meets before. */
  readonly isForGood?: boolean;
}

const troubles: readonly Trouble[] = [
  { name: 'unknown', share: 4, at: 'RCPT', reaction: reply('550 5.1.1 no such mailbox'), isForGood: true },
  { name: 'unwanted', share: 2, at: 'text', reaction: reply('554 5.7.1 not wanted'), isForGood: true },
  { name: 'closing', share: 6, at: 'RCPT', reaction: drop('421 4.3.2 closing') },
  { name: 'greylisted', share: 10, at: 'RCPT', reaction: reply('450 4.2.0 greylisted') },
  { name: 'full', share: 4, at: 'text', reaction: reply('452 4.3.1 disk full') },
  { name: 'cut before the text', share: 5, at: 'DATA', reaction: drop() },
  { name: 'cut at 354', share: 2, at: 'DATA', reaction: cutText(0) },
  { name: 'cut in the text', share: 2, at: 'DATA', reaction: cutText(200) },
  { name: 'cut after the dot', share: 4, at: 'text', reaction: drop() },
  { name: 'slow', share: 8, at: 'text', reaction: () => late(150, reply('250 2.0.0 queued at last')) },
];

/** Of a hundred connections how many are turned away, or offer TLS and then refuse it. */
const connectionTroubles = { greeting: 3, tls: 3 };

/** How often a letter meets something that passes before it is taken. */
const mostTroubles = 2;

/**
 * A mail server in every kind of trouble, each recipient and each connection in its own, the same for the same seed: every
 * letter is sooner or later taken, turned away for good, or cut off where nobody knows.
 */
export function randomScript(seed: string): SmtpScript {
  const conversations = new Map<string, number>();
  const current = new Map<number, Trouble | null>();
  return (step) => ofConnection(seed, step) ?? ofLetter(step);

  function ofLetter(step: SmtpStep): SmtpReaction | null {
    if (step.command === 'RCPT') current.set(step.connection, nextTrouble(step.argument));
    const trouble = current.get(step.connection) ?? null;
    if (trouble?.at !== step.command) return null;
    return typeof trouble.reaction === 'function' ? trouble.reaction() : trouble.reaction;
  }

  function nextTrouble(recipient: string): Trouble | null {
    const number = conversations.get(recipient) ?? 0;
    conversations.set(recipient, number + 1);
    const forGood = drawn(troubles, chance(seed, recipient));
    if (forGood?.isForGood === true) return forGood;
    const passing = number < mostTroubles ? drawn(troubles, chance(seed, recipient, number)) : null;
    return passing?.isForGood === true ? null : passing;
  }
}

function ofConnection(seed: string, { command, connection }: SmtpStep): SmtpReaction | null {
  const place = chance(seed, 'connection', connection);
  if (command === 'connect' && place < connectionTroubles.greeting) return drop('421 4.3.2 too busy');
  const isTls = place >= connectionTroubles.greeting && place < connectionTroubles.greeting + connectionTroubles.tls;
  if (command === 'EHLO' && isTls) return reply('250 scripted\n250 STARTTLS');
  return command === 'STARTTLS' ? reply('454 4.7.0 no TLS now') : null;
}

function drawn(from: readonly Trouble[], place: number): Trouble | null {
  let until = 0;
  return from.find(({ share }) => place < (until += share)) ?? null;
}

/** From 0 to just under 100, the same for the same words. */
function chance(...words: readonly (string | number)[]): number {
  return (createHash('sha256').update(words.join('\n')).digest().readUInt32BE() / 2 ** 32) * 100;
}

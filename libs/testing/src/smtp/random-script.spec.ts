import { describe, expect, it } from '@jest/globals';

import { randomScript } from './random-script.js';
import type { SmtpReaction, SmtpScript, SmtpStep } from './smtp-script.js';

const recipients = Array.from({ length: 500 }, (_, index) => `<nguoi-${String(index)}@so.example>`);

describe('randomScript', () => {
  it('does the same for the same seed, and something else for another', () => {
    const lives = ['a', 'a', 'b'].map((seed) => JSON.stringify(recipients.map((to) => lifeOf(randomScript(seed), to))));

    expect(lives[0]).toBe(lives[1]);
    expect(lives[0]).not.toBe(lives[2]);
  });

  it('leaves no letter without an end, and leaves no trouble out', () => {
    const script = randomScript('a');
    const lives = recipients.map((to) => lifeOf(script, to));

    expect(lives.every((life) => life.length <= 3)).toBe(true);
    expect([...new Set(lives.flat())].toSorted()).toEqual(
      ['taken', '421', '450', '452', '550', '554', 'cut 0', 'cut 200', 'hung up', 'held'].toSorted(),
    );
  });

  it('turns some connections away, and offers TLS to some only to refuse it', () => {
    const script = randomScript('a');
    const connections = Array.from({ length: 500 }, (_, index) => index + 1);
    const saidTo = (command: string): readonly string[] =>
      connections.map((connection) => lines(script(aStep(command, { connection }))));

    expect(saidTo('connect').filter((greeting) => greeting.startsWith('421')).length).toBeGreaterThan(0);
    expect(saidTo('EHLO').filter((offer) => offer.includes('STARTTLS')).length).toBeGreaterThan(0);
  });
});

/** What a letter meets each time it comes, until it is taken, turned away for good, or held back. */
function lifeOf(script: SmtpScript, argument: string): readonly string[] {
  const met: string[] = [];
  for (let attempt = 0; attempt < 10; attempt += 1) {
    const outcome = conversation(script, argument);
    met.push(outcome);
    if (['taken', 'held', '550', '554'].includes(outcome)) break;
  }
  return met;
}

function conversation(script: SmtpScript, argument: string): string {
  for (const command of ['RCPT', 'DATA', 'text']) {
    const reaction = script(aStep(command, { argument }));
    if (reaction !== null) return nameOf(reaction);
  }
  return 'taken';
}

function nameOf(reaction: SmtpReaction): string {
  if (reaction.kind === 'cutText') return `cut ${String(reaction.after)}`;
  if (reaction.kind === 'hold') return 'held';
  return lines(reaction).slice(0, 3) || 'hung up';
}

function lines(reaction: SmtpReaction | null): string {
  return reaction !== null && 'lines' in reaction ? (reaction.lines ?? '') : '';
}

function aStep(command: string, more: Partial<SmtpStep>): SmtpStep {
  return { connection: 0, command, argument: '', from: null, to: [], ...more };
}

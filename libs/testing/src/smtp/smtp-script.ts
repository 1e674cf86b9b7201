/** One moment of a conversation: what the client has just said, and what is known of its message so far. */
export interface SmtpStep {
  /** Counts from 1, over the server's whole life. */
  readonly connection: number;
  /** `connect` before anything was said, `text` when the dot has come; otherwise the verb, in capitals. */
  readonly command: string;
  readonly argument: string;
  /** The sender and the recipients that were taken before this step. */
  readonly from: string | null;
  readonly to: readonly string[];
}

/** What the server does with a step. */
export type SmtpReaction =
  | { readonly kind: 'reply'; readonly lines: string }
  /** Destroys the connection, after saying something or without a word. */
  | { readonly kind: 'drop'; readonly lines: string | null }
  | { readonly kind: 'silence' }
  /** To DATA: says 354, and destroys the connection when so many characters of the text have come. */
  | { readonly kind: 'cutText'; readonly after: number }
  | { readonly kind: 'hold'; readonly reaction: Promise<SmtpReaction> };

/** Decides a step; null leaves it to the ordinary answers of a server that takes everything. */
export type SmtpScript = (step: SmtpStep) => SmtpReaction | null;

/** Says this instead of the ordinary answer; several lines are parted by `\n`. */
export function reply(lines: string): SmtpReaction {
  return { kind: 'reply', lines };
}

/** Hangs up, after saying something or without a word. */
export function drop(lines: string | null = null): SmtpReaction {
  return { kind: 'drop', lines };
}

/** Says nothing at all and leaves the connection open. */
export function silence(): SmtpReaction {
  return { kind: 'silence' };
}

/** Lets the text begin, and hangs up in the middle of it. */
export function cutText(after: number): SmtpReaction {
  return { kind: 'cutText', after };
}

/** Reacts so late. */
export function late(ms: number, reaction: SmtpReaction): SmtpReaction {
  return hold(new Promise((resolve) => setTimeout(resolve, ms, reaction)));
}

/** Waits until it is known how to react. */
export function hold(reaction: Promise<SmtpReaction>): SmtpReaction {
  return { kind: 'hold', reaction };
}

/** Reacts to one command always in the same way, and to everything else as usual. */
export function on(command: string, reaction: SmtpReaction): SmtpScript {
  return (step) => (step.command === command ? reaction : null);
}

/** The answers of a server that takes everything. */
export function ordinaryReaction({ command, to }: SmtpStep, extensions: readonly string[]): SmtpReaction {
  if (command === 'DATA' && to.length === 0) return reply('503 5.5.1 nobody to send to');
  if (command === 'EHLO') return reply(['scripted', ...extensions].map((line) => `250 ${line}`).join('\n'));
  return ordinary.get(command) ?? reply('502 5.5.1 not implemented');
}

const ordinary: ReadonlyMap<string, SmtpReaction> = new Map([
  ['connect', reply('220 scripted ESMTP')],
  ['HELO', reply('250 scripted')],
  ['AUTH', reply('235 2.7.0 welcome')],
  ['MAIL', reply('250 2.1.0 sender ok')],
  ['RCPT', reply('250 2.1.5 recipient ok')],
  ['DATA', reply('354 go on, end with a dot')],
  ['text', reply('250 2.0.0 queued')],
  ['RSET', reply('250 2.0.0 forgotten')],
  ['NOOP', reply('250 2.0.0 fine')],
  ['QUIT', drop('221 2.0.0 bye')],
]);

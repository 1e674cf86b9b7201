import { withoutAddresses } from './answer-text.js';

/** What became of a letter at the mail server. */
export type DeliveryAnswer =
  | { readonly kind: 'accepted'; readonly code: number; readonly answer: string }
  /** Not taken, and nothing is lost: to be sent again later. */
  | { readonly kind: 'deferred'; readonly code: number | null; readonly answer: string }
  /** Not taken, and never will be. */
  | { readonly kind: 'refused'; readonly code: number; readonly answer: string }
  /** The text has begun to flow and no final answer came: it may have arrived. Never sent again by a machine. */
  | { readonly kind: 'uncertain'; readonly answer: string };

/** How a conversation ended: with an answer to the text, or before one came. */
export type ConversationEnd =
  | { readonly kind: 'answered'; readonly reply: string }
  | {
      readonly kind: 'failed';
      readonly reply: string | null;
      readonly message: string;
      /** The command in flight, in the words of the SMTP client: `MAIL FROM`, `DATA`, `CONN`. */
      readonly command: string;
    };

/** What is known of a letter besides the end of its conversation. */
interface LetterFacts {
  readonly hasTextBegun: boolean;
  readonly to: string;
}

/** What the end of a conversation means for the letter. */
export function answerOf(end: ConversationEnd, { hasTextBegun, to }: LetterFacts): DeliveryAnswer {
  const code = codeOf(end.reply);
  const answer = withoutAddresses(wordsOf(end), to);
  if (code === null) return hasTextBegun ? { kind: 'uncertain', answer } : { kind: 'deferred', code, answer };
  if (code >= 500 && isAboutLetter(end, hasTextBegun)) return { kind: 'refused', code, answer };
  if (code >= 400 || !hasTextBegun) return { kind: 'deferred', code, answer };
  return end.kind === 'answered' && isPositive(code)
    ? { kind: 'accepted', code, answer }
    : { kind: 'uncertain', answer };
}

/** A no to greeting, TLS or login is about our connection, not about this letter: one wrong password must not end every letter. */
function isAboutLetter(end: ConversationEnd, hasTextBegun: boolean): boolean {
  return hasTextBegun || end.kind === 'answered' || letterCommands.includes(end.command);
}

const letterCommands: readonly string[] = ['MAIL FROM', 'RCPT TO', 'DATA'];

function wordsOf(end: ConversationEnd): string {
  return end.kind === 'answered' ? end.reply : (end.reply ?? end.message);
}

function codeOf(reply: string | null): number | null {
  const digits = /^\d{3}/.exec(reply ?? '')?.[0];
  return digits === undefined ? null : Number(digits);
}

function isPositive(code: number): boolean {
  return code >= 200 && code < 300;
}

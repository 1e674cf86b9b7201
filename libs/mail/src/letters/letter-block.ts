import type { Fact } from './letter-request.js';

/** One part of a letter. The same parts are written as plain text and as HTML, so that both say the same. */
export type Block =
  | { readonly kind: 'sender' | 'salutation' | 'paragraph' | 'note' | 'footer'; readonly text: string }
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
  /** A quiet link is a line of text, not a button: the letter asks for something else. */
  | { readonly kind: 'link'; readonly label: string; readonly href: string; readonly isQuiet?: boolean };

/** Words that people typed cannot draw lines of their own: one fact stays one line. */
export function singleLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
}

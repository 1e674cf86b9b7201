import { createHash, randomUUID } from 'node:crypto';

import { bodyMark, fingerprintOf, type SealingKey } from '@dialogue/persistence';

import { canonicalJson } from './canonical-json.js';

/** What makes two requests the same one. */
export interface CommandKey {
  /** Of an account; of a body without one, of the link by which it acts. */
  readonly accountId: string;
  readonly caseKind: string;
  /** `new` for the command that begins a case. */
  readonly caseId: string;
  readonly route: string;
  /** The person's own key; null: every request is one of its own. */
  readonly idempotencyKey: string | null;
}

/** The id of a command: the same request has the same one, wherever and whenever it comes in again. */
export function commandIdOf({ accountId, caseKind, caseId, route, idempotencyKey }: CommandKey): string {
  // As a JSON array no part can run into the next.
  return sha256(JSON.stringify([accountId, caseKind, caseId, route, idempotencyKey ?? `random:${randomUUID()}`]));
}

/** The same for the same body: the order of fields does not matter. */
export function bodyHashOf(body: object): string {
  return sha256(canonicalJson(body));
}

/**
 * D11.1d: tells whether a key comes again with another body, and is kept. A body may name a person whose name is sealed
 * everywhere else: without the key nobody can guess it from this, and since it is that of one command, nobody finds the same
 * body elsewhere, or by sending bodies that might be it.
 */
export function bodyMarkOf(commandId: string, body: object, key: SealingKey): string {
  return bodyMark(fingerprintOf('body', `${commandId} ${canonicalJson(body)}`, key));
}

/** The id of the case that a command begins: a UUID (version 8) made of it, so that a repetition finds the same. */
export function newCaseIdOf(caseKind: string, commandId: string): string {
  const hex = sha256(`${caseKind}/${commandId}`);
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

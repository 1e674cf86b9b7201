import { withoutAddresses } from '../delivery/answer-text.js';

/** What a server says became of a letter to one recipient (RFC 3464). */
export interface RecipientStatus {
  readonly action: DeliveryAction;
  /** The enhanced status code of RFC 3463, such as 5.1.1. */
  readonly status: string;
  /** The server's own words, without any address. */
  readonly diagnostic: string | null;
  /** Of whom it speaks: as the letter was addressed, and as it was at last. */
  readonly recipients: readonly string[];
}

const actions = ['failed', 'delayed', 'delivered', 'relayed', 'expanded'] as const;
type DeliveryAction = (typeof actions)[number];

/** The fields of one block, by their names in small letters. */
export type Fields = ReadonlyMap<string, string>;

/**
 * Whoever knows the address of the mailbox may write to it: of more blocks, more recipients or longer fields than any server
 * writes nothing is read, so that no message holds the reading up.
 */
const most = { blocks: 200, recipients: 50, fieldLength: 2_000 } as const;

/** Blocks of fields with empty lines between them: the first speaks of the message, each of the others of a recipient. */
export function blocksOf(text: string): readonly Fields[] {
  return text
    .replace(/\r\n?/g, '\n')
    .split(/\n[ \t]*\n/, most.blocks)
    .map(fieldsOf)
    .filter((fields) => fields.size > 0);
}

/** Folded lines are one (RFC 5322); of a field that comes twice the first counts. */
export function fieldsOf(block: string): Fields {
  const fields = new Map<string, string>();
  for (const line of block.replace(/\n[ \t]+/g, ' ').split('\n')) {
    const [, name = '', value = ''] = /^([!-9;-~]+)[ \t]*:(.*)$/.exec(line) ?? [];
    if (name !== '' && !fields.has(name.toLowerCase()))
      fields.set(name.toLowerCase(), value.slice(0, most.fieldLength).trim());
  }
  return fields;
}

/** Null where a block says of nobody, or nothing that can be told. `failedRecipients`: what the head of the report names. */
export function statusOf(fields: Fields, failedRecipients: readonly string[]): RecipientStatus | null {
  const action = actionOf(fields);
  if (action === null) return null;
  const named = ['original-recipient', 'final-recipient'].flatMap((name) => addressesIn(fields.get(name)));
  const recipients = [...new Set(named.length > 0 ? named : failedRecipients.slice(0, most.recipients))];
  if (recipients.length === 0) return null;
  return { action, status: codeOf(fields) ?? presetCodes[action], diagnostic: wordsOf(fields, recipients), recipients };
}

function actionOf(fields: Fields): DeliveryAction | null {
  const [said = ''] = (fields.get('action') ?? '').toLowerCase().split(/[\s;(]/, 1);
  const action = actions.find((known) => known === said);
  if (action !== undefined) return action;
  // Some servers leave it out; a code that says for good, or for now, says as much.
  const code = fields.has('action') ? null : codeOf(fields);
  if (code === null) return null;
  return code.startsWith('5') ? 'failed' : code.startsWith('4') ? 'delayed' : null;
}

const presetCodes: Readonly<Record<DeliveryAction, string>> = {
  ...{ failed: '5.0.0', delayed: '4.0.0', delivered: '2.0.0', relayed: '2.0.0', expanded: '2.0.0' },
};

/** From the field that is there for it, else from the words of the server, else from its three digits. */
function codeOf(fields: Fields): string | null {
  const words = fields.get('diagnostic-code') ?? '';
  for (const text of [fields.get('status') ?? '', words]) {
    const [code = null] = /(?<![\d.])[245]\.\d{1,3}\.\d{1,3}(?![\d.])/.exec(text) ?? [];
    if (code !== null) return code;
  }
  const [, digit = null] = /^(?:[^;]*;)?\s*([245])\d\d\b/.exec(words) ?? [];
  return digit === null ? null : `${digit}.0.0`;
}

function wordsOf(fields: Fields, recipients: readonly string[]): string | null {
  const said = (fields.get('diagnostic-code') ?? '').replace(/^\s*[\w-]+\s*;/, '').trim();
  if (said === '') return null;
  return recipients.reduce(withoutAddresses, said);
}

/** `rfc822; name@example.org`, also in angle brackets, also with what xtext (RFC 3461) has made of a sign. */
function addressesIn(field: string | undefined): readonly string[] {
  if (field === undefined) return [];
  const plain = field
    .replace(/^[^;]*;/, '')
    .replace(/\([^)]*\)/g, '')
    .trim()
    .replace(/^<(.*)>$/, '$1');
  if (!plain.includes('@')) return [];
  return [
    ...new Set([plain, plain.replace(/\+([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))]),
  ];
}

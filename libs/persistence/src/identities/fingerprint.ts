import { createHmac } from 'node:crypto';

import type { PetitionerIdentity, SealingKey } from './seal.js';

/**
 * D11.1d: by what a person is known again whose petitions came one after the other, in no order: the number, the mailbox,
 * the name at its address. A name alone is no person. Without the key nobody can guess from them who it is.
 */
export function fingerprintsOf(
  { name, address, phone, email }: PetitionerIdentity,
  { key }: SealingKey,
): readonly Uint8Array[] {
  const digits = phone === null ? '' : phone.replace(/\D+/g, '').replace(/^(00)?84/, '0');
  const marks = [
    ...(digits === '' ? [] : [`phone ${digits}`]),
    ...(email === null ? [] : [`email ${plain(email)}`]),
    ...(address === null ? [] : [`name ${plain(name)} at ${plain(address)}`]),
  ];
  return marks.map((mark) => createHmac('sha256', key).update('petitioner fingerprint ').update(mark).digest());
}

/** As two people write the same: without capitals, punctuation, and the way in which a mark was typed. */
function plain(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}@]+/gu, ' ')
    .trim();
}

import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto';

/** The application's key for what identifies a petitioner (D11.1d): 32 bytes, kept outside of the register. */
export interface SealingKey {
  /** Names the key, so that it can be replaced one day; at most 255 bytes. */
  readonly keyId: string;
  readonly key: Uint8Array;
}

/** Who stands behind a petition. */
export interface PetitionerIdentity {
  readonly name: string;
  readonly address: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  /** Of a collective (D2.2). */
  readonly representative: string | null;
}

const algorithm = 'aes-256-gcm';
const version = 1;
const nonceLength = 12;
const tagLength = 16;

/** A key under the name that its own bytes give it: whoever holds the same key calls it the same. */
export function sealingKey(key: Uint8Array): SealingKey {
  return { keyId: createHash('sha256').update('petitioner identity').update(key).digest('hex').slice(0, 12), key };
}

/** D11.1d: bound to the petition, so that bytes moved to another row do not open. */
export function sealIdentity(identity: PetitionerIdentity, petitionId: string, key: SealingKey): Uint8Array {
  return seal(identity, petitionId, key);
}

/** @throws Error when the key is another one, or the bytes were changed or belong to another petition. */
export function openIdentity(sealed: Uint8Array, petitionId: string, key: SealingKey): PetitionerIdentity {
  const identity = open(sealed, petitionId, key);
  if (!isIdentity(identity)) throw new Error('A seal holds something else than an identity');
  return identity;
}

/** D11.1d: a row of a file that could not be read, as it stands there; bound to its place. */
export function sealCells(cells: readonly string[], place: string, key: SealingKey): Uint8Array {
  return seal(cells, place, key);
}

/** @throws Error when the key is another one, or the bytes were changed or belong to another place. */
export function openCells(sealed: Uint8Array, place: string, key: SealingKey): readonly string[] {
  const cells = open(sealed, place, key);
  if (!isCells(cells)) throw new Error('A seal holds something else than the cells of a row');
  return cells;
}

/**
 * What is marked, each as something of its own: a file is what somebody wrote, and its mark is shown. Were it made as that of
 * a body is, whoever sends files could try out bodies. A row is in JSON and begins as none of the others does.
 */
const fingerprinted = { row: '', file: 'file of petitions ', body: 'body of command ' } as const;

/**
 * D11.1d: tells whether two texts about a person are the same, to nobody but those who have the key: names are few enough
 * to be guessed from a plain hash.
 */
export function fingerprintOf(what: keyof typeof fingerprinted, text: string, { key }: SealingKey): string {
  return createHmac('sha256', key).update(`fingerprint${fingerprinted[what]}`).update(text, 'utf8').digest('hex');
}

/** Version, length and text of the key's id, nonce, tag, ciphertext. */
function seal(value: unknown, boundTo: string, { keyId, key }: SealingKey): Uint8Array {
  const keyName = Buffer.from(keyId);
  const nonce = randomBytes(nonceLength);
  const cipher = createCipheriv(algorithm, key, nonce, { authTagLength: tagLength }).setAAD(Buffer.from(boundTo));
  const ciphertext = Buffer.concat([cipher.update(JSON.stringify(value), 'utf8'), cipher.final()]);
  return Buffer.concat([Buffer.from([version, keyName.length]), keyName, nonce, cipher.getAuthTag(), ciphertext]);
}

function open(sealed: Uint8Array, boundTo: string, { keyId, key }: SealingKey): unknown {
  const bytes = Buffer.from(sealed);
  const nonceAt = 2 + bytes.readUInt8(1);
  if (bytes.readUInt8(0) !== version) throw new Error('Something was sealed in another way');
  if (bytes.toString('utf8', 2, nonceAt) !== keyId) throw new Error('Something was sealed with another key');
  const tagAt = nonceAt + nonceLength;
  const textAt = tagAt + tagLength;
  const decipher = createDecipheriv(algorithm, key, bytes.subarray(nonceAt, tagAt), { authTagLength: tagLength })
    .setAAD(Buffer.from(boundTo))
    .setAuthTag(bytes.subarray(tagAt, textAt));
  const text = Buffer.concat([decipher.update(bytes.subarray(textAt)), decipher.final()]).toString('utf8');
  const value: unknown = JSON.parse(text);
  return value;
}

const optionalFields = ['address', 'phone', 'email', 'representative'] as const;

function isIdentity(value: unknown): value is PetitionerIdentity {
  if (typeof value !== 'object' || value === null || !('name' in value) || typeof value.name !== 'string') return false;
  const fields: Readonly<Record<string, unknown>> = { ...value };
  return optionalFields.every((field) => fields[field] === null || typeof fields[field] === 'string');
}

function isCells(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((cell) => typeof cell === 'string');
}

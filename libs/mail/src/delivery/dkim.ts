import { createPrivateKey } from 'node:crypto';
import { buffer } from 'node:stream/consumers';

import DKIM from 'nodemailer/lib/dkim';

/** With what letters are signed, so that a receiver can tell that they come from this domain (RFC 6376). */
export interface DkimKey {
  readonly domain: string;
  /** Where the public key stands in the DNS: `<selector>._domainkey.<domain>`. */
  readonly selector: string;
  /** As PEM; line breaks may be written as `\n`, as files of environment variables do. */
  readonly privateKey: string;
}

/** Puts the signature before a message that is complete. */
export type Signer = (message: Buffer) => Promise<Buffer>;

/** RFC 8301: shorter keys are not believed. */
const fewestBits = 1_024;

/** @throws Error with a sentence that does not repeat the key: known at start, not at the first letter. */
export function createSigner({ domain, selector, privateKey }: DkimKey): Signer {
  for (const name of [domain, selector])
    if (!/^[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*$/.test(name))
      throw new Error('The DKIM domain and selector must look like example.org and mail-2026');
  const pem = privateKey.replaceAll('\\n', '\n');
  checkKey(pem);
  const dkim = new DKIM({ domainName: domain, keySelector: selector, privateKey: pem });
  return (message) => buffer(dkim.sign(message));
}

function checkKey(pem: string): void {
  const { asymmetricKeyType: type, asymmetricKeyDetails: details } = parseKey(pem);
  if (type !== 'rsa' || (details?.modulusLength ?? 0) < fewestBits)
    throw new Error(`The DKIM key must be an RSA key of at least ${String(fewestBits)} bits`);
}

function parseKey(pem: string): ReturnType<typeof createPrivateKey> {
  try {
    return createPrivateKey(pem);
  } catch {
    throw new Error('The DKIM key must be a private key in PEM, without a passphrase');
  }
}

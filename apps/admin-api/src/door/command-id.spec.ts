import { describe, expect, it } from '@jest/globals';
import { fingerprintOf, rowMark } from '@dialogue/persistence';

import { canonicalJson } from './canonical-json.js';
import { bodyHashOf, bodyMarkOf, commandIdOf, newCaseIdOf } from './command-id.js';

const key = { accountId: 'a', caseKind: 'petition', caseId: 'p', route: 'accept', idempotencyKey: 'k' };

describe('commandIdOf', () => {
  it('is the same for the same request', () => {
    expect(commandIdOf({ ...key })).toBe(commandIdOf(key));
    expect(commandIdOf(key)).toMatch(/^[0-9a-f]{64}$/);
  });

  it.each(Object.keys(key))('is another one for another %s', (part) => {
    expect(commandIdOf({ ...key, [part]: 'other' })).not.toBe(commandIdOf(key));
  });

  it('does not let one part run into the next', () => {
    expect(commandIdOf({ ...key, caseId: 'p","x', route: 'y' })).not.toBe(
      commandIdOf({ ...key, caseId: 'p', route: 'x","y' }),
    );
  });

  it('is always another one without a key', () => {
    expect(commandIdOf({ ...key, idempotencyKey: null })).not.toBe(commandIdOf({ ...key, idempotencyKey: null }));
  });
});

describe('bodyHashOf', () => {
  it('does not mind the order of fields', () => {
    expect(bodyHashOf({ a: 1, b: { c: [1, 2], d: null } })).toBe(bodyHashOf({ b: { d: null, c: [1, 2] }, a: 1 }));
  });

  it('minds the order of a list, and every value', () => {
    expect(bodyHashOf({ a: [1, 2] })).not.toBe(bodyHashOf({ a: [2, 1] }));
    expect(bodyHashOf({ a: '1' })).not.toBe(bodyHashOf({ a: 1 }));
  });
});

describe('bodyMarkOf', () => {
  const [ours, theirs] = [1, 2].map((byte) => ({ keyId: 'k', key: new Uint8Array(32).fill(byte) }));
  const body = { petitioner: { name: 'Nguyen Van A' } };

  it('D11.1d: tells nobody without the key which of a few names a body has', () => {
    expect(bodyMarkOf('c', body, ours!)).not.toContain(bodyHashOf(body));
    expect(bodyMarkOf('c', body, ours!)).not.toBe(bodyMarkOf('c', body, theirs!));
  });

  it('D11.1d: is another one with every command: nobody finds the same body by sending it', () => {
    expect(bodyMarkOf('c', body, ours!)).not.toBe(bodyMarkOf('d', body, ours!));
  });

  it('D11.1d: is that of nothing else, whatever somebody writes into a file', () => {
    const said = canonicalJson(body);
    const files = [said, `c ${said}`, `body of command c ${said}`].flatMap((text) =>
      (['row', 'file'] as const).map((what) => fingerprintOf(what, text, ours!)),
    );

    const mark = bodyMarkOf('c', body, ours!);

    expect(mark).toMatch(/^k1:[0-9a-f]{64}$/);
    expect(files.filter((each) => mark === each || mark === rowMark(each))).toEqual([]);
    expect(fingerprintOf('file', `body of command c ${said}`, ours!)).not.toBe(mark.slice(3));
  });

  it('is the same for the same body of a command, in any order of its fields', () => {
    expect(bodyMarkOf('c', { b: 2, a: 1 }, ours!)).toBe(bodyMarkOf('c', { a: 1, b: 2 }, ours!));
    expect(bodyMarkOf('c', { b: 2, a: 1 }, ours!)).not.toBe(bodyMarkOf('c', { b: 1, a: 1 }, ours!));
  });
});

describe('newCaseIdOf', () => {
  it('is a UUID of version 8, the same for the same command', () => {
    const id = newCaseIdOf('petition', commandIdOf(key));

    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(newCaseIdOf('petition', commandIdOf(key))).toBe(id);
    expect(newCaseIdOf('petition', 'other')).not.toBe(id);
  });
});

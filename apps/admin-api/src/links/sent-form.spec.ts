import { Readable } from 'node:stream';

import { describe, expect, it } from '@jest/globals';

import { readParts, type FormPart } from './sent-form.js';

async function read(parts: readonly FormPart[]) {
  return readParts(Readable.from(parts), async ({ name }) => Promise.resolve({ id: 'f-1', name }));
}

function aFile(filename: string | undefined): FormPart {
  return { type: 'file', filename, file: Readable.from([]) };
}

describe('the parts of a form', () => {
  it('are its fields, each as often as it comes, and its files', async () => {
    const { fields, files } = await read([
      { type: 'field', fieldname: 'tep', value: 'a' },
      { type: 'field', fieldname: 'tep', value: 'b' },
      aFile('mot.pdf'),
    ]);

    expect([...fields]).toEqual([['tep', ['a', 'b']]]);
    expect(files).toEqual([{ id: 'f-1', name: 'mot.pdf' }]);
  });

  it.each(['', undefined])('hold no file where it has no name (%j)', async (filename) => {
    expect((await read([aFile(filename)])).files).toEqual([]);
  });

  it('hold nothing where somebody sends what is no text', async () => {
    const { fields } = await read([{ type: 'field', fieldname: 'text', value: { toString: 1 } }]);

    expect(fields.get('text')).toEqual(['']);
  });
});

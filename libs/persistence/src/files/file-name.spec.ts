import { describe, expect, it } from '@jest/globals';

import { cleanName } from './file-name.js';

describe('the name of a file', () => {
  it.each([
    ['Công văn số 12.pdf', 'Công văn số 12.pdf', 'is kept'],
    ['Co\u0302ng va\u0306n.PDF', 'Công văn.pdf', 'letters in one piece, the ending small'],
    ['../../etc/passwd.txt', 'passwd.txt', 'no folder'],
    ['C:\\Users\\lan\\thu.docx', 'thu.docx', 'no folder of Windows'],
    ['..\\..\\thu.pdf', 'thu.pdf', 'no folder above'],
    ['thu\u202Efdp.pdf', 'thufdp.pdf', 'nothing that turns the reading around'],
    ['thu\u0000\r\nSet-Cookie: a.pdf', 'thuSet-Cookie_ a.pdf', 'no control character'],
    ['thu\u200B\uFEFF.pdf', 'thu.pdf', 'nothing that cannot be seen'],
    ['a<b>:"c|d?e*.pdf', 'a_b___c_d_e_.pdf', 'nothing that a file system reads otherwise'],
    ['  .an.  .pdf  ', 'an.pdf', 'no hidden file, no spaces around'],
    ['CON.pdf', '_CON.pdf', 'no device'],
    ['lpt1.txt', '_lpt1.txt', 'no device'],
    ['thu\u00A0\u3000moi.pdf', 'thu moi.pdf', 'one kind of space'],
    ['thu.pdf\uD800', 'thu.pdf', 'no half of a pair'],
    [`${'ă'.repeat(300)}.pdf`, `${'ă'.repeat(116)}.pdf`, 'short, with its ending'],
    [`${'😀'.repeat(200)}.png`, `${'😀'.repeat(116)}.png`, 'no pair is cut in two'],
  ])('%j becomes %j: %s', (given, name) => {
    expect(cleanName(given)).toBe(name);
  });

  it.each(['', '   ', '.pdf', '..', 'thu', 'thu.', '/', 'thu.p df', `thu.${'x'.repeat(20)}`])(
    '%j names nothing that could be taken',
    (given) => {
      expect(() => cleanName(given)).toThrow('file.name_unusable');
    },
  );

  it('cleaned again it stays as it is', () => {
    const once = cleanName('.. /CON. \u202E a?.pdf');

    expect(cleanName(once)).toBe(once);
  });
});

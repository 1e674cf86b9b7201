import { describe, expect, it } from '@jest/globals';

import { dispositionOf } from './attachment.js';

describe('the name of a file in a header', () => {
  it.each([
    ['quyet-dinh.pdf', `attachment; filename="quyet-dinh.pdf"; filename*=UTF-8''quyet-dinh.pdf`],
    [
      'Đơn đề nghị.pdf',
      `attachment; filename="Don de nghi.pdf"; filename*=UTF-8''%C4%90%C6%A1n%20%C4%91%E1%BB%81%20ngh%E1%BB%8B.pdf`,
    ],
    [`a"b\\c%d'e(1).pdf`, `attachment; filename="a_b_c_d'e(1).pdf"; filename*=UTF-8''a%22b%5Cc%25d%27e%281%29.pdf`],
    ['文.pdf', `attachment; filename="_.pdf"; filename*=UTF-8''%E6%96%87.pdf`],
  ])('%j stays in its quotes and in ASCII', (name, header) => {
    expect(dispositionOf(name)).toBe(header);
  });
});

import { describe, expect, it } from '@jest/globals';

import { withoutAddresses } from './answer-text.js';

const to = 'nguyen.van.a@so.example';

describe('withoutAddresses', () => {
  it.each([
    ['an address in brackets', '550 <nguyen.van.a@so.example>: unknown', '550 <…>: unknown'],
    ['a bare address', '550 nguyen.van.a@so.example unknown', '550 <…> unknown'],
    ['another address', '550 ask postmaster@so.example.', '550 ask <…>'],
    ['a quoted local part', '550 "nguyen van a"@so.example unknown', '550 <…> unknown'],
    ['the local part alone, in any case', '550 User Nguyen.Van.A is unknown', '550 User <…> is unknown'],
    ['several lines', '550-one\n550 two', '550-one 550 two'],
    [
      'the secret of a link that a filter quotes',
      `554 https://dialogue.example/l/${'aB3_'.repeat(10)}xyz is blocked`,
      '554 https://dialogue.example/l/… is blocked',
    ],
    ['nothing to hide', '250 2.0.0 queued as 12AB', '250 2.0.0 queued as 12AB'],
  ])('hides %s', (_reason, answer, kept) => {
    expect(withoutAddresses(answer, to)).toBe(kept);
  });

  it('leaves words alone that a short local part only resembles', () => {
    expect(withoutAddresses('550 a mailbox is full', 'a@so.example')).toBe('550 a mailbox is full');
  });

  it('cuts after 300 characters, and only what is already without addresses', () => {
    const kept = withoutAddresses(`550 ${'x'.repeat(280)} nguyen.van.a@so.example ${'y'.repeat(100)}`, to);

    expect(Array.from(kept)).toHaveLength(300);
    expect(kept).not.toContain('nguyen');
  });
});

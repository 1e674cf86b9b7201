import { describe, expect, it } from '@jest/globals';

import { localDate } from '../time/local-date.js';
import { rungKey, rungOfKey } from './rung-key.js';

const duty = { kind: 'answer', number: 12, dueOn: localDate('2026-03-26') };

describe('the key of the letter of a rung', () => {
  it.each([-5, 0, 7])('D11.3: says the rung of its own duty (%i)', (workingDays) => {
    expect(rungOfKey(rungKey(duty, workingDays), duty)).toBe(workingDays);
  });

  it.each([
    ['of another number that begins alike', 'answer/1/2026-03-26/-5'],
    ['of another kind', 'approve/12/2026-03-26/-5'],
    ['of no rung', 'answer/12/2026-03-26/moved'],
  ])('D11.3: is none of the duty when it is %s', (_reason, key) => {
    expect(rungOfKey(key, duty)).toBeNull();
  });
});

import { describe, expect, it } from '@jest/globals';

import { parseDurationMs } from './duration.js';
import { LocalProblem } from './local-problem.js';

describe('parseDurationMs', () => {
  it.each([
    ['15d', 15 * 86_400_000, 'days'],
    ['12h', 12 * 3_600_000, 'hours'],
    ['90m', 90 * 60_000, 'minutes'],
    ['3660d', 3660 * 86_400_000, 'the longest'],
  ])('reads %s', (text, expected, _reason) => {
    expect(parseDurationMs(text)).toBe(expected);
  });

  it.each([
    ['', 'nothing'],
    ['15', 'no unit'],
    ['d', 'no number'],
    ['0d', 'no time at all'],
    ['-1d', 'backwards'],
    ['1.5d', 'a fraction'],
    ['15 d', 'a space'],
    ['15D', 'a capital letter'],
    ['15w', 'an unknown unit'],
    ['3661d', 'more than ten years'],
    ['1d2h', 'two at once'],
  ])('refuses "%s": %s', (text, _reason) => {
    expect(() => parseDurationMs(text)).toThrow(new LocalProblem({ code: 'advance.duration_malformed', text }));
  });
});

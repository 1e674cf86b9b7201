import { describe, expect, it } from '@jest/globals';

import { citationOf } from './citations.vi.js';
import { ruleIds, type RuleId } from './rule-id.js';

describe('citationOf', () => {
  it.each<[RuleId, string, string]>([
    ['D2.1', 'khoản 1 Điều 2, gạch đầu dòng thứ hai', 'complaints and denunciations are out of scope'],
    ['D8.1f', 'điểm 1.1 khoản 1 Điều 8, gạch đầu dòng thứ sáu', 'late opinions are answered in writing'],
    ['D10.1a', 'khoản 1 Điều 10, gạch đầu dòng thứ hai', 'the host answers for every reply'],
    ['D11.1b', 'khoản 1 Điều 11, gạch đầu dòng thứ nhất', '5 working days to tell and to assign'],
    ['D11.1c', 'khoản 1 Điều 11, gạch đầu dòng thứ hai', '15 working days from receipt'],
    ['D11.3', 'khoản 3 Điều 11', 'the lead office urges'],
    ['D14.1', 'Điều 14, gạch đầu dòng thứ nhất', 'half-year and year reports'],
  ])('%s: is cited as %s (%s)', (rule, citation) => {
    expect(citationOf(rule)).toBe(citation);
  });

  it.each(ruleIds)('%s: names its own article and no lettered point', (rule) => {
    const article = /^D(\d+)/.exec(rule)?.[1];

    expect(citationOf(rule)).toContain(`Điều ${article}`);
    expect(citationOf(rule)).not.toMatch(/điểm [a-zđ]\b/u);
  });
});

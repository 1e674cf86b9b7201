import { describe, expect, it } from '@jest/globals';

import { localDate } from '../time/local-date.js';
import { workingUrlOf } from './deadline-link.js';

describe('workingUrlOf', () => {
  const deadline = { rule: 'D11.1c', anchorOn: localDate('2025-03-03'), dueOn: localDate('2025-03-24') } as const;

  it('D11.1c: names rule, anchor and due date, and the edition where it is known', () => {
    const page = 'https://a.example/v1/deadlines/explain/page?rule=D11.1c&anchor=2025-03-03&due=2025-03-24';

    expect(workingUrlOf('https://a.example', deadline)).toBe(page);
    expect(workingUrlOf('https://a.example/', { ...deadline, edition: 3 })).toBe(`${page}&edition=3`);
    expect(workingUrlOf('https://a.example/', { ...deadline, edition: null })).toBe(page);
  });
});
